"""From bytes to an article: the one way in for every document, and a plain sentence for each that has no way in yet."""

import re
from datetime import datetime
from hashlib import sha256

from seeds import clean, head, language
from seeds.article import Article
from seeds.errors import Refused
from seeds.kinds import kind_of
from seeds.plain import decode
from seeds.read import Raw

__all__ = ["ADVICE", "article_id", "build", "kind_of"]

ADVICE = {
    "html": ("postil cannot read HTML pages yet", "save the page as text, or copy its text into a file"),
    "feed": ("postil cannot read feeds yet", "save the text of each article in a file of its own"),
    "table": ("postil cannot read tables yet", "save the text of each row in a file of its own"),
    "jsonl": ("postil cannot read JSON Lines yet", "save the text of each line in a file of its own"),
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
    "zip": ("is a zip archive", "unpack it and add what is in it"),
    "gzip": ("is compressed with gzip", "unpack it with gunzip and add what is in it"),
    "archive": ("is an archive", "unpack it and add what is in it"),
    "binary": ("is a binary file and holds no text", "add a text file"),
}  # fmt: skip
"""Why a document of each kind is refused, and what to do instead."""


def build(raw: Raw, *, added: datetime) -> Article:
    """The article that a document is. `added` is the time in UTC at which it came in.

    Raises Refused where the document is in a format that cannot be read, or holds no word.
    """
    if advice := ADVICE.get(kind_of(raw)):
        raise Refused(raw.place, *advice)
    text, notices = decode(raw)
    if not re.search(r"\w", text):
        raise Refused(raw.place, "there is no word in it", "an article needs words")
    blocks = clean.label(text)
    meta = head.meta(text, blocks, language.guess(clean.cleaned(text, blocks)))
    return Article(article_id(text), text, blocks, meta, added, raw.name, raw.origin, clean.VERSION, notices)


def article_id(text: str, length: int = 11) -> str:
    """The id of the article with that text: "d" and the first `length` hex digits of the SHA-256 of its UTF-8."""
    return "d" + sha256(text.encode()).hexdigest()[:length]
