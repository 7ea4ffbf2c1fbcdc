"""A saved or fetched page becomes a text with labelled blocks: what stands on it in reading order, none of it lost."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise
from typing import NamedTuple

from lxml import etree

from seeds import clean, head, language
from seeds.article import Block, Meta
from seeds.clean.page import Page
from seeds.errors import Refused
from seeds.html.charset import markup
from seeds.html.flat import flat
from seeds.html.head import told
from seeds.html.label import label
from seeds.html.lines import Line, lines
from seeds.html.lists import listed
from seeds.html.meta import meta
from seeds.html.title import alike, best_title
from seeds.html.tree import tree
from seeds.html.votes import votes
from seeds.html.walls import refusal
from seeds.mojibake import repaired
from seeds.plain import fit
from seeds.read import Raw
from seeds.span import Span

BETWEEN = "\n\n"
"""What parts two blocks in the source text of a page."""

LIMIT = 20 * 1024 * 1024
"""Bytes of a page at most, as of one that is fetched: the largest of 410 on the web had 2 MB."""

SHOWN = "open it in a browser, and save the text that it shows"


class Article(NamedTuple):
    """What a page holds: its text, the blocks in it, what is known of it, and sentences on what was guessed."""

    text: str
    blocks: tuple[Block, ...]
    meta: Meta
    notices: tuple[str, ...]


def read_page(raw: Raw, day: date) -> Article:
    """The article of a page. `day` is the last one that it may have been published on.

    Raises Refused where it is no page, or there is no word on it.
    """
    if len(raw.data) > LIMIT:
        raise Refused(raw.place, f"is larger than {LIMIT >> 20} MB, which no page is", SHOWN)
    text, notices = markup(raw)
    root = tree(text)
    article = _flat(text) if root is None else _read(root, day, raw.place)
    if not re.search(r"\w", article.text):
        raise Refused(raw.place, "there is no word on this page", SHOWN)
    return article._replace(notices=(*notices, *article.notices))


def _read(root: etree._Element, day: date, place: str) -> Article:
    found = list(listed(lines(root)))
    text, changes = _text(BETWEEN.join(line.text for line in found))
    spans, said = blocks_of(text), told(root)
    title = best_title([line.text for line in found if "h1" in line.place.roles], said.titles, said.site)
    page = Page(text, spans)
    kept = votes(root, [line.text for line in found], page.prose)
    labels = label(page, found, kept, numbered(found, title)) if found else ()
    blocks = tuple(
        Block(span, kind, round(score, 3), why) for span, (kind, score, why) in zip(spans, labels, strict=True)
    )
    if found and (refused := refusal(root, found, text, blocks)):
        raise Refused(place, *refused)
    spoken = language.guess(clean.cleaned(text, blocks))
    return Article(text, blocks, meta(root, said, (text, blocks), spoken, day)._replace(title=title), changes)


def _flat(page: str) -> Article:
    """The article of a page without a tree, by its text alone."""
    text, changes = _text(flat(page))
    blocks = clean.label(text) if text else ()
    known = head.meta(text, blocks, language.guess(clean.cleaned(text, blocks)))
    return Article(text, blocks, known, ("its markup is too much for a tree: read by its text alone", *changes))


def _text(text: str) -> tuple[str, tuple[str, ...]]:
    """The source text, and sentences on what was repaired and replaced in it."""
    whole, repair = repaired(text)
    if whole.count(BETWEEN) != text.count(BETWEEN):
        whole, repair = text, ""
    whole, replaced = fit(whole)
    return whole, tuple(filter(None, (repair, replaced)))


def blocks_of(text: str) -> tuple[Span, ...]:
    """The blocks of a page's text."""
    ends = accumulate(text.split(BETWEEN), lambda end, part: end + len(BETWEEN) + len(part), initial=-len(BETWEEN))
    return () if not text else tuple(Span(before + len(BETWEEN), end) for before, end in pairwise(ends))


def numbered(found: Sequence[Line], title: str) -> int | None:
    """Which line is the title: a heading rather than another line, the first of them."""
    longest = 3 * len(title) + 20
    same = [at for at, line in enumerate(found) if len(line.text) < longest and alike(line.text, title)]
    return min(same, key=lambda at: (_rank(found[at]), at), default=None)


def _rank(line: Line) -> int:
    return next((rank for rank, role in enumerate(("h1", "h2", "h3")) if role in line.place.roles), 3)
