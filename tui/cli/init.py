"""`postil init`: make a library."""

from pathlib import Path

import click

from annotations import library as libraries
from tui.cli.out import put, say


@click.command("init", short_help="Make a library.")
@click.argument("directory", default=".", metavar="[DIR]")
def command(directory: str) -> None:
    """Make a library in DIR (here, if none is named); it is then found from below it. What is there stays."""
    folder = Path(directory).expanduser()
    known = (folder / libraries.FILE).exists()
    root = libraries.init(folder).root.resolve()
    put(str(root))
    say("this is a library already" if known else "made a library; postil add PATH brings articles")
