"""Measure and draw characters: which code points share a cell, how many cells they take, what is shown for them.

Almost all text is one code point a cell, and one regular expression tells; only what is not goes through wcwidth, whose
clusters and widths are right where Rich's are not (flags, Devanagari, Tamil). Graphemes are those of
seeds.segment.graphemes, found for a whole row or paragraph at once. Pure.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from seeds.printable import CONTROL, HIDDEN, mark

PLAIN = (
    "\n -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u05d0-\u05ea\u061f\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u1e00-\u1eff\u2010-\u2027\u202f-\u203b"
    "\u203d-\u2048\u204a-\u205e\u20a0-\u20c0\u25cb\u25cf\u2713"
)
"""Characters, as in a regular expression's brackets, that take one cell and join nothing. The line feed is drawn as a
space. Each stretch of them can be measured by counting. (Tested against wcwidth.)"""

SPECIAL = re.compile(f"[^{PLAIN}]")
"""A character that must be measured; text without one is one code point a cell."""

TAB = "    "
"""What is drawn for a tab."""

_AT_LINE_START = re.compile(f"(?<=\n)(?:{HIDDEN.pattern})+")
_EXTEND, _PREPEND = "\u034f", "\u0600"
"""Stand-ins for a hidden character, which joins what stands before it, at the start of a line what stands behind."""

Cluster = tuple[int, int, int]
"""A grapheme: the code points where it starts and ends, and its cells."""


def plain(text: str, start: int, end: int) -> bool:
    """Whether the text between two offsets is one code point a cell."""
    return SPECIAL.search(text, start, end) is None


def clusters(text: str, start: int, end: int) -> Iterator[Cluster]:
    """The graphemes between two offsets that cut none, in order."""
    at = start
    for tangle in _tangles().finditer(text, start, end):
        for offset in range(at, tangle.start()):
            yield offset, offset + 1, 1
        yield from _untangled(text, *tangle.span())
        at = tangle.end()
    for offset in range(at, end):
        yield offset, offset + 1, 1


@cache
def _tangles() -> re.Pattern[str]:
    """Special characters with the plain ones at their edges, which they may join."""
    return re.compile(f"[{PLAIN}]?[^{PLAIN}]+(?:[{PLAIN}][^{PLAIN}]+)*[{PLAIN}]?")


def _untangled(text: str, at: int, end: int) -> Iterator[Cluster]:
    """The graphemes of a piece with special characters in it."""
    from wcwidth import iter_graphemes  # 14 ms to import, and most text is plain

    before = "\n" if at == 0 else text[at - 1]
    seen = _AT_LINE_START.sub(lambda match: _PREPEND * len(match[0]), before + text[at:end])[1:]
    for grapheme in iter_graphemes(HIDDEN.sub(_EXTEND, seen)):
        behind = at + len(grapheme)
        yield at, behind, drawn(text[at:behind])[1]
        at = behind


@lru_cache(4096)
def drawn(grapheme: str) -> tuple[str, int]:
    """What stands on the screen for a grapheme, and its cells: at least one, so that a caret can stand on it."""
    if grapheme == "\n":
        return " ", 1
    from wcwidth import wcswidth

    words = CONTROL.sub(lambda match: mark(match[0]), HIDDEN.sub("", grapheme).replace("\t", TAB).replace("\n", " "))
    taken = wcswidth(words)
    if taken > 0:
        return words, taken
    return (f"◌{words}", 1) if words else ("·", 1)


def shown(text: str, start: int, end: int) -> tuple[str, int]:
    """What stands on the screen for the text between two offsets that cut no grapheme, and its cells."""
    if plain(text, start, end):
        return text[start:end].replace("\n", " "), end - start
    pieces = [drawn(text[a:b]) for a, b, _ in clusters(text, start, end)]
    return "".join(words for words, _ in pieces), sum(taken for _, taken in pieces)
