"""Every command by its words: for what one has no key in mind for, and for what has none."""

from collections.abc import Sequence

from tui.dialogs.matching import Listed, matching
from tui.dialogs.searching import Searching
from tui.dialogs.sheet import Row, Sheet
from tui.fit import cells, fitted
from tui.keys import shown

HINT = "Enter run   Esc close   type to find"


class PaletteScreen(Searching):
    """Dismisses with the name of the command that is to be run, or with None."""

    def __init__(self, commands: Sequence[Listed]) -> None:
        super().__init__(Sheet(lambda query, width: rows(commands, query, width), HINT, choosing=True))


def rows(commands: Sequence[Listed], query: str, width: int) -> list[Row]:
    """One row a command in a width of cells: its sentence, and its keys at the right as far as there is room."""
    return [_row(command, width) for command in matching(commands, query)]


def _row(command: Listed, width: int) -> Row:
    keys = "  ".join(shown(key) for key in command.keys[:2])
    if cells(keys) > width // 3:
        keys = ""
    sentence = fitted(command.sentence, max(width - cells(keys) - 3, 1))
    gap = " " * max(width - cells(sentence) - cells(keys), 0)
    return Row((("text", sentence + gap), ("key", keys)), command.name)
