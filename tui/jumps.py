"""Hints to jump by: which places in sight get one, by which letters, and what of the text they may cover. Pure.

A hint never covers a letter or a digit, so that what it points at can be read: it stands on the white space and the
marks before its place, at the start of a row in the gutter. Where there is room for the first of two letters only, the
second is shown once the first is typed. In a script that parts no words, only what stands behind a mark gets a hint.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from seeds.segment.graphemes import grapheme_at, previous_boundary
from seeds.span import Span
from tui.cells import shown
from tui.units import Unit, Units

LETTERS = "fjdkslaghrueiwoqptyvmcnbxz"
"""The letters of hints: those of the home row first, each row from the strong fingers to the weak ones."""


class Hint(NamedTuple):
    """Letters to type, and the unit that they lead to."""

    label: str
    target: Span


class Cover(NamedTuple):
    """What stands on a row for a hint: `letters` in the place of the code points from `start` to `end`, in the gutter
    where both are the row's start. `cut` tells that a letter more is to be typed than is shown."""

    start: int
    end: int
    letters: str
    cut: bool


def targets(units: Units, seen: Span, sentence: Span | None = None) -> list[Span]:
    """The sentences and quotations that begin in sight, and of one sentence every word, in order; of two that begin
    together the word, else the sentence."""
    found: dict[int, Span] = {}
    if sentence and sentence.overlaps(seen):
        near = Span(max(sentence.start, seen.start), min(sentence.end, seen.end))
        found |= {word.start: word for word in units.within(Unit.WORD, near)}
    for unit in (Unit.SENTENCE, Unit.QUOTATION):
        for span in units.within(unit, seen):
            found.setdefault(span.start, span)
    return [found[start] for start in sorted(found)]


def hints(places: Sequence[Span], caret: int) -> tuple[Hint, ...]:
    """A hint for each place, in order; the nearest to the code point `caret` get the letters that are typed best."""
    nearest = sorted(places, key=lambda span: (abs(span.start - caret), span.start))
    labelled = (Hint(label, span) for label, span in zip(labels(len(places)), nearest, strict=False))
    return tuple(sorted(labelled, key=lambda hint: hint.target.start))


def labels(count: int) -> list[str]:
    """So many labels, none of which begins another: as many of one letter as there can be, then those of two."""
    firsts = 0
    while firsts < len(LETTERS) and len(LETTERS) - firsts + firsts * len(LETTERS) < count:
        firsts += 1
    cut = len(LETTERS) - firsts
    return [*LETTERS[:cut], *(one + two for one in LETTERS[cut:] for two in LETTERS)][:count]


def narrowed(found: Iterable[Hint], typed: str) -> tuple[Hint, ...]:
    """The hints that begin with the letters that were typed, without them."""
    return tuple(hint._replace(label=hint.label[len(typed) :]) for hint in found if hint.label.startswith(typed))


def cover(text: str, row_start: int, hint: Hint) -> Cover | None:
    """Where a hint stands on the row that begins at `row_start`; None where it would cover a letter."""
    start = hint.target.start
    if start == row_start:
        return Cover(start, start, hint.label, cut=False)
    at, room = start, 0
    while at > row_start and room < len(hint.label):
        before = previous_boundary(text, at)
        if _readable(text[before:at]):
            break
        room += shown(text, before, at)[1]
        at = before
    end = start
    if not room:
        at, end = start, grapheme_at(text, start).end
        if _readable(text[at:end]):
            return None
        room = shown(text, at, end)[1]
    return Cover(at, end, hint.label[:room].rjust(room), cut=room < len(hint.label))


def _readable(grapheme: str) -> bool:
    return any(map(str.isalnum, grapheme))
