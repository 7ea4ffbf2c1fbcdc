"""From bytes to an article: the one way in for every document, and a plain sentence for each that has no way in yet."""

import re
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath

from seeds import clean, head, language
from seeds.article import Article, Block, Meta
from seeds.blocks import blocks as cut
from seeds.errors import Refused
from seeds.kinds import START, kind_of
from seeds.plain import decode
from seeds.read import Raw

__all__ = ["ADVICE", "article_id", "build", "kind_of"]

ADVICE = {
    "feed": ("is a feed, which holds several articles", "add it to a library with postil add"),
    "table": ("is a table, which holds several articles", "add it to a library with postil add"),
    "jsonl": ("is JSON Lines, which hold several articles", "add it to a library with postil add"),
    "json": ("is JSON, which postil cannot read as an article", "save the text that is in it in a file"),
    "xml": ("is XML, which postil cannot read as an article", "save the text that is in it in a file"),
    "pdf": ("is a PDF, and postil reads text", "take its text out with pdftotext, or copy it into a file"),
    "docx": ("is a Word document, and postil reads text", "save it as plain text (.txt) in Word or LibreOffice"),
    "doc": ("is an old Office document, and postil reads text", "save it as plain text (.txt) in LibreOffice"),
    "odt": ("is an OpenDocument file, and postil reads text", "save it as plain text (.txt) in LibreOffice"),
    "rtf": ("is rich text, and postil reads plain text", "save it as plain text (.txt)"),
    "epub": ("is an e-book, and postil reads text", "turn it into text with pandoc -t plain or Calibre"),
    "image": ("is a picture", "add its text: take it out with a program that recognises text, such as tesseract"),
    "media": ("is a recording", "add a transcript of it"),
    "zip": ("is a zip archive", "add it to a library with postil add"),
    "tar": ("is an archive", "add it to a library with postil add"),
    "gzip": ("is compressed with gzip", "add it to a library with postil add, or unpack it with gunzip"),
    "archive": ("is an archive of a kind that postil does not open", "unpack it and add what is in it"),
    "binary": ("is a binary file and holds no text", "add a text file"),
}  # fmt: skip
"""Why a document of each kind is refused, and what to do instead."""

BLOCKS = 150_000
"""Blocks of a text at most: each costs more than a kilobyte of memory."""

FEEDS = frozenset({".xml", ".rss", ".atom", ".rdf"})
"""How the files of feeds are called."""


def build(raw: Raw, *, added: datetime) -> Article:
    """The article that a document is. `added` is the time in UTC at which it came in.

    What the outside says of it outranks what it says of itself, but for its address: a page knows its own. Raises
    Refused where the document is in a format that cannot be read, or holds no word.
    """
    kind = kind_of(raw)
    if advice := ADVICE.get(kind) or _misnamed(raw, kind):
        raise Refused(raw.place, *advice)
    if kind == "html":
        from seeds.html.page import read_page

        text, blocks, meta, notices = read_page(raw, added.date())
    else:
        text, blocks, meta, notices = _read_text(raw)
    page = raw.data if kind == "html" else b""
    known = _given(raw.given, meta)
    return Article(
        article_id(text),
        text,
        blocks,
        known,
        added,
        file=raw.name,
        origin=raw.origin,
        cleaner=clean.VERSION,
        notices=notices,
        page=page,
        document=sha256(raw.data).hexdigest(),
    )


def _misnamed(raw: Raw, kind: str) -> tuple[str, str] | None:
    """Why a page under the name of a feed is none, as it comes where a feed is gone."""
    named = kind == "html" and not raw.kind and PurePath(raw.name).suffix.lower() in FEEDS
    if named and b"xhtml" not in raw.data[:START]:
        return "is a web page, and no feed as its name says", "look at it in a browser: it may say why"
    return None


def _read_text(raw: Raw) -> tuple[str, tuple[Block, ...], Meta, tuple[str, ...]]:
    text, notices = decode(raw)
    if not re.search(r"\w", text):
        raise Refused(raw.place, "there is no word in it", "an article needs words")
    spans = cut(text)
    if len(spans) > BLOCKS:
        raise Refused(
            raw.place, f"has more than {BLOCKS:,} paragraphs, which no article has", "cut it into its articles"
        )
    blocks = clean.label(text, spans)
    return text, blocks, head.meta(text, blocks, language.guess(clean.cleaned(text, blocks))), notices


def _given(outside: Meta, own: Meta) -> Meta:
    said = {name: value for name, value in outside._asdict().items() if value and name != "extra"}
    extra = {**own.extra, **outside.extra}
    return own._replace(**{**said, "url": own.url or outside.url, "extra": extra})


def article_id(text: str, length: int = 11) -> str:
    """The id of the article with that text: "d" and the first `length` hex digits of the SHA-256 of its UTF-8."""
    return "d" + sha256(text.encode()).hexdigest()[:length]
