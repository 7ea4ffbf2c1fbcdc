"""A few values to choose one from, all in sight where there is room."""

from tui.dialogs.entry import Piece
from tui.fit import cells, fitted

GAP = 2
"""Cells between two values."""


class Choice:
    """One of a few values, or none. A value from elsewhere that is not among them can be kept.

    Left, Right and Space go on to the next; a letter to the next one that begins with it; Backspace takes none.
    """

    def __init__(self, value: str, choices: tuple[str, ...]) -> None:
        self.value = value
        self._choices = (value, *choices) if value and value not in choices else choices

    def feed(self, key: str) -> bool:
        """Take a key as `tui.keys.pressed` names it; False where it chooses nothing."""
        at = self._choices.index(self.value) if self.value else -1
        if key in ("backspace", "delete"):
            self.value = ""
        elif key in ("right", "space"):
            self.value = self._choices[(at + 1) % len(self._choices)]
        elif key == "left":
            self.value = self._choices[max(at, 0) - 1]
        elif len(key) == 1:
            following = (*self._choices[at + 1 :], *self._choices[: at + 1])
            self.value = next((v for v in following if v.lower().startswith(key.lower())), self.value)
        else:
            return False
        return True

    def paste(self, text: str) -> None:
        """Take the value that is pasted, if it is one."""
        self.value = text.strip() if text.strip() in self._choices else self.value

    def click(self, cell: int, *, extend: bool = False) -> None:  # noqa: ARG002  # an Entry extends, here is nothing to
        """Take the value that is drawn in a cell, counted from the line's first."""
        for choice in self._choices:
            if 0 <= cell < cells(choice):
                self.value = choice
            cell -= cells(choice) + GAP

    def pieces(self, room: int) -> list[Piece]:
        """What is drawn, in at most `room` cells: all values, or else the one that is taken."""
        if sum(cells(choice) + GAP for choice in self._choices) - GAP > room:
            return [("chosen", fitted(self.value or "–", room))]
        pieces: list[Piece] = []
        for choice in self._choices:
            gap = [("text", " " * GAP)] if pieces else []
            pieces += [*gap, ("chosen" if choice == self.value else "choice", choice)]
        return pieces
