"""The units of an article that keys take: found lazily, remembered, and never searched for in more than is needed."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum

from seeds.segment.graphemes import grapheme_at, next_boundary, previous_boundary
from seeds.segment.pieces import LONGEST, pieces
from seeds.segment.trim import trimmed
from seeds.span import Span


class Unit(StrEnum):
    """What a key takes, from small to large.

    A block is one paragraph, or if it is a list, one for each item; neither has white space at its ends.
    """

    GRAPHEME = "grapheme"
    WORD = "word"
    NAME = "name"
    QUOTATION = "quotation"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    BLOCK = "block"


class Units:
    """The units of a text in those of its blocks that can be entered.

    `blocks` are in order and do not overlap. A block is segmented when it is first asked for, a huge one in pieces, of
    which each is remembered. Offsets are code points.
    """

    def __init__(self, text: str, blocks: Sequence[Span], language: str = "") -> None:
        self.text, self.blocks, self.language = text, blocks, language
        self._pieces: dict[int, tuple[Span, ...]] = {}
        self._lists: dict[int, tuple[Span, ...]] = {}
        self._found: dict[tuple[Unit, int], tuple[Span, ...]] = {}

    def around(self, unit: Unit, span: Span) -> Span | None:
        """The smallest unit that contains the span and is larger than it."""
        return self._smallest(unit, span, len(span) + 1)

    def at(self, unit: Unit, span: Span) -> Span | None:
        """The smallest unit that contains the span, be it the span itself."""
        return self._smallest(unit, span, len(span))

    def after(self, unit: Unit, offset: int) -> Span | None:
        """The first unit that begins at or behind the offset, in this block or a later one; of two the larger."""
        if unit is Unit.GRAPHEME:
            return self._grapheme_after(offset)
        for piece in self._pieces_after(offset, unit):
            for found in self._in(unit, piece):
                if found.start >= offset:
                    return found
        return None

    def before(self, unit: Unit, offset: int) -> Span | None:
        """The last unit that ends at or before the offset, in this block or an earlier one; of two the larger."""
        if unit is Unit.GRAPHEME:
            return self._grapheme_before(offset)
        for piece in self._pieces_before(offset, unit):
            ended = [found for found in self._in(unit, piece) if found.end <= offset]
            if ended:
                return max(ended, key=lambda found: (found.end, len(found)))
        return None

    def within(self, unit: Unit, span: Span) -> Iterator[Span]:
        """The units that begin in the span, in order; of two that begin together the larger first."""
        for piece in self._pieces_after(span.start, unit):
            if piece.start >= span.end:
                break
            yield from (found for found in self._in(unit, piece) if span.start <= found.start < span.end)

    def block_at(self, offset: int) -> Span | None:
        """The block that holds the offset, else the nearest one; None where there is no block."""
        number = bisect_right(self.blocks, offset, key=_start) - 1
        near = self.blocks[max(number, 0) : number + 2]
        return min(near, key=lambda block: max(block.start - offset, offset - block.end + 1, 0), default=None)

    def _smallest(self, unit: Unit, span: Span, least: int) -> Span | None:
        if unit is Unit.GRAPHEME:
            grapheme = grapheme_at(self.text, span.start)
            return grapheme if span in grapheme and len(grapheme) >= least else None
        for piece in self._pieces_after(span.start, unit):
            if piece.start > span.start:
                break
            around = [found for found in self._in(unit, piece) if span in found and len(found) >= least]
            if around:
                return min(around, key=len)
        return None

    def _in(self, unit: Unit, piece: Span) -> tuple[Span, ...]:
        """The units of a piece, in order; of two that begin together the larger first."""
        known = self._found.get((unit, piece.start))
        if known is None:
            known = self._found[unit, piece.start] = self._segment(unit, piece)
        return known

    def _segment(self, unit: Unit, piece: Span) -> tuple[Span, ...]:
        """Each segmenter is imported when it is first asked: together they cost what the first screen must not."""
        match unit:
            case Unit.WORD:
                from seeds.segment.words import words

                return words(self.text, piece)
            case Unit.NAME:
                from seeds.segment.names import names

                return names(self.text, piece, self.language)
            case Unit.QUOTATION:
                from seeds.segment.quotations import quotations

                return quotations(self.text, piece)
            case Unit.CLAUSE:
                from seeds.segment.clauses import clauses

                return clauses(self.text, piece, self.language)
            case Unit.SENTENCE:
                from seeds.segment.sentences import sentences

                return sentences(self.text, piece, self.language)
            case Unit.PARAGRAPH:
                from seeds.segment.paragraphs import items, paragraphs

                whole = self.blocks[bisect_right(self.blocks, piece.start, key=_start) - 1] == piece
                return (paragraphs if whole else items)(self.text, piece)
            case _:
                block = trimmed(self.text, piece)
                return (block,) if len(block) else ()

    def _pieces_of(self, number: int, unit: Unit) -> tuple[Span, ...]:
        block = self.blocks[number]
        if unit is Unit.BLOCK or (unit is Unit.PARAGRAPH and len(block) <= LONGEST):
            return (block,)
        known = self._lists if unit is Unit.PARAGRAPH else self._pieces
        if number not in known:
            known[number] = self._parted(block, unit)
        return known[number]

    def _parted(self, block: Span, unit: Unit) -> tuple[Span, ...]:
        if unit is not Unit.PARAGRAPH:
            return pieces(self.text, block)
        from seeds.segment.paragraphs import item_pieces

        return item_pieces(self.text, block)

    def _pieces_after(self, offset: int, unit: Unit) -> Iterator[Span]:
        """The pieces that end behind the offset, forwards."""
        first = max(bisect_right(self.blocks, offset, key=_start) - 1, 0)
        for number in range(first, len(self.blocks)):
            yield from (piece for piece in self._pieces_of(number, unit) if piece.end > offset)

    def _pieces_before(self, offset: int, unit: Unit) -> Iterator[Span]:
        """The pieces that begin before the offset, backwards."""
        last = bisect_right(self.blocks, offset, key=_start) - 1
        for number in range(last, -1, -1):
            yield from (piece for piece in reversed(self._pieces_of(number, unit)) if piece.start < offset)

    def _grapheme_after(self, offset: int) -> Span | None:
        number = max(bisect_right(self.blocks, offset, key=_start) - 1, 0)
        for block in self.blocks[number : number + 2]:
            if offset < block.end:
                start = max(offset, block.start)
                grapheme = grapheme_at(self.text, start)
                return grapheme if grapheme.start >= start else self._grapheme_after(grapheme.end)
        return None

    def _grapheme_before(self, offset: int) -> Span | None:
        number = bisect_right(self.blocks, offset - 1, key=_start) - 1
        if number < 0:
            return None
        end = min(offset, self.blocks[number].end)
        start = previous_boundary(self.text, end)
        stop = next_boundary(self.text, start)
        return Span(start, stop) if stop <= offset else self._grapheme_before(start)


def prepare(language: str) -> None:
    """Load what the first use of the units waits for (50 ms), at a moment when nobody waits."""
    text = "“One,” Mara Holt said. Two."
    units = Units(text, [Span(0, len(text))], language)
    for unit in Unit:
        units.after(unit, 0)


def _start(span: Span) -> int:
    return span.start
