"""`postil list`: the articles of a library."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import click

from annotations import index
from annotations.edit import STATUSES
from annotations.index import Row
from annotations.library import Library
from seeds.errors import Problem
from seeds.printable import printable
from tui.citation import plain_date
from tui.cli.out import put, put_json, say
from tui.cli.setting import Setting, in_library, of_coder
from tui.folded import much_folded
from tui.known import FIELDS, NAMES

MARKS = dict(zip(STATUSES, "○●✓–", strict=True))
MISSING = f"Only articles of which this is not known: {', '.join(NAMES)}; given again: or this."


@click.command("list", short_help="List the articles.")
@click.option("--status", type=click.Choice(STATUSES), help="Only articles of this status.")
@click.option("--missing", multiple=True, type=click.Choice([*NAMES, "date"]), metavar="FIELD", help=MISSING)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@in_library
@of_coder
@click.pass_obj
def command(setting: Setting, status: str | None, missing: tuple[str, ...], *, as_json: bool) -> int:
    """List the articles, in the order of adding: status, id, title, and how many of each tag.

    A ≈ tells what is nearly the same text as an earlier article, and which one that is. Where more than half of the
    words were folded away as site furniture, their share is told: look whether something of the article is among them.
    """
    library = setting.library()
    of_coders = {coder: index.rows(library, coder) for coder in setting.readers(library)}
    more = Counter(row.near for row in next(iter(of_coders.values())))
    empty = True
    for coder, row in _rows(of_coders):
        if status in (None, row.status) and (not missing or _lacks(library, row, missing)):
            empty = False
            shown = coder if setting.everybody else ""
            put_json(_object(row, shown)) if as_json else put(_line(row, shown, more))
    if empty:
        say(_none(library, status, missing))
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


def _lacks(library: Library, row: Row, missing: Sequence[str]) -> bool:
    """Whether one of some fields is not known of an article. What the row does not tell is read only where it is asked
    for: the title of an article without one is its file's name there."""
    wanted = {FIELDS.get(name, name) for name in missing}
    in_row = {"publication": row.publication, "published_at": row.published_at, "language": row.language}
    if not all(in_row[field] for field in wanted & in_row.keys()):
        return True
    if wanted <= in_row.keys():
        return False
    from tui.cli.meta_shelf import known

    try:
        fields, _ = known(library, row.id)
    except Problem:
        return True
    return not all(fields[field] for field in wanted)


def _none(library: Library, status: str | None, missing: Sequence[str]) -> str:
    """Why nothing is listed."""
    told = [f"is {status}"] if status else []
    told += [f"lacks {' or '.join(missing)}"] if missing else []
    return f"no article {' and '.join(told)}" if told else f"no article in {library.name}; postil add PATH brings some"


def _object(row: Row, coder: str) -> dict[str, object]:
    known: dict[str, object] = {
        "id": row.id, "title": row.title, "publication": row.publication, "published_at": row.published_at,
        "language": row.language, "words": row.words, "status": row.status, "annotations": dict(row.counts),
    }  # fmt: skip
    return known | ({"near": row.near} if row.near else {}) | ({"coder": coder} if coder else {})


def _line(row: Row, coder: str, more: Mapping[str, int]) -> str:
    counts = ", ".join(f"{count} {tag}" for tag, count in row.counts.items() if count)
    share = much_folded(row.words, row.folded)
    folded = f"{share}% folded" if share else ""
    about = [row.publication, plain_date(row.published_at), f"{row.words:,} words", folded, counts, coder]
    line = f"{MARKS.get(row.status, '?')} {row.id}  {row.title}  ({' · '.join(filter(None, about))})"
    return printable(" ".join(filter(None, (line, _near(row, more)))))


def _near(row: Row, more: Mapping[str, int]) -> str:
    """What an article is nearly the same text as, or how many are as it is, which is the first of them. `more` counts
    the articles of each group, the first one with them."""
    if row.near == row.id:
        return f"≈ {more[row.near] - 1} more like it"
    return f"≈ {row.near}" if row.near else ""
