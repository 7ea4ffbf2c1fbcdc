"""The one table of commands: what binds the keys, fills footer, palette and help, and is printed by `postil keys`."""

from collections.abc import Iterable

from annotations.codebook import Codebook
from tui.commands import Command
from tui.commands.articles import ARTICLES
from tui.commands.copying import COPYING
from tui.commands.exporting import EXPORT
from tui.commands.fields import FIELD_COMMANDS
from tui.commands.jumping import JUMPING
from tui.commands.margin import MARGINAL
from tui.commands.moving import MOVING
from tui.commands.program import PROGRAM_COMMANDS
from tui.commands.searching import SEARCHING
from tui.commands.tagging import tagging
from tui.commands.viewing import VIEWING
from tui.keys import Keymap


def commands(codebook: Codebook) -> tuple[Command, ...]:
    """Every command, in the order in which the help tells them."""
    return (
        *tagging(codebook), *MOVING, *JUMPING, *FIELD_COMMANDS, *SEARCHING, *COPYING, *VIEWING, *ARTICLES, *MARGINAL,
        *EXPORT, *PROGRAM_COMMANDS,
    )  # fmt: skip


def keymap(table: Iterable[Command], pane: str) -> Keymap:
    """The keys that hold in a pane. Raises keys.Clash where two commands want the same ones."""
    return Keymap((sequence, command.name) for command in table if pane in command.where for sequence in command.keys)
