"""Where clauses are: the stretches of a sentence in which a condition, a promise or a speech tag stands by itself.

Rules over punctuation, quotations and words; no grammar. Known limits: a clause that holds another one comes in parts;
a clause whose subject an apposition parts from its verb is not cut there; where there are no lists of words (all
languages but English, German, French, Spanish and Russian) only punctuation cuts, and a comma only between stretches
of four words or more; Thai, which writes neither commas nor stops, gives one clause a paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from seeds.segment.clauses.cuts import Cut, Kind, at_marks, at_speech
from seeds.segment.clauses.line import line
from seeds.segment.clauses.rule import kept
from seeds.segment.clauses.starts import at_words
from seeds.segment.clauses.stretch import stretches
from seeds.segment.clauses.words import vocabulary
from seeds.segment.pieces import pieces
from seeds.segment.quotations import quotations
from seeds.segment.sentences import sentences
from seeds.segment.trim import trimmed
from seeds.span import Span

_WORD = re.compile(r"\w")
_LOOSE = frozenset(",;:，；：、،؛")


def clauses(text: str, span: Span, language: str = "") -> tuple[Span, ...]:
    """The clauses of a block, in order, without what parts them: commas, semicolons, colons, dashes and brackets.

    Each lies in one sentence, and each word in one clause. Quotation marks and the sentence's stop belong to theirs.
    `language` is a BCP 47 tag, "" where it is not known. A huge block is segmented in the pieces of
    `seeds.segment.pieces`, so that a piece asked for by itself gives the same clauses.
    """
    return tuple(clause for piece in pieces(text, span) for clause in _clauses(text, piece, language))


def _clauses(text: str, piece: Span, language: str) -> Iterator[Span]:
    tongue = language.partition("-")[0]
    known, words, whole = vocabulary(tongue), line(text, piece, tongue), sentences(text, piece, language)
    spoken = at_speech(text, piece, quotations(text, piece), {sentence.start for sentence in whole})
    found = sorted((*at_marks(text, piece, tongue), *spoken, *at_words(words, tongue)))
    for sentence in whole:
        if not _WORD.search(text, sentence.start, sentence.end):
            continue
        first = bisect_left(found, sentence.start, key=_end)
        behind = bisect_left(found, sentence.end, first, key=_end)
        inside, merged = _merged(text, sentence, found[first:behind])
        offsets = (inside.start, *(cut.start for cut in merged), inside.end)
        yield from _between(text, inside, kept(merged, list(stretches(words, known, offsets, tongue))))


def _between(text: str, inside: Span, parting: Iterator[Cut]) -> Iterator[Span]:
    start = inside.start
    for cut in (*parting, Cut(inside.end, inside.end, Kind.EDGE)):
        end = cut.end
        while end > start and text[end - 1] in _LOOSE:
            end -= 1
        clause = trimmed(text, Span(start, end))
        if len(clause):
            yield clause
        start = cut.start


def _merged(text: str, sentence: Span, found: Sequence[Cut]) -> tuple[Span, list[Cut]]:
    """The sentence without brackets at its ends, and its cuts, of which each has a word before and behind it."""
    start, end, merged = sentence.start, sentence.end, list[Cut]()
    for cut in found:
        if _WORD.search(text, merged[-1].start if merged else start, cut.end):
            merged.append(cut)
        elif merged:
            merged[-1] = _both(merged[-1], cut)
        elif cut.kind is Kind.BRACKET:
            start = cut.start
    while merged and not _WORD.search(text, merged[-1].start, end):
        cut = merged.pop()
        if cut.kind is Kind.BRACKET:
            end = cut.end
    return Span(start, end), merged


def _both(one: Cut, two: Cut) -> Cut:
    """Two cuts without a word between them as one; an opening mark between the two belongs to the clause behind."""
    start = two.start if two.end < two.start else one.start
    return Cut(min(one.end, two.end), start, max(one.kind, two.kind))


def _end(cut: Cut) -> int:
    return cut.end
