"""Where somebody's words stand between marks."""

import re

from seeds.span import Span

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“]*“|(?<!\w)'[^']*'(?!\w)|‘[^‘’]*’")


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """The stretches between quotation marks in a span, marks included."""
    return tuple(Span(*match.span()) for match in _QUOTED.finditer(text, span.start, span.end))
