"""Find runs of capitalised words, with the particles, initials and small words that hold a name together."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from seeds.printable import HIDDEN
from seeds.segment.titles import DOTTED, LEADING, OF_TITLES, ORGANISATIONS, PARTICLES, PLURALS, TITLES
from seeds.segment.words import words
from seeds.span import Span

_SPACE = re.compile(rf"(?:[^\S\n]|\n(?!\s*\n)|{HIDDEN.pattern})+(?:d['’])?")
_ENDING = re.compile(r"['’](?:s|S|d|ll|ve|re|m)\Z")
_ARTICLE = re.compile(r"[a-zà-ÿ]{1,5}['’](?=\w)")
_FRENCH_ARTICLE = re.compile(r"(?:[a-zà-ÿ]{1,5}|[LD])['’](?=\w)")
_PREFIX = re.compile(r"(?:al|el|as|ash|an|ar|at|ad|az|ben|ul)-(?=\w)")
_PREPOSITIONS = frozenset({"de", "nl"})
"""Languages in which "von" and "van" stand before any noun."""

_SUFFIXED = re.compile(r"['’][a-zçğıöşü]+\Z")
_DETERMINERS = frozenset(
    {
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "im",
        "am",
        "vom",
        "beim",
        "het",
    }
)


class Word(NamedTuple):
    """A word at its offsets, without a possessive ending; `ends` tells that it had one, `capital` that it may name."""

    start: int
    end: int
    text: str
    capital: bool
    ends: bool


Run = list[Word]


def runs(text: str, span: Span, language: str = "") -> Iterator[Run]:
    """The runs of a span, in order: each begins with a capitalised word or a particle, and ends capitalised."""
    tongue = language.partition("-")[0]
    line = [_word(text, found, tongue) for found in words(text, span)]
    at = 0
    while at < len(line):
        if not line[at].capital:
            at += 1
            continue
        end = at + 1
        while behind := _joined(text, line, at, end - 1):
            end = behind
        first = at if tongue in _PREPOSITIONS else _led(text, line, at)
        yield line[first:end]
        at = end


def _word(text: str, found: Span, tongue: str) -> Word:
    written = found.of(text)
    if not any(map(str.isupper, written)):
        return Word(found.start, found.end, written, capital=False, ends=False)
    ending = (_SUFFIXED if tongue == "tr" else _ENDING).search(written)
    core = written[: ending.start()] if ending else written
    article = (_FRENCH_ARTICLE if tongue == "fr" else _ARTICLE).match(core)
    start = article.end() if article and core[article.end()].isupper() else 0
    end = found.start + len(core) if ending else found.end
    return Word(found.start + start, end, core[start:], _names(core[start:]), ending is not None)


def _names(word: str) -> bool:
    """Whether a word is capitalised as a name is: "al-Jarba" is, "Western-backed" and "Don't" are not."""
    prefix = _PREFIX.match(word)
    first = word[prefix.end() :] if prefix else word
    last = re.split("[-‐‑]", first)[-1]
    return first[:1].isupper() and not last[:1].islower() and not first.endswith(("n't", "n’t"))


def _joined(text: str, line: Run, first: int, at: int) -> int:
    """The index behind the next capitalised word of the name that runs from `first` to `at`; 0 if there is none."""
    word = line[at]
    small = at + 1
    while small < min(at + 4, len(line)) and not line[small].capital and _holds(line, first, at, small):
        small += 1
    if small >= len(line) or not line[small].capital:
        return 0
    head = line[small].text
    gaps = [text[line[i].end : line[i + 1].start] for i in range(at, small)]
    if word.ends:
        if not (word.text in PLURALS and head in ORGANISATIONS) and not (word.text in TITLES and head == "Office"):
            return 0
        gaps[0] = gaps[0][2:]
    elif gaps[0][:1] in ("'", "’") and word.text.endswith("s") and head in ORGANISATIONS:
        gaps[0] = gaps[0][1:]
    if gaps == [" & "]:
        return small + 1
    if gaps[0][:1] == "." and (len(word.text) == 1 or word.text in DOTTED):
        gaps[0] = gaps[0][1:]
    return small + 1 if all(_SPACE.fullmatch(gap) for gap in gaps) else 0


def _holds(line: Run, first: int, at: int, small: int) -> bool:
    """Whether the small word at `small` may stand inside a name that runs from `first` to `at` so far."""
    word, before = line[small].text, line[small - 1].text
    if word in ("der", "den", "ter"):
        return before in ("van", "von")
    if word in PARTICLES:
        return at == 0 or line[at - 1].text.lower() not in _DETERMINERS
    if word == "the":
        return before in ("of", "for")
    if word not in ("of", "for") or small > at + 1:
        return False
    if before in OF_TITLES:
        return small + 1 < len(line) and line[small + 1].text in OF_TITLES[before].split()
    return any(part.text in ORGANISATIONS for part in line[first:small])


def _led(text: str, line: Run, at: int) -> int:
    """The index of the particle with which the name begins whose first capitalised word is at `at`."""
    first = at
    for small in range(at - 1, max(at - 4, -1), -1):
        gap = text[line[small].end : line[small + 1].start]
        if line[small].text not in PARTICLES or not _SPACE.fullmatch(gap):
            break
        if line[small].text in LEADING:
            first = small
    return first
