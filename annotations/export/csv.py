"""Write a table as CSV that spreadsheets, pandas and R read alike: every field quoted, CRLF rows, UTF-8."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO

from annotations.export.guard import guarded

LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, as a file name can have them: UTF-8 has no place for them."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the table is to look. `delimiter` is one character; `raw` leaves out the guard against formulas, `bom` puts
    the mark in front by which Excel knows UTF-8, `single_line` makes a space of each line end within a cell."""

    delimiter: str = ","
    raw: bool = False
    bom: bool = False
    single_line: bool = False


@dataclass(slots=True)
class Written:
    """How many rows were written, and how many cells got an apostrophe against formulas."""

    rows: int = 0
    guarded: int = 0


def write(file: BinaryIO, header: Sequence[str], rows: Iterable[Mapping[str, str]], form: Form) -> Written:
    """Write a table; a column that a row does not name is empty. The file stays open. Raises OSError."""
    written = Written()
    stream = TextIOWrapper(file, encoding="utf-8-sig" if form.bom else "utf-8", newline="")
    try:
        out = csv.writer(stream, delimiter=form.delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        out.writerow([_cell(name, form, written) for name in header])
        for row in rows:
            out.writerow([_cell(row.get(name, ""), form, written) for name in header])
            written.rows += 1
        stream.flush()
    finally:
        stream.detach()
    return written


def _cell(cell: str, form: Form, written: Written) -> str:
    cell = SURROGATE.sub("\ufffd", cell)
    if form.single_line:
        cell = LINE_END.sub(" ", cell)
    if form.raw:
        return cell
    safe = guarded(cell)
    written.guarded += safe is not cell
    return safe
