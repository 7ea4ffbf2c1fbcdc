"""Fit a found stretch to what can be seen of it: no white space at its ends, no grapheme cut."""

import re

from seeds.printable import HIDDEN
from seeds.segment.graphemes import snapped
from seeds.span import Span

UNSEEN = rf"\s{HIDDEN.pattern[1:-1]}"
"""For use inside a character class: white space and what is left out when drawing."""

_LEADING = re.compile(f"[{UNSEEN}]*")


def trimmed(text: str, span: Span) -> Span:
    """`span` without white space and hidden characters at its ends, but with the whole of the graphemes that remain.

    Empty where nothing remains.
    """
    leading = _LEADING.match(text, span.start, span.end)
    start = leading.end() if leading else span.start
    end = span.end
    while end > start and (text[end - 1].isspace() or HIDDEN.match(text, end - 1)):
        end -= 1
    return snapped(text, Span(start, end))
