"""What the head of a page tells of its article, for programs rather than for readers: meta elements and JSON-LD."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from lxml import etree, html

from seeds.printable import printable

LONGEST = 2_000
"""Code points of an address at most."""

DEEPEST = 40
"""How deep in JSON-LD an article is looked for."""

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?")
"""A day, or a time of it, in ISO 8601."""

_HOLDING = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement")


class Told(NamedTuple):
    """What a page's head says.

    `titles` are the plainest first; `publication` is the site's own name, `site` that or the name of its server;
    `address` is where the page says it is, `modified` the moment of the last change, in ISO 8601 as exactly as told.
    """

    titles: tuple[str, ...]
    publication: str
    site: str
    language: str
    address: str
    modified: str


def told(root: etree._Element) -> Told:
    """What is said of the title, the site, the language and the last change."""
    metas, linked = _metas(root), list(linked_data(root))
    headlines = [one["headline"] for one in linked if isinstance(one.get("headline"), str)]
    changes = [one["dateModified"] for one in linked if isinstance(one.get("dateModified"), str)]
    modified = next((one for one in (*changes, metas.get("article:modified_time", "")) if MOMENT.fullmatch(one)), "")
    title = next((" ".join((one.text or "").split()) for one in root.iter("title")), "")
    titles = (*headlines[:1], metas.get("og:title", ""), metas.get("twitter:title", ""), title)
    language = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    addresses = (_canonical(root), metas.get("og:url", ""))
    address = next(filter(_is_address, addresses), "")
    name = unescape(metas.get("og:site_name", ""))
    named = tuple(unescape(one) for one in titles if one.strip())
    return Told(named, name, name or host(address).rpartition(".")[0], language, address, modified)


def linked_data(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The objects of a page's JSON-LD, those within others too; what is broken is left out."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            try:
                yield from _objects(json.loads(script.text, strict=False), 0)
            except (ValueError, RecursionError):
                continue


def head_only(root: etree._Element) -> etree._Element:
    """A page of nothing but its head and its JSON-LD, quick to search."""
    page: etree._Element = html.Element("html", lang=root.get("lang") or "")
    head = root.find("head")
    page.append(deepcopy(head) if head is not None else html.Element("head"))
    body = html.Element("body")
    page.append(body)
    for script in root.iterfind("body//script[@type='application/ld+json']"):
        copied = deepcopy(script)
        copied.tail = None
        body.append(copied)
    return page


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < DEEPEST:
        for one in value:
            yield from _objects(one, depth + 1)
    elif isinstance(value, dict) and depth < DEEPEST:
        yield value
        for name in _HOLDING:
            yield from _objects(value.get(name), depth + 1)


def _metas(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name and (content := (meta.get("content") or "").strip()):
            found.setdefault(name, content)
    return found


def _canonical(root: etree._Element) -> str:
    return next((link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"), "")


def _is_address(word: str) -> bool:
    """Whether the word is an address on the web, with a host."""
    try:
        parts = urlsplit(word)
        if len(word) > LONGEST or printable(word) != word:
            return False
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def host(address: str) -> str:
    """The name of the server of an address, without www."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
