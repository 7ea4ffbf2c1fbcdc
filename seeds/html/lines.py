"""A page as a reader sees it: its text in reading order, cut where the page cuts it. Pure.

Every element that is set as a block cuts; what browsers do not draw (scripts, styles, choices of forms) is left out.
The walk is a loop, so that no nesting is too deep.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from seeds.html.place import TOP, Place, inside

_UNSEEN = """
    script style noscript template svg math head iframe canvas video audio select datalist textarea progress meter title
"""
_BLOCKS = """
    address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption
    figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary
    table tbody td tfoot th thead tr ul
"""
UNSEEN, BLOCK = frozenset(_UNSEEN.split()), frozenset(_BLOCKS.split())
CELLS = frozenset({"td", "th"})
BOLD = frozenset({"b", "strong"})

_WHITE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_PARAGRAPHS = re.compile(r"\n\n+")
_BLANK = re.compile(r"\n(?:[ \t]*\n)+")
_ENDED = re.compile(r"(?<=[.!?…:。！？؟।\"'”’»)\]])\n")
_LONG = 60
"""Code points: lines that a page breaks by hand and that are longer in the mean are paragraphs, if they end as such do;
cells of a table that are longer are columns of a page."""


@dataclass(slots=True)
class Line:
    """A stretch of text between two cuts. `linked` counts its code points within links, `bold` those in bold type."""

    text: str
    place: Place
    linked: int = 0
    bold: int = 0


@dataclass(slots=True)
class _Open:
    """What has been read since the last cut, and in how many links, bold and preformatted elements the walk is."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    links: int = 0
    bolds: int = 0
    pres: int = 0

    def take(self, text: str | None) -> None:
        """Read on."""
        if not text:
            return
        if text.isspace() and not self.pres:
            if self.parts and not self.parts[-1].endswith(" "):
                self.parts.append(" ")
            return
        if not self.pres:
            text = _WHITE.sub(" ", text)
            text = text.lstrip(" ") if self.parts and self.parts[-1].endswith(" ") else text
        self.parts.append(text)
        size = len(text.strip())
        self.linked += size * bool(self.links)
        self.bold += size * bool(self.bolds)

    def cut(self, place: Place) -> Iterator[Line]:
        """The lines that end here."""
        if not self.parts:
            return
        text, linked, bold = "".join(self.parts), self.linked, self.bold
        self.parts, self.linked, self.bold = [], 0, 0
        if not self.pres:
            text = _AROUND_BREAK.sub("\n", text)
        if text.isspace():
            return
        text = text.replace("\r", "").strip("\n").rstrip() if self.pres else _trimmed(text)
        for piece in _BLANK.split(text) if self.pres else _pieces(text):
            if not piece or piece.isspace():
                continue
            share = len(piece) / len(text)
            yield Line(piece, place, round(linked * share), round(bold * share))


def lines(root: etree._Element) -> Iterator[Line]:
    """The lines of a page, in order; none is empty."""
    walker = etree.iterwalk(root, events=("start", "end"))
    now, place = _Open(), TOP
    for event, element in walker:
        tag = element.tag
        if tag in UNSEEN or not isinstance(tag, str):
            if event == "start":
                walker.skip_subtree()
            else:
                now.take(element.tail)
        elif event == "start":
            if tag in BLOCK:
                yield from _opened(now, place, tag)
                place = inside(place, element, tag)
            elif between := _between(element, tag):
                now.parts.append(between)
            _count(now, tag, 1)
            now.take(element.text)
        else:
            if tag in BLOCK:
                yield from () if tag in CELLS else now.cut(place)
                place = place.above or TOP
            _count(now, tag, -1)
            now.take(element.tail)
    yield from now.cut(TOP)


def _opened(now: _Open, place: Place, tag: str) -> Iterator[Line]:
    """The lines before a block. The short cells of a row stay in one line; others hold a column of the page."""
    if tag not in CELLS or sum(map(len, now.parts)) > _LONG:
        yield from now.cut(place)
    elif now.parts:
        now.parts.append(" | ")


def _between(element: etree._Element, tag: str) -> str:
    """What an element within a line parts it by: a line end, or a space between two links that touch."""
    return "\n" if tag == "br" else " " if tag == "a" and _touches(element) else ""


def _trimmed(text: str) -> str:
    """The text without white space and the marks of empty cells at its ends."""
    before = ""
    while text != before:
        before, text = text, text.strip().strip("|")
    return text


def _count(now: _Open, tag: str, step: int) -> None:
    if tag == "a":
        now.links += step
    elif tag in BOLD:
        now.bolds += step
    elif tag == "pre":
        now.pres += step


def _touches(link: etree._Element) -> bool:
    """Whether a link stands right behind another, which only a style sheet parts."""
    before = link.getprevious()
    return before is not None and before.tag == "a" and not before.tail


def _pieces(text: str) -> list[str]:
    """The paragraphs of a line that the page broke by hand."""
    found = list[str]()
    for piece in _PARAGRAPHS.split(text):
        found += _ENDED.split(piece) if len(piece) > _LONG * (1 + piece.count("\n")) else [piece]
    return found
