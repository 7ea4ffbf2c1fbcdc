"""Cut a huge block into pieces, so that a key in a line of 2 MB costs as little as in a paragraph."""

import re

from seeds.segment.graphemes import grapheme_at
from seeds.span import Span

LONGEST = 8000
"""Code points of a piece. No paragraph of a newspaper comes near it."""

_SENTENCE_END = re.compile(r"""[.!?…。！？؟۔।]["'”’»«“)\]」』]*\s+(?=\S)|[。！？][”’」』]*""")
_SPACE = re.compile(r"\s+(?=\S)")
_SEARCHED = 500
"""Code points at the end of a piece in which a good place to cut is looked for."""


def pieces(text: str, span: Span) -> tuple[Span, ...]:
    """The span itself, or where it is long, pieces of it that follow on each other without a gap.

    They are cut behind what looks like a sentence's end, else behind white space, else between two graphemes.
    """
    found: list[Span] = []
    start = span.start
    while span.end - start > LONGEST:
        cut = _cut(text, start + LONGEST - _SEARCHED, start + LONGEST)
        if not start < cut < span.end:
            break
        found.append(Span(start, cut))
        start = cut
    return (*found, Span(start, span.end))


def around(block: Span, span: Span) -> Span:
    """A block, or of a huge one the part that is near a span: what stands further off tells nothing of it."""
    if len(block) <= 2 * LONGEST:
        return block
    return Span(max(block.start, span.start - LONGEST), min(block.end, span.end + LONGEST))


def _cut(text: str, low: int, high: int) -> int:
    for pattern in (_SENTENCE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, low, high)]
        if ends:
            return grapheme_at(text, ends[-1]).start
    return grapheme_at(text, high).start
