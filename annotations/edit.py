"""What a reader does to an article, as values that can be applied, undone and written down. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from operator import attrgetter
from typing import Literal, NamedTuple

from annotations.annotation import Annotation
from seeds.errors import Problem
from seeds.printable import printable

STATUSES = ("unread", "reading", "done", "skipped")
CONFLICT = "conflict "
"""What stands before the name of a field for the other value that it had where two places were merged."""

CARRIED = "carried"
"""The field that tells of which earlier version of the article the annotations were carried over, and what they were
then: its id, a space, a digest in hex."""

OWN_FIELDS = ("status", "note", f"{CONFLICT}status", f"{CONFLICT}note", CARRIED)
"""Fields that each coder has for themselves; every other one is a correction, which all coders share."""


NAMED = {"kind": "a block", "published_at": "the date"}
"""Fields whose names are no words for a reader, as a sentence about an edit calls them."""

SHORT = 40
"""Code points of words that a sentence about an edit repeats."""


class Change(NamedTuple):
    """One annotation, before and after; None where it was not there, or is no more."""

    before: Annotation | None
    after: Annotation | None

    def inverse(self) -> "Change":
        return Change(self.after, self.before)


class FieldChange(NamedTuple):
    """One field of the article, before and after; None where nothing was said of it.

    `field` is one of OWN_FIELDS, the coder's own, or a correction: "title", "publication", "author", "published_at",
    "url", "language", "meta_NAME" for what a table says besides, or "kind START-END" for a block that was flipped.
    """

    field: str
    before: str | None
    after: str | None

    def inverse(self) -> "FieldChange":
        return FieldChange(self.field, self.after, self.before)


class Edit(NamedTuple):
    """What one command did. `label` says it in words for people ("tagged “We agree” as quote").

    Edits in a row with the same `run` that is not empty are one step of undo. `kind` tells what undo and redo wrote.
    """

    changes: tuple[Change | FieldChange, ...]
    label: str
    at: datetime
    run: str = ""
    kind: Literal["edit", "undo", "redo"] = "edit"

    def inverse(self) -> "Edit":
        """The edit that takes this one back."""
        return self._replace(changes=tuple(change.inverse() for change in reversed(self.changes)))


def field_set(current: Mapping[str, str], field: str, value: str | None, at: datetime) -> Edit | None:
    """The edit that sets a field of the article, or lets go of it with None, and so settles a conflict about it; None
    where that changes nothing."""
    before = current.get(field)
    rival = current.get(CONFLICT + field)
    changes = [FieldChange(field, before, value)] if before != value else []
    changes += [FieldChange(CONFLICT + field, rival, None)] if rival is not None else []
    if not changes:
        return None
    shown = printable(value)[:SHORT] if value else "nothing"
    return Edit(tuple(changes), f"set {named(field)} to {shown}", at)


def fields_set(current: Mapping[str, str], values: Mapping[str, str], at: datetime) -> Edit | None:
    """One edit that sets several fields, or the only one that is another; None where that changes nothing."""
    edits = {field: edit for field, value in values.items() if (edit := field_set(current, field, value, at))}
    if len(edits) < 2:
        return next(iter(edits.values()), None)
    changes = tuple(change for edit in edits.values() for change in edit.changes)
    return Edit(changes, f"set {', '.join(map(named, edits))}", at)


def named(field: str) -> str:
    """A field as a sentence about an edit calls it."""
    name = field.split(" ", maxsplit=1)[0] if field.startswith("kind ") else printable(field)[:SHORT]
    return NAMED.get(name, name)


class Conflict(Problem):
    """Something that an edit was to change is no longer as the edit found it: another program was there first.

    `now` is what it is by then; None where it was deleted.
    """

    def __init__(self, change: Change | FieldChange, now: Annotation | str | None) -> None:
        super().__init__(*(_field_gone(change, now) if isinstance(change, FieldChange) else _gone(change, now)))
        self.change, self.now = change, now


def _gone(change: Change, now: Annotation | str | None) -> tuple[str, str, str]:
    """Of an annotation that an edit found otherwise: how to call it, what happened to it, and the next step."""
    from annotations.tagging import words  # which imports this module

    known = change.before or change.after
    subject = f"the {known.tag} {words(known)}" if known else "an annotation"
    if now is None:
        left = "tag the words again if they are to be tagged" if change.after else "there is nothing left to do"
        return subject, "was deleted by another program meanwhile", left
    what = "was changed" if change.before else "was brought back"
    return subject, f"{what} by another program meanwhile", "look at it as it is now, and try again"


def _field_gone(change: FieldChange, now: Annotation | str | None) -> tuple[str, str, str]:
    name = named(change.field)
    made = f"was made “{printable(str(now))[:SHORT]}”" if now else "was emptied"
    subject = name if name in NAMED.values() else f"the {name}"
    return subject, f"{made} by another program meanwhile", "look at it, and try again"


@dataclass(frozen=True)
class Layer:
    """All that one coder says of one article, and the corrections that all coders share."""

    annotations: Mapping[int, Annotation] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    corrections: Mapping[str, str] = field(default_factory=dict)

    @property
    def status(self) -> str:
        return self.own.get("status", "unread")

    @cached_property
    def in_order(self) -> tuple[Annotation, ...]:
        """The annotations in the order of the text; of two that begin together the longer one first."""
        return tuple(sorted(self.annotations.values(), key=attrgetter("place")))

    def apply(self, edit: Edit) -> "Layer":
        """This layer with the edit's changes. Raises Conflict, and changes nothing, where a `before` does not hold."""
        annotations, own, corrections = dict(self.annotations), dict(self.own), dict(self.corrections)
        for change in edit.changes:
            if isinstance(change, Change):
                exchange(annotations, change)
            else:
                exchange_field(own if change.field in OWN_FIELDS else corrections, change)
        return Layer(annotations, own, corrections)


def exchange(annotations: dict[int, Annotation], change: Change) -> None:
    """Make a change. Raises Conflict, and changes nothing, where its `before` does not hold."""
    known = change.before or change.after
    if known is None:
        return
    if annotations.get(known.id) != change.before:
        raise Conflict(change, annotations.get(known.id))
    if change.after is None:
        del annotations[known.id]
    else:
        annotations[change.after.id] = change.after


def exchange_field(fields: dict[str, str], change: FieldChange) -> None:
    """The same of a field."""
    if fields.get(change.field) != change.before:
        raise Conflict(change, fields.get(change.field))
    if change.after is None:
        fields.pop(change.field, None)
    else:
        fields[change.field] = change.after
