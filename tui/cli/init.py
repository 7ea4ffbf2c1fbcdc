"""`postil init`: make a library."""

from pathlib import Path

import click

from annotations import library as libraries
from tui.cli.setting import say


@click.command("init")
@click.argument("directory", default=".", type=click.Path(file_okay=False, path_type=Path))
def command(directory: Path) -> None:
    """Make a library in DIRECTORY (here, if none is named); it is then found from below it."""
    known = (directory / libraries.FILE).exists()
    made = libraries.init(directory)
    say(f"{made.root} is a library already" if known else f"made a library in {made.root.resolve()}: postil add PATH")
