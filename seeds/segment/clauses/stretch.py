"""What the words of a stretch between two cuts tell: whether it is a clause, a phrase or an item of a list."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from seeds.segment.clauses.line import Line
from seeds.segment.clauses.verbs import verb
from seeds.segment.clauses.words import Vocabulary, opening

LONG = 4
"""Words from which on a stretch is no mere item or apposition, where it cannot be told whether it has a verb."""

SECOND, LATER = 2, 3
"""Places of an "and": right behind an item, or further off."""


class Stretch(NamedTuple):
    """What stands between two cuts.

    `words`: how many. `full`: whether it may be a clause by itself. `opens`: how many of the words are a phrase that
    begins a clause. `last`: the place of an "and" among the words, counted from 1, 0 without one.
    """

    words: int
    full: bool
    opens: int
    last: int

    def with_(self, other: "Stretch") -> "Stretch":
        """Both as one, where the cut between them is none."""
        return self._replace(words=self.words + other.words, full=self.full or other.full)


def stretches(line: Line, known: Vocabulary, offsets: Sequence[int], tongue: str) -> Iterator[Stretch]:
    """The stretches between each two of the offsets."""
    places = [bisect_left(line.starts, offset) for offset in offsets]
    for first, behind in pairwise(places):
        yield _stretch(line, known, first, behind, english=tongue == "en")


def _stretch(line: Line, known: Vocabulary, first: int, behind: int, *, english: bool) -> Stretch:
    if english:
        full = any(map(partial(verb, line.words), range(first, behind)))
    else:
        full = behind - first >= LONG or not known.saying.isdisjoint(line.plain[first:behind])
    opens = _opens(line, known, first) if first < behind else 0
    return Stretch(behind - first, full, opens, _place_of_and(line, known, first, behind, english=english))


def _opens(line: Line, known: Vocabulary, at: int) -> int:
    words = line.plain
    return max(opening(known.behind_comma, words, at), opening(known.anywhere, words, at))


def _place_of_and(line: Line, known: Vocabulary, first: int, behind: int, *, english: bool) -> int:
    words = line.plain[first:behind]
    place = min((words.index(word) + 1 for word in known.ands if word in words), default=0)
    if english and place == SECOND and (not line.words[first].islower() or verb(line.words, first)):
        return LATER
    return SECOND if not english and place == LATER else place
