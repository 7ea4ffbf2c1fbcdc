"""Read a table of what is known of articles: which column means what, and its rows with their lines. Pure."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import NamedTuple

from annotations.export.guard import unguarded
from seeds.correct import EXTRA
from seeds.errors import Refused
from seeds.printable import printable

DELIMITERS = ",;\t|"

START = 1 << 16
"""Code points in which the line of the columns' names is looked for."""

LARGEST = 1 << 28
"""Code points of one cell at most: as many as a document may have."""

LONGEST_NAME = 80
"""Code points of a column's name that is kept."""

KEYS = {
    "id": ("article_id", "articleid", "id"),
    "file": ("article_file", "file", "filename", "file_name"),
    "url": ("url", "address", "link", "web_address", "canonical_url"),
}
"""What tells of which article a row is, in this order; a name that stands earlier goes before."""

FIELDS = {
    "title": ("title", "article_title", "headline"),
    "published_at": ("published_at", "date", "published", "publication_date", "date_published", "pub_date", "pubdate"),
    "publication": ("publication", "source", "newspaper", "paper", "outlet", "publisher", "agency", "medium"),
    "author": ("author", "authors", "byline", "writer"),
    "url": KEYS["url"],
    "language": ("language", "lang"),
}
"""What is corrected by a column of such a name."""


class Columns(NamedTuple):
    """Which column, counted from 0, has each key and each field; `left_out` are the names of those that have none.

    `exported` tells that it is a table that `postil export` wrote, where an apostrophe guards what looks like a formula
    and columns of its own say what nobody can correct.
    """

    keys: dict[str, int]
    fields: dict[str, int]
    left_out: tuple[str, ...]
    exported: bool


class Row(NamedTuple):
    """The cells that are not empty, by key and by field; `line` is that of the file, from 1, at which they begin."""

    line: int
    keys: dict[str, str]
    fields: dict[str, str]


def columns(names: Sequence[str]) -> Columns:
    """What the columns of a table mean, by their names. Columns of other names become fields of their own."""
    plain = [*map(_plain, names)]
    keys, fields = (_found(plain, table) for table in (KEYS, FIELDS))
    taken, left_out = {*keys.values(), *fields.values()}, []
    exported = {"article_id", "article_sha256"} <= set(plain)
    for at, name in enumerate(names):
        own = EXTRA + printable(name).removeprefix(EXTRA)
        if at in taken:
            continue
        named = own != EXTRA and len(own) <= LONGEST_NAME and own not in fields
        if named and (not exported or name.startswith(EXTRA)):
            fields[own] = at
        else:
            left_out.append(printable(name)[:LONGEST_NAME] or f"number {at + 1}, which has no name")
    return Columns(keys, fields, tuple(left_out), exported)


def read(text: str, place: str) -> tuple[Columns, Iterator[Row | Refused]]:
    """The columns of a table, and its rows; in the place of one that cannot be read, why. Blank rows are left out.

    Raises Refused where no column tells of which article a row is, or none says anything of it.
    """
    csv.field_size_limit(LARGEST)
    lines = _lines(text, _delimiter(text))
    line, names = next(((at, cells) for at, cells in lines if not isinstance(cells, str)), (1, []))
    meaning = columns(names)
    if not meaning.keys:
        why = "no column tells of which article a row is"
        raise Refused(f"{place} line {line}", why, "name one id, file or url in its first line")
    if not meaning.fields.keys() - meaning.keys.keys() and not (meaning.fields and len(meaning.keys) > 1):
        why = "no column says anything of an article"
        raise Refused(f"{place} line {line}", why, f"name them {', '.join(FIELDS)}, or as you like")
    return meaning, (_row(meaning, len(names), place, *one) for one in lines)


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "_", name.casefold()).strip("_")


def _found(names: Sequence[str], table: dict[str, tuple[str, ...]]) -> dict[str, int]:
    first = {name: at for at, name in reversed(list(enumerate(names)))}
    known = {meant: next((first[word] for word in words if word in first), -1) for meant, words in table.items()}
    return {meant: at for meant, at in known.items() if at >= 0}


def _delimiter(text: str) -> str:
    """What parts the first line into the most names that are known, and then into the most names."""
    known = {word for table in (KEYS, FIELDS) for words in table.values() for word in words}

    def worth(delimiter: str) -> tuple[int, int]:
        names = next((cells for _, cells in _lines(text[:START], delimiter) if not isinstance(cells, str)), [])
        return sum(_plain(name) in known for name in names), len(names)

    return max(DELIMITERS, key=worth)


def _lines(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Where each row begins, from 1, and its cells; or in a word why it has none."""
    reader = csv.reader(StringIO(text, newline="\n"), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            open_ended = "unexpected end" in str(error)
            yield line, "a quotation mark is opened here and never closed" if open_ended else f"is no row ({error})"
            continue
        if any(map(str.strip, cells)):
            yield line, cells


def _row(meaning: Columns, width: int, place: str, line: int, cells: list[str] | str) -> Row | Refused:
    if isinstance(cells, str):
        return Refused(f"{place} line {line}", cells, "mend it, and try again")
    if any(map(str.strip, cells[width:])):
        why = f"has {len(cells)} cells, and there are {width} columns"
        return Refused(f"{place} line {line}", why, "put what holds the delimiter in quotation marks")
    said = [" ".join((unguarded(cell) if meaning.exported else cell).split()) for cell in cells]
    keys, fields = (
        {name: said[at] for name, at in table.items() if at < len(said) and said[at]}
        for table in (meaning.keys, meaning.fields)
    )
    return Row(line, keys, fields)
