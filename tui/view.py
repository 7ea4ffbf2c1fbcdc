"""Which blocks of an article are seen, and what stretches of it a reader can stand on. Pure.

The view is a projection of the source text: chrome is folded away or drawn dimmed, nothing is ever moved or deleted.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from seeds.article import Article, Block, Kind
from seeds.span import Span

if TYPE_CHECKING:
    from tui.units import Units


class Fold(NamedTuple):
    """A run of chrome blocks that stands behind one thin line; `lines` counts their source lines."""

    blocks: tuple[Block, ...]
    lines: int


@dataclass(frozen=True)
class View:
    """An article as it is shown to one coder.

    `shown` are the blocks that can be entered, in the order of the text; `folds` the runs of chrome between them, which
    can be entered only where `unfolded` is set: then their blocks are in `shown` too.
    """

    article: Article
    shown: tuple[Block, ...]
    folds: tuple[Fold, ...]
    unfolded: bool

    @cached_property
    def starts(self) -> list[int]:
        """Where each shown block begins, for bisection."""
        return [block.span.start for block in self.shown]

    @cached_property
    def units(self) -> "Units":
        """The units of what can be entered."""
        from tui.units import Units

        article = self.article
        return Units(article.text, [block.span for block in self.shown], article.meta.language)

    @cached_property
    def title_block(self) -> Block | None:
        return next((block for block in self.shown if block.kind is Kind.TITLE), None)

    def block_at(self, offset: int) -> Block | None:
        """The shown block that holds the offset, else the nearest one before it, else the first."""
        at = bisect_right(self.starts, offset) - 1
        return self.shown[max(at, 0)] if self.shown else None

    def stretches(self, span: Span) -> tuple[Span, ...]:
        """The parts of a span that are seen: cut at folded text, without white space at their ends."""
        parts = [span]
        if not self.unfolded:
            for fold in self.folds:
                parts = [piece for part in parts for piece in _without(part, _extent(fold))]
        return tuple(trimmed for part in parts if (trimmed := _trimmed(self.article.text, part)))


def view(article: Article, held: Iterable[Span] = (), *, unfolded: bool = False) -> View:
    """The view of an article in which blocks that hold one of the spans `held` are shown whatever their kind."""
    blocks = article.blocks
    folded = Kind.CHROME
    chrome = [number for number, (_, kind, _, _) in enumerate(blocks) if kind is folded]
    kept = _holding(blocks, held) if chrome else set()
    runs = list(_runs(number for number in chrome if number not in kept))
    folds = tuple(_fold(blocks[run.start : run.stop], article.text) for run in runs)
    if unfolded or not runs:
        return View(article, blocks, folds, unfolded)
    starts, stops = (0, *(run.stop for run in runs)), (*(run.start for run in runs), len(blocks))
    shown = chain.from_iterable(blocks[start:stop] for start, stop in zip(starts, stops, strict=True))
    return View(article, tuple(shown), folds, unfolded)


def _runs(numbers: Iterable[int]) -> Iterator[range]:
    """Numbers that follow on each other, as ranges."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield range(found[0], found[-1] + 1)


def _fold(blocks: tuple[Block, ...], text: str) -> Fold:
    return Fold(blocks, sum(1 + text.count("\n", block.span.start, block.span.end) for block in blocks))


def _holding(blocks: Sequence[Block], spans: Iterable[Span]) -> set[int]:
    starts = [block.span.start for block in blocks]
    kept: set[int] = set()
    for span in spans:
        at = max(bisect_right(starts, span.start) - 1, 0)
        while at < len(blocks) and blocks[at].span.start < span.end:
            if blocks[at].span.overlaps(span):
                kept.add(at)
            at += 1
    return kept


def _extent(fold: Fold) -> Span:
    return Span(fold.blocks[0].span.start, fold.blocks[-1].span.end)


def _without(part: Span, hole: Span) -> list[Span]:
    if not part.overlaps(hole):
        return [part]
    pieces = []
    if part.start < hole.start:
        pieces.append(Span(part.start, hole.start))
    if hole.end < part.end:
        pieces.append(Span(hole.end, part.end))
    return pieces


def _trimmed(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None
