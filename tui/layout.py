"""Where everything of an article stands: rows, found only as far as they are looked at. Pure.

A place is an item and a row in it, never a row's number from the top, so that ten megabytes open as fast as a page and
a resize keeps the place. What is far away is neither wrapped nor counted.
"""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from seeds.span import Span
from tui.items import Item, Part, items
from tui.scale import Scale
from tui.view import View
from tui.wrap import row_at, wrap

REMEMBERED = 400
"""Items whose rows are kept: some screens."""


class Place(NamedTuple):
    """A row by the numbers of its item and of the row in it. Places compare as they stand on the page."""

    item: int
    row: int


class Row(NamedTuple):
    """A row: the code points from `start` to `end` of the text, or of its item's words. `style` names its kind."""

    part: Part
    start: int
    end: int
    style: str
    words: str = ""


class Layout:
    """The rows of a view in a width in cells."""

    def __init__(self, view: View, width: int) -> None:
        self.view, self.width, self.text = view, width, view.article.text
        self.items = items(view, width)
        text = Part.TEXT
        self._entered = [number for number, item in enumerate(self.items) if item[0] is text]
        self._starts = [item[1] for item in self.items if item[0] is text]
        self._rows: dict[int, list[Row]] = {}

    @cached_property
    def _scale(self) -> Scale:
        end = self.items[self._entered[-1]].end if self._entered else 0
        hidden = () if self.view.unfolded else self.view.folds
        folded = [Span(fold.blocks[0].span.start, fold.blocks[-1].span.end) for fold in hidden]
        return Scale(self.text, self._starts, end, folded, self.width)

    @property
    def total(self) -> float:
        """About how many rows there are."""
        return self._scale.total

    def above(self, place: Place) -> float:
        """About how many rows are above a place."""
        block = max(bisect_right(self._entered, place.item) - 1, 0)
        if not self._entered or self._entered[block] != place.item:
            return self._scale.above(block + (self._entered[:1] < [place.item]), 0.0)
        return self._scale.above(block, place.row / len(self.rows(place.item)))

    def below(self, rows: float) -> Place:
        """The place that about so many rows are above of."""
        if not self._entered:
            return Place(0, 0)
        block, part = self._scale.block(rows)
        item = self._entered[min(block, len(self._entered) - 1)]
        return Place(item, int(part * len(self.rows(item))))

    def rows(self, number: int) -> list[Row]:
        """The rows of an item, a blank one before them where it has a gap."""
        known = self._rows.get(number)
        if known is None:
            if len(self._rows) >= REMEMBERED:
                for old in list(self._rows)[: REMEMBERED // 2]:
                    del self._rows[old]
            known = self._rows[number] = self._wrapped(self.items[number])
        return known

    def row(self, place: Place) -> Row:
        return self.rows(place.item)[place.row]

    def place_of(self, offset: int) -> Place:
        """The row that shows a code point, or the nearest one before it, else the first."""
        if not self._entered:
            return Place(0, 0)
        number = self._entered[max(bisect_right(self._starts, offset) - 1, 0)]
        gap = int(self.items[number].gap)
        return Place(number, gap + row_at([row.start for row in self.rows(number)[gap:]], offset))

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

    def seen_from(self, top: Place, height: int) -> list[tuple[Place, Row]]:
        """The `height` places from `top` on, fewer at the end, with their rows."""
        found: list[tuple[Place, Row]] = []
        number, first = top
        while len(found) < height and number < len(self.items):
            rows = self.rows(number)[first : first + height - len(found)]
            found += [(Place(number, at), row) for at, row in enumerate(rows, first)]
            number, first = number + 1, 0
        return found

    def words_of(self, row: Row) -> Span:
        """The code points of a row's words, without the white space that hangs behind them; at least one."""
        return Span(row.start, max(row.start + len(self.text[row.start : row.end].rstrip()), row.start + 1))

    def _wrapped(self, item: Item) -> list[Row]:
        starts = wrap(item.words or self.text, item.start, item.end, self.width)
        rows = [Row(item.part, a, b, item.style, item.words) for a, b in pairwise([*starts, item.end])]
        return [Row(Part.BLANK, item.start, item.start, item.style), *rows] if item.gap else rows
