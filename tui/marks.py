"""Which annotations lie on a row, ready to be asked for every row in sight at every key. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

from annotations.annotation import Annotation
from annotations.codebook import Codebook

CHUNK = 256
"""Marks of which it is kept how far they reach: a long one then makes rows look at its neighbours and no others."""


class Mark(NamedTuple):
    """One span of an annotation: where it lies, the key and the hue of its tag, the annotation's id and length in code
    points. `other` tells that it is drawn in its hue's other shade, because it touches one of the same tag before it;
    `first` that it is its annotation's first span; `noted` that there is a note on it; `theirs` that it is another
    coder's."""

    start: int
    end: int
    key: str
    hue: str
    id: int
    length: int
    other: bool
    first: bool
    noted: bool = False
    theirs: bool = False


class Marks:
    """The annotations of a layer, and those of other coders, each in the order of the text."""

    def __init__(
        self,
        annotations: Iterable[Annotation] = (),
        codebook: Codebook | None = None,
        theirs: Iterable[Annotation] = (),
    ) -> None:
        tags = {tag.name: (tag.key, tag.colour) for tag in codebook.tags} if codebook else {}
        marks = [*_marks(annotations, tags, theirs=False), *_marks(theirs, tags, theirs=True)]
        marks.sort(key=attrgetter("start"))
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._reach = [max(mark.end for mark in marks[at : at + CHUNK]) for at in range(0, len(marks), CHUNK)]

    def touching(self, start: int, end: int) -> tuple[Mark, ...]:
        """Those with words between two offsets, in the order of the text."""
        last = bisect_left(self._starts, end)
        found: list[Mark] = []
        for number, reach in enumerate(self._reach[: -(-last // CHUNK)]):
            if reach > start:
                at = number * CHUNK
                found += [mark for mark in self._marks[at : min(at + CHUNK, last)] if mark.end > start]
        return tuple(found)


def _marks(annotations: Iterable[Annotation], tags: Mapping[str, tuple[str, str]], *, theirs: bool) -> Iterator[Mark]:
    reached: dict[str, tuple[int, bool]] = {}  # for each tag where its words end so far, and in which shade
    for annotation in annotations:
        spans = annotation.spans
        if not spans:
            continue
        start, end = spans[0].start, spans[-1].end
        before, shade = reached.get(annotation.tag, (-1, True))
        other = not shade if start <= before else False
        reached[annotation.tag] = max(before, end), other
        key, hue = tags.get(annotation.tag, ("?", "grey"))
        about = (key, hue, annotation.id, end - start, other)
        for span in spans:
            yield Mark(span.start, span.end, *about, span.start == start, bool(annotation.note), theirs)
