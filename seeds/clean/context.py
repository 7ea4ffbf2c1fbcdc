"""What can be seen of a block among the others: the features that the scores are made of, as names. Pure.

A feature is present or absent; a number is cut into bins first. The names are the contract with `weights.json`: change
one, and the weights must be learned again (tests/bench/train_cleaner.py).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from seeds.clean.page import Page
from seeds.clean.shape import Shape

_WORDS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 50, 75, 120)
_SHARE = (0.01, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.999)
_NEAR = (1, 2, 3, 5, 9, 17)
_OPENERS = frozenset({"related", "comment", "subscribe", "appeal", "tags", "legal", "share", "writer", "advertise"})


def features(page: Page) -> Iterator[list[str]]:
    """The features of each block, in the order of the blocks."""
    previous, following = _distances(page.prose)
    since = _since_opener(page)
    kinds = ["^", *page.kinds, "$"]
    for at, shape in enumerate(page.shapes):
        names = _own(shape, kinds[at + 1], fluent=page.fluent)
        names += _around(page, at, kinds[at : at + 3], _bin(_NEAR, previous[at]), _bin(_NEAR, following[at]))
        names.append(f"since={since[at]}")
        names.append(f"since={since[at]} {kinds[at + 1]}")
        yield names


def _own(shape: Shape, kind: str, *, fluent: bool) -> list[str]:
    length = bisect_right(_WORDS, shape.words)
    names = [
        "*",
        f"words={length} {shape.ending}",
        f"first={shape.first} {kind}",
        f"capital={int(shape.capital * 5)} {min(length, 8)}",
        f"stops={min(shape.stops, 5)} {min(length, 10)}",
        f"digits={int(shape.digits * 5)} {kind}",
        f"reader={min(shape.reader, 4)} {kind} {shape.quote}",
        f"commas={min(shape.commas, 4)} {kind}",
    ]
    if fluent:
        names.append(f"function={int(shape.function * 8)} {min(length, 10)}")
    if shape.lines > 1:
        names.append(f"lines={min(bisect_right(_WORDS, shape.words // shape.lines), 10)}")
    names += [flag for flag in ("date", "link", "shouted", "quote") if getattr(shape, flag)]
    names += [f"{flag} {kind}" for flag in ("date", "link", "shouted") if getattr(shape, flag)]
    if shape.signs:
        names.append(f"signs={min(shape.signs, 3)} {kind}")
    if shape.unspaced:
        names.append("unspaced")
    for name, count in shape.cues.items():
        names += (f"cue={name}", f"cue={name} {kind}", f"cue={name} {min(count, 3)} {min(length, 8)}")
    if not shape.cues:
        names.append(f"plain {kind}")
    if shape.words <= 14:
        names += [f"w={_word(word)}" for word in set(shape.tokens)]
    if shape.tokens:
        first = _word(shape.tokens[0])
        names.append(f"1={first}")
        if len(shape.tokens) > 1:
            names.append(f"2={first} {_word(shape.tokens[1])}")
    return names


def _word(word: str) -> str:
    """A number stands for all of its length: years and counts say nothing of the next page."""
    return "#" * min(len(word), 5) if word.isdigit() else word


def _around(page: Page, at: int, kinds: Sequence[str], before: int, behind: int) -> list[str]:
    before_kind, kind, behind_kind = kinds
    total = page.prose_before[-1] or 1
    passed = bisect_right(_SHARE, page.prose_before[at] / total)
    count = len(page.shapes)
    names = [
        f"page={page.size} {kind}",
        f"-1 {before_kind}{kind}",
        f"turn {before_kind}{kind}{'+' if page.shapes[at].cues else '-'}",
        f"+1 {kind}{behind_kind}",
        f"-1+1 {before_kind}{kind}{behind_kind}",
        f"near={before},{behind}",
        f"near={before},{behind} {kind}",
        f"passed={passed} {kind}",
        f"top={_bin(_NEAR, at)} {kind}",
        f"bottom={_bin(_NEAR, count - 1 - at)} {kind}",
        f"gap={page.gaps[at]},{page.gaps[at + 1]} {kind}",
        f"times={min(page.times[page.shapes[at].key], 3)} {kind}",
        f"reading={int(min(page.reader, 0.079) * 50)} {min(page.shapes[at].reader, 3)} {page.shapes[at].quote}",
    ]
    names += [f"window{radius}={_density(page, at, radius)} {kind}" for radius in (2, 6, 20)]
    if page.column >= 0:
        names.append(f"column={_sign(page.indents[at] - page.column)} {kind}")
    names.append(f"overlap={_overlap(page, at)} {kind}")
    return names


def _distances(prose: Sequence[int]) -> tuple[list[int], list[int]]:
    """How many blocks back and ahead the next block of prose is; a large number where there is none."""

    def back(values: Sequence[int]) -> list[int]:
        found, last = [], -1000
        for at, value in enumerate(values):
            found.append(at - last)
            if value:
                last = at
        return found

    return back(prose), back(prose[::-1])[::-1]


def _since_opener(page: Page) -> list[str]:
    """The class of the last short block with a cue before each block, and how many blocks it is back (up to 12)."""
    found, name, at_opener = [], "", -100
    for at, shape in enumerate(page.shapes):
        back = at - at_opener
        found.append(f"{name}{_bin((1, 2, 4, 8), back)}" if name and back <= 12 else "-")
        opener = next((cue for cue in shape.cues if cue in _OPENERS), "") if shape.words <= 14 else ""
        if opener:
            name, at_opener = opener, at
    return found


def _density(page: Page, at: int, radius: int) -> int:
    """How much of the words around a block, itself left out, is prose; in bins, 9 where there are none."""
    low, high = max(at - radius, 0), min(at + radius + 1, len(page.shapes))
    words = page.words_before[high] - page.words_before[low] - page.shapes[at].words
    prose = page.prose_before[high] - page.prose_before[low] - page.prose[at]
    return bisect_right(_SHARE, prose / words) if words > 0 else 9


def _overlap(page: Page, at: int) -> int:
    """How many of the block's longer words other blocks of prose hold; in fifths, 9 where it has none."""
    words = page.content[at]
    others = page.shared if page.prose[at] else page.known
    return 5 * len(words & others) // len(words) if words else 9


def _bin(edges: Sequence[int], value: int) -> int:
    return bisect_right(edges, value)


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)
