"""Label the blocks of a scraped text. Pure: reads no file but its own weights, drops nothing, knows no site by name.

Blocks are seen alone (`shape`), among the others (`context`), scored (`model`, `menus`) and read together (`sequence`);
then the title is looked for (`title`), and what stands beside the body gets its kind (`kinds`).
"""

from collections.abc import Sequence

from seeds.article import Block, Kind
from seeds.blocks import blocks
from seeds.clean.context import features
from seeds.clean.kinds import kinds
from seeds.clean.menus import parted
from seeds.clean.model import scores
from seeds.clean.page import Page
from seeds.clean.sequence import certainty, path
from seeds.clean.title import find_title
from seeds.clean.whole import is_article
from seeds.span import Span

VERSION = "2"
"""Changes whenever the same text may get other labels."""

_READ = frozenset({Kind.STANDFIRST, Kind.HEADING, Kind.BODY})


def label(text: str, spans: Sequence[Span] | None = None) -> tuple[Block, ...]:
    """What each block of the text is for, in order; `spans` are its blocks if they are known already.

    Where there is a word, some block is body; a text that is no news article is body as a whole.
    """
    spans = blocks(text) if spans is None else spans
    page = Page(text, spans)
    if not is_article(text, spans, page):
        return tuple(
            Block(span, Kind.BODY, 0.5, "no news article: shown whole")
            if shape.words
            else Block(span, Kind.CHROME, 1.0, "no word in it")
            for span, shape in zip(spans, page.shapes, strict=True)
        )
    seen, edges = scores(features(page))
    states = parted(page, seen)
    stands = path(states, edges)
    sure = certainty(states, edges)
    return tuple(
        Block(span, kind, round(score, 3), reason)
        for span, (kind, score, reason) in zip(spans, kinds(page, stands, sure, find_title(page, stands)), strict=True)
    )


def cleaned(text: str, labelled: Sequence[Block]) -> str:
    """The article as plain text: its standfirst, headings and body, parted by an empty line; without the title."""
    return "\n\n".join(block.span.of(text) for block in labelled if block.kind in _READ)
