"""Cut a text into blocks, the paragraphs that everything later is counted and labelled in. Pure; rewrites nothing."""

from collections.abc import Iterator

from seeds.span import Span


def blocks(text: str) -> tuple[Span, ...]:
    """The blocks of a text with LF line ends, in order: every line that holds more than white space."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.split("\n"):
        if stripped := line.strip():
            start = at + line.index(stripped)
            yield Span(start, start + len(stripped))
        at += len(line) + 1
