"""Every key, from the table that binds them: first what can be done now, then all by group."""

from collections.abc import Sequence
from itertools import groupby, zip_longest

from tui.dialogs.matching import PART, Listed, matching
from tui.dialogs.searching import Searching
from tui.dialogs.sheet import Row, Sheet
from tui.fit import cells, fitted, packed
from tui.keys import shown

HINT = "Esc close   type to search   ↑ ↓ PgUp PgDn"
NOW = "What can be done now"
GAP = "  "
WIDEST = 16
"""Cells up to which the keys of a command stand in one line."""

NO_KEY = "Ctrl+P"
"""Where a command without keys is found."""


class HelpScreen(Searching):
    """`now` are those of the commands that make sense where one is. Dismisses with None."""

    def __init__(self, commands: Sequence[Listed], now: Sequence[Listed]) -> None:
        super().__init__(Sheet(lambda query, width: rows(commands, now, query, width), HINT))


def rows(commands: Sequence[Listed], now: Sequence[Listed], query: str, width: int) -> list[Row]:
    """The help in a width of cells: with a query only the commands that it finds, each once."""
    widest = max((cells(GAP.join(_keys(command))) for command in commands), default=0)
    column = min(widest, WIDEST, max(width // 3, 1))
    found = matching(commands, query, worst=PART)
    groups = [] if query.strip() else [(NOW, list(now))]
    groups += [(name, list(members)) for name, members in groupby(_in_groups(found), key=lambda c: c.group)]
    made: list[Row] = []
    for name, members in groups:
        if members:
            made += [*([Row(())] if made else []), Row((("heading", fitted(name, width)),))]
            made += [row for command in members for row in _command(command, column, width)]
    return made


def _in_groups(commands: Sequence[Listed]) -> list[Listed]:
    """The commands group by group, the groups in the order of their first command."""
    order = list(dict.fromkeys(command.group for command in commands))
    return sorted(commands, key=lambda command: order.index(command.group))


def _command(command: Listed, column: int, width: int) -> list[Row]:
    """Keys on the left, on several lines where they are many, the sentence on the right."""
    left = packed(_keys(command), GAP, column)
    right = packed(command.sentence.split(), " ", max(width - column - 4, 1))
    style = "key" if command.keys else "faint"
    return [
        Row((("text", "  "), (style, keys + " " * (column - cells(keys) + 2)), ("text", words)))
        for keys, words in zip_longest(left, right, fillvalue="")
    ]


def _keys(command: Listed) -> tuple[str, ...]:
    return tuple(shown(key) for key in command.keys) or (NO_KEY,)
