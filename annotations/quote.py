"""Find quoted words in a text, and tell how well what stands around a place fits what was noted. Pure.

Words are the same words whatever white space parts them; where they are nowhere exactly so, marks of quotation,
apostrophes and dashes of another shape count as the same too. Nothing else does: a changed word is another quotation.
"""

import re
from collections.abc import Iterator
from itertools import islice

from seeds.span import Span

MANY = 1_000
"""Places that are looked at; words that stand in more of them are told apart by nothing."""

_ALIKE = ('"“”„‟«»〝〞＂', "'‘’‚‛‹›ʼ＇", "-‐‑‒–—―−")
_CLASS = {character: f"[{re.escape(alike)}]" for alike in _ALIKE for character in alike}


def places(text: str, words: str, limit: int = MANY) -> list[Span]:
    """Where the words stand in the text, in order, overlapping ones too; at most `limit` of them.

    White space of any kind and length is alike; marks of another shape are tried where that finds nothing. Words
    without a character that is not white space stand nowhere.
    """
    found = list(islice(_found(text, words, marks_alike=False), limit))
    if found or _CLASS.keys().isdisjoint(words):
        return found
    return list(islice(_found(text, words, marks_alike=True), limit))


def alike(words: str, others: str) -> bool:
    """Whether both are the same words, white space and the shape of marks apart."""
    if squeezed(words) == squeezed(others):
        return True
    found = places(words, others, 1)
    return bool(found) and squeezed(found[0].of(words)) == squeezed(words)


def fit(text: str, span: Span, prefix: str, suffix: str) -> int:
    """How many code points of the noted context stand right before and right behind a span, white space apart."""
    before, behind = beside(text, span, prefix, suffix)
    return common(squeezed(before)[::-1], squeezed(prefix)[::-1]) + common(squeezed(behind), squeezed(suffix))


def best_fit(prefix: str, suffix: str) -> int:
    """The `fit` of a place around which everything is as it was noted."""
    return len(squeezed(prefix)) + len(squeezed(suffix))


def beside(text: str, span: Span, prefix: str, suffix: str) -> tuple[str, str]:
    """What stands before and behind a span: more than was noted of it, as there may be more white space now."""
    return text[max(0, span.start - 4 * len(prefix) - 8) : span.start], text[span.end : span.end + 4 * len(suffix) + 8]


def squeezed(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def common(one: str, other: str) -> int:
    """How many code points both have in common from their beginning on."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _found(text: str, words: str, *, marks_alike: bool) -> Iterator[Span]:
    parts = words.split()
    if not parts:
        return
    if len(parts) == 1 and not marks_alike:
        yield from _plain(text, parts[0])
        return
    pattern = re.compile(r"\s+".join("".join(_piece(c, marks_alike=marks_alike) for c in part) for part in parts))
    found = pattern.search(text)
    while found:
        yield Span(found.start(), found.end())
        found = pattern.search(text, found.start() + 1)


def _plain(text: str, word: str) -> Iterator[Span]:
    at = text.find(word)
    while at >= 0:
        yield Span(at, at + len(word))
        at = text.find(word, at + 1)


def _piece(character: str, *, marks_alike: bool) -> str:
    return _CLASS.get(character, re.escape(character)) if marks_alike else re.escape(character)
