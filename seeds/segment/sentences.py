"""Where sentences begin and end: by nupunkt in English, by a rule elsewhere.

Closing quotation marks belong to the sentence that they close, and what goes on in lower case is no new one. Known
limits: "in the U.S. Lavrov said" stays one sentence, since nothing but the meaning tells it from "U.S. Secretary";
Thai, which ends sentences by a space, gives one sentence a paragraph.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from seeds.segment.abbreviations import STARTERS
from seeds.segment.graphemes import previous_end
from seeds.segment.pieces import pieces
from seeds.segment.rule import beginnings
from seeds.segment.trim import trimmed
from seeds.span import Span

_INITIALISM = re.compile(r"(?:[^\W\d_]\.){2,}\s+\Z")
_LEFT_BEHIND = re.compile(r"(?:[\"'”’»)\]]|\[\d+\])+(?:\s+|\Z)")
_OPENERS = re.compile(r"[\"'“”‘’„‚«»‹›(\[¿¡—–\s-]*")
_OPENING = frozenset("\"'“‘«([")
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_ITEM = re.compile(r"\n(?=[^\S\n]*(?:[-*•–—·]|\d{1,3}[.)])\s)")


def sentences(text: str, span: Span, language: str = "") -> tuple[Span, ...]:
    """The sentences of a block, in order, without the white space between them.

    `language` is a BCP 47 tag, "" where it is not known. A huge block is segmented in the pieces of
    `seeds.segment.pieces`, so that a piece asked for by itself gives the same sentences.
    """
    return tuple(found for piece in pieces(text, span) for found in _sentences(text, piece, language))


def _sentences(text: str, piece: Span, language: str) -> Iterator[Span]:
    english = language.partition("-")[0] == "en"
    candidates = _in_english(text, piece) if english else beginnings(text, piece, language)
    items = (match.end() for match in _ITEM.finditer(text, piece.start, piece.end))
    cuts = {*_confirmed(text, piece, candidates), *items} - {piece.start, piece.end}
    for start, end in pairwise((piece.start, *sorted(cuts), piece.end)):
        sentence = trimmed(text, Span(start, end))
        if len(sentence):
            yield sentence


def _in_english(text: str, piece: Span) -> Iterator[int]:
    """The model's beginnings, and those before an opening mark or bracket, of which it misses some."""
    from nupunkt import sent_spans  # 55 ms to import, and a reader may never ask for a sentence

    yield from (piece.start + start for start, _ in sent_spans(piece.of(text)))
    yield from (at for at in beginnings(text, piece, "en") if text[at : at + 1] in _OPENING)


def _confirmed(text: str, piece: Span, candidates: Iterable[int]) -> Iterator[int]:
    for candidate in candidates:
        left_behind = _LEFT_BEHIND.match(text, candidate, piece.end)
        at = left_behind.end() if left_behind else candidate
        openers = _OPENERS.match(text, at, piece.end)
        first = openers.end() if openers else at
        if text[first : first + 1].islower():
            continue
        before = text[max(piece.start, at - 16) : at]
        if _INITIALISM.search(before) and first == at and not _starts(text, at):
            continue
        yield previous_end(text, at)


def _starts(text: str, at: int) -> bool:
    word = _NEXT_WORD.match(text, at)
    return not word or word[0] in STARTERS
