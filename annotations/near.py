"""Which articles are nearly the same text, so that nobody codes an agency's report twice unawares. Pure, drops nothing.

A text is known by the least hashes of its shingles, the runs of SHINGLE words in it (Broder, "On the resemblance and
containment of documents", 1997); the share that two texts have in common of theirs estimates the share that they have
in common of all their shingles. Measured on the samples and on 400 pages of news and advice: a text of which a third of
the paragraphs is cut, with another head and foot and one word in twenty changed, has 0.2 to 0.7 in common with what it
was, mostly 0.3 and more; two texts by two hands, of the same event or not, at most 0.03.

A text of which little is kept, or that is a small part of a long one, is not found; nor are translations.
"""

import re
import struct
from array import array
from binascii import a2b_base64, b2a_base64
from collections import Counter
from collections.abc import Sequence
from itertools import chain, islice, repeat
from zlib import crc32

from annotations.count import IDEOGRAPH
from seeds.article import Article, Kind

ALIKE = 0.3
"""The likeness from which on two articles are nearly the same."""

KIN = ALIKE / 2
"""The likeness that every article of a group has at least with its first: a chain of small steps ends there."""

SHINGLE = 4
"""Words of a shingle; a character counts as one in scripts that have no spaces."""

FEWEST, KEPT = 30, 64
"""Different shingles below which nothing is said of a text, and hashes that are kept of one."""

LOOKED_UP, SHARERS, TRIED = 16, 32, 4
"""Hashes by which articles are looked up, the least of each; articles that are noted for one of them (what more texts
than that share is a turn of speech or a site's furniture); articles that are compared then."""

LONGEST = 100_000
"""Code points that are read of a text, so that a huge one takes as long as a long one: some 10 ms."""

SOFT_HYPHEN = "\u00ad"
"""Some sites put it into every long word, others into none."""

_RUNS = rf"{IDEOGRAPH[1:-1]}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(rf"[{_RUNS}]|[^\W{_RUNS}]+")
_TEXT = frozenset({Kind.BODY, Kind.STANDFIRST, Kind.HEADING})


def sketch(article: Article) -> tuple[int, ...]:
    """The least hashes of the shingles of an article's body, ascending, of 32 bits and the same on every machine; none
    where the text is too short to tell."""
    body = " ".join(block.span.of(article.text) for block in article.blocks if block.kind in _TEXT)[:LONGEST]
    words = _WORD.findall(body.replace(SOFT_HYPHEN, "").casefold())
    shingles = map(" ".join, zip(*(islice(words, first, None) for first in range(SHINGLE)), strict=False))
    hashes = set(map(crc32, map(str.encode, shingles)))
    return tuple(sorted(hashes)[:KEPT]) if len(hashes) >= FEWEST else ()


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """An estimate of the share of all their shingles that two texts have in common, from 0 to 1; give or take 0.06."""
    least = sorted({*one, *other})[:KEPT]
    return len({*one}.intersection(other, least)) / len(least) if least else 0.0


def written(values: Sequence[int]) -> str:
    """A sketch as a short text."""
    return b2a_base64(struct.pack(f">{len(values)}I", *values), newline=False).decode()


def read(text: str) -> tuple[int, ...]:
    """The sketch that was written; none where the text is damaged."""
    try:
        return tuple(value for (value,) in struct.iter_unpack(">I", a2b_base64(text)))
    except (TypeError, ValueError, struct.error):
        return ()


class Neighbours:
    """Articles in the order of adding, in groups of what is nearly the same text.

    `groups` has the first of its group for each article that is in one, that one among them. A group is no chain: an
    article comes to the one that it is most like only if it is KIN to the first of its group.
    """

    def __init__(self) -> None:
        self.groups: dict[str, str] = {}
        self._ids: list[str] = []
        self._sketches: list[array[int]] = []
        self._firsts: list[int] = []
        self._having: dict[int, tuple[int, ...]] = {}

    def add(self, article_id: str, values: Sequence[int]) -> str:
        """Put an article behind the others: the id of the first one of the group that it comes to, "" where it is like
        none. It takes as long with ten others as with ten thousand."""
        number = len(self._ids)
        first = self._group(values, number)
        self._ids.append(article_id)
        self._sketches.append(array("I", values))
        self._firsts.append(first)
        for value in values[:LOOKED_UP]:
            having = self._having.get(value, ())
            if len(having) < SHARERS:
                self._having[value] = (*having, number)
        if first == number:
            return ""
        self.groups[article_id] = self.groups[self._ids[first]] = self._ids[first]
        return self._ids[first]

    def _group(self, values: Sequence[int], alone: int) -> int:
        """The number of the first of the group to which an article comes."""
        looked_up = map(self._having.get, values[:LOOKED_UP], repeat(()))
        shared = Counter(chain.from_iterable(looked_up))
        for number, _ in shared.most_common(TRIED):
            first = self._firsts[number]
            if likeness(self._sketches[number], values) >= ALIKE and (
                first == number or likeness(self._sketches[first], values) >= KIN
            ):
                return first
        return alone
