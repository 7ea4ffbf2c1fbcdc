"""Cut a CSV or TSV file into its rows, each with the names of its columns, and say which lines do not fit. Pure."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from seeds.errors import Refused
from seeds.many.columns import Columns, is_known, named
from seeds.many.records import Record, lines

DELIMITERS = ",;\t|"

GLANCE = 1 << 20
"""Code points in which the delimiter is looked for, and rows: enough to tell, however long the fields are."""
GLANCED = 50

DATA = re.compile(r"[\d\s.,:/+-]+|https?://\S+")
"""What stands in rows and names no column."""


def csv_rows(text: str, place: str, asked: Columns) -> Iterator[Record | Refused]:
    """A row for each line of the table below its header; Refused for a row that does not fit the header.

    Empty rows are passed over. Raises Refused where the first line names no columns.
    """
    source = _Lines(text)
    reader = csv.reader(source, delimiter=_delimiter(text))
    header = next(filter(None, _read(reader, len(text))), [])
    names = _names(header, place, asked)
    start, number, source.quotes = source.number, 0, 0
    for row in _read(reader, len(text)):
        where, start = f"{place}, line {start + 1}", source.number
        quotes, source.quotes = source.quotes, 0
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        if source.ended and quotes % 2 and "\n" in "".join(row):
            why = "a quotation mark is opened in this line and never closed"
            yield Refused(where, why, "close it, and add the file again for what stands below")
        elif len(row) != len(names):
            cells = "1 cell" if len(row) == 1 else f"{len(row):,} cells"
            why = f"has {cells} where the header names {len(names):,}"
            yield Refused(where, why, "put quotation marks around what holds the delimiter or a line end")
        else:
            yield Record(where, number, dict(zip(names, row, strict=True)))


class _Lines:
    """The lines of a text for a reader, how many it has taken, and how many quotation marks were in them."""

    def __init__(self, text: str) -> None:
        self.number = self.quotes = 0
        self.ended = False
        self._left, self._lines = len(text), lines(text)

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.number += 1
            self.quotes += line.count('"')
            self._left -= len(line)
            self.ended = not self._left
            yield line


def _read(reader: Iterable[list[str]], limit: int) -> Iterator[list[str]]:
    """The rows of a reader. The length that csv allows a field is one for the whole process: it is raised for as long
    as one row is read."""
    rows = iter(reader)
    while True:
        before = csv.field_size_limit(limit + 1)
        try:
            row = next(rows, None)
        finally:
            csv.field_size_limit(before)
        if row is None:
            return
        yield row


def _delimiter(text: str) -> str:
    """The delimiter by which most of the first rows have as many cells as the header."""
    return max(DELIMITERS, key=lambda delimiter: _fitting(text[:GLANCE], delimiter))


def _fitting(text: str, delimiter: str) -> tuple[float, int]:
    """The share of rows that have as many cells as the header, and how many it has; nothing where it has but one."""
    rows = list(islice(filter(None, _read(csv.reader(lines(text), delimiter=delimiter), len(text))), GLANCED))
    if not rows or len(rows[0]) < 2:
        return 0, 0
    return sum(len(row) == len(rows[0]) for row in rows) / len(rows), len(rows[0])


def _names(header: Sequence[str], place: str, asked: Columns) -> list[str]:
    names = named(header)
    if not names:
        raise Refused(place, "there is nothing in this table", "an article needs words")
    if any(is_known(name) or name in asked for name in names):
        return names
    if len(names) == 1 or any(len(cell.split()) > 6 or len(cell) > 80 or DATA.fullmatch(cell) for cell in header):
        remedy = "put a line of names above the rows, such as id,title,text; or call it .txt if it is one text"
        raise Refused(place, "its first line does not name columns", remedy)
    return names
