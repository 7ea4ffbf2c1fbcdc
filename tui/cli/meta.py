"""`postil meta`: correct what is known of many articles, by a table."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotations import index
from annotations.edit import CONFLICT, fields_set
from seeds.errors import Problem, Refused
from seeds.printable import printable
from tui.cli.meta_shelf import NoArticle, Shelf
from tui.cli.meta_table import Row, read
from tui.cli.out import note, put, say
from tui.cli.progress import Progress
from tui.cli.setting import Setting, as_coder, in_library
from tui.here import now
from tui.known import NAMES, check_known

if TYPE_CHECKING:
    from annotations.store import Store

LONGEST = 4000
"""Code points of a cell that is taken: longer ones are no facts of an article, but texts."""


@click.command("meta", short_help="Correct what is known of many articles, by a table.")
@click.argument("file", metavar="FILE.csv|-")
@click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")
@in_library
@as_coder
@click.pass_obj
def command(setting: Setting, file: str, *, dry_run: bool) -> int:
    """Correct what is known of many articles, for all coders, by a table: CSV, or with tabs, ; or | between the cells.

    A row is about the article that its id names (or the beginning of one), else its file (the name of the file that was
    added), else its url. Columns called title, date, publication, author, url or language correct that, as postil set
    does; a column of any other name is kept as meta_NAME, and exported with postil export --articles.

    An empty cell leaves alone what is known: to say that something is not known, use postil set with an empty value.
    """
    library = setting.library()
    text, place = _text(file)
    meaning, found = read(text, place)
    if meaning.left_out:
        note(f"columns of {place} that were not taken: {', '.join(meaning.left_out)}")
    rows = list(found)
    shelf = Shelf(library, setting.reader(library) if dry_run else setting.writer(library))
    correcting = Correcting(place, shelf, None if dry_run else setting.store(library), len(rows))
    try:
        for row in rows:
            correcting.take(row)
    finally:
        correcting.finish()
    return 1 if correcting.unfit or correcting.refused else 0


class Correcting:
    """The rows of a table on their way into a library, and what became of them so far.

    Without a store what would become of them is shown, and nothing is changed.
    """

    def __init__(self, place: str, shelf: Shelf, store: "Store | None", total: int) -> None:
        self.corrected = self.unfit = self.refused = self.same = 0
        self._place, self._shelf, self._store = place, shelf, store
        self._progress = Progress("correcting", total)
        self._rows: dict[str, Row] = {}

    def take(self, row: Row | Refused) -> None:
        """Correct what a row says; what is wrong with it is said."""
        try:
            if isinstance(row, Refused):
                raise row
            article_id, key = self._shelf.find(row.keys, self._at(row))
            if self._rows.setdefault(article_id, row) is row:
                self._correct(article_id, key, row)
            else:
                self._compare(article_id, row)
        except Problem as problem:
            self._refuse(problem)
        self._progress.advance()

    def finish(self) -> None:
        """Bring the files up to date, and say what it came to."""
        self._progress.clear()
        if self._store and self.corrected:
            self._store.close()
            index.rows(self._store.library, self._store.coder)
        done = f"{_count(self.corrected, 'article')} {'corrected' if self._store else 'would be corrected'}"
        told = [done if self.corrected else "nothing to correct" if self.same else "nothing corrected"]
        told += [f"{_count(self.unfit, 'row')} fit{'s' * (self.unfit == 1)} no article"] if self.unfit else []
        told += [f"{_count(self.refused, 'row')} or cells not taken"] if self.refused else []
        so = f"{_count(self.same, 'article')} {'is' if self.same == 1 else 'are'} as the table says"
        told += [so] if self.same else []
        say(", ".join(told))

    def _correct(self, article_id: str, key: str, row: Row) -> None:
        before, corrections = self._shelf.known(article_id)
        news = {}
        for field, value in row.fields.items():
            shown = {before.get(field, ""), self._shelf.title(article_id) if field == "title" else ""}
            told = value in shown or (field, key) == ("url", "url")
            if not told or CONFLICT + field in corrections:
                news[field] = value
        values = {field: value for field, value in news.items() if self._fits(row, field, value)}
        if values and self._store:
            self._commit(self._store, article_id, values)
        elif values:
            self._show(article_id, values, before)
        self.corrected += bool(values)
        self.same += not news

    def _compare(self, article_id: str, row: Row) -> None:
        """Refuse a second row of an article that says something else."""
        first = self._rows[article_id]
        if first.fields != row.fields:
            why = f"is about {article_id}, as line {first.line} is"
            raise Refused(self._at(row), why, "that one counts; leave one row an article")

    def _fits(self, row: Row, field: str, value: str) -> bool:
        """Whether a cell can be taken for a field; why it cannot is said."""
        try:
            if len(value) > LONGEST:
                why = f"has {len(value):,} characters in the column {NAMES.get(field, field)}"
                raise Refused(self._at(row), why, f"what is known of an article has {LONGEST:,} at most")
            check_known(field, value)
        except Refused as refused:
            self._refuse(refused)
        except Problem as problem:
            self._refuse(Refused(self._at(row), f"{problem.place}: {problem.why}", problem.remedy))
        else:
            return True
        return False

    def _commit(self, store: "Store", article_id: str, values: dict[str, str]) -> None:
        if edit := fields_set(store.open(article_id).layer.corrections, values, now()):
            store.commit(article_id, edit)
        self._progress.clear()
        put(f"set\t{article_id}\t{', '.join(NAMES.get(field, field) for field in values)}")

    def _show(self, article_id: str, values: dict[str, str], before: dict[str, str]) -> None:
        self._progress.clear()
        for field, value in values.items():
            change = f"{printable(before.get(field, '')) or 'not known'} → {printable(value)}"
            put(f"would set\t{article_id}\t{NAMES.get(field, field)}\t{change}")

    def _refuse(self, problem: Problem) -> None:
        self.unfit += isinstance(problem, NoArticle)
        self.refused += not isinstance(problem, NoArticle)
        self._progress.clear()
        say(f"not taken: {problem}")

    def _at(self, row: Row) -> str:
        return f"{self._place} line {row.line}"


def _text(file: str) -> tuple[str, str]:
    """The table as text, and what to call it. Raises Refused where it is none."""
    from seeds.kinds import kind_of
    from seeds.plain import decode
    from seeds.read import read as read_file
    from seeds.read import read_stream

    raw = read_stream(sys.stdin.buffer) if file == "-" else read_file(Path(file))
    kind = kind_of(raw)
    if kind not in ("text", "table") or raw.data.startswith(b"PK"):  # a spreadsheet is a table too, within a zip file
        raise Refused(raw.place, "is no table in plain text", "save it as CSV")
    text, notices = decode(raw)
    for notice in notices:
        note(f"{raw.place}: {notice}")
    return text, raw.place


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"
