"""Which rows of a layout are in sight, and where the keys that go by rows lead. Pure.

Needs to know no row's number from the top: everything is counted from the place at the upper edge.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from seeds.span import Span
from tui.items import Part
from tui.layout import Layout, Place, Row
from tui.wrap import cell_of, offset_at

CONTEXT = 2
"""Rows that stay in sight above and below the moving end, and of the page before when one goes on by pages."""

FIRST = Place(0, 0)


class Window:
    """`height` rows of a layout: `places` and their `rows`, from the upper edge down. Offsets are code points.

    `anchor` is the code point that stands in the first row of text, or 0 at the very top. It is kept when the layout
    changes, so that text that is made narrower and wide again comes back to where it was.
    """

    def __init__(self, layout: Layout, height: int, anchor: int = 0) -> None:
        self.layout, self.height = layout, max(height, 1)
        self._go(layout.place_of(anchor) if anchor else FIRST)
        self.anchor = anchor

    def sees(self, offset: int) -> bool:
        return bool(self.places) and self.places[0] <= self.layout.place_of(offset) <= self.places[-1]

    def nearest(self, offset: int) -> int:
        """The start of the row in sight that is nearest to the code point."""
        starts = [row.start for row in self.rows if row.part is Part.TEXT]
        return min(starts, key=lambda start: abs(start - offset), default=offset)

    def reveal(self, selected: Span, head: int) -> None:
        """Scroll as little as it takes to see a stretch, above all the code point `head`; what is far away comes to
        stand in the upper third."""
        if not self.places:
            return
        place = self.layout.place_of(head)
        context = min(CONTEXT, (self.height - 1) // 2)
        if self._far(place):
            self._go(self._up(place, self.height // 3))
        other = self.layout.place_of(selected.start if head > selected.start else max(selected.end - 1, selected.start))
        if not self._far(other):
            self._show(other, 0)
        self._show(place, context)

    def scroll(self, by: int) -> None:
        """Move what is in sight by rows, without going beyond either end."""
        if by < 0:
            self._go(self._up(self.top, -by))
        elif by > 0 and self.places:
            self._go(next(islice(self.layout.after(self.top), by - 1, None), self.last))

    def page(self, offset: int, by: int) -> int:
        """Scroll by pages, and give the code point where the caret comes to stand."""
        before = self.top
        self.scroll(by * max(self.height - CONTEXT, 1))
        texts = [row for row in self.rows if row.part is Part.TEXT]
        if not texts:
            return offset
        if self.top == before:
            return max(texts[-1].start, offset) if by > 0 else min(texts[0].start, offset)
        return texts[min(CONTEXT, len(texts) - 1)].start

    def vertical(self, offset: int, by: int, goal: int | None) -> tuple[int, int]:
        """Where a caret comes to stand `by` rows of text further, and the cell that it keeps to."""
        text, place = self.layout.text, self.layout.place_of(offset)
        row = self.layout.row(place)
        cell = goal if goal is not None else cell_of(text, row.start, row.end, offset)
        ways = self.layout.after(place) if by > 0 else self.layout.before(place)
        texts = list(islice(self._texts(ways), abs(by)))
        if not texts:
            return offset, cell
        words = self.layout.words_of(texts[-1])
        return offset_at(text, words.start, words.end, cell), cell

    def centre(self, offset: int) -> None:
        """Scroll so that the row of a code point stands in the middle, as far as there are rows around it."""
        self._go(self._up(self.layout.place_of(offset), self.height // 2))

    def stand(self, top: Place) -> None:
        """Scroll so that a place is at the upper edge."""
        self._go(top)

    def row_at(self, offset: int) -> Span:
        """The code points of the row that shows an offset, without the white space that hangs behind it."""
        return self.layout.words_of(self.layout.row(self.layout.place_of(offset)))

    @property
    def thumb(self) -> range:
        """The rows beside which the thumb of the scroll bar stands: none where all is in sight, the first and the last
        only at either end."""
        if self.last == FIRST:
            return range(0)
        total = max(self.layout.total, self.height + 1)
        size = max(int(self.height * self.height / total), 1)
        free = self.height - size
        if self.top in (FIRST, self.last):
            at = 0 if self.top == FIRST else free
        else:
            at = max(1, min(round(free * self.layout.above(self.top) / (total - self.height)), free - 1))
        return range(at, at + size)

    def scroll_to(self, row: int) -> None:
        """Scroll to where the thumb stands around a row of the pane."""
        part = max(0.0, min(row / max(self.height - 1, 1), 1.0))
        if part in (0.0, 1.0) or not self.thumb:
            self._go(self.last if part else FIRST)
        else:
            self._go(self.layout.below(part * max(self.layout.total - self.height, 0)))

    @cached_property
    def last(self) -> Place:
        """The lowest place for the upper edge: it leaves no row empty below the end."""
        return self._up(Place(len(self.layout.items), 0), self.height)

    def _go(self, top: Place) -> None:
        self.top = top if top == FIRST else min(top, self.last)
        seen = self.layout.seen_from(self.top, self.height)
        self.places: list[Place] = [place for place, _ in seen]
        self.rows: list[Row] = [row for _, row in seen]
        first = next((row.start for row in self.rows if row.part is Part.TEXT), 0)
        self.anchor = first if self.top != FIRST else 0

    def _far(self, place: Place) -> bool:
        """Whether a place is more than a page away from what is in sight."""
        first, last = self.places[0], self.places[-1]
        if place < first:
            return place < self._up(first, self.height)
        return place > last and place > next(islice(self.layout.after(last), self.height - 1, None), place)

    def _show(self, place: Place, context: int) -> None:
        """Scroll so that a place stands in sight, so many rows from either edge."""
        if place < self.places[min(context, len(self.places) - 1)]:
            self._go(self._up(place, context))
        elif len(self.places) == self.height and place > self.places[-1 - context]:
            self._go(self._up(place, self.height - 1 - context))

    def _up(self, place: Place, rows: int) -> Place:
        return next(islice(self.layout.before(place), rows - 1, None), FIRST) if rows > 0 else place

    def _texts(self, places: Iterator[Place]) -> Iterator[Row]:
        return (row for place in places if (row := self.layout.row(place)).part is Part.TEXT)
