"""`postil backup`: the library in one file."""

from pathlib import Path

import click

from annotations.backup import Written, contents, default_name, write
from seeds.errors import Problem
from tui.cli.out import say
from tui.cli.progress import Progress
from tui.cli.setting import Setting, in_library
from tui.here import now


@click.command("backup", short_help="Write the whole library into one file.")
@click.argument("file", required=False, metavar="[FILE]")
@in_library
@click.pass_obj
def command(setting: Setting, file: str | None) -> int:
    """Write all articles, and what every coder said of them, into FILE (.tar.gz), which postil restore reads back.

    Without FILE it is called after the library and the day, in this folder. What is damaged or left out is said on
    standard error; the exit code is 1 then.
    """
    library = setting.library()
    path = Path(file) if file else Path(default_name(library, now().astimezone().date()))
    refusals: list[Problem] = []
    found = contents(library, refusals.append)
    progress = Progress("backing up", len(found.names))
    try:
        written = write(found, path, now=now, tell=refusals.append, step=progress.advance)
    finally:
        progress.clear()
    for problem in refusals:
        say(str(problem))
    say(_sum(written, path))
    return 1 if refusals else 0


def _sum(written: Written, path: Path) -> str:
    size = f"{written.size / 1_000_000:.1f} MB" if written.size >= 1_000_000 else f"{written.size / 1000:.1f} kB"
    return f"{many(written.articles, 'article')}, {many(written.annotations, 'annotation file')}, {size} in {path}"


def many(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"
