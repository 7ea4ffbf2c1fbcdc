"""Which characters are alike when words are looked for, so that people find what they cannot easily type. Pure.

The skeleton of a text (the word is Unicode's, of its UTS 39) is the text with letters stripped of their diacritics, one
kind of apostrophe, quotation mark and dash, and without what is left out when drawing. White space stays as it is.
Places in it are code points as well, but of the skeleton, and are called indices.

Diacritics are those of Latin, Greek, Cyrillic, Hebrew and Arabic letters: the vowel signs of Indic scripts, the tones
of Thai and the voicing of kana make other words. ß, æ, œ and ligatures are letters of their own, and a decomposed
Hangul syllable is another one than the composed.
"""

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from seeds.printable import HIDDEN

KIN = {
    **dict.fromkeys("’‘‚‛ʼ‹›", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
"""Characters that are alike whichever of them is typed."""

STROKED = dict(zip("øłđħŧıØŁĐĦŦ", "oldhtiOLDHT", strict=True))
"""Letters whose diacritic Unicode does not take off."""

MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
"""For use inside a character class: combining diacritics, points, and what selects a character's looks."""

_COMPOSED = (*range(0xC0, 0x2000), 0x212A, 0x212B, *range(0xFB1D, 0xFB50))
"""The code points among which the letters are that Unicode takes a diacritic off."""

_DISTINCT = 60
"""How many different letters are replaced one after the other, each in the whole text; in a text with more of them
the rest is replaced letter by letter."""


class Skeleton(NamedTuple):
    """What remains of a text: as it is written, and in lower case. `gaps` are the indices at which a code point was
    left out, in order, one for each."""

    cased: str
    lower: str
    gaps: "array[int]"

    def origin(self, index: int) -> int:
        """Where in the text the character at an index stands."""
        return index + bisect_right(self.gaps, index)

    def index_of(self, offset: int) -> int:
        """The index of the character at an offset of the text; of the next one where that is left out."""
        gaps = self.gaps
        return offset - bisect_left(range(len(gaps)), offset, key=lambda number: gaps[number] + number)


@lru_cache(maxsize=1)
def skeleton(text: str) -> Skeleton:
    """The skeleton of a text; that of the last one is kept."""
    cased, gaps = _reduced(text)
    return Skeleton(cased, _lower(cased), gaps)


def bare(words: str, *, cased: bool = False) -> str:
    """The skeleton of a few words: as they are written, or in lower case."""
    reduced, _ = _reduced(words)
    return reduced if cased else _lower(reduced)


def _lower(cased: str) -> str:
    """In lower case, letter for letter, one kind of sigma: only İ would become two, and it is in no skeleton."""
    lower = cased.lower()
    return lower if lower.isascii() else lower.replace("ς", "σ")


def _reduced(text: str) -> tuple[str, "array[int]"]:
    reduced = text if text.isascii() else _alike(text)
    if reduced.isascii():
        return reduced, array("q")
    found = _left_out().finditer(reduced)
    gaps = array("q", (match.start() - number for number, match in enumerate(found)))
    return _left_out().sub("", reduced) if gaps else reduced, gaps


def _alike(text: str) -> str:
    letters, changing = _letters()
    at = 0
    for _ in range(_DISTINCT):
        match = None if text.isascii() else changing.search(text, at)
        if not match:
            return text
        at = match.start()
        text = text.replace(match[0], letters[match[0]])
    return changing.sub(lambda match: letters[match[0]], text)


@cache
def _left_out() -> re.Pattern[str]:
    return re.compile(f"[{MARKS}{HIDDEN.pattern[1:-1]}]")


@cache
def _letters() -> tuple[dict[str, str], re.Pattern[str]]:
    """What becomes another character, and what finds it: two milliseconds to make, and most text is ASCII."""
    from unicodedata import normalize

    marks = re.compile(f"[{MARKS}]*")
    letters = {**KIN, **STROKED}
    for character in map(chr, _COMPOSED):
        apart = normalize("NFD", character)
        if apart != character and marks.fullmatch(apart, 1):
            letters[character] = STROKED.get(apart[0], apart[0])
    return letters, re.compile(f"[{re.escape(''.join(letters))}]")
