"""What is known of a page's article: from its markup by trafilatura and htmldate, else from its own lines."""

import logging
import re
from collections.abc import Sequence
from contextlib import suppress
from copy import deepcopy
from datetime import date
from typing import Any

from lxml import etree

from seeds import head
from seeds.article import Block, Meta
from seeds.html.head import Told, head_only, host
from seeds.printable import printable

LONGEST = 300
"""Code points of what a page says of itself that are kept."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_STUMBLES = (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, OverflowError)
"""What libraries raise that meet a page which they do not expect: it is read without their word."""


def meta(root: etree._Element, told: Told, article: tuple[str, Sequence[Block]], language: str, day: date) -> Meta:
    """What is known of the article of a page, but for its title; empty strings where nothing is.

    `article` are the text and its blocks, `language` that of its words, `day` the last one that it may be published on.
    """
    own = head.meta(*article, language)
    said = _said(root, day)
    return Meta(
        publication=_fit(told.publication or said.publication) or own.publication or host(told.address),
        author=_fit(said.author) or own.author,
        published_at=said.published_at or own.published_at or _dated(root, day),
        url=told.address,
        language=language or _tag(told.language),
        extra={"modified_at": told.modified} if told.modified else {},
    )


def _fit(words: str) -> str:
    """What a page says of itself, as it may stand in a list."""
    return printable(words)[:LONGEST]


def _said(root: etree._Element, day: date) -> Meta:
    """What trafilatura reads in the head of the page."""
    from trafilatura.metadata import extract_metadata

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it reports each page that it cannot read
    with suppress(*_STUMBLES, etree.LxmlError):
        found = extract_metadata(head_only(root), None, _wanted(day), extensive=False)
        names = map(str.strip, (found.author or "").split(";"))
        return Meta(
            publication=found.sitename or "",
            author="; ".join(filter(None, names)),
            published_at=found.date or "",
        )
    return Meta()


def _dated(root: etree._Element, day: date) -> str:
    """What htmldate reads in the whole page: in elements that say that they hold a date."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    with suppress(*_STUMBLES, etree.LxmlError):
        return find_date(deepcopy(root), **_wanted(day)) or ""
    return ""


def _wanted(day: date) -> dict[str, Any]:
    """The day of publication, rather than that of a change, and not by guessing."""
    return {"extensive_search": False, "original_date": True, "max_date": day.isoformat()}


def _tag(said: str) -> str:
    """A page's word for its language as a BCP 47 tag; "" where it is none."""
    return said.replace("_", "-") if _LANGUAGE.fullmatch(said.replace("_", "-")) else ""
