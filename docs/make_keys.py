"""Write docs/keys.md from the table that binds the keys, so that the page cannot tell another story than the program.

Run it as `python docs/make_keys.py` after a change of the commands; a test compares.
"""

from itertools import groupby
from pathlib import Path

from annotations.codebook import DEFAULT
from tui.commands import ALL, LIST, MARGIN, TEXT, Command
from tui.commands.table import commands
from tui.keys import shown

PANES = (LIST, TEXT, MARGIN)
OUT = Path(__file__).with_name("keys.md")

HEAD = """\
# Keys

Every command of the reader, with the tags of the default codebook. `postil keys` prints the same for the codebook of
your library, `?` shows it while you read, and Ctrl+P finds a command by its name or its sentence. Keys with a space
between them are pressed one after the other. A command without keys is found in the palette.

`⇧` is Shift. The *bound* annotation is the one that was tagged or gone to last, until the selection moves on. The last
column tells in which panes the keys hold: the list, the text, the margin.

This page is made by `python docs/make_keys.py`.
"""


def page() -> str:
    """The page, of the default codebook."""
    parts = [HEAD]
    for group, members in groupby(sorted(commands(DEFAULT), key=_place), key=lambda command: command.group):
        parts.append(f"\n## {group}\n\n| keys | name | what it does | pane |\n|---|---|---|---|\n")
        parts += [_row(command) for command in members]
    return "".join(parts)


def _place(command: Command) -> int:
    """Where the command's group comes in the table; members keep their order."""
    return list(dict.fromkeys(one.group for one in commands(DEFAULT))).index(command.group)


def _row(command: Command) -> str:
    keys = " ".join(f"`{shown(sequence)}`" for sequence in command.keys).replace("|", "\\|")
    pane = "all" if command.where == ALL else ", ".join(pane for pane in PANES if pane in command.where)
    return f"| {keys} | `{command.name}` | {command.sentence} | {pane} |\n"


def main() -> None:
    """Replace the page."""
    OUT.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
