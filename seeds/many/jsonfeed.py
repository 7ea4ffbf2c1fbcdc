"""Read a JSON Feed (jsonfeed.org, versions 1 and 1.1). Pure."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from seeds.article import Meta
from seeds.errors import Refused
from seeds.many.moments import moment
from seeds.many.posts import Post, address, language, post
from seeds.plain import decode
from seeds.read import Raw


def is_json(raw: Raw) -> bool:
    """Whether the document begins as JSON does, behind a byte order mark."""
    return raw.data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"["))


def json_entries(raw: Raw) -> Iterator[Raw | Refused]:
    """A document for each item of the feed, in its order; Refused where there is none, or none that can be read."""
    try:
        feed = json.loads(decode(raw)[0])
    except (ValueError, RecursionError):
        yield Refused(raw.place, "is no JSON that can be read", "fetch it again")
        return
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        yield Refused(raw.place, "there is no entry in this feed", "fetch it again when something has appeared in it")
        return
    for number, item in enumerate(items, 1):
        if isinstance(item, dict):
            yield post(raw, _post(item, feed), number)
        else:
            yield Refused(f"{raw.place}, entry {number}", "is no object", "look for its page, and add that")


def _post(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Post:
    page, plain = _text(item, "content_html"), _text(item, "content_text")
    given = Meta(
        title=_text(item, "title"),
        publication=_text(feed, "title"),
        author=", ".join(dict.fromkeys([*_authors(item)] or _authors(feed))),
        published_at=moment(_text(item, "date_published") or _text(item, "date_modified")),
        url=address(_text(item, "url")) or address(_text(item, "external_url")),
        language=language(_text(item, "language") or _text(feed, "language")),
    )
    return Post(str(item.get("id") or ""), page or plain or _text(item, "summary"), bool(page), given)


def _authors(said: Mapping[str, Any]) -> Iterator[str]:
    """The names of "authors", or of "author" as version 1 has it."""
    authors = said.get("authors")
    for author in authors if isinstance(authors, list) else [said.get("author")]:
        if isinstance(author, dict) and (name := _text(author, "name")):
            yield name


def _text(said: Mapping[str, Any], name: str) -> str:
    value = said.get(name)
    return value.strip() if isinstance(value, str) else ""
