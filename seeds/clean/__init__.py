"""Label the blocks of a scraped text. Pure: reads no file, drops nothing, knows no site by name."""

from collections.abc import Sequence

from seeds.article import Block, Kind
from seeds.blocks import blocks
from seeds.span import Span

VERSION = "1"
"""Changes whenever the same text may get other labels."""

_READ = frozenset({Kind.STANDFIRST, Kind.HEADING, Kind.BODY})


def label(text: str, spans: Sequence[Span] | None = None) -> tuple[Block, ...]:
    """What each block of the text is for, in order; `spans` are its blocks if they are known already."""
    spans = blocks(text) if spans is None else spans
    bodies = [i for i, span in enumerate(spans) if len(span) > 90 and span.of(text)[-1] in '.!?"”»…)']
    first, last = (bodies[0], bodies[-1]) if bodies else (0, len(spans) - 1)
    title = next((i for i in range(first - 1, -1, -1) if 3 <= len(spans[i].of(text).split()) <= 25), -1)
    return tuple(
        Block(
            span,
            Kind.TITLE if i == title else Kind.BODY if first <= i <= last else Kind.CHROME,
            0.6,
            "its place and length",
        )
        for i, span in enumerate(spans)
    )


def cleaned(text: str, labelled: Sequence[Block]) -> str:
    """The article as plain text: its standfirst, heading and body blocks, parted by an empty line; without the title."""
    return "\n\n".join(block.span.of(text) for block in labelled if block.kind in _READ)
