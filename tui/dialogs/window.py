"""Which part of a line is seen where it is longer than its place. Pure; offsets in code points, room in cells."""

from seeds.segment.graphemes import next_boundary, previous_boundary
from seeds.span import Span
from tui.fit import cells


def revealed(text: str, head: int, first: int, room: int) -> Span:
    """The part of `text` that is drawn in `room` cells, moved no further from `first` than it takes to see the caret.

    The caret takes the cells of the grapheme at `head`, or one cell at the end.
    """
    caret = next_boundary(text, head) if head < len(text) else head
    lowest = _back(text, caret, room if caret > head else room - 1)
    start = max(min(first, head, _back(text, len(text), room - 1)), lowest)
    end, left = start, room
    while end < len(text):
        following = next_boundary(text, end)
        left -= cells(text[end:following])
        if left < 0:
            break
        end = following
    return Span(start, max(start, end))


def offset_at(text: str, first: int, cell: int) -> int:
    """The offset of the grapheme that is drawn in the cell, counted from the one at `first`; the end behind them."""
    at = first
    while at < len(text):
        following = next_boundary(text, at)
        cell -= cells(text[at:following])
        if cell < 0:
            return at
        at = following
    return len(text)


def _back(text: str, offset: int, room: int) -> int:
    """The lowest offset from which what stands before `offset` fits."""
    while offset > 0:
        before = previous_boundary(text, offset)
        room -= cells(text[before:offset])
        if room < 0:
            return offset
        offset = before
    return 0
