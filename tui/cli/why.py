"""What decided of each block of a document what it is, a line each, for somebody who wonders at a cleaning."""

from collections.abc import Iterator, Sequence
from itertools import repeat

from seeds.article import Article
from seeds.build import kind_of
from seeds.printable import printable
from seeds.read import Raw
from tui.fit import cells, fitted

FEWEST = 20
"""Cells that a block's first words get at least."""

GAP = "  "


def lines(article: Article, kept: Sequence[float], width: int) -> Iterator[str]:
    """A line of up to `width` cells for each block: kind, how sure that is, how much trafilatura keeps of it if it is a
    page's, the reason, the first words. `kept` are shares from 0 to 1, none for what is no page."""
    rows = []
    for block, share in zip(article.blocks, kept or repeat(None), strict=False):
        named = f"{block.kind.value:<10}{GAP}{block.score:.2f}"
        front = named if share is None else f"{named}{GAP}trafilatura keeps {share:4.0%}"
        rows.append((front, printable(block.reason), printable(block.span.of(article.text)[: 2 * width])))
    widest = max((cells(reason) for _, reason, _ in rows), default=0)
    for front, reason, words in rows:
        room = max(min(widest, width - len(front) - len(GAP) * 2 - FEWEST), 0)
        told = fitted(reason, room)
        yield fitted(f"{front}{GAP}{told}{' ' * (room - cells(told))}{GAP}{words}".rstrip(), width)


def shares(raw: Raw, article: Article) -> list[float]:
    """How much of each block of a page trafilatura takes for the article, from 0 to 1; none where it is no page, or one
    that is read by its text alone."""
    if kind_of(raw) != "html":
        return []
    from seeds.clean.page import Page
    from seeds.html.charset import markup
    from seeds.html.tree import tree
    from seeds.html.votes import votes

    root = tree(markup(raw)[0])
    if root is None:
        return []
    spans = [block.span for block in article.blocks]
    return votes(root, [span.of(article.text) for span in spans], Page(article.text, spans).prose)
