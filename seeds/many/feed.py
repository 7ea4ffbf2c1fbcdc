"""Take the articles out of a feed (RSS, Atom, RDF, JSON Feed), each as a document of its own. Pure: fetches nothing."""

import html
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from seeds.article import Meta
from seeds.errors import Refused
from seeds.kinds import kind_of
from seeds.many.jsonfeed import is_json, json_entries
from seeds.many.moments import moment
from seeds.many.posts import Post, address, language, post
from seeds.plain import decode
from seeds.read import Raw

DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*\?>")
ROOT = re.compile(r"<\w")
SPACE = re.compile(r"\s+")
"""Of what stands before the first element, feedparser reads white space over and over."""

ENCODING = re.compile(r"encoding\s*=\s*[\"']([\w.:-]+)")
ENTITY = re.compile(r"<!ENTITY\b([^<>]*)>")
QUOTED = r"""(?:"[^"]*"|'[^']*')"""
HARMLESS = re.compile(
    rf"""\s+[\w.-]+\s+(?:"(?:&\#\w+;|[^&%"]{{0,20}})"|'(?:&\#\w+;|[^&%']{{0,20}})')\s*"""
    rf"""|\s+(?:%\s+)?[\w.-]+\s+(?:SYSTEM|PUBLIC\s+{QUOTED})\s+{QUOTED}\s*"""
)
"""An entity that stands for a character or a word, or for a file, which is never fetched. What holds other entities, or
much text, may grow to any size when it is used."""

LIMIT = 64 * 1024 * 1024
"""Bytes of a feed at most: feedparser takes many times of that as memory."""

TRIPPED = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)
"""What feedparser was seen to stumble with over damaged feeds, or may."""

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
ENDED = re.compile(r"</\w+>|<(?:br|p)\b", re.IGNORECASE)
"""Markup where plain text was announced, as many feeds do."""

READABLE = ("text/plain", "text/html", "application/xhtml+xml")


def entries(raw: Raw) -> Iterator[Raw | Refused]:
    """A document for each entry of a feed, in its order; Refused for an entry without a text, and for what is no feed.

    What an entry holds is HTML or plain text, and `kind` says which; `given` is what the feed says of it.
    """
    if is_json(raw):
        yield from json_entries(raw)
        return
    try:
        found = _parsed(raw)
    except Refused as refused:
        yield refused
        return
    for number, entry in enumerate(found["entries"], 1):
        yield post(raw, _post(entry, found), number)


def _parsed(raw: Raw) -> Mapping[str, Any]:
    """What feedparser makes of the feed. Raises Refused where there is no entry in it."""
    import feedparser

    if len(raw.data) > LIMIT:
        raise Refused(raw.place, f"is larger than {LIMIT >> 20} MB, which no feed is", "cut it into smaller ones")
    stream = io.BytesIO(_as_text(raw).encode())
    found: Mapping[str, Any] = {}
    with suppress(*TRIPPED):
        found = feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    if found.get("entries"):
        return found
    if not found.get("version"):
        if kind_of(replace(raw, kind="")) == "html":
            raise Refused(raw.place, "is an HTML page and no feed", "add it as a page, or look in it for its feed")
        raise Refused(raw.place, "is no feed, or too damaged to be read as one", "fetch it again")
    raise Refused(raw.place, "there is no entry in this feed", "fetch it again when something has appeared")


def _as_text(raw: Raw) -> str:
    """The feed without its XML declaration, whose encoding holds no more. Raises Refused if its entities may grow."""
    declaration = DECLARATION.match(raw.data[:1000].decode("ascii", "ignore"))
    said = declaration and ENCODING.search(declaration[0])
    text, _ = decode(replace(raw, encoding=raw.encoding or (said[1] if said else "")))
    declared = ENTITY.findall(text)
    if len(declared) != text.count("<!ENTITY") or not all(map(HARMLESS.fullmatch, declared)):
        why = "defines words that may grow without end (XML entities)"
        raise Refused(raw.place, why, "save the pages that it names, and add those")
    head = ROOT.search(text)
    start = head.start() if head else len(text)
    return SPACE.sub(lambda space: "\n" if "\n" in space[0] else " ", DECLARATION.sub("", text[:start])) + text[start:]


def _post(entry: Mapping[str, Any], found: Mapping[str, Any]) -> Post:
    feed = found["feed"]
    text, is_html, said = _content(entry)
    whose = entry.get("authors") or (feed.get("authors") if found["version"].startswith("atom") else ()) or ()
    given = Meta(
        title=_title(entry),
        publication=_string(entry.get("source") or {}, "title") or _string(feed, "title"),
        author=", ".join(dict.fromkeys(filter(None, (_string(one, "name") for one in whose)))),
        published_at=moment(_string(entry, "published") or _string(entry, "updated") or _string(entry, "created")),
        url=_page(_string(feed, "link"), _string(entry, "link"), _string(entry, "id")),
        language=language(_string(entry, "language") or said or _string(feed, "language")),
    )
    return Post(_string(entry, "id"), text, is_html, given)


def _page(feed: str, entry: str, identity: str) -> str:
    """The address of an entry's page, which may be told from the feed's own; "" where there is none.

    feedparser takes an id for the address where an entry has no other; it is one only if it is whole.
    """
    try:
        return address(entry if entry == identity else urljoin(feed, entry)) if entry else ""
    except ValueError:
        return ""


def _string(said: Mapping[str, Any], name: str) -> str:
    """A value that is a string in every sound feed; "" where a damaged one made something else of it."""
    value = said.get(name)
    return value.strip() if isinstance(value, str) else ""


def _content(entry: Mapping[str, Any]) -> tuple[str, bool, str]:
    """The longest text that an entry has in it, else its summary; whether that is HTML; and its language."""
    whole = [one for one in entry.get("content", ()) if one.get("type") in READABLE and _string(one, "value")]
    best = max(whole, key=lambda one: len(one["value"]), default=None) or entry.get("summary_detail") or {}
    text = _string(best, "value") or _string(entry, "summary")
    is_html = best.get("type") != "text/plain" or bool(ENDED.search(text))
    return text, is_html, _string(best, "language")


def _title(entry: Mapping[str, Any]) -> str:
    title = _string(entry, "title")
    if (entry.get("title_detail") or {}).get("type") in READABLE[1:]:
        return html.unescape(TAG.sub("", title))
    return title
