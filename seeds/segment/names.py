"""Where names are: runs of capitalised words."""

import re

from seeds.span import Span

_NAME = re.compile(r"[A-Z][\w.-]*(?:\s(?:al-)?[A-Z][\w-]*)*")


def names(text: str, span: Span) -> tuple[Span, ...]:
    """The names that lie in a span, in order."""
    return tuple(Span(*match.span()) for match in _NAME.finditer(text, span.start, span.end))
