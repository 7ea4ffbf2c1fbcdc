"""`postil list`: the articles of a library."""

from collections.abc import Iterator, Mapping, Sequence

import click

from annotations import index
from annotations.edit import STATUSES
from annotations.index import Row
from seeds.printable import printable
from tui.citation import plain_date
from tui.cli.out import put, put_json, say
from tui.cli.setting import Setting, in_library, of_coder

MARKS = dict(zip(STATUSES, "○●✓–", strict=True))


@click.command("list", short_help="List the articles.")
@click.option("--status", type=click.Choice(STATUSES), help="Only articles of this status.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@in_library
@of_coder
@click.pass_obj
def command(setting: Setting, status: str | None, *, as_json: bool) -> int:
    """List the articles, in the order of adding: status, id, title, and how many of each tag."""
    library = setting.library()
    of_coders = {coder: index.rows(library, coder) for coder in setting.readers(library)}
    empty = True
    for coder, row in _rows(of_coders):
        if status in (None, row.status):
            empty = False
            shown = coder if setting.everybody else ""
            put_json(_object(row, shown)) if as_json else put(_line(row, shown))
    if empty:
        say(f"no article is {status}" if status else f"no article in {library.name}; postil add PATH brings some")
    refused = [one for coder, rows in of_coders.items() for one in index.refusals(library, coder, rows).values()]
    for problem in refused:
        say(f"not counted {problem}")
    return 1 if refused else 0


def _rows(of_coders: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, Row]]:
    """Each article's row, or its rows where several coders have said something of it."""
    by_id = {coder: {row.id: row for row in rows} for coder, rows in of_coders.items()}
    for article_id, row in next(iter(by_id.values())).items():
        said = [
            (coder, found)
            for coder, rows in by_id.items()
            if (found := rows.get(article_id)) and (found.counts or found.status != STATUSES[0])
        ]
        yield from said or [("", row)]


def _object(row: Row, coder: str) -> dict[str, object]:
    known: dict[str, object] = {
        "id": row.id, "title": row.title, "publication": row.publication, "published_at": row.published_at,
        "language": row.language, "words": row.words, "status": row.status, "annotations": dict(row.counts),
    }  # fmt: skip
    return known | ({"coder": coder} if coder else {})


def _line(row: Row, coder: str) -> str:
    counts = ", ".join(f"{count} {tag}" for tag, count in row.counts.items() if count)
    about = [row.publication, plain_date(row.published_at), f"{row.words:,} words", counts, coder]
    return printable(f"{MARKS.get(row.status, '?')} {row.id}  {row.title}  ({' · '.join(filter(None, about))})")
