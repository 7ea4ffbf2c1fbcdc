"""Where sentences begin and end."""

import re
from itertools import pairwise

from seeds.span import Span

_END = re.compile(r"""[.!?…。！？]["'”’»]*\s+""")


def sentences(text: str, span: Span, language: str = "") -> tuple[Span, ...]:  # noqa: ARG001
    """The sentences of a span, without the white space between them."""
    cuts = [span.start, *(match.end() for match in _END.finditer(text, span.start, span.end)), span.end]
    return tuple(Span(a, a + len(text[a:b].rstrip())) for a, b in pairwise(cuts) if text[a:b].strip())
