"""Which rows of a layout are in sight, and where the keys that go by rows lead. Pure.

Needs to know no row's number from the top: everything is counted from the place at the upper edge.
"""

from collections.abc import Iterator
from itertools import islice

from seeds.span import Span
from tui.layout import Layout, Part, Place, Row
from tui.wrap import cell_of, offset_at

CONTEXT = 1
"""Rows that stay in sight above and below the moving end."""

FIRST = Place(0, 0)


class Window:
    """A layout as it is seen from the place `top` on, `height` rows of it. Offsets are code points."""

    def __init__(self, layout: Layout, height: int, top: Place = FIRST) -> None:
        self.layout, self.height, self.top = layout, max(height, 1), top

    @property
    def places(self) -> list[Place]:
        """The places in sight, from the upper edge down."""
        if not self.layout.items:
            return []
        return [self.top, *islice(self.layout.after(self.top), self.height - 1)]

    @property
    def rows(self) -> list[Row]:
        return [self.layout.row(place) for place in self.places]

    def sees(self, offset: int) -> bool:
        return self.layout.place_of(offset) in self.places

    def nearest(self, offset: int) -> int:
        """The start of the row in sight that is nearest to the code point."""
        starts = [row.start for row in self.rows if row.part is Part.TEXT]
        return min(starts, key=lambda start: abs(start - offset), default=offset)

    def reveal(self, offset: int) -> None:
        """Scroll as little as it takes to see a code point; one that is far away comes to stand in the upper third."""
        if not self.layout.items:
            return
        place, context = self.layout.place_of(offset), min(CONTEXT, (self.height - 1) // 2)
        places = self.places
        if place in places[context : len(places) - context]:
            return
        lowest = self.height - 1 - context
        if place in places[:context] or place in islice(self.layout.before(self.top), self.height):
            self.top = self._up(place, context)
        elif place in places or place in islice(self.layout.after(places[-1]), self.height):
            self.top = self._up(place, lowest)
        else:
            self.top = self._up(place, self.height // 3)
        self.top = min(self.top, self.last)

    def scroll(self, by: int) -> None:
        """Move what is in sight by rows, without going beyond either end."""
        if by < 0:
            self.top = self._up(self.top, -by)
        elif self.layout.items:
            self.top = min(next(islice(self.layout.after(self.top), by - 1, None), self.last), self.last)

    def page(self, offset: int, by: int) -> int:
        """Scroll a page, and give the code point where the caret comes to stand."""
        before = self.top
        self.scroll(by * max(self.height - 2, 1))
        texts = [row for row in self.rows if row.part is Part.TEXT]
        if not texts:
            return offset
        if self.top == before:
            return max(texts[-1].start, offset) if by > 0 else texts[0].start
        return texts[min(CONTEXT, len(texts) - 1)].start

    def vertical(self, offset: int, by: int, goal: int | None) -> tuple[int, int]:
        """Where a caret comes to stand `by` rows of text further, and the cell that it keeps to."""
        text, place = self.layout.text, self.layout.place_of(offset)
        row = self.layout.row(place)
        cell = goal if goal is not None else cell_of(text, row.start, offset)
        ways = self.layout.after(place) if by > 0 else self.layout.before(place)
        texts = list(islice(self._texts(ways), abs(by)))
        if not texts:
            return offset, cell
        return offset_at(text, texts[-1].start, texts[-1].end, cell), cell

    def row_at(self, offset: int) -> Span:
        """The code points of the row that shows an offset, without the white space that hangs behind it."""
        row = self.layout.row(self.layout.place_of(offset))
        words = self.layout.text[row.start : row.end].rstrip()
        return Span(row.start, row.start + max(len(words), 1))

    @property
    def last(self) -> Place:
        """The lowest place for the upper edge: it leaves no row empty below the end."""
        return self._up(Place(len(self.layout.items), 0), self.height)

    def _up(self, place: Place, rows: int) -> Place:
        return next(islice(self.layout.before(place), rows - 1, None), FIRST) if rows > 0 else place

    def _texts(self, places: Iterator[Place]) -> Iterator[Row]:
        return (row for place in places if (row := self.layout.row(place)).part is Part.TEXT)
