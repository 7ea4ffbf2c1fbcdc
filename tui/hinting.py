"""Hints on the text while they are shown: they take the keys until one is typed, and leave no trace when given up."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from seeds.span import Span
from tui.jumps import LETTERS, Hint, hints, narrowed

if TYPE_CHECKING:
    from tui.app import Postil

Choose = Callable[[Span], None]


class Hinting:
    """The hints of an app, if it shows any. What is chosen by typing one may show the next ones."""

    def __init__(self, app: "Postil") -> None:
        self.app = app
        self._all: tuple[Hint, ...] = ()
        self._typed = ""
        self._choose: Choose | None = None
        self._given_up: Callable[[], None] | None = None

    def __bool__(self) -> bool:
        """Whether hints are shown."""
        return self._choose is not None

    def open(self, places: Sequence[Span], near: int, choose: Choose, given_up: Callable[[], None]) -> None:
        """Put hints on places, the best near a code point. `choose` takes the one that is typed, else `given_up` is
        called."""
        if places:
            self._all, self._typed, self._choose, self._given_up = hints(places, near), "", choose, given_up
            self._show()
        else:
            self.app.say("there is nothing in sight to jump to")

    def feed(self, key: str) -> None:
        """Take a key: a letter of a hint, Backspace for the one before; anything else gives up, and is carried out
        where it is no letter that may have been meant for a hint."""
        if key == "backspace" and self._typed:
            self._typed = self._typed[:-1]
        elif len(key) == 1 and narrowed(self._all, self._typed + key):
            self._typed += key
        else:
            self.close()
            self._astray(key)
            return
        found = narrowed(self._all, self._typed)
        if found[0].label:
            self._show()
        elif choose := self._choose:
            self._end()
            choose(found[0].target)
            self.app.tell()

    def close(self) -> None:
        """Take the hints away, as if none had been asked for."""
        given_up = self._given_up
        self._end()
        if given_up:
            given_up()
        self.app.tell()

    def _astray(self, key: str) -> None:
        self.app.say("")
        if len(key) == 1 and key in LETTERS:
            self.app.say(f"no hint begins with {key}")
        elif key != "escape":
            self.app.press(key)

    def _end(self) -> None:
        self._all, self._choose, self._given_up = (), None, None
        self._show()

    def _show(self) -> None:
        self.app.desk.hints = narrowed(self._all, self._typed)
        if self.app.desk.session:
            self.app.show(self.app.desk.session)
