"""One entry of a feed as a document, whichever format the feed is in."""

import html
import re
from typing import NamedTuple

from seeds.article import Meta
from seeds.errors import Refused
from seeds.plain import NO_CHARACTER
from seeds.printable import printable
from seeds.read import Raw

LONGEST = 300
"""Code points of what identifies an entry, at most."""

ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
TAG = re.compile(r"<[^<>]*>")


class Post(NamedTuple):
    """What a feed says in one entry: its id as the feed gives it, its text, whether that is HTML, and what is known."""

    id: str
    text: str
    is_html: bool
    given: Meta


def post(feed: Raw, entry: Post, number: int) -> Raw | Refused:
    """The document that an entry of `feed` is, by its number from 1; Refused where there is no word in it."""
    given = entry.given._replace(
        title=printable(entry.given.title),
        publication=printable(entry.given.publication),
        author=printable(entry.given.author),
    )
    text = NO_CHARACTER.sub("\ufffd", entry.text)
    if not re.search(r"\w", html.unescape(TAG.sub("", text)) if entry.is_html else text):
        which = f"entry {number}" + (f" (“{given.title[:LONGEST]}”)" if given.title else "")
        remedy = f"add its page, {given.url}" if given.url else "look for its page, and add that"
        return Refused(f"{feed.place}, {which}", "the feed holds no text of it", remedy)
    key = printable(entry.id)[:LONGEST] or given.url[:LONGEST] or str(number)
    kind = "html" if entry.is_html else "text"
    return Raw(text.encode(), f"{feed.origin}#{key}", feed.name, "utf-8", kind, given)


def address(said: str) -> str:
    """An address of a page, as it was said; "" for what is none."""
    said = said.strip()
    return said if ADDRESS.fullmatch(said) and printable(said) == said else ""


def language(said: str) -> str:
    """A BCP 47 tag, as it was said; "" for what is none."""
    tag = said.strip().replace("_", "-")
    return tag if LANGUAGE.fullmatch(tag) else ""
