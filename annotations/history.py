"""Undo and redo over edits, as a value: what can be taken back, what can be brought again. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from annotations.edit import Edit

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
        """The history after an edit was committed, be it a command's, an undo's or a redo's."""
        if edit.kind == "undo":
            return History(self.done[:-1], (*self.undone, self.done[-1])) if self.done else self
        if edit.kind == "redo":
            return History((*self.done, self.undone[-1]), self.undone[:-1]) if self.undone else self
        if edit.run and self.done and self.done[-1][-1].run == edit.run:
            return History((*self.done[:-1], (*self.done[-1], edit)))
        return History((*self.done[-REACH + 1 :], (edit,)))

    def undo(self, at: datetime) -> Edit | None:
        """The edit that takes the newest step back; None if there is none."""
        if not self.done:
            return None
        step = self.done[-1]
        changes = tuple(change for edit in reversed(step) for change in edit.inverse().changes)
        return step[-1]._replace(changes=changes, at=at, run="", kind="undo")

    def redo(self, at: datetime) -> Edit | None:
        """The edit that brings the last undone step again; None if there is none."""
        if not self.undone:
            return None
        step = self.undone[-1]
        return step[-1]._replace(changes=tuple(c for edit in step for c in edit.changes), at=at, run="", kind="redo")
