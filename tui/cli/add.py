"""`postil add`: bring documents in, with progress, and say of each what became of it."""

from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import click

from annotations import index
from seeds.many.table import Columns
from tui.cli.adding import Adding
from tui.cli.documents import listed, members
from tui.cli.making import made
from tui.cli.progress import Progress
from tui.cli.recognising import looked_up, recognised
from tui.cli.report import Report, without
from tui.cli.setting import Setting, as_coder, in_library
from tui.cli.telling import Teller
from tui.here import now


class Wanted(NamedTuple):
    """What the options say: of folders, of corpora, and of what is to be done."""

    patterns: tuple[str, ...]
    columns: Columns
    report: Path | None
    dry: bool


@click.command("add", short_help="Add documents: files, folders, addresses, or - for standard input.")
@click.argument("words", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option(
    "--match",
    "patterns",
    multiple=True,
    metavar="PATTERN",
    help="Of a folder only what matches, as in *.html or 2024/*; may be given again.",
)
@click.option("--text-column", default="", metavar="NAME", help="The column of a corpus that holds the text.")
@click.option("--title-column", default="", metavar="NAME", help="The column that holds the title.")
@click.option("--id-column", default="", metavar="NAME", help="The column that tells its articles apart.")
@click.option("--dry-run", "dry", is_flag=True, help="Show what would become of each document, and add nothing.")
@click.option("--report", type=click.Path(path_type=Path), metavar="FILE", help="Write what became of each, as CSV.")
@in_library
@as_coder
@click.pass_obj
def command(  # noqa: PLR0917  # an option each
    setting: Setting, words: tuple[str, ...], patterns: tuple[str, ...], text_column: str, title_column: str,
    id_column: str, report: Path | None, *, dry: bool,
) -> int:  # fmt: skip
    """Add documents: files, folders with all that is in them, pages at an address, or - for standard input.

    Feeds, corpora (CSV, TSV, JSON Lines, a list in JSON) and archives (zip, tar, gzip) are opened, and each article in
    them is added by itself. The columns of a corpus are told by their names, and said, where no option names them;
    those that no option and no name tells of are kept and exported.

    A line a document goes to standard output: added or known, its id, its title. What is refused is said on standard
    error, with the reason, and the rest goes on, and so is an article that is nearly the same text as another; it is
    added. An article that is there already stays as it is: add the same again to go on where Ctrl+C stopped it.
    """
    wanted = Wanted(patterns, Columns(text_column, title_column, id_column), report, dry)
    teller = _add(setting, words, wanted)
    if teller.added and not dry:
        library = setting.library()
        index.rows(library, setting.writer(library))
    return 1 if teller.refused else 0


def _add(setting: Setting, words: tuple[str, ...], wanted: Wanted) -> Teller:
    from annotations.sites import Memory
    from tui.cli.remembering import remembered

    library = setting.library()
    near = index.neighbours(library, setting.reader(library) if wanted.dry else setting.writer(library))
    documents = listed(words, wanted.patterns)
    with ExitStack() as end:
        report = None
        if wanted.report:
            documents = without(documents, wanted.report)
            report = end.enter_context(Report(wanted.report))
        progress = Progress("reading" if wanted.dry else "adding", len(documents))
        teller = Teller(near, progress, report, dry=wanted.dry)
        end.callback(teller.sum_up, library.name)
        found = members(documents, wanted.columns, teller.note, progress)
        put = looked_up(library) if wanted.dry else remembered(library, end.enter_context(Memory(library)))
        Adding(put, teller).run(made(found, recognised(library), now))
    return teller
