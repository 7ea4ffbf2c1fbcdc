"""Find words in an article as people type them, and say how many there are. Pure."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from seeds.segment.graphemes import all_snapped
from seeds.span import Span

MOST = 10_000
"""Hits that are kept; whoever has more types on, or goes on to where more are."""

BEFORE = 5_000
"""Code points before the caret that are looked at first, since they may be in sight."""

_START = attrgetter("start")


class Hits(NamedTuple):
    """The places of a query in the text, in order, and which one the reader stands on (-1: none)."""

    query: str = ""
    spans: tuple[Span, ...] = ()
    at: int = -1


def find(text: str, query: str, near: int = 0) -> tuple[Span, ...]:
    """The places of a query in code points: in order, apart, none of which cuts a grapheme. Where there are more than
    MOST, those from a little before the code point `near` on.

    White space of any kind is alike, and so are the kinds of apostrophes, quotation marks and dashes. Capitals and
    diacritics count only where the query has them. What is left out when drawing parts no word. The first call on a
    text is slower, the more so the less of it is ASCII; later ones remember what it found out.
    """
    start = max(near - BEFORE, 0)
    found = _found(text, query, start, len(text), MOST)
    if start and len(found) < MOST:
        found = [*_found(text, query, 0, found[0].start if found else len(text), MOST - len(found)), *found]
    return tuple(found)


def _found(text: str, query: str, start: int, stop: int, most: int) -> list[Span]:
    """At most so many places that begin at or behind `start` and end at or before `stop`."""
    from tui.query import places

    found: list[Span] = []
    reached = 0
    for begin, end in places(text, query, start):
        hit = _whole(text, begin, end)
        if hit.end > stop:
            break
        if hit.start >= reached:
            found.append(hit)
            reached = hit.end
            if len(found) == most:
                break
    return found


def _whole(text: str, start: int, end: int) -> Span:
    """The graphemes of a hit. It neither begins nor ends with white space, so that ASCII around its ends is plain."""
    if (text[max(start - 1, 0) : start + 1] + text[end - 1 : end + 1]).isascii():
        return Span(start, end)
    return all_snapped(text, Span(start, end), ((start, end),))[0]


def nearest(hits: Hits, offset: int, *, back: bool = False) -> int:
    """The number of the first hit behind `offset`, going round at the end; backwards the last one before it."""
    if not hits.spans:
        return -1
    behind = bisect_left(hits.spans, offset, key=_START)
    return (behind - back) % len(hits.spans)


def beyond(hits: Hits, offset: int, *, back: bool = False) -> bool:
    """Whether more hits than are kept lie that way of `offset`, so that they are to be looked for anew."""
    if len(hits.spans) < MOST:
        return False
    return hits.spans[0].start >= offset if back else hits.spans[-1].start < offset


def unseen(spans: Sequence[Span], shown: Sequence[Span]) -> int:
    """How many spans touch none of the stretches that are shown; these are in order and apart."""
    count = 0
    for span in spans:
        before = bisect_left(shown, span.end, key=_START)
        count += before == 0 or shown[before - 1].end <= span.start
    return count


def told(count: int, at: int = -1, unseen: int = 0) -> str:
    """How many hits there are, which of them is stood on (from 0; -1: none), and how many lie in folded text."""
    if not count:
        return "none"
    total = f"{count:,} or more" if count >= MOST else f"{count:,}"
    words = f"{at + 1:,} of {total}" if at >= 0 else total
    if not unseen:
        return words
    if count == 1:
        return f"{words}, folded"
    which = "some" if count >= MOST else "all" if unseen == count else f"{unseen:,}"
    return f"{words}, {which} folded" if at >= 0 else f"{words}, {which} of them folded"
