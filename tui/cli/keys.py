"""`postil keys`: every key, from the table that binds them."""

import click

from tui.cli.out import put
from tui.cli.setting import Setting, in_library
from tui.commands.table import commands
from tui.keys import shown


@click.command("keys", short_help="Print every key of the reader.")
@in_library
@click.pass_obj
def command(setting: Setting) -> None:
    """Print every command of the reader: its keys, its name, what it does."""
    for one in commands(setting.library().codebook):
        keys = "  ".join(shown(sequence) for sequence in one.keys) or "–"
        put(f"{keys:28} {one.name:26} {one.sentence}{' (in the list)' if one.where == {'list'} else ''}")
