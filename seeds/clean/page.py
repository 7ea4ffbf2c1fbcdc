"""A whole text as the cleaner sees it: the shapes of its blocks, and what is known of them together. Pure."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, chain, compress

from seeds.clean.shape import HEAD, Shape
from seeds.span import Span

_SHORT = 300
"""How many short blocks are looked at for echoes of a title."""


class Page:
    """The blocks of a text. Lists have one entry a block; those named `before` hold the sum over the blocks before.

    `kinds` are sorts of shapes in one letter, `indents` the columns that blocks begin in and `column` the one of the
    prose (-1: there is only one), `gaps` the empty lines before each block (0 to 2) and one entry more, `times` how
    often words are the whole of a block, `prose` words if the block is prose, else 0. `content` are a block's longer
    words (pairs of characters, in a script without spaces), `known` those of all prose, `shared` those of two blocks of
    prose or more. `reader` is the share of words to the reader in the prose, `size` in seven steps how much prose there
    is; `fluent` says whether its language is one whose small words are known.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.shapes = [
            Shape(
                text[span.start : min(span.end, span.start + HEAD)],
                len(span),
                text[max(span.start, span.end - 8) : span.end],
            )
            for span in spans
        ]
        shapes = self.shapes
        self.kinds = [_kind(shape) for shape in shapes]
        self.indents, self.gaps = _layout(text, spans)
        self.times = Counter(shape.key for shape in shapes)
        self.prose = [shape.words if shape.prose else 0 for shape in shapes]
        self.prose_before = [0, *accumulate(self.prose)]
        self.words_before = [0, *accumulate(shape.words for shape in shapes)]
        self.content = [_content(shape) for shape in shapes]
        known = Counter(chain.from_iterable(compress(self.content, self.prose)))
        self.known = known.keys()
        self.short = [at for at, shape in enumerate(shapes) if 3 <= shape.words <= 30][:_SHORT]
        self.shared = {word for word, times in known.items() if times > 1}
        self.column = _mode(self.indents, self.prose)
        total = self.prose_before[-1]
        self.reader = sum(shape.reader for shape in shapes if shape.prose) / (total or 1)
        spoken = sum(shape.function * shape.words for shape in shapes if shape.prose)
        self.fluent = spoken >= 0.15 * total > 0
        self.size = bisect_right((1, 60, 200, 500, 1200, 3000), total)


def _kind(shape: Shape) -> str:
    """A block's sort: P long prose, p short prose, q a short sentence, L lines, t h m f fragments by length."""
    if shape.prose:
        return "P" if shape.words >= 30 else "p"
    if shape.lines > 1:
        return "L"
    if shape.ending in "sq" and shape.words >= 4:
        return "q"
    if shape.words <= 3:
        return "t"
    if shape.words <= 8:
        return "h"
    return "m" if shape.words <= 20 else "f"


def _content(shape: Shape) -> set[str]:
    if not shape.unspaced:
        return {word for word in shape.tokens if len(word) > 3}
    pairs = {word[at : at + 2] for word in shape.tokens if word > "~" for at in range(len(word) - 1)}
    return pairs | {word for word in shape.tokens if len(word) > 3 and word < "~"}


def _layout(text: str, spans: Sequence[Span]) -> tuple[list[int], list[int]]:
    """The column in which each block begins, and the empty lines before each (0 to 2) and behind the last."""
    indents, gaps, end = [], [], 0
    for span in spans:
        indents.append(min(span.start - (text.rfind("\n", end, span.start) + 1 or end), 200))
        gaps.append(min(max(text.count("\n", end, span.start) - 1, 0), 2))
        end = span.end
    return indents, [*gaps, 2]


def _mode(indents: Sequence[int], weights: Sequence[int]) -> int:
    """The column that most words of prose begin in; -1 where the text has only one column."""
    found: Counter[int] = Counter()
    for indent, weight in zip(indents, weights, strict=True):
        found[indent] += weight
    return found.most_common(1)[0][0] if len(found) > 1 else -1
