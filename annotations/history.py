"""Undo and redo over edits, as a value: what can be taken back, what can be brought again. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from annotations.edit import Change, Edit, FieldChange

Step = tuple[Edit, ...]
"""The edits that one undo takes back: one edit, or a run of them."""

REACH = 1000
"""Steps that can be undone; what is older stays in the log."""


class History(NamedTuple):
    """The steps that were done, the newest last, and those that were undone, the next to redo last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> "History":
        history = cls()
        for edit in edits:
            history = history.push(edit)
        return history

    def push(self, edit: Edit) -> "History":
        """The history after an edit was committed, be it a command's, an undo's or a redo's. One that takes back or
        brings again another step than the next one, as another program wrote in between, is a step of its own."""
        if edit.kind == "undo" and self.done and edit.changes == _inverse(self.done[-1]):
            return History(self.done[:-1], (*self.undone, self.done[-1]))
        if edit.kind == "redo" and self.undone and edit.changes == _changes(self.undone[-1]):
            return History((*self.done, self.undone[-1]), self.undone[:-1])
        if edit.run and self.done and self.done[-1][-1].run == edit.run:
            return History((*self.done[:-1], (*self.done[-1], edit)))
        return History((*self.done[-REACH + 1 :], (edit,)))

    def undo(self, at: datetime) -> Edit | None:
        """The edit that takes the newest step back; None if there is none."""
        if not self.done:
            return None
        step = self.done[-1]
        return step[-1]._replace(changes=_inverse(step), at=at, run="", kind="undo")

    def redo(self, at: datetime) -> Edit | None:
        """The edit that brings the last undone step again; None if there is none."""
        if not self.undone:
            return None
        step = self.undone[-1]
        return step[-1]._replace(changes=_changes(step), at=at, run="", kind="redo")


def _changes(step: Step) -> tuple[Change | FieldChange, ...]:
    return tuple(change for edit in step for change in edit.changes)


def _inverse(step: Step) -> tuple[Change | FieldChange, ...]:
    return tuple(change for edit in reversed(step) for change in edit.inverse().changes)
