"""Keep what is being typed: on the disk soon after a key, never on the key's path, and at once on leaving."""

import asyncio
from collections import deque
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from seeds.errors import Problem
from tui.blanks import Blank, Subject
from tui.drafts import Change, read_drafts, write_drafts
from tui.question import Field

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.app import Postil

SOON = 0.3
"""Seconds from a key to the draft on its way to the disk, also while more is typed: a kill takes half a second's."""


class Drafting:
    """The drafts of an app's coder: `known`, the newest last. Another reader's are left as they are."""

    def __init__(self, app: "Postil") -> None:
        self.app = app
        self.known = read_drafts(app.asking.file)
        self._changes: deque[Change] = deque()
        self._writing = Lock()
        self._keeping: Timer | None = None
        self._refused = False

    def typed(self, blank: Blank, words: str, stored: str) -> None:
        """Take note of what stands in a line; what is stored already, or blank, is no draft."""
        self._note(blank, words, stored)
        self._keep_soon()

    def drop(self, blank: Blank) -> None:
        """Forget what was typed in a line."""
        self._change(blank, None)
        self._keep_soon()

    def filled(self, subject: Subject, fields: Sequence[Field]) -> tuple[Sequence[Field], int]:
        """The fields with what was typed in them, and the number of the one that was typed in last, else 0."""
        order = {blank: number for number, blank in enumerate(self.known)}
        typed = [self._goes_on(subject, field) for field in fields]
        lines = [words or field for words, field in zip(typed, fields, strict=True)]
        drafted = [number for number, words in enumerate(typed) if words]
        return lines, max(drafted, key=lambda number: order[subject, fields[number].name], default=0)

    def end(self, typing: tuple[Blank, str, str] | None) -> None:
        """Have all of it on the disk, with what is being typed: where, the words, and what is stored there. Raises
        Problem where words are lost with that."""
        if typing:
            self._note(*typing)
        try:
            self._write()
        except Problem:
            if any(words is not None for _, words in self._changes):
                raise

    def _goes_on(self, subject: Subject, field: Field) -> Field | None:
        """The field with its draft; None where it has none, or one that cannot be chosen there any more."""
        words = self.known.get((subject, field.name), field.value)
        if words == field.value or (field.choices and words not in field.choices):
            return None
        return field._replace(value=words, selected=False)

    def _note(self, blank: Blank, words: str, stored: str) -> None:
        self._change(blank, words if words.strip() and words != stored else None)

    def _change(self, blank: Blank, words: str | None) -> None:
        if self.known.get(blank) == words:
            return
        self.known.pop(blank, None)
        if words is not None:
            self.known[blank] = words
        self._changes.append((blank, words))

    def _keep_soon(self) -> None:
        if self._changes and self._keeping is None:
            self._keeping = self.app.set_timer(SOON, self._keep)

    async def _keep(self) -> None:
        self._keeping = None
        try:
            notice = await asyncio.to_thread(self._write)
        except Problem as problem:
            if not self._refused:
                self.app.say(str(problem), "error")
            self._refused = True
            return
        self._refused = False
        if notice:
            self.app.say(notice, "warning")

    def _write(self) -> str:
        """Write what changed since the last time, in whichever thread; a sentence where something is to be said."""
        with self._writing:
            changes = [self._changes.popleft() for _ in range(len(self._changes))]
            if not changes:
                return ""
            try:
                return write_drafts(self.app.desk.library, self.app.asking.file, changes)
            except Problem:
                self._changes.extendleft(reversed(dict(changes).items()))
                raise
