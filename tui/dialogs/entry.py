"""A line that is being typed in, and how it is drawn where it is longer than its place."""

from dataclasses import replace
from itertools import pairwise

from tui.dialogs.line import Line, after
from tui.dialogs.window import offset_at, revealed
from tui.fit import cells

Piece = tuple[str, str]
"""The name of a style ("text", "caret", "selected", "choice", "chosen"), and what is drawn in it."""


class Entry:
    """A Line with the part of it that is in sight."""

    def __init__(self, value: str = "", *, selected: bool = False) -> None:
        self._given = value
        line = Line.of(value)
        self.line = replace(line, anchor=0) if selected else line
        self._first = 0

    @property
    def value(self) -> str:
        """What stands there: exactly what was given, line ends too, as long as nobody has changed it."""
        return self._given if self.line.text == Line.of(self._given).text else self.line.text

    def feed(self, key: str) -> bool:
        """Take a key as `tui.keys.pressed` names it; False where it does not edit lines."""
        line = after(self.line, key)
        self.line = line or self.line
        return line is not None

    def paste(self, text: str) -> None:
        self.line = self.line.paste(text)

    def click(self, cell: int, *, extend: bool = False) -> None:
        """Set the caret on what is drawn in a cell, counted from the line's first."""
        self.line = self.line.move(offset_at(self.line.text, self._first, max(cell, 0)), extend=extend)

    @property
    def caret_cell(self) -> int:
        """The cell of the caret, counted from the first one that is drawn."""
        return cells(self.line.text[self._first : max(self.line.head, self._first)])

    def pieces(self, room: int) -> list[Piece]:
        """What is drawn, in at most `room` cells; the caret is always among it."""
        line = self.line
        seen = revealed(line.text, line.head, self._first, room)
        self._first = seen.start
        cuts = sorted({seen.start, seen.end, *(at for at in _edges(line) if seen.start < at < seen.end)})
        pieces = []
        for start, end in pairwise(cuts):
            name = "caret" if start == line.head else "selected" if line.start <= start < line.end else "text"
            pieces.append((name, line.text[start:end]))
        return [*pieces, ("caret", " ")] if line.head == len(line.text) else pieces


def _edges(line: Line) -> tuple[int, ...]:
    return line.start, line.end, line.right()
