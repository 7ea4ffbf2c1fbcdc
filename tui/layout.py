"""Where everything of an article stands: rows, found only as far as they are looked at. Pure.

A place is an item and a row in it, never a row's number from the top, so that ten megabytes open as fast as a page and
a resize keeps the place. What is far away is neither wrapped nor counted.
"""

from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from seeds.article import Block, Kind, Meta
from seeds.printable import printable
from seeds.segment.pieces import pieces
from tui.citation import plain_date
from tui.view import Fold, View
from tui.wrap import wrap

REMEMBERED = 300
"""Items whose rows are kept: some screens."""


class Part(Enum):
    """What a row is for."""

    TEXT = "text"
    BLANK = "blank"
    HEAD = "head"
    META = "meta"
    FOLD = "fold"


class Item(NamedTuple):
    """Something that is drawn in rows of its own. `start` and `end` are the code points of a block, or of a piece of a
    huge one; without a block they are those of `words`. `gap` tells that a blank row stands before it."""

    part: Part
    start: int
    end: int
    kind: Kind
    gap: bool
    words: str = ""


class Row(NamedTuple):
    """A row: the code points from `start` to `end` of the text, or of its item's words."""

    part: Part
    start: int
    end: int
    kind: Kind
    words: str = ""


class Place(NamedTuple):
    """A row by the numbers of its item and of the row in it."""

    item: int
    row: int


class Layout:
    """The rows of a view in a width in cells."""

    def __init__(self, view: View, width: int) -> None:
        self.view, self.width, self.text = view, width, view.article.text
        self.items = list(_items(view, width))
        self._entered = [number for number, item in enumerate(self.items) if item.part is Part.TEXT]
        self._starts = [self.items[number].start for number in self._entered]
        self._rows: dict[int, list[Row]] = {}

    def rows(self, number: int) -> list[Row]:
        """The rows of an item, a blank one before them where it has a gap."""
        known = self._rows.get(number)
        if known is None:
            if len(self._rows) >= REMEMBERED:
                self._rows.clear()
            known = self._rows[number] = self._wrapped(self.items[number])
        return known

    def row(self, place: Place) -> Row:
        return self.rows(place.item)[place.row]

    def place_of(self, offset: int) -> Place:
        """The row that shows a code point, or the nearest one before it."""
        if not self._entered:
            return Place(0, 0)
        number = self._entered[max(bisect_right(self._starts, offset) - 1, 0)]
        rows = self.rows(number)
        at = bisect_right(rows, offset, key=lambda row: row.start) - 1
        return Place(number, max(at, int(self.items[number].gap)))

    def after(self, place: Place) -> Iterator[Place]:
        """The places behind one, in order."""
        number, row = place
        while number < len(self.items):
            for at in range(row + 1, len(self.rows(number))):
                yield Place(number, at)
            number, row = number + 1, -1

    def before(self, place: Place) -> Iterator[Place]:
        """The places before one, backwards."""
        number, row = place
        while True:
            for at in range(row - 1, -1, -1):
                yield Place(number, at)
            number -= 1
            if number < 0:
                return
            row = len(self.rows(number))

    def _wrapped(self, item: Item) -> list[Row]:
        text = item.words or self.text
        starts = wrap(text, item.start, item.end, self.width)
        ends = [*starts[1:], item.end]
        rows = [Row(item.part, a, b, item.kind, item.words) for a, b in zip(starts, ends, strict=True)]
        return [Row(Part.BLANK, item.start, item.start, item.kind), *rows] if item.gap else rows


def _items(view: View, width: int) -> Iterator[Item]:
    """Everything in the order in which it is drawn: that of the source, but for the fold above the title."""
    title, first = view.title_block, True
    meta = about(view.article.meta)
    if title is None:
        if view.article.meta.title:
            yield from _words(Part.HEAD, printable(view.article.meta.title), Kind.TITLE, gap=False)
        yield from _words(Part.META, meta, Kind.BODY, gap=False)
        first = not meta and not view.article.meta.title
    late: list[Fold] = []
    before: Block | None = None
    for block in _in_order(view):
        if isinstance(block, Fold):
            if title is not None and block.blocks[0].span.start < title.span.start:
                late.append(block)
            else:
                yield from _fold(block, gap=not first)
                before, first = None, False
            continue
        for number, piece in enumerate(pieces(view.article.text, block.span)):
            gap = number == 0 and not first and not _close(view.article.text, before, block, width)
            yield Item(Part.TEXT, piece.start, piece.end, block.kind, gap)
        before, first = block, False
        if block is title:
            yield from _words(Part.META, meta, Kind.BODY, gap=False)
            for fold in late:
                yield from _fold(fold, gap=True)


def _in_order(view: View) -> Iterator[Block | Fold]:
    folds = [] if view.unfolded else list(reversed(view.folds))
    for block in view.shown:
        while folds and folds[-1].blocks[0].span.start < block.span.start:
            yield folds.pop()
        yield block
    yield from reversed(folds)


def _close(text: str, before: Block | None, block: Block, width: int) -> bool:
    """Whether two blocks stand close together: short lines of one kind, as of a list, without an empty line between."""
    if before is None or before.kind is not block.kind or max(len(before.span), len(block.span)) > width:
        return False
    return text.count("\n", before.span.end, block.span.start) == 1


def _fold(fold: Fold, *, gap: bool) -> Iterator[Item]:
    lines = "1 line" if fold.lines == 1 else f"{fold.lines} lines"
    return _words(Part.FOLD, f"··· {lines} of site furniture folded (z)", Kind.CHROME, gap=gap)


def _words(part: Part, words: str, kind: Kind, *, gap: bool) -> Iterator[Item]:
    if words:
        yield Item(part, 0, len(words), kind, gap, words)


def about(meta: Meta) -> str:
    """The meta line: publication, date, author, as far as they are known."""
    parts = (meta.publication, plain_date(meta.published_at), meta.author)
    return printable(" · ".join(part for part in parts if part))
