"""What people mean by the words that they look for in a text: capitals and diacritics count where one was typed. Pure.

A letter that was typed with a diacritic must stand in the text with the same, be it composed or decomposed; a mixture
of both, as two diacritics allow it, is not known. Offsets are code points.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from seeds.printable import HIDDEN
from tui.skeleton import KIN, MARKS, Skeleton, bare, skeleton

_LETTER = re.compile(f"[^{MARKS}][{MARKS}]*")
_MARK = re.compile(f"[{MARKS}]")


class Sought(NamedTuple):
    """A pattern for the skeleton of a text, with a group for each letter that has to be the same; `exact` are the ways
    to spell each of them. `lead` is how many characters the first of them stands behind the beginning; None where that
    differs."""

    pattern: re.Pattern[str]
    cased: bool
    exact: tuple[tuple[str, ...], ...] = ()
    lead: int | None = None


def places(text: str, query: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Where the words of a query begin and end in a text from the code point `start` on, in order, with the marks that
    follow. They may overlap, and cut what is no letter with marks."""
    sought = _sought(query)
    if not sought:
        return iter(())
    bones = skeleton(text)
    letters = bones.cased if sought.cased else bones.lower
    first = bones.index_of(start)
    found = _exact(text, bones, letters, sought, first) if sought.exact else sought.pattern.finditer(letters, first)
    spans = (match.span() for match in found)
    return ((bones.origin(a), bones.origin(b)) for a, b in spans) if bones.gaps else spans


def _sought(query: str) -> Sought | None:
    """What a query looks for; None where no letter was typed yet."""
    cased = any(character.isupper() for character in query)
    parts: list[str] = []
    exact: list[tuple[str, ...]] = []
    lead: int | None = None
    for word in HIDDEN.sub("", query).split():
        part = ""
        for number, letter in enumerate(_LETTER.findall(word)):
            plain = re.escape(bare(letter, cased=cased))
            ways = _spellings(letter)
            if ways and not exact and not parts:
                lead = number
            exact += [ways] if ways else []
            part += f"({plain})" if ways else plain
        parts += [part] if part else []
    return Sought(re.compile(r"\s+".join(parts)), cased, tuple(exact), lead) if parts else None


def _spellings(letter: str) -> tuple[str, ...]:
    """The ways to spell a letter that was typed with a diacritic, capitals too; none of any other character."""
    if letter.isascii() or letter[0] in KIN or normalize("NFC", letter) == bare(letter, cased=True):
        return ()
    ways = {letter, normalize("NFC", letter), normalize("NFD", letter)}
    capital = normalize("NFC", letter.upper())
    if normalize("NFC", capital.lower()) in ways:
        ways |= {capital, normalize("NFD", capital)}
    return tuple(ways)


def _exact(text: str, bones: Skeleton, letters: str, sought: Sought, at: int) -> Iterator[re.Match[str]]:
    """The matches whose letters are the same as in the query. Where the first such letter is rare in the text it leads,
    so that not every place of its plain kin is looked at."""
    ahead = dict.fromkeys(sought.exact[0], -1)
    while match := sought.pattern.search(letters, at):
        at = match.start() + 1
        if sought.lead is not None:
            here = bones.origin(match.start(1))
            there = _next(text, ahead, here)
            if there > here:
                if there == len(text):
                    return
                at = bones.index_of(there) - sought.lead
                continue
        if all(_stands(text, bones.origin(match.start(n)), ways) for n, ways in enumerate(sought.exact, 1)):
            yield match


def _next(text: str, ahead: dict[str, int], at: int) -> int:
    """The first place from `at` on of any spelling; the text's end where there is none. `ahead` is what is known."""
    for way, place in ahead.items():
        if place < at:
            found = text.find(way, at)
            ahead[way] = len(text) if found < 0 else found
    return min(ahead.values())


def _stands(text: str, at: int, spellings: tuple[str, ...]) -> bool:
    return any(text.startswith(way, at) and not _MARK.match(text, at + len(way)) for way in spellings)
