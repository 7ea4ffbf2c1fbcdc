"""Where in an article words stand: in which paragraph and sentence, and what is said around them. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotations.export.cells import PART, one_line
from seeds.article import Article, Kind
from seeds.segment.sentences import sentences
from seeds.span import Span

RUNNING = frozenset({Kind.STANDFIRST, Kind.HEADING, Kind.BODY})
"""Kinds that one reads on through: the sentence before a paragraph is not the caption that stands between."""


class Surroundings(NamedTuple):
    """`kind`, `paragraph` and `sentence_no` are the first span's; numbers count from 1. All empty without spans."""

    kind: str = ""
    paragraph: str = ""
    sentence_no: str = ""
    before: str = ""
    sentence: str = ""
    after: str = ""


class _Sentence(NamedTuple):
    block: int
    number: int
    span: Span


class Paragraphs:
    """The blocks of an article with their sentences, each cut only once, when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts = [block.span.start for block in article.blocks]
        self._sentences: dict[int, list[_Sentence]] = {}

    def around(self, spans: Sequence[Span]) -> Surroundings:
        """Where the spans stand. What stands in no block (white space) has no surroundings."""
        touched = sorted({each for span in spans for each in self._touched(span)})
        if not touched:
            return Surroundings()
        first, last = touched[0], touched[-1]
        return Surroundings(
            kind=self._article.blocks[first.block].kind.value,
            paragraph=str(first.block + 1),
            sentence_no=str(first.number),
            before=self._words(self._neighbour(first, -1)),
            sentence=self._joined(touched),
            after=self._words(self._neighbour(last, 1)),
        )

    def _of(self, block: int) -> list[_Sentence]:
        if block not in self._sentences:
            article = self._article
            found = sentences(article.text, article.blocks[block].span, article.meta.language)
            self._sentences[block] = [_Sentence(block, number, span) for number, span in enumerate(found, 1)]
        return self._sentences[block]

    def _touched(self, span: Span) -> Iterator[_Sentence]:
        block = max(bisect_right(self._starts, span.start) - 1, 0)
        while block < len(self._starts) and self._starts[block] < span.end:
            yield from (each for each in self._of(block) if each.span.overlaps(span))
            block += 1

    def _neighbour(self, sentence: _Sentence, step: int) -> _Sentence | None:
        """The sentence before (step -1) or behind (1), over the borders of paragraphs that are read on through."""
        at = sentence.number - 1 + step
        here = self._of(sentence.block)
        if 0 <= at < len(here):
            return here[at]
        block = sentence.block + step
        while 0 <= block < len(self._starts):
            if self._article.blocks[block].kind in RUNNING and (found := self._of(block)):
                return found[0 if step > 0 else -1]
            block += step
        return None

    def _joined(self, touched: Sequence[_Sentence]) -> str:
        joined = self._words(touched[0])
        for one, other in pairwise(touched):
            joined += (" " if self._follows(one, other) else PART) + self._words(other)
        return joined

    def _follows(self, one: _Sentence, other: _Sentence) -> bool:
        """Whether nothing stands between two sentences that one would read on through."""
        if one.block == other.block:
            return other.number == one.number + 1
        ends = one.number == len(self._of(one.block)) and other.number == 1
        return ends and (other.block == one.block + 1 or other == self._neighbour(one, 1))

    def _words(self, sentence: _Sentence | None) -> str:
        return one_line(sentence.span.of(self._article.text)) if sentence else ""
