"""Take the articles out of a corpus in CSV, TSV, JSON Lines or a list in JSON, each as a document of its own. Pure."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from seeds.article import Meta
from seeds.errors import Refused
from seeds.kinds import kind_of
from seeds.many.cells import csv_rows
from seeds.many.columns import Columns, Roles, quoted, roles, told
from seeds.many.moments import moment
from seeds.many.posts import LONGEST, address, language
from seeds.many.records import Record, as_list, as_string, json_lines, json_list
from seeds.plain import NO_CHARACTER, decode
from seeds.printable import printable
from seeds.read import Raw

__all__ = ["Columns", "rows"]

FIRST = 100
"""Rows by which the columns are judged, and the code points in them at most."""
GLANCE = 1 << 22


def rows(raw: Raw, columns: Columns, say: Callable[[str], None]) -> Iterator[Raw | Refused]:
    """A document for each row of a corpus, in its order, its other columns in `given`; Refused for what cannot be read.

    `say` is told, in a sentence, which columns were guessed, and the encoding if that was.
    """
    try:
        if raw.data.startswith(b"PK"):
            raise Refused(raw.place, "is an Excel workbook", "save its sheet as CSV and add that")
        text, notices = decode(raw)
        records = _records(raw, text, columns)
        first = _first(records)
        found = _judged(raw.place, first, columns)
    except Refused as refused:
        yield refused
        return
    for notice in filter(None, (told(columns, found), *notices)):
        say(f"{raw.name or raw.place}: {notice}")
    for record in chain(first, records):
        yield record if isinstance(record, Refused) else _article(raw, record, found)


def _records(raw: Raw, text: str, columns: Columns) -> Iterator[Record | Refused]:
    kind = kind_of(raw)
    if kind == "json":
        return json_list(text, raw.place)
    return json_lines(text, raw.place) if kind == "jsonl" else csv_rows(text, raw.place, columns)


def _first(records: Iterator[Record | Refused]) -> list[Record | Refused]:
    found: list[Record | Refused] = []
    size = 0
    for record in records:
        found.append(record)
        size += 0 if isinstance(record, Refused) else sum(len(as_string(cell)) for cell in record.cells.values())
        if len(found) == FIRST or size > GLANCE:
            break
    return found


def _judged(place: str, first: list[Record | Refused], columns: Columns) -> Roles:
    sample = [
        {name: as_string(cell) for name, cell in record.cells.items()} for record in first if isinstance(record, Record)
    ]
    if not first:
        raise Refused(place, "there is no row in it", "an article needs words")
    if not sample:
        refused = next(one for one in first if isinstance(one, Refused))
        raise Refused(refused.place, f"{refused.why}, and no row can be read", refused.remedy)
    return roles(place, sample, list(dict.fromkeys(chain.from_iterable(sample))), columns)


def _article(raw: Raw, record: Record, found: Roles) -> Raw | Refused:
    text = NO_CHARACTER.sub("\ufffd", "\n\n".join(as_list(record.cells.get(found.text))))
    if not re.search(r"\w", text):
        why = f"there is no text in column {quoted(found.text)}"
        return Refused(record.place, why, "fill it in, or leave the row out")
    key = printable(as_string(record.cells.get(found.id)))[:LONGEST] or str(record.number)
    given = _meta(record.cells, found)
    return Raw(text.encode(), f"{raw.origin}#{key}", f"{raw.name}#{key}", "utf-8", "text", given)


def _meta(cells: Mapping[str, object], found: Roles) -> Meta:
    """What the row says of its article. A value that does not say it as `Meta` does stays under its own name too."""
    said = {field: cells.get(column) for field, column in found.known.items()}
    fields = {
        "published_at": moment(as_string(said.get("published_at"))),
        "author": printable(", ".join(as_list(said.get("author")))),
        "publication": printable(as_string(said.get("publication"))),
        "url": address(as_string(said.get("url"))),
        "language": language(as_string(said.get("language"))),
    }
    exact = {
        column
        for field, column in found.known.items()
        if as_string(said[field]) == fields[field] or (field == "author" and fields[field])
    }
    extra = {
        name: NO_CHARACTER.sub("\ufffd", value)
        for name, cell in cells.items()
        if name not in {found.text, found.title, found.id, *exact} and (value := as_string(cell))
    }
    return Meta(title=printable(as_string(cells.get(found.title))), extra=extra, **fields)
