"""Turn a row into stretches of one style each. Pure: knows names of styles, no colour and no Textual.

A style name is "kind" or "kind+mark+mark": the kind of block, then what lies on it, the strongest last.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from annotations.annotation import Annotation
from seeds.span import Span
from tui.cells import shown
from tui.layout import Part, Row
from tui.scene import Scene

KEYS = 2
"""Keys of tags that the gutter has room for."""


class Stretch(NamedTuple):
    """Text of one style, with its width in cells."""

    words: str
    style: str
    cells: int


class Marks:
    """The annotations of a layer, ready to be asked which of them touch a row."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        self._annotations = [annotation for annotation in annotations if annotation.spans]
        self._starts = [annotation.whole.start for annotation in self._annotations]
        self._reach = list(accumulate((annotation.whole.end for annotation in self._annotations), max))

    def touching(self, start: int, end: int) -> list[Annotation]:
        """Those with words between two offsets, in the order of the text."""
        last = bisect_left(self._starts, end)
        first = bisect_right(self._reach, start, 0, last)
        near = self._annotations[first:last]
        return [a for a in near if any(span.start < end and start < span.end for span in a.spans)]


def gutter(scene: Scene, touching: Sequence[Annotation]) -> list[Stretch]:
    """What stands beside a row: the keys of its tags, each in its tag's hue, a plus where there are more."""
    found: dict[str, str] = {}
    for annotation in touching:
        tag = scene.codebook.get(annotation.tag)
        found.setdefault(tag.key if tag else "?", tag.colour if tag else "grey")
    shown = list(found.items())
    if len(shown) > KEYS:
        shown = [*shown[: KEYS - 1], ("+", "grey")]
    return [Stretch(key, f"key-{colour}", 1) for key, colour in shown]


def stretches(scene: Scene, row: Row, touching: Sequence[Annotation], caret: Span) -> list[Stretch]:
    """A row in its styles, from its first character to its last."""
    if row.part is not Part.TEXT:
        words, cells = shown(row.words, row.start, row.end)
        return [Stretch(words, row.part.value if row.part is not Part.HEAD else row.kind.value, cells)]
    text, selected = scene.view.article.text, scene.selection.span
    hits = hits_in(scene, row)
    edges = {row.start, row.end, selected.start, selected.end, caret.start, caret.end}
    edges.update(edge for annotation in touching for span in annotation.spans for edge in (span.start, span.end))
    edges.update(edge for _, hit in hits for edge in (hit.start, hit.end))
    cuts = sorted(edge for edge in edges if row.start <= edge <= row.end)
    drawn = []
    for start, end in pairwise(cuts):
        here = [a for a in touching if any(span.start <= start < span.end for span in a.spans)]
        on = _style(
            scene, here, [number for number, hit in hits if hit.start <= start < hit.end],
            selected=selected.start <= start < selected.end, caret=caret.start <= start < caret.end,
        )  # fmt: skip
        words, cells = shown(text, start, end)
        drawn.append(Stretch(words, "+".join([row.kind.value, *on]), cells))
    return drawn


def _style(scene: Scene, here: Sequence[Annotation], hits: Sequence[int], *, selected: bool, caret: bool) -> list[str]:
    """What lies on a stretch, the strongest last."""
    names = []
    if here:
        top = min(here, key=lambda annotation: len(annotation.whole))
        tag = scene.codebook.get(top.tag)
        names.append(f"tag-{tag.colour if tag else 'grey'}")
    if len(here) > 1:
        names.append("several")
    names += ["hit-here" if number == scene.hit else "hit" for number in hits]
    if selected:
        names.append("caret" if caret else "bound" if scene.bound is not None else "selected")
    return names


def hits_in(scene: Scene, row: Row) -> list[tuple[int, Span]]:
    first = max(bisect_right(scene.hits, row.start, key=lambda span: span.start) - 1, 0)
    last = bisect_left(scene.hits, row.end, key=lambda span: span.start)
    return [(number, scene.hits[number]) for number in range(first, last) if scene.hits[number].end > row.start]
