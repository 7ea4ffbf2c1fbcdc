"""Find words in an article as people type them: white space of any kind alike, and smart case. Pure."""

import re
from typing import NamedTuple

from seeds.span import Span

MOST = 10_000
"""Hits that are kept; whoever has more types on."""


class Hits(NamedTuple):
    """The places of a query in the text, in order, and which one the reader stands on (-1: none)."""

    query: str = ""
    spans: tuple[Span, ...] = ()
    at: int = -1


def find(text: str, query: str) -> tuple[Span, ...]:
    """The places of the query. Capital letters count only if the query has one."""
    parts = [re.escape(part) for part in query.split()]
    if not parts:
        return ()
    flags = re.NOFLAG if any(character.isupper() for character in query) else re.IGNORECASE
    found = re.finditer(r"\s+".join(parts), text, flags)
    return tuple(Span(*match.span()) for match, _ in zip(found, range(MOST), strict=False))


def nearest(hits: Hits, offset: int, *, back: bool = False) -> int:
    """The number of the first hit behind `offset`, going round at the end; backwards the last one before it."""
    if not hits.spans:
        return -1
    if back:
        before = [number for number, span in enumerate(hits.spans) if span.start < offset]
        return before[-1] if before else len(hits.spans) - 1
    return next((number for number, span in enumerate(hits.spans) if span.start >= offset), 0)
