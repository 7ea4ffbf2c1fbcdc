"""The strip over the status line while something is asked: who takes the answers, and where the keys go meanwhile."""

from typing import TYPE_CHECKING

from seeds.errors import Problem

if TYPE_CHECKING:
    from tui.app import Postil
    from tui.dialogs.ask import Ask
    from tui.question import Question


class Asking:
    """The question that an app has open, if it has one."""

    def __init__(self, app: "Postil") -> None:
        self.app = app
        self.strip: Ask | None = None
        self._question: Question | None = None

    def open(self, question: "Question") -> None:
        """Put a question: the strip takes the keys from now on, also before it is on the screen."""
        from tui.dialogs.ask import Ask

        self._question, self.strip = question, Ask(question.fields)
        self.app.front.mount(self.strip, before=self.app.status)
        self.strip.focus()

    def changed(self, name: str, value: str) -> None:
        if self._question:
            self._question.changed(name, value)

    def answered(self, name: str, value: str) -> None:
        try:
            if self._question:
                self._question.answered(name, value)
        except Problem as problem:
            self.app.say(str(problem), "error")

    def close(self, message: "Ask.Closed") -> None:
        """Give the keys back to the pane, those first that were pressed since the strip closed."""
        question, strip = self._question, self.strip
        self._question = self.strip = None
        if strip:
            strip.remove()
        self.app.focus_pane(self.app.pane)
        if question:
            question.closed(message.cancelled)
        for key in message.ahead:
            self.app.take(key)
