"""What stands one below the other on the page of an article: blocks, the meta line, the lines of folds. Pure.

Everything stands in the order of the source, but for a fold above the title, which stands under the meta line.
"""

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
    folds = [] if view.unfolded else list(reversed(view.folds))
    above: list[Fold] = []
    for block in view.shown:
        while folds and folds[-1].blocks[0].span.start < block.span.start:
            fold = folds.pop()
            if title is not None and fold.blocks[0].span.start < title.span.start:
                above.append(fold)
            else:
                page.fold(fold)
        page.block(block)
        if block is title:
            page.say(Part.META, about(view.article), gap=False)
            for fold in above:
                page.fold(fold)
    for fold in reversed(folds):
        page.fold(fold)
    return page.items


class _Page:
    """Items as they are put below each other."""

    def __init__(self, text: str, width: int) -> None:
        self.text, self.width, self.items = text, width, list[Item]()
        self._before: Block | None = None

    def block(self, block: Block) -> None:
        start, end, kind, before = block.span.start, block.span.end, block.kind, self._before
        short = end - start <= self.width
        gap = not (short and before and before.kind is kind and self._close(before, start))
        self._before = block
        if short or end - start <= LONGEST:
            self.items.append(Item(Part.TEXT, start, end, kind, gap and bool(self.items)))
            return
        for piece in pieces(self.text, block.span):
            self.items.append(Item(Part.TEXT, piece.start, piece.end, kind, gap and piece.start == start))

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
