"""What another cleaning of an article folds away or shows that the one before did not. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from seeds.article import Article, Block, Kind


class Folding(NamedTuple):
    """A block that is folded away now and was shown, or the other way round."""

    block: Block
    folds: bool


def foldings(before: Article, after: Article) -> Iterator[Folding]:
    """The blocks of `after` that are folded otherwise than most of their words were `before`, in the order of the text.

    Both are articles of one text; their blocks may be cut differently.
    """
    for block in after.blocks:
        folds = block.kind is Kind.CHROME
        there = [
            (min(old.span.end, block.span.end) - max(old.span.start, block.span.start), old.kind is Kind.CHROME)
            for old in before.touched(block.span)
        ]
        folded = sum(shared for shared, was_folded in there if was_folded)
        if there and folds is not (2 * folded > sum(shared for shared, _ in there)):
            yield Folding(block, folds)
