"""What stands one below the other on the page of an article: blocks, the meta line, the lines of folds. Pure.

Everything stands in the order of the source, but for a fold above the title, which stands under the meta line.
"""

from bisect import bisect_left
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from annotations.count import words
from seeds.article import Article, Block, Kind, Meta
from seeds.printable import printable
from seeds.segment.pieces import LONGEST, pieces
from tui.citation import plain_date
from tui.view import Fold, View

COUNTED = 100_000
"""Code points of the longest text whose words the meta line counts: it takes a millisecond or two."""


class Part(Enum):
    """What a row is for. Only text can be entered."""

    TEXT = "text"
    BLANK = "blank"
    TITLE = "title"
    META = "meta"
    FOLD = "fold"


class Item(NamedTuple):
    """Something that is drawn in rows of its own. `start` and `end` are the code points of a block, or of a piece of a
    huge one; without a block they are those of `words`. `gap` tells that a blank row stands before it; `style` is the
    block's kind or the part."""

    part: Part
    start: int
    end: int
    style: str
    gap: bool
    words: str = ""


def items(view: View, width: int) -> list[Item]:
    """Everything that is drawn, from the top; `width` in cells."""
    page = _Page(view.article.text, width)
    title = view.title_block
    if title is None:
        page.say(Part.TITLE, printable(view.article.meta.title), gap=False)
        page.say(Part.META, about(view.article), gap=False)
    folds = [] if view.unfolded else list(view.folds)
    above = [fold for fold in folds if title is not None and fold.blocks[0].span.start < title.span.start]
    cuts = [bisect_left(view.starts, fold.blocks[0].span.start) for fold in folds[len(above) :]]
    if title is not None:
        number = view.shown.index(title) + 1
        page.put(view.shown[:number])
        page.say(Part.META, about(view.article), gap=False)
    else:
        number = 0
    for fold in above:
        page.fold(fold)
    for cut, fold in zip(cuts, folds[len(above) :], strict=True):
        page.put(view.shown[number:cut])
        page.fold(fold)
        number = cut
    page.put(view.shown[number:])
    if page.items:
        page.items[0] = page.items[0]._replace(gap=False)
    return page.items


class _Page:
    """Items as they are put below each other."""

    def __init__(self, text: str, width: int) -> None:
        self.text, self.width, self.items = text, width, list[Item]()
        self._before: Block | None = None

    def put(self, blocks: Iterable[Block]) -> None:
        """Put blocks below each other. (Ten megabytes are thirty thousand of them: hence no calls but what must be.)"""
        width, add, make, text, before = self.width, self.items.append, tuple.__new__, Part.TEXT, self._before
        for block in blocks:
            span, kind, _, _ = block
            start, end = span.start, span.end
            size = end - start
            gap = size > width or before is None or before.kind is not kind or not self._close(before, start)
            before = block
            if size <= LONGEST:
                add(make(Item, (text, start, end, kind, gap, "")))
                continue
            for piece in pieces(self.text, span):
                add(Item(text, piece.start, piece.end, kind, gap and piece.start == start))
        self._before = before

    def fold(self, fold: Fold) -> None:
        lines = "1 line" if fold.lines == 1 else f"{fold.lines} lines"
        self.say(Part.FOLD, f"··· {lines} of site furniture folded (z)", gap=True)

    def say(self, part: Part, words: str, *, gap: bool) -> None:
        if words:
            self.items.append(Item(part, 0, len(words), part.value, gap and bool(self.items), words))
            self._before = None

    def _close(self, before: Block, start: int) -> bool:
        """Whether the short line that begins at `start` stands close to the one of its kind before it: that is short
        too, and no empty line is between them."""
        span = before.span
        return span.end - span.start <= self.width and self.text.count("\n", span.end, start) == 1


def about(article: Article) -> str:
    """The meta line: publication, date, words, as far as they are known; the author where no byline says it."""
    meta: Meta = article.meta
    bylined = any(block.kind is Kind.BYLINE for block in article.blocks)
    counted = _counted(article) if len(article.text) <= COUNTED else ""
    parts = (meta.publication, plain_date(meta.published_at), "" if bylined else meta.author, counted)
    return printable(" · ".join(part for part in parts if part))


def _counted(article: Article) -> str:
    number = sum(words(block.span.of(article.text)) for block in article.blocks if block.kind is not Kind.CHROME)
    return "1 word" if number == 1 else f"{number:,} words"
