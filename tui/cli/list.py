"""`postil list`: the articles of a library."""

import sys

import click

from annotations import index
from annotations.edit import STATUSES
from annotations.index import Row
from seeds.printable import printable
from tui.citation import plain_date
from tui.cli.setting import Setting, put, put_json, say

MARKS = dict(zip(STATUSES, "○●✓–", strict=True))


@click.command("list")
@click.option("--status", type=click.Choice(STATUSES), help="Only articles of this status.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def command(setting: Setting, status: str | None, *, as_json: bool) -> None:
    """List the articles, in the order of adding."""
    library = setting.library()
    rows = [row for row in index.rows(library, setting.coder(library)) if status in (None, row.status)]
    for row in rows:
        if as_json:
            put_json(_object(row))
        else:
            put(_line(row))
    if not rows and sys.stderr.isatty():
        say(f"no article {'is ' + status if status else 'in ' + library.name}: postil add PATH")


def _object(row: Row) -> dict[str, object]:
    return {
        "id": row.id, "title": row.title, "publication": row.publication, "published_at": row.published_at,
        "language": row.language, "words": row.words, "status": row.status, "annotations": dict(row.counts),
    }  # fmt: skip


def _line(row: Row) -> str:
    counts = ", ".join(f"{count} {tag}" for tag, count in row.counts.items() if count)
    about = " · ".join(
        part for part in (row.publication, plain_date(row.published_at), f"{row.words} words", counts) if part
    )
    return printable(f"{MARKS.get(row.status, '?')} {row.id}  {row.title}  ({about})")
