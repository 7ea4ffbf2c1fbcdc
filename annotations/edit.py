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
OWN_FIELDS = ("status", "note")
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

    `field` is "status" or "note" (the coder's own), or a correction: "title", "publication", "author", "published_at",
    "url", or "kind START-END" for a block that the reader flipped.
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
    """The edit that sets a field of the article, or lets go of it with None; None where that changes nothing."""
    before = current.get(field)
    if before == value:
        return None
    shown = printable(value)[:SHORT] if value else "nothing"
    name = field.split(" ", maxsplit=1)[0]
    return Edit((FieldChange(field, before, value),), f"set {NAMED.get(name, name)} to {shown}", at)


class Conflict(Problem):
    """Something that an edit was to change is no longer as the edit found it."""

    def __init__(self, change: Change | FieldChange) -> None:
        subject = f"the article's {change.field}" if isinstance(change, FieldChange) else "that annotation"
        super().__init__(subject, "was changed by somebody else meanwhile", "look at it and try again")
        self.change = change


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
                _exchange(annotations, change)
            else:
                _exchange_field(own if change.field in OWN_FIELDS else corrections, change)
        return Layer(annotations, own, corrections)


def _exchange(annotations: dict[int, Annotation], change: Change) -> None:
    known = change.before or change.after
    if known is None:
        return
    if annotations.get(known.id) != change.before:
        raise Conflict(change)
    if change.after is None:
        del annotations[known.id]
    else:
        annotations[change.after.id] = change.after


def _exchange_field(fields: dict[str, str], change: FieldChange) -> None:
    if fields.get(change.field) != change.before:
        raise Conflict(change)
    if change.after is None:
        fields.pop(change.field, None)
    else:
        fields[change.field] = change.after
