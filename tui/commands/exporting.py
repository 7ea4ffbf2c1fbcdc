"""The command that exports from the reader: the file's name is asked for, and nothing is overwritten."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from seeds.errors import Problem
from seeds.printable import printable
from tui.commands import ALL, Command
from tui.commands.program import PROGRAM
from tui.dialogs.export import chosen, proposed
from tui.question import Field, Question

if TYPE_CHECKING:
    from tui.app import Postil


def ask_export(app: "Postil") -> None:
    """Ask for a file, a new one by default, and write the CSV to it."""
    day = app.desk.means.now().astimezone().date()
    free = proposed(app.desk.library.name, day, Path.cwd()).name
    app.asking.open(Question([Field("file", "export as CSV to", free)], lambda _, words: export(app, words)))


def export(app: "Postil", words: str) -> None:
    """Write what this coder tagged to a file that is not there yet."""
    path = chosen(words, Path.cwd())
    if path is None or path.exists():
        app.say(f"{path} is there already: give another name" if path else "no file was named", "warning")
        return
    app.say(f"exporting to {path} …")
    app.run_worker(_written(app, path), exclusive=True)


async def _written(app: "Postil", path: Path) -> None:
    """Export in a thread, so that keys go on, and say what came of it."""
    from annotations.export.csv import Form
    from annotations.export.table import Choice, save, table

    refused: list[Problem] = []
    found = table(app.desk.store, Choice(), refused.append)
    try:
        written = await asyncio.to_thread(save, path, found, Form())
    except Problem as problem:
        app.say(str(problem), "error")
        return
    left_out = f"; left out: {refused[0]}" if refused else ""
    where = printable(str(path.resolve()))
    app.say(
        f"{written.rows} row{'' if written.rows == 1 else 's'} in {where}{left_out}",
        "warning" if refused else "information",
    )


EXPORT = (Command("export", "Export the annotations as CSV", (), PROGRAM, ask_export, ALL),)
