"""Where a character, as a reader sees it, begins and ends: no caret and no span may cut one in two.

Extended grapheme clusters after UAX #29, as wcwidth finds them, with one rule more: characters that are left out when
drawing (`seeds.printable.HIDDEN`) join the cluster before them, at the start of a line the one behind, so that no caret
stands on something without a cell. All offsets are code points; no function looks further than a cluster's
surroundings. wcwidth is imported only for text that is not wholly plain.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from seeds.printable import HIDDEN
from seeds.span import Span

_PLAIN = (
    "[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u05be\u05d0-\u05f4\u0620-\u064a\u0660-\u066f"
    "\u0671-\u06d5\u0e01-\u0e30\u1e00-\u1fff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u20a0-\u20c0\u2100-\u2bff"
    "\u2e00-\u2fff\u3000-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ud7a3\uf900-\ufaff\uff01-\uff9d\uffa0-\uffdc\ufffd"
    "\U0001f300-\U0001f3fa\U0001f400-\U0001faff\U00020000-\U0003ffff]+"
)
"""Characters that never join another of this class: between two of them there is always a boundary. (That each has
Grapheme_Cluster_Break=Other, LV or LVT is tested against wcwidth's tables.)"""


@cache
def _plain() -> re.Pattern[str]:
    """Compiled when the first text that is not ASCII asks: it takes as long as a whole first screen."""
    return re.compile(_PLAIN)


_BEGINS = frozenset({"Lu", "Ll", "Lt", "Lo", "Nd", "Po", "Ps", "Pi"})
_AFTER_ALL = "\u0e33\u0eb3"
"""Letters of the categories above that join what stands before them: Thai and Lao AM."""

_EXTEND, _PREPEND = "\u034f", "\u0600"
"""Stand-ins for a hidden character: Grapheme_Cluster_Break=Extend joins backwards, Prepend forwards."""

_AT_LINE_START = re.compile(f"(?:(?<=\n)|\\A)(?:{HIDDEN.pattern})+")

_WINDOW = 32
_REACH = 1000
"""How far back a sure boundary is looked for, in code points. Only a longer run of flags can be cut wrongly."""


def grapheme_at(text: str, at: int) -> Span:
    """The grapheme that holds the code point at `at`; empty at the end of the text."""
    if at >= len(text):
        return Span(len(text), len(text))
    around = text[max(at - 1, 0) : at + 2]
    if (around.isascii() and around.isprintable()) or _plain().fullmatch(around):
        return Span(at, at + 1)
    start = _sure_boundary(text, at)
    width = at - start + _WINDOW
    while True:
        window = text[start : start + width]
        for cluster in _clusters(window):
            if start + cluster.end > at and (cluster.end < len(window) or start + width >= len(text)):
                return Span(start + cluster.start, start + cluster.end)
        width *= 2


def next_boundary(text: str, at: int) -> int:
    """The first boundary behind `at`; the text's end where there is none."""
    return grapheme_at(text, at).end


def previous_boundary(text: str, at: int) -> int:
    """The last boundary before `at`; 0 where there is none."""
    return grapheme_at(text, min(at, len(text)) - 1).start if at > 0 else 0


def snapped(text: str, span: Span) -> Span:
    """`span`, widened so that it cuts no grapheme; an empty one becomes the boundary at or before it."""
    start = grapheme_at(text, span.start).start
    return Span(start, max(start, previous_end(text, span.end) if len(span) else start))


def all_snapped(text: str, span: Span, found: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """Stretches that were found in a span, each widened so that it cuts no grapheme; plain text costs one look."""
    if _plain().fullmatch(text, max(span.start - 1, 0), min(span.end + 1, len(text))):
        return tuple(Span(start, end) for start, end in found)
    return tuple(snapped(text, Span(start, end)) for start, end in found)


def previous_end(text: str, at: int) -> int:
    """The end of the grapheme whose code point stands before `at`."""
    return grapheme_at(text, at - 1).end if at > 0 else 0


def graphemes(text: str, span: Span) -> Iterator[Span]:
    """The graphemes of a span that begins and ends at a boundary, in order."""
    at = span.start
    while at < span.end:
        run = _plain().match(text, at, span.end)
        sure = run.end() - 1 if run else at
        for offset in range(at, sure):
            yield Span(offset, offset + 1)
        at = min(next_boundary(text, sure), span.end)
        yield Span(sure, at)


def _sure_boundary(text: str, at: int) -> int:
    """The nearest offset at or before `at` that is a boundary whatever stands around it."""
    for offset in range(at, max(at - _REACH, 0), -1):
        before, behind = text[offset - 1], text[offset]
        if _plain().fullmatch(text, offset - 1, offset + 1) or before == "\n":
            return offset
        if before == " " and unicodedata.category(behind) in _BEGINS and behind not in _AFTER_ALL:
            return offset
    return max(at - _REACH, 0)


def _clusters(window: str) -> Iterator[Span]:
    """The clusters of a window that begins at a boundary, with offsets in the window."""
    from wcwidth import iter_graphemes  # 14 ms to import, and most text is plain

    shown = _AT_LINE_START.sub(lambda match: _PREPEND * len(match[0]), window)
    at = 0
    for cluster in iter_graphemes(HIDDEN.sub(_EXTEND, shown)):
        yield Span(at, at + len(cluster))
        at += len(cluster)
