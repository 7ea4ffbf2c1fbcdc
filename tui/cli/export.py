"""`postil export`: what was found, as CSV."""

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import click

from annotations import sources
from annotations.export.csv import Form, Written, write
from annotations.export.table import Choice, Shape, Table, save, table
from annotations.library import Library
from seeds.errors import Problem
from tui.cli.out import put, say
from tui.cli.setting import Setting, in_library, of_coder

DELIMITERS = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}


@click.command("export", short_help="Write what was found as CSV.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to; it is replaced. Else standard output.")
@click.option("--format", "kind", type=click.Choice(["csv"]), default="csv", help="The format.", show_default=True)
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only this tag; may be given again.")
@click.option("--articles", "shape", flag_value="articles", help="One row an article, those without a find too.")
@click.option("--wide", "shape", flag_value="wide", help="One row an article, one column a tag, with the words.")
@click.option("--delimiter", default=",", metavar="CHARACTER", help="Between the columns (a comma; tab for a tab).")
@click.option("--single-line", is_flag=True, help="No line ends within a cell.")
@click.option("--bom", is_flag=True, help="Begin with the mark by which Excel knows UTF-8.")
@click.option("--raw", is_flag=True, help="No apostrophe before what a spreadsheet takes for a formula.")
@in_library
@of_coder
@click.pass_obj
def command(setting: Setting, /, articles: tuple[str, ...], tags: tuple[str, ...], **options: Any) -> int:
    """Write one row an annotation, in the order of the articles and their text; of each ARTICLE, or of all."""
    shape: Shape = options["shape"] or "annotations"
    form = _form(options)
    library = setting.library()
    _check(library, tags)
    ids = tuple(dict.fromkeys(sources.resolve(library, article) for article in articles))
    refusals: list[Problem] = []
    chosen = Choice(ids, tags, setting.everybody, shape)
    found = table(setting.reading(library), chosen, _teller(refusals))
    written = _out(found, form, options["output"])
    _sum_up(written, found, form, "" if options["output"] == "-" else options["output"])
    return 1 if refusals else 0


def _out(found: Table, form: Form, output: str) -> Written:
    if output != "-":
        return save(Path(output), found, form)
    if sys.stdout.isatty():
        shown = BytesIO()
        written = write(shown, found.header, found.rows, form)
        put(shown.getvalue().decode().replace("\r\n", "\n").removesuffix("\n"))
        return written
    sys.stdout.flush()
    return write(sys.stdout.buffer, found.header, found.rows, form)


def _sum_up(written: Written, found: Table, form: Form, path: str) -> None:
    """Say what was written where, and what is not as it was."""
    if path:
        say(f"{written.rows} row{'' if written.rows == 1 else 's'} in {path}")
    if written.guarded:
        cells = "1 cell begins" if written.guarded == 1 else f"{written.guarded} cells begin"
        say(f"{cells} like a formula and got an apostrophe in front; --raw leaves it out")
    if form.raw:
        say("cells that begin like a formula are left as they are: do not open this in a spreadsheet")
    if found.left_out:
        say(f"no column for what the codebook does not name: {', '.join(sorted(found.left_out))}")


def _form(options: dict[str, Any]) -> Form:
    typed: str = options["delimiter"]
    delimiter = DELIMITERS.get(typed, typed)
    if len(delimiter) != 1 or delimiter in '"\r\n' or delimiter.isalnum():
        raise click.BadParameter(f"{typed!r} is none: one character, or tab", param_hint="--delimiter")
    return Form(delimiter, options["raw"], options["bom"], options["single_line"])


def _check(library: Library, tags: tuple[str, ...]) -> None:
    names = [tag.name for tag in library.codebook.tags]
    for tag in tags:
        if tag not in names:
            raise click.BadParameter(f"no tag {tag!r}; the codebook has {', '.join(names)}", param_hint="--tag")


def _teller(refusals: list[Problem]) -> Callable[[Problem], None]:
    def tell(problem: Problem) -> None:
        refusals.append(problem)
        say(f"left out {problem}")

    return tell
