"""Tell a text that was written to be read as it stands: a poem, a list, a page of code, one line. Pure."""

from collections.abc import Sequence

from seeds.clean.page import Page
from seeds.runs import is_code, is_verse
from seeds.span import Span

_LONG = 2_000
"""Code points: blocks that are longer are neither verse nor code to look at."""


def is_article(text: str, spans: Sequence[Span], page: Page) -> bool:
    """Whether there is prose in the text, and it is not mostly verse or code."""
    written = sum(
        shape.words
        for span, shape in zip(spans, page.shapes, strict=True)
        if shape.lines > 1 and len(span) <= _LONG and _is_set_by_line(span.of(text).split("\n"))
    )
    return len(spans) > 1 and page.prose_before[-1] > written and 2 * written < page.words_before[-1]


def _is_set_by_line(lines: Sequence[str]) -> bool:
    return is_verse(lines) or is_code(lines)
