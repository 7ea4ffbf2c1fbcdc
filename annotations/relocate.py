"""Put annotations where their words stand in a text that has changed, and say what became of them. Pure.

What cannot be placed for certain loses its place and keeps all else: its words, what stood around them, tag, fields and
note; it is found again once its words stand where nothing else could be meant.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from annotations.anchor import Orphaned, describe, locate, recover
from annotations.annotation import Annotation, Value
from annotations.edit import Change, Edit, Layer
from annotations.entity import Entity
from annotations.kept import Kept
from annotations.quote import alike, places
from seeds.span import Span


class Relocation(NamedTuple):
    """How many annotations stand where they stood (those of the whole article too), moved with their words, have no
    place, or had none and were found again. `lost` are those without a place; `edit` makes it so, None where nothing
    changes."""

    exact: int = 0
    moved: int = 0
    orphaned: int = 0
    found: int = 0
    lost: tuple[Annotation, ...] = ()
    edit: Edit | None = None

    @property
    def said(self) -> str:
        """What became of them, in words for people."""
        counts = (
            (self.exact, "stands as it stood", "stand as they stood"),
            (self.moved, "moved", "moved"),
            (self.found, "is found again", "are found again"),
            (self.orphaned, "has lost its place", "have lost their place"),
        )
        parts = [f"{count} {one if count == 1 else several}" for count, one, several in counts if count]
        return ", ".join(parts) or "there is no annotation"


def relocated(text: str, layer: Layer, at: datetime, before: str | None = None) -> Relocation:
    """Where the annotations of a layer belong in `text`; `before` is the text in which they stood, if it is known."""
    known = list(layer.annotations.values())
    found, after = placed(text, known, before)
    changes = tuple(Change(old, new) for old, new in zip(known, after, strict=True) if old is not new)
    if not changes:
        return found
    what = "1 annotation" if len(changes) == 1 else f"{len(changes)} annotations"
    return found._replace(edit=Edit(changes, f"placed {what} in the changed text", at))


def placed(
    text: str, annotations: Iterable[Annotation], before: str | None = None
) -> tuple[Relocation, list[Annotation]]:
    """The annotations as they belong in `text`, in the order given, each one itself where it stays as it is; and what
    became of them."""
    kept = None if before is None or before == text else Kept(before, text)
    same = before == text
    counts: Counter[str] = Counter()
    after: list[Annotation] = []
    for annotation in annotations:
        if kept is None and annotation.stands(text) and (same or _names_stand(text, annotation)):
            after.append(annotation)
            continue
        what, one = _placed(text, annotation, kept)
        counts[what] += 1
        after.append(one)
    moved, lost, found = counts["moved"], counts["orphaned"], counts["found"]
    nowhere = tuple(one for one in after if one.orphaned)
    return Relocation(len(after) - moved - lost - found, moved, lost, found, nowhere), after


def _names_stand(text: str, annotation: Annotation) -> bool:
    for value in annotation.attributes.values():
        if isinstance(value, Entity) and (at := value.at) is not None:
            there = text[at.start : at.end]
            if there != value.name and not alike(there, value.name) and not _noted(annotation, at):
                return False
    return True


def _noted(annotation: Annotation, at: Span) -> bool:
    """Whether what stands at a place is among what was noted of the words and around them."""
    if len(annotation.spans) != 1:
        return False
    whole = annotation.whole
    return whole.start - len(annotation.prefix) <= at.start and at.end <= whole.end + len(annotation.suffix)


def _placed(text: str, annotation: Annotation, kept: Kept | None) -> tuple[str, Annotation]:
    """What becomes of an annotation, as the name of a count, and the annotation then."""
    found = recover(text, annotation) if annotation.orphaned else locate(text, annotation, kept)
    if isinstance(found, Orphaned):
        after, what, shift = annotation._replace(spans=()), "orphaned", None
    else:
        exact, prefix, suffix = describe(text, found.spans)
        after = annotation._replace(spans=found.spans, exact=exact, prefix=prefix, suffix=suffix)
        what = "found" if annotation.orphaned else "exact" if found.spans == annotation.spans else "moved"
        shift = None if annotation.orphaned else after.whole.start - annotation.whole.start
    named = {name: _followed(text, value, annotation, shift, kept) for name, value in annotation.attributes.items()}
    after = after._replace(attributes=named)
    return what, annotation if after == annotation else after


def _followed(text: str, value: Value, annotation: Annotation, shift: int | None, kept: Kept | None) -> Value:
    """What an attribute says, with the place where a name was read moved along; None for a place that is not certain.

    `shift` is by how much the annotation moved, None where that is not known.
    """
    if not isinstance(value, Entity) or value.at is None:
        return value
    if kept and value.at.of(kept.before).strip():
        return value._replace(at=_by_sentence(text, value.at, annotation, shift, kept))
    if shift is not None and _noted(annotation, value.at):
        there = annotation._replace(
            spans=tuple(Span(span.start + shift, span.end + shift) for span in annotation.spans)
        )
        if there.stands(text):
            return value._replace(at=_shifted(value.at, shift))
    return value._replace(at=_by_name(text, value.name, value.at, shift))


def _by_sentence(text: str, at: Span, annotation: Annotation, shift: int | None, kept: Kept) -> Span | None:
    """Where the words stand that stood at a place before: found as an annotation is, else as far from this one as
    before."""
    exact, prefix, suffix = describe(kept.before, [at])
    there = locate(text, annotation._replace(spans=(at,), exact=exact, prefix=prefix, suffix=suffix), kept)
    if not isinstance(there, Orphaned):
        return there.spans[0]
    moved = _shifted(at, shift)
    return moved if moved and text.startswith(exact[0], moved.start) and not kept.elsewhere(moved, at.start) else None


def _by_name(text: str, name: str, at: Span, shift: int | None) -> Span | None:
    """Where a name stands: as far from its annotation as before or where it stood, else in its only place."""
    near = {place for place in (_shifted(at, shift), at) if place and alike(place.of(text), name)}
    found = list(near) or places(text, name, 2)
    return found[0] if len(found) == 1 else None


def _shifted(at: Span, shift: int | None) -> Span | None:
    return None if shift is None or at.start + shift < 0 else Span(at.start + shift, at.end + shift)
