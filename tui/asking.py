"""The strip over the status line while something is asked: who takes the answers, and where the keys go meanwhile."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from seeds.errors import Problem

if TYPE_CHECKING:
    from tui.app import Postil
    from tui.blanks import Blank
    from tui.dialogs.ask import Ask
    from tui.drafting import Drafting
    from tui.offering import Offering
    from tui.question import Question


class Asking:
    """The question that an app has open, if it has one, and what was typed and never answered."""

    def __init__(self, app: "Postil") -> None:
        self.app = app
        self.strip: Ask | None = None
        self._question: Question | None = None
        self._stored: dict[str, str] = {}

    @property
    def file(self) -> Path:
        """Where the coder's drafts are."""
        return self.app.desk.library.local / "drafts" / f"{self.app.coder}.json"

    @cached_property
    def drafting(self) -> "Drafting":
        """The drafts, read when they are first needed."""
        from tui.drafting import Drafting

        return Drafting(self.app)

    @cached_property
    def offering(self) -> "Offering":
        from tui.offering import Offering

        return Offering(self.app)

    def resume(self) -> bool:
        """At the start, go to where something is half-typed; whether there is such a place."""
        return os.access(self.file, os.R_OK) and self.offering.resume()

    def offer(self) -> None:
        """Say what is half-typed there, once the first screen is painted."""
        if "offering" in self.__dict__:
            self.offering.say()

    def takes(self, key: str) -> bool:
        """Whether a key that means nothing here was that of the offered draft, which is gone on with then."""
        return "offering" in self.__dict__ and self.offering.takes(key)

    def open(self, question: "Question") -> None:
        """Put a question: the strip takes the keys from now on, also before it is on the screen. A line that was
        half-typed once is as it was left."""
        from tui.dialogs.ask import Ask

        fields, about = question.fields, question.about
        lines, at = self.drafting.filled(about, fields) if about else (fields, 0)
        self._question, self.strip = question, Ask(lines, at)
        self._stored = {field.name: field.value for field in fields}
        self.app.front.mount(self.strip, before=self.app.status)
        self.strip.focus()

    def changed(self, name: str, value: str) -> None:
        if self._question:
            self._question.changed(name, value)
            if self._question.about:
                self.drafting.typed((self._question.about, name), value, self._stored[name])

    def answered(self, name: str, value: str) -> None:
        question = self._question
        if not question:
            return
        try:
            question.answered(name, value)
        except Problem as problem:
            self.app.say(str(problem), "error")
        else:
            self._stored[name] = value
            if question.about:
                self.drafting.drop((question.about, name))

    def close(self, message: "Ask.Closed") -> None:
        """Give the keys back to the pane, those first that were pressed since the strip closed."""
        question, strip = self._question, self.strip
        self._question = self.strip = None
        if strip:
            strip.remove()
        self.app.focus_pane(self.app.pane)
        if question:
            question.closed(message.cancelled)
            if strip and question.about and message.cancelled:
                self.drafting.drop((question.about, strip.typing[0]))
        for key in message.ahead:
            self.app.take(key)

    def end(self) -> None:
        """Have what is being typed on the disk, now that the program is left."""
        if "drafting" not in self.__dict__:
            return
        try:
            self.drafting.end(self._typing())
        except Problem as problem:
            self.app.failure = self.app.failure or problem

    def _typing(self) -> "tuple[Blank, str, str] | None":
        """Where something is being typed that is to be stored, the words, and what is stored there."""
        if not (self.strip and self._question and self._question.about):
            return None
        name, value = self.strip.typing
        return (self._question.about, name), value, self._stored[name]
