"""Describe the place of an annotation, and find it again, so that a tag never stands on words it was not put on. Pure.

The position is tried first and checked against the quoted words, then the words with their context are searched. What
cannot be told for certain is an orphan with a reason, never the likeliest place: where one of several mentions of a
name was deleted, the one that is left is another.

Cannot do: words that were changed, however little, are not found; nor short ones of whose sentence much was changed; a
split quotation that moved while other words came between its parts, where a part of it stands in several places.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotations.annotation import Annotation
from annotations.evidence import Sure, sure
from annotations.kept import Kept
from annotations.quote import MANY, best_fit, fit, places, squeezed
from seeds.span import Span

CONTEXT = 32
"""Code points of context that are kept on either side."""

LONG = 40
"""Code points of words, white space apart, that are known again without what stood around them: a sentence's worth."""


@dataclass(frozen=True, slots=True)
class Exact:
    """The words stand where they stood."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """The words stand elsewhere, and only there; `distance` in code points from their old start, negative backwards; 0
    for words whose place was not known."""

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


def locate(text: str, annotation: Annotation, kept: Kept | None = None) -> Located:
    """Where the words of an annotation stand in the text, which may have changed since it was made.

    `kept` tells what there is of the text that it was made in, where that is known. An annotation that was an orphan
    stays one; `recover` looks for it.
    """
    spans, exact = annotation.spans, annotation.exact
    if not spans:
        return Orphaned("its place was lost before") if exact else Exact(())
    if any(not words.strip() for words in exact) or len(exact) != len(spans):
        return Orphaned("no words were noted with it")
    if kept and (same := _kept(text, annotation, kept)):
        return _placed(annotation, same, stands=True)
    stands = all(span.of(text) == words for span, words in zip(spans, exact, strict=True))
    if stands and _fit(text, spans, annotation) == best_fit(annotation.prefix, annotation.suffix):
        return Exact(spans)
    if kept is None and (only := _to_the_letter(text, annotation)):
        return _placed(annotation, only, stands=stands)
    found = _meant(text, annotation, _candidates(text, annotation), kept)
    return found if isinstance(found, Orphaned) else _placed(annotation, found, stands=stands)


def recover(text: str, annotation: Annotation) -> Moved | Orphaned:
    """Where the words of an orphan stand, if what was noted around them stands around them in one place."""
    if not annotation.exact or any(not words.strip() for words in annotation.exact):
        return Orphaned("no words were noted with it")
    found = _meant(text, annotation, _apart(text, annotation.exact), None)
    return found if isinstance(found, Orphaned) else Moved(found, 0)


def _placed(annotation: Annotation, found: tuple[Span, ...], *, stands: bool) -> Exact | Moved:
    here = annotation.spans
    return Exact(here) if stands and found == here else Moved(found, found[0].start - here[0].start)


def _kept(text: str, annotation: Annotation, kept: Kept) -> tuple[Span, ...] | None:
    """The places by the sentences that are kept; None unless all of them are, and hold the words, in order."""
    found = tuple(place for span in annotation.spans if (place := kept.place(span)))
    if len(found) < len(annotation.spans) or any(a.end > b.start for a, b in pairwise(found)):
        return None
    return found if all(a.of(text) == words for a, words in zip(found, annotation.exact, strict=True)) else None


def _to_the_letter(text: str, annotation: Annotation) -> tuple[Span, ...] | None:
    """The only place where the words, and all that was noted around them, stand to the letter: found in no time."""
    prefix, suffix, spans, exact = annotation.prefix, annotation.suffix, annotation.spans, annotation.exact
    if len(prefix) + len(suffix) < CONTEXT:
        return None
    begins = prefix + exact[0] + (suffix if len(exact) == 1 else "")
    at = text.find(begins)
    if at < 0 or text.find(begins, at + 1) >= 0:
        return None
    shift = at + len(prefix) - spans[0].start
    found = tuple(Span(span.start + shift, span.end + shift) for span in spans)
    stands = all(span.of(text) == words for span, words in zip(found, exact, strict=True))
    return found if stands and text.startswith(suffix, found[-1].end) else None


def _meant(
    text: str, annotation: Annotation, candidates: list[tuple[Span, ...]], kept: Kept | None
) -> tuple[Span, ...] | Orphaned:
    """The one of the places that is certain: what is around it fits, and nowhere else as well."""
    if not candidates:
        return Orphaned("its words are not in the text")
    if len(candidates) >= MANY:
        return Orphaned(f"its words stand in {MANY} places or more, and what is around them changed")
    many = f"its words stand in {len(candidates)} places" if len(candidates) > 1 else "its words stand in one place"
    if kept:
        start = annotation.spans[0].start
        candidates = [spans for spans in candidates if not kept.elsewhere(spans[0], start)]
    judged = [(_sure(text, spans, annotation, kept), spans) for spans in candidates]
    best = max((sure for sure, _ in judged), default=Sure.NOT)
    if best < (Sure.PARTLY if kept else Sure.BY_SENTENCE):
        if len(candidates) == 1 and _once(annotation, kept):
            return candidates[0]
        none = "fits none of them" if len(candidates) > 1 else "is not what was around them"
        return Orphaned(f"{many}, and what is around them {none}")
    found = [spans for sure, spans in judged if sure is best]
    return found[0] if len(found) == 1 else Orphaned(f"{many}, and nothing tells which is meant")


def _once(annotation: Annotation, kept: Kept | None) -> bool:
    """Whether words that stand in one place now are known again whatever stands around them: long ones that stood in
    one place before, or of which nothing else was noted."""
    longest = max(annotation.exact, key=len)
    if len(squeezed(longest)) < LONG:
        return False
    alone = not annotation.prefix and not annotation.suffix
    return alone or (kept is not None and len(places(kept.before, longest, 2)) == 1)


def _candidates(text: str, annotation: Annotation) -> list[tuple[Span, ...]]:
    """The places where all parts stand: as far from each other as they were, else each in its only place, in order."""
    first, *rest = zip(annotation.spans, annotation.exact, strict=True)
    rigid = []
    for start in places(text, first[1]):
        shift = start.start - first[0].start
        if all(text.startswith(words, span.start + shift) for span, words in rest):
            rigid.append((start, *(Span(span.start + shift, span.end + shift) for span, _ in rest)))
    return rigid if rigid or not rest else _apart(text, annotation.exact)


def _apart(text: str, exact: Sequence[str]) -> list[tuple[Span, ...]]:
    """The places of words alone, or of several parts, each in its only place, in order."""
    if len(exact) == 1:
        return [(span,) for span in places(text, exact[0])]
    only = [places(text, words, 2) for words in exact]
    if any(len(found) != 1 for found in only):
        return []
    spans = tuple(found[0] for found in only)
    return [spans] if all(a.end <= b.start for a, b in pairwise(spans)) else []


def _fit(text: str, spans: Sequence[Span], annotation: Annotation) -> int:
    return fit(text, Span(spans[0].start, spans[-1].end), annotation.prefix, annotation.suffix)


def _sure(text: str, spans: Sequence[Span], annotation: Annotation, kept: Kept | None) -> Sure:
    if kept and kept.thinned(spans[0]):
        return Sure.NOT
    return sure(text, Span(spans[0].start, spans[-1].end), annotation.prefix, annotation.suffix, CONTEXT)
