"""How far down a page a place is, in rows, without wrapping what is not looked at: for the scroll bar. Pure.

Rows are told from lengths and line ends, so that the bar is right from the first frame on and stays where it is as more
is wrapped. In a huge text blocks are weighed by hundreds of them.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from seeds.span import Span

STEPS = 512
"""Stretches that a text of more blocks is weighed in."""


class Scale:
    """`starts` are where the blocks on the page begin, of which the last ends at `end`; `folded` is text between them
    that is not on it. All in code points; `width` in cells."""

    def __init__(self, text: str, starts: Sequence[int], end: int, folded: Sequence[Span], width: int) -> None:
        self._step = max(len(starts) // STEPS, 1)
        self._marks = [*(starts[:: self._step] or (0,)), end]
        rows = [_rows(text, start, stop, width) for start, stop in pairwise(self._marks)]
        for fold in folded:
            at = bisect_right(self._marks, fold.start) - 1
            if 0 <= at < len(rows):
                rows[at] = max(rows[at] - _rows(text, fold.start, fold.end, width), 1.0)
        self._above = list(accumulate(rows, initial=0.0))

    @property
    def total(self) -> float:
        """About how many rows there are."""
        return self._above[-1]

    def above(self, block: int, part: float) -> float:
        """About how many rows are above the place that lies so far (0 to 1) down in a block, by its number."""
        at, within = divmod(block + part, self._step)
        stretch = min(int(at), len(self._above) - 2)
        return self._above[stretch] + within / self._step * (self._above[stretch + 1] - self._above[stretch])

    def block(self, rows: float) -> tuple[int, float]:
        """The inverse of above: the number of the block that so many rows are above of, and how far down in it."""
        stretch = max(min(bisect_right(self._above, rows), len(self._above) - 1) - 1, 0)
        size = max(self._above[stretch + 1] - self._above[stretch], 1.0)
        place = (stretch + min(max(rows - self._above[stretch], 0.0) / size, 0.999)) * self._step
        return int(place), place - int(place)


def _rows(text: str, start: int, end: int, width: int) -> float:
    return max((end - start) / width + 1, text.count("\n", start, end))
