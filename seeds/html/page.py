"""A saved or fetched page becomes a text with labelled blocks: what stands on it in reading order, none of it lost."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate, pairwise
from typing import NamedTuple

from seeds import clean, language
from seeds.article import Block, Meta
from seeds.clean.page import Page
from seeds.errors import Refused
from seeds.html.charset import named
from seeds.html.head import told
from seeds.html.label import label
from seeds.html.lines import Line, lines
from seeds.html.lists import listed
from seeds.html.meta import meta
from seeds.html.title import alike, best_title
from seeds.html.tree import tree
from seeds.html.votes import votes
from seeds.mojibake import repaired
from seeds.plain import characters, fit
from seeds.read import Raw
from seeds.span import Span

BETWEEN = "\n\n"
"""What parts two blocks in the source text of a page."""

SHOWN = "open it in a browser, and save the text that it shows"


class Article(NamedTuple):
    """What a page holds: its text, the blocks in it, what is known of it, and sentences on what was guessed."""

    text: str
    blocks: tuple[Block, ...]
    meta: Meta
    notices: tuple[str, ...]


def read_page(raw: Raw, day: date) -> Article:
    """The article of a page. `day` is the last one that it may have been published on.

    Raises Refused where there is no word on it.
    """
    markup, notices = characters(raw if raw.encoding else replace(raw, encoding=named(raw.data)))
    root = tree(markup)
    found = list(listed(lines(root))) if root is not None else []
    text, changes = _text(found)
    if root is None or not re.search(r"\w", text):
        raise Refused(raw.place, "there is no word on this page", SHOWN)
    said, page = told(root), Page(text, _spans(text))
    title = best_title([line.text for line in found if "h1" in line.place.roles], said.titles, said.site)
    labels = label(page, found, votes(root, [line.text for line in found]), _number(found, title))
    blocks = tuple(
        Block(span, kind, round(score, 3), why) for span, (kind, score, why) in zip(_spans(text), labels, strict=True)
    )
    spoken = language.guess(clean.cleaned(text, blocks))
    known = meta(root, said, (text, blocks), spoken, day)._replace(title=title)
    return Article(text, blocks, known, (*notices, *changes))


def _text(found: Sequence[Line]) -> tuple[str, tuple[str, ...]]:
    """The source text, and sentences on what was repaired and replaced in it."""
    text = BETWEEN.join(line.text for line in found)
    whole, repair = repaired(text)
    if whole.count(BETWEEN) != text.count(BETWEEN):
        whole, repair = text, ""
    whole, replaced = fit(whole)
    return whole, tuple(filter(None, (repair, replaced)))


def _spans(text: str) -> tuple[Span, ...]:
    """The blocks of a page's text."""
    ends = accumulate(text.split(BETWEEN), lambda end, part: end + len(BETWEEN) + len(part), initial=-len(BETWEEN))
    return tuple(Span(before + len(BETWEEN), end) for before, end in pairwise(ends))


def _number(found: Sequence[Line], title: str) -> int | None:
    """Which line is the title: a heading rather than another line, the first of them."""
    same = [at for at, line in enumerate(found) if title and alike(line.text, title)]
    return min(same, key=lambda at: (_rank(found[at]), at), default=None)


def _rank(line: Line) -> int:
    return next((rank for rank, role in enumerate(("h1", "h2", "h3")) if role in line.place.roles), 3)
