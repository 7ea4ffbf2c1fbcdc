"""Which sentences of a text stand in a later version of it, and where: so what was marked in them is found again. Pure.

A sentence that stands as often in both texts is the same one, the first of them the first; where it stands more or less
often, nothing is said of it.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain

from annotations.evidence import END
from seeds.span import Span


class Kept:
    """The sentences that `before` and `text` have in common; offsets are in code points."""

    def __init__(self, before: str, text: str) -> None:
        self.before, self.text = before, text
        old, new = _sentences(before), _sentences(text)
        same = [(old[words], new[words]) for words in old if len(old[words]) == len(new.get(words, ()))]
        self._there = dict(chain.from_iterable(zip(starts, ends, strict=True) for starts, ends in same))
        self._back = {there: here for here, there in self._there.items()}
        self._old, self._new = _in_order(old.values()), _in_order(new.values())
        self._fewer = {at for words in old if len(new.get(words, ())) < len(old[words]) for at in new.get(words, ())}

    def place(self, span: Span) -> Span | None:
        """Where a span of `before` stands in `text`, by the sentence that it begins in; None where that is not kept,
        or the words go on otherwise."""
        start = _carried(span.start, self._old, self._there)
        if start is None or not self.text.startswith(span.of(self.before), start):
            return None
        return Span(start, start + len(span))

    def elsewhere(self, span: Span, start: int) -> bool:
        """Whether what stands at a span of `text` stood in `before` too, and not at the offset `start`."""
        return _carried(span.start, self._new, self._back) not in (None, start)

    def thinned(self, span: Span) -> bool:
        """Whether a span of `text` is in a sentence that stood in more places: which of them are left is not known."""
        number = bisect_right(self._new, span.start) - 1
        return number >= 0 and self._new[number] in self._fewer


def _sentences(text: str) -> dict[str, list[int]]:
    """The offsets of each sentence with a word in it, by its words."""
    found: dict[str, list[int]] = {}
    start = 0
    for end in chain((end.end() for end in END.finditer(text)), (len(text),)):
        words = text[start:end].strip()
        if words:
            at = text.index(words, start)
            found.setdefault(words, []).append(at)
        start = end
    return found


def _in_order(starts: Iterable[list[int]]) -> list[int]:
    return sorted(chain.from_iterable(starts))


def _carried(offset: int, starts: list[int], to: dict[int, int]) -> int | None:
    """The offset in the other text: as far from the start of its sentence as here."""
    number = bisect_right(starts, offset) - 1
    if number < 0 or starts[number] not in to:
        return None
    return to[starts[number]] + offset - starts[number]
