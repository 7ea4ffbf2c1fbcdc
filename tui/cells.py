"""Measure and draw characters: which code points share a cell, how many cells they take, what is shown for them.

Almost all text is one code point a cell, and one regular expression tells; only what is not goes through wcwidth, whose
clusters and widths are right where Rich's are not (flags, Devanagari, Tamil). Pure.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from seeds.printable import CONTROL, HIDDEN, mark

PLAIN = (
    "\n -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u05d0-\u05ea\u061f\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u202f-\u203b"
    "\u203d-\u2048\u204a-\u205e\u20a0-\u20c0\u25cb\u25cf\u2713"
)
"""Characters, as in a regular expression's brackets, that take one cell and join nothing. The line feed is drawn as a
space. Each stretch of them can be measured by counting."""

SPECIAL = re.compile(f"[^{PLAIN}]")
"""A character that must be measured; text without one is one code point a cell."""

_TANGLE = re.compile(f"[{PLAIN}]?[^{PLAIN}]+(?:[{PLAIN}][^{PLAIN}]+)*[{PLAIN}]?")
"""Special characters with the plain ones at their edges, which they may join."""

TAB = "    "
"""What is drawn for a tab."""

Cluster = tuple[int, int, int]
"""A grapheme: the code points where it starts and ends, and its cells."""


def plain(text: str, start: int, end: int) -> bool:
    """Whether the text between two offsets is one code point a cell."""
    return SPECIAL.search(text, start, end) is None


def clusters(text: str, start: int, end: int) -> Iterator[Cluster]:
    """The graphemes between two offsets. What has no width of its own and joins nothing still gets a cell."""
    at = start
    for tangle in _TANGLE.finditer(text, start, end):
        for offset in range(at, tangle.start()):
            yield offset, offset + 1, 1
        yield from _untangled(tangle[0], tangle.start())
        at = tangle.end()
    for offset in range(at, end):
        yield offset, offset + 1, 1


def _untangled(tangle: str, at: int) -> Iterator[Cluster]:
    """The graphemes of a piece that begins at the offset `at`; hidden characters join what stands before them."""
    from wcwidth import iter_graphemes

    held = ""
    for grapheme in iter_graphemes(tangle):
        if held and HIDDEN.sub("", grapheme):
            yield at, at + len(held), drawn(held)[1]
            at += len(held)
            held = grapheme
        else:
            held += grapheme
    yield at, at + len(held), drawn(held)[1]


@lru_cache(4096)
def drawn(grapheme: str) -> tuple[str, int]:
    """What stands on the screen for a grapheme, and the cells that it takes: at least one."""
    if grapheme in {"\n", "\t"}:
        return (" ", 1) if grapheme == "\n" else (TAB, len(TAB))
    from wcwidth import wcswidth

    shown = CONTROL.sub(lambda match: mark(match[0]), HIDDEN.sub("", grapheme))
    taken = wcswidth(shown)
    if taken > 0:
        return shown, taken
    return (f"◌{shown}", 1) if shown else ("·", 1)


def shown(text: str, start: int, end: int) -> tuple[str, int]:
    """What stands on the screen for the text between two offsets that cut no grapheme, and its cells."""
    if plain(text, start, end):
        return text[start:end].replace("\n", " "), end - start
    pieces = [drawn(text[a:b]) for a, b, _ in clusters(text, start, end)]
    return "".join(piece for piece, _ in pieces), sum(taken for _, taken in pieces)
