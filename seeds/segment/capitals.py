"""Tell what a capital letter means: a name, or only the beginning of a sentence, a headline's style, or shouting.

The text itself is the witness: how else a word is written nearby.
"""

import re
from collections.abc import Iterator

from seeds.segment.runs import Run, Word
from seeds.span import Span

_NEARBY = 10_000
"""Code points on each side in which it is looked up how else a word is written."""

_BEGINS = re.compile(r"(?:\A|[.!?…:;•|*\n]|[\"“„«‘‚'(\[]\Z)[\"'“”‘’„‚«»(\[\s–—-]*\Z")
_SHOUTED = 0.7
_HEADLINE = 0.6
"""Shares of capital letters, and of capitalised words, above which a capital says nothing any more."""


def begins(text: str, span: Span, word: Word) -> bool:
    """Whether the word begins a sentence, a line or a quotation."""
    return _BEGINS.search(text[max(span.start, word.start - 12) : word.start]) is not None


def common(text: str, word: Word, *, but: Span) -> bool:
    """Whether the word is written in lower case nearby, and outside `but` nowhere capitalised within a sentence."""
    return next(_written(text, word.text.lower(), word), -1) >= 0 and not named(text, word, but=but)


def named(text: str, word: Word, *, but: Span) -> bool:
    """Whether the word is capitalised nearby in the midst of a sentence, outside the span `but`."""
    return any(
        text[at - 1].isspace() and (text[at - 2].isalnum() or text[at - 2] == ",")
        for at in _written(text, word.text, word)
        if at > 1 and not but.start <= at < but.end
    )


def follows(text: str, word: Word) -> Iterator[str]:
    """The words that stand directly before other places of the word nearby."""
    for at in _written(text, word.text, word):
        before = text[max(at - 30, 0) : at]
        if at != word.start and before[-1:].isspace() and before.strip():
            yield before.split()[-1]


def _written(text: str, written: str, near: Word) -> Iterator[int]:
    """Where a word stands as a whole word nearby. (A regular expression takes ten times as long.)"""
    at, stop = max(near.start - _NEARBY, 0), near.end + _NEARBY
    while (at := text.find(written, at, stop)) >= 0:
        end = at + len(written)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield at
        at = end


def shouted(block: str) -> bool:
    upper, lower = sum(map(str.isupper, block)), sum(map(str.islower, block))
    return upper > 20 and upper > _SHOUTED * (upper + lower)


def is_headline(text: str, span: Span, found: list[Run]) -> bool:
    """Whether so many words of a short block are capitalised that it is a headline's style."""
    block = span.of(text)
    first = next(filter(str.isalpha, block), "")
    if len(block) > 400 or block.rstrip()[-1:] in ".。" or not first.isupper():
        return False
    long = len(re.findall(r"\w{4,}", block))
    return long >= 4 and sum(len(word.text) >= 4 for run in found for word in run) > _HEADLINE * long
