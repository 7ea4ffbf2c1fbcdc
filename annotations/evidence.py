"""How sure it is that words at a place are those that were marked, by what stands around them. Pure.

What stands around words tells little where it is of another sentence: where a sentence that began with a name was
deleted, and the next one begins with that name too, all before it is as it was.
"""

import re
from enum import IntEnum
from typing import NamedTuple

from annotations.quote import beside, common, squeezed
from seeds.span import Span

TELLING = 12
"""Code points, white space apart, that hardly stand in two places: of a sentence, or on one side of words."""

END = re.compile(r"""\n|[。！？]["”’»›)\]」』]*|[.!?…؟।]["”’»›)\]]*(?:\s|\Z)""")
"""Where a sentence ends, near enough: what tells too little is never taken for certain."""


class Sure(IntEnum):
    """From nothing around the words fits, or too little, to all fits. Partly: on one side all does."""

    NOT = 0
    PARTLY = 1
    BY_SENTENCE = 2
    WHOLLY = 3


class _Side(NamedTuple):
    """One side of a place, in code points without white space: those that fit from the words on, of those that were
    noted; how many of them are of the words' own sentence, -1 unless all of these fit. `edge` tells that the text
    begins (or ends) there with what was noted, as it did then."""

    fits: int
    noted: int
    own: int
    edge: bool


def sure(text: str, span: Span, prefix: str, suffix: str, most: int) -> Sure:
    """How sure a place is. `prefix` and `suffix` were noted, at most `most` code points of each.

    By sentence: so much of the words' own sentence fits that it is hardly another one.
    """
    if not prefix and not suffix:
        return Sure.NOT
    before, behind = beside(text, span, prefix, suffix)
    sides = (_before(before, prefix, most), _behind(behind, suffix, most))
    if all(side.fits == side.noted for side in sides):
        return Sure.WHOLLY
    sentence = len(squeezed(span.of(text))) + sum(side.own for side in sides)
    held = any(side.fits >= TELLING or side.edge for side in sides)
    if any(side.own >= TELLING for side in sides) or (
        held and sentence >= TELLING and all(side.own >= 0 for side in sides)
    ):
        return Sure.BY_SENTENCE
    return Sure.PARTLY if any(side.fits == side.noted >= TELLING for side in sides) else Sure.NOT


def _before(stands: str, noted: str, most: int) -> _Side:
    return _side(stands[::-1], noted[::-1], _start(stands), _start(noted), most)


def _behind(stands: str, noted: str, most: int) -> _Side:
    return _side(stands, noted, _end(stands), _end(noted), most)


def _side(stands: str, noted: str, ends: int | None, ended: int | None, most: int) -> _Side:
    """What was noted from the words on, and what stands there; `ends` and `ended` are where their sentence is over."""
    there, whole = squeezed(stands), squeezed(noted)
    edge = len(noted) < most and there == whole
    own = squeezed(noted[:ended])
    beyond = ended is None and len(noted) == most  # the sentence goes on behind what was noted
    same = there.startswith(own) if beyond else squeezed(stands[:ends]) == own
    return _Side(common(there, whole), len(whole), len(own) if same else -1, edge)


def _start(text: str) -> int | None:
    """How far from the end of a text its last sentence begins."""
    ends = [end.end() for end in END.finditer(text)]
    return len(text) - ends[-1] if ends else None


def _end(text: str) -> int | None:
    end = END.search(text)
    return end.end() if end else None
