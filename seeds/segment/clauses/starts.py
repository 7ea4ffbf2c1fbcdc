"""Where words let a clause begin that no mark parts from the one before. Decides nothing."""

import re
from collections.abc import Iterator

from seeds.segment.clauses.cuts import Cut, Kind
from seeds.segment.clauses.english import CONJUNCTIONS_TOO, COORDINATING, SAYING, conjunction, coordinates, said
from seeds.segment.clauses.line import Line
from seeds.segment.clauses.words import Vocabulary, opening, vocabulary
from seeds.segment.marks import MARK

_OPENED = re.compile(rf"(?<=\s){MARK.pattern}+\Z")


def at_words(line: Line, tongue: str) -> Iterator[Cut]:
    """The cuts before conjunctions and behind verbs of saying, in no order; none in a language without lists.

    `tongue` is the part of a language tag before its hyphen.
    """
    known, english = vocabulary(tongue), tongue == "en"
    saying = SAYING if english else known.saying
    for at, word in enumerate(line.plain):
        if _joins(line, known, at) or (english and word in CONJUNCTIONS_TOO and conjunction(line, at)):
            yield _before(line, _led(line, known, at), Kind.CONJUNCTION)
        elif english and word in COORDINATING and coordinates(line, at):
            yield _before(line, at, Kind.WORD)
        elif word in saying and (spoken := said(line, at) if english else _said(line, known, at)) > 0:
            yield _before(line, spoken, Kind.WORD)


def _joins(line: Line, known: Vocabulary, at: int) -> bool:
    """Whether a conjunction stands here; "as if" and "because of" are none."""
    words = opening(known.anywhere, line.plain, at)
    return (
        words > 0
        and "as" not in line.plain[max(at - 1, 0) : at]
        and "of" not in line.plain[at + words : at + words + 1]
    )


def _before(line: Line, at: int, kind: Kind) -> Cut:
    """The cut before a word and the mark that opens before it."""
    opened = _OPENED.search(line.gaps[at])
    offset = line.starts[at] - (len(opened[0]) if opened else 0)
    return Cut(offset, offset, kind)


def _led(line: Line, known: Vocabulary, at: int) -> int:
    """The index of the first of the words that lead a conjunction: "but only if"."""
    first = at
    while first > max(at - 2, 0) and line.joined(first) and line.plain[first - 1] in known.leading:
        first -= 1
    return first


def _said(line: Line, known: Vocabulary, at: int) -> int:
    """The index of the word that begins what was said, at most five words behind the verb of saying; else -1."""
    for index in range(at + 1, at + 6):
        if not line.joined(index):
            break
        if line.plain[index] == known.that:
            return index
    return -1
