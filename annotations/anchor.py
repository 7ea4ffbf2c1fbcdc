"""Describe the place of an annotation, and find it again, so that a tag never stands on words it was not put on. Pure.

The position is tried first and checked against the quoted words, then the words with their context are searched. What
cannot be told for certain is an orphan with a reason, never the likeliest place.

Cannot do: words that were changed, however little, are not found; nor a split quotation that moved while other words
came between its parts, where a part of it stands in several places.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotations.annotation import Annotation
from annotations.quote import MANY, best_fit, fit, places
from seeds.span import Span

CONTEXT = 32
"""Code points of context that are kept on either side."""


@dataclass(frozen=True, slots=True)
class Exact:
    """The words stand where they stood."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """The words stand elsewhere, and only there; `distance` in code points from their old start, negative backwards."""

    spans: tuple[Span, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Orphaned:
    """It cannot be said where the words are; `reason` is a sentence's worth for people."""

    reason: str


Located = Exact | Moved | Orphaned


def describe(text: str, spans: Sequence[Span]) -> tuple[tuple[str, ...], str, str]:
    """The words of each span, and up to CONTEXT code points before the first span and behind the last one."""
    if not spans:
        return (), "", ""
    start, end = spans[0].start, spans[-1].end
    exact = tuple(span.of(text) for span in spans)
    return exact, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def locate(text: str, annotation: Annotation) -> Located:
    """Where the words of an annotation stand in the text, which may have changed since it was made."""
    spans, exact = annotation.spans, annotation.exact
    if not spans:
        return Exact(())
    if any(not words.strip() for words in exact) or len(exact) != len(spans):
        return Orphaned("no words were noted with it")
    stands = all(span.of(text) == words for span, words in zip(spans, exact, strict=True))
    if stands and _fit(text, spans, annotation) == best_fit(annotation.prefix, annotation.suffix):
        return Exact(spans)
    return _searched(text, annotation, stands=stands)


def _searched(text: str, annotation: Annotation, *, stands: bool) -> Located:
    """The answer by quote and context, for an annotation around which (or on which) other words stand now."""
    candidates = _candidates(text, annotation)
    if len(candidates) >= MANY:
        return Orphaned(f"its words stand in {MANY} places or more, and what is around them changed")
    fits = [_fit(text, spans, annotation) for spans in candidates]
    best = max(fits, default=0)
    sure = len(candidates) == 1 or _convincing(best, annotation)
    here = annotation.spans
    if stands and sure and here in candidates and fits[candidates.index(here)] == best:
        return Exact(here)
    if not candidates:
        return Orphaned("its words are not in the text")
    if fits.count(best) > 1:
        return Orphaned(f"its words stand in {len(candidates)} places, and nothing tells which is meant")
    if not sure:
        return Orphaned(f"its words stand in {len(candidates)} places, and what is around them fits none of them")
    found = candidates[fits.index(best)]
    return Moved(found, found[0].start - here[0].start)


def _candidates(text: str, annotation: Annotation) -> list[tuple[Span, ...]]:
    """The places where all parts stand: as far from each other as they were, else each in its only place, in order."""
    first, *rest = zip(annotation.spans, annotation.exact, strict=True)
    starts = places(text, first[1])
    rigid = []
    for start in starts:
        shift = start.start - first[0].start
        if all(text.startswith(words, span.start + shift) for span, words in rest):
            rigid.append((start, *(Span(span.start + shift, span.end + shift) for span, _ in rest)))
    if rigid or not rest:
        return rigid
    only = [starts, *(places(text, words, 2) for _, words in rest)]
    if any(len(found) != 1 for found in only):
        return []
    spans = tuple(found[0] for found in only)
    return [spans] if all(a.end <= b.start for a, b in pairwise(spans)) else []


def _fit(text: str, spans: Sequence[Span], annotation: Annotation) -> int:
    return fit(text, Span(spans[0].start, spans[-1].end), annotation.prefix, annotation.suffix)


def _convincing(points: int, annotation: Annotation) -> bool:
    """Whether at least half of the noted context stands around a place: less may be chance in a text of set phrases."""
    return points * 2 >= best_fit(annotation.prefix, annotation.suffix) and points > 0
