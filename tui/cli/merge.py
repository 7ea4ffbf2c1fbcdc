"""`postil merge`: a three-way merge of one file, by hand or as git's merge driver."""

from pathlib import Path, PurePath

import click

from annotations.errors import not_saved, unreadable
from annotations.files import replace
from annotations.merge_file import merged_file
from tui.cli.out import say


@click.command("merge", short_help="Merge two versions of a file, by the id of each annotation.")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.option("--path", metavar="PATH", help="Where the file lies in the library, which tells its kind (else OURS).")
def command(base: str, ours: str, theirs: str, path: str | None) -> None:
    """Put into OURS what both OURS and THEIRS say since BASE: three versions of a file of annotations, corrections or
    sources. An empty BASE is none.

    Where both changed the same annotation, both versions are kept and marked, and the reader settles it. If one of the
    files is damaged the exit code is 1, and OURS stays as it is. git runs this: see postil git-setup.
    """
    versions = [_read(Path(file)) for file in (base, ours, theirs)]
    data, conflicts = merged_file(PurePath(path or ours), *versions)
    try:
        replace(Path(ours), data)
    except OSError as error:
        raise not_saved(ours, error) from error
    for conflict in conflicts:
        say(f"{path or ours}: {conflict}")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
