"""Where punctuation and quotations let one clause end and the next begin. Decides nothing.

A comma counts only before white space and never between two digits, so that no number and no date is cut.
"""

import re
from collections.abc import Container, Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from seeds.segment.graphemes import previous_end
from seeds.segment.marks import MARK
from seeds.span import Span


class Kind(IntEnum):
    """What parts two stretches, from what tells least to what tells most."""

    COMMA = 1
    WORD = 2
    CONJUNCTION = 3
    DASH = 4
    EDGE = 5
    BRACKET = 6


class Cut(NamedTuple):
    """Offsets in code points: where the stretch before ends, and where the next begins, behind what parts the two."""

    end: int
    start: int
    kind: Kind


_PARTS = re.compile("[,;:،؛，、；：–—―(（]|-(?=-)|(?<=\\s)-(?=\\s)")
_CLOSING, _CLOSING_WIDE = re.compile(f"{MARK.pattern}*"), re.compile("[\"'”’」』]*")
_WIDE, _COMMAS, _DASHES = frozenset("，、；："), frozenset(",،，、"), frozenset("–—―-")
"""Marks behind which no space stands; commas; dashes."""

_BEHIND_BRACKET = re.compile(r"([^()（）\n]*)[)）]")
_THREE_WORDS = re.compile(r"\w\S*\s+\S*\w\S*\s+\S*\w|[\u3040-\u30ff\u3400-\u9fff]{4}")

FEW = 200
"""Code points among which three words are looked for."""

_BEFORE_SPEECH = re.compile(r"[,，、،:：;—–-]\s*\Z")
_SPOKEN_END = re.compile(rf"[,，،.!?…。！？—–-]\s*{MARK.pattern}\Z")
_BEHIND_SPEECH = re.compile(r"\s?[,，،]|\s[—–-]\s")


def at_marks(text: str, piece: Span, tongue: str) -> Iterator[Cut]:
    """The cuts of a piece at its punctuation, in order. `tongue` is the part of a language tag before its hyphen."""
    for match in _PARTS.finditer(text, piece.start, piece.end):
        mark, at = match[0], match.start()
        if mark in _DASHES:
            yield from _dash(text, piece, at)
        elif mark in "(（":
            yield from _brackets(text, piece, at)
        elif mark != "、" or tongue != "zh":
            closing = (_CLOSING_WIDE if mark in _WIDE else _CLOSING).match(text, at + 1, piece.end)
            behind = closing.end() if closing else at + 1
            kind = Kind.COMMA if mark in _COMMAS else Kind.EDGE
            if mark in _WIDE or (text[behind : behind + 1].isspace() and not _in_number(text, at)):
                yield _cut(text, behind if behind > at + 1 else at, behind, kind)


def at_speech(text: str, piece: Span, quoted: Iterable[Span], beginnings: Container[int]) -> Iterator[Cut]:
    """The cuts at the edges of those quotations of a piece that are speech, in no order.

    They stand behind a comma or a colon, or begin a sentence (`beginnings` are the offsets of those), or are one.
    """
    for quotation in quoted:
        start, end = quotation.start, quotation.end
        written = quotation.of(text)
        ends = bool(_SPOKEN_END.search(written))
        sentence = ends and written[1:].lstrip()[:1].isupper() and bool(_THREE_WORDS.search(written[:FEW]))
        if start in beginnings or sentence or _BEFORE_SPEECH.search(text[max(start - 4, piece.start) : start]):
            yield Cut(start, start, Kind.EDGE)
            if ends or _BEHIND_SPEECH.match(text, end, piece.end):
                yield Cut(end, end, Kind.EDGE)


def _cut(text: str, end: int, start: int, kind: Kind) -> Cut:
    return Cut(previous_end(text, end), previous_end(text, start), kind)


def _in_number(text: str, at: int) -> bool:
    """Whether the comma stands between two digits, as in "3 May, 2024"."""
    return text[at - 1 : at].isdecimal() and text[at + 1 : at + 3].strip()[:1].isdecimal()


def _dash(text: str, piece: Span, at: int) -> Iterator[Cut]:
    """A dash between spaces, but not between two numbers; or a long or double one between words."""
    double = text.startswith("--", at)
    start, behind = at, at + 1 + double
    while start > piece.start and text[start - 1].isspace():
        start -= 1
    before, after = text[max(start - 1, piece.start) : start], text[behind : behind + 1]
    if not before or not after:
        return
    if start < at and after.isspace():
        if not (before.isdecimal() and text[behind + 1 : behind + 2].isdecimal()):
            yield _cut(text, start, behind, Kind.EDGE if before in ",!?…" else Kind.DASH)
    elif start == at and (double or text[at] == "—") and not after.isspace():
        yield _cut(text, at, behind, Kind.DASH)


def _brackets(text: str, piece: Span, at: int) -> Iterator[Cut]:
    """Brackets around three words or more; what is shorter is an acronym, an age, a party."""
    inner = _BEHIND_BRACKET.match(text, at + 1, piece.end)
    if inner and _THREE_WORDS.search(inner[1][:FEW]):
        yield _cut(text, at, at + 1, Kind.BRACKET)
        yield _cut(text, inner.end(1), inner.end(), Kind.BRACKET)
