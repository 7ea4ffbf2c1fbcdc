"""What the margin says of an article's annotations: their order, and each of them in a few short rows. Pure.

Rows are made for an annotation when they are asked for and not before, so ten thousand cost little more than ten.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, takewhile
from typing import NamedTuple

from annotations.annotation import Annotation
from annotations.codebook import DEFAULT, Codebook, Tag
from annotations.entity import Entity
from seeds.printable import printable
from seeds.span import Span
from tui.cells import clusters, drawn, plain
from tui.fit import fitted
from tui.wrap import HANG, wrap

PEN = "✎"
"""What tells that there is a note: one cell wide."""

RIVAL, LOST = "≠", "∅"
"""What tells that there are other versions, and that nobody knows where the words stand: a cell wide each."""

FOR_PEN = 3
"""Cells that the first row leaves free beside its words for the pen, with a space on either side."""

CACHED = 300
"""Entries that are kept."""

LENGTH = 8
"""Code points that are looked at for each cell: more than fill it in any script."""

CHUNK = 100
"""Annotations of which it is kept how far they reach: about the root of the most that an article has."""

Others = tuple[tuple[str, tuple[Annotation, ...]], ...]


class Marginalia(NamedTuple):
    """What the margin lists. `annotations` are one's own, in the order of the text, and `bound` is the id of the one on
    which one stands, which is that of `coder` if a name is given; `others` are names of other coders, each with that
    coder's annotations in the order of the text."""

    annotations: tuple[Annotation, ...] = ()
    codebook: Codebook = DEFAULT
    bound: int | None = None
    coder: str = ""
    others: Others = ()


class Listed(NamedTuple):
    """An annotation, whose it is (another coder's name, or "" for one's own), and whether its words lie within those
    of a larger annotation of the same coder."""

    annotation: Annotation
    coder: str = ""
    nested: bool = False


class Entry(NamedTuple):
    """An annotation in rows: one or two of its words, one of who is named, one of its note, the latter two empty where
    there is nothing to say. `hue` is that of its tag, "" for another coder's; `nested` that it stands a cell further
    in."""

    id: int
    coder: str
    key: str
    hue: str
    words: tuple[str, ...]
    who: str
    note: str
    nested: bool

    @property
    def height(self) -> int:
        """Rows that it takes."""
        return len(self.words) + bool(self.who) + bool(self.note)


class Listing:
    """All that is listed, by numbers from 0: of the whole article first, then in the order of the text, of those that
    begin together one's own first. `before` is what was listed so far: what is known of a coder still holds for the
    same annotations."""

    def __init__(self, listed: Marginalia, before: "Listing | None" = None) -> None:
        self._codebook = listed.codebook
        known = {(layer.coder, id(layer.given)): layer for layer in before._layers} if before else {}
        layers = (("", listed.annotations), *listed.others)
        self._layers: list[_Layer] = [known.get((name, id(given))) or _Layer(name, given) for name, given in layers]
        self._entries: dict[tuple[int, int], Entry] = {}
        self._order: Sequence[int] = range(len(self._layers[0].annotations))
        if listed.others:
            starts = list(chain.from_iterable(layer.starts for layer in self._layers))
            self._order = sorted(range(len(starts)), key=starts.__getitem__)

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, number: int) -> Listed:
        place = self._order[number]
        for layer in self._layers:
            if place < len(layer.annotations):
                return Listed(layer.annotations[place], layer.coder, layer.nested(place))
            place -= len(layer.annotations)
        raise IndexError(number)

    def find(self, id: int | None, coder: str = "") -> int:  # noqa: A002  # as the field is called
        """The number of an annotation by its id and whose it is; -1 where it is not listed."""
        before = 0
        for layer in self._layers:
            if layer.coder == coder:
                place = layer.find(id)
                return self._order.index(before + place) if place >= 0 else -1
            before += len(layer.annotations)
        return -1

    def entry(self, number: int, width: int) -> Entry:
        """The rows of an annotation, in which words have so many cells."""
        known = self._entries.get((number, width))
        if known is None:
            if len(self._entries) >= CACHED:
                self._entries.clear()
            known = self._entries[number, width] = entry(self[number], self._codebook, width)
        return known


def entry(listed: Listed, codebook: Codebook, width: int) -> Entry:
    """The rows of one annotation, in which words have so many cells; one fewer where it is nested."""
    annotation, coder, nested = listed
    tag = codebook.get(annotation.tag)
    width = max(width - nested, 1)
    words = _mark(annotation) + (" … ".join(annotation.exact) or "the article")
    who = ": ".join(part for part in (coder, _name(annotation, tag, words)) if part)
    first = max(width - FOR_PEN, 1) if annotation.note else width
    return Entry(
        annotation.id, coder, tag.key or " " if tag else "?", "" if coder else tag.colour if tag else "grey",
        _in_two(words, first, width), _in_one(who, width), _in_one(annotation.note, width), nested,
    )  # fmt: skip


def _mark(annotation: Annotation) -> str:
    """What stands before the words of an annotation that asks for something."""
    return (f"{RIVAL} " if annotation.conflicts else "") + (f"{LOST} " if annotation.orphaned else "")


class _Layer:
    """One coder's annotations, those of the whole article first."""

    def __init__(self, coder: str, annotations: tuple[Annotation, ...]) -> None:
        self.coder, self.given = coder, annotations
        opening = list(takewhile(lambda annotation: annotation.whole.start == 0, annotations))
        whole = [annotation for annotation in opening if not annotation.spans]
        if whole:
            begun = [annotation for annotation in opening if annotation.spans]
            annotations = (*whole, *begun, *annotations[len(opening) :])
        self.annotations = annotations
        self._furthest: list[int] = []

    @cached_property
    def _ids(self) -> list[int]:
        return [annotation.id for annotation in self.annotations]

    def find(self, id: int | None) -> int:  # noqa: A002  # as the field is called
        """The place of an annotation by its id, -1 where it has none."""
        try:
            return -1 if id is None else self._ids.index(id)
        except ValueError:
            return -1

    @cached_property
    def starts(self) -> list[int]:
        """The code points where the words begin; -1 for the whole article."""
        return [spans[0].start if (spans := annotation.spans) else -1 for annotation in self.annotations]

    def nested(self, place: int) -> bool:
        """Whether the words lie within those of another annotation, and are not the same."""
        spans = self.annotations[place].spans
        if not spans:
            return False
        before = bisect_right(self.annotations, spans[0].start, place, key=_start)
        around = self._reaching(before, spans[-1].end)
        return any(other.spans != spans and _covers(other.spans, spans) for other in around)

    def _reaching(self, count: int, end: int) -> Iterator[Annotation]:
        """Those of the first `count` that end at a code point or behind it; most chunks are passed over."""
        while len(self._furthest) * CHUNK < count:
            start = len(self._furthest) * CHUNK
            chunk = self.annotations[start : start + CHUNK]
            self._furthest.append(max([spans[-1].end if (spans := each.spans) else -1 for each in chunk]))
        for number, furthest in enumerate(self._furthest[: count // CHUNK + 1]):
            if furthest >= end:
                chunk = self.annotations[number * CHUNK : min(number * CHUNK + CHUNK, count)]
                yield from (each for each in chunk if each.spans and each.spans[-1].end >= end)


def _start(annotation: Annotation) -> int:
    return annotation.spans[0].start if annotation.spans else -1


def _covers(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return all(any(span in each for each in outer) for span in inner)


def _name(annotation: Annotation, tag: Tag | None, words: str) -> str:
    """Who is named, unless by the words themselves: by the attribute that the tag has for that, else by any."""
    first = annotation.attributes.get(tag.who.name) if tag and tag.who else None
    named = (value for value in (first, *annotation.attributes.values()) if isinstance(value, Entity))
    name = next((value.name for value in named), "")
    return "" if len(words) <= 2 * len(name) and " ".join(words.split()) == name else name


def _beginning(text: str, width: int) -> str:
    """Of a text that may be long what is drawn on one line, a little further than so many cells reach."""
    limit = width * LENGTH
    words = printable(text[:limit]) + ("…" if len(text) > limit else "")
    if plain(words, 0, len(words)):
        return words[: width + HANG + 1]
    pieces, reached = [], 0
    for start, end, _ in clusters(words, 0, len(words)):
        piece, taken = drawn(words[start:end])
        pieces.append(piece)
        reached += taken
        if reached > width + HANG:
            break
    return "".join(pieces)


@lru_cache(CACHED)
def _in_one(text: str, width: int) -> str:
    """A text in one row."""
    return fitted(_beginning(text, width), width)


@lru_cache(CACHED)
def _in_two(text: str, first: int, rest: int) -> tuple[str, ...]:
    """Words in at most two rows of so many cells, cut with an ellipsis where they need more."""
    words = _beginning(text, first + rest)
    rows = wrap(words, 0, len(words), first)
    if len(rows) < 2:
        return (fitted(words, first),)
    return fitted(words[: rows[1]].rstrip(), first), fitted(words[rows[1] :], rest)
