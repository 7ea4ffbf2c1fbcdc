"""The cache of the list: what the rows were at last, and the stamps of the files that they were made from.

It belongs to one coder and machine (.local/index/<coder>.json) and may be deleted at any time: its version, a line a
row, an empty line, a line an article with its place in the order of adding, what it replaces, the sketch of its text
and its stamps. Where articles are replaced by later versions, an empty line and their rows follow, whose stamps are the
last ones.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

from annotations.codec import dumps
from annotations.files import Stamp, make_folder
from annotations.library import Library, keep_local

VERSION = 3

LINES = 400
"""Lines that are parsed in one go: about a millisecond."""


class Row(NamedTuple):
    """One article as the list shows it, to one coder.

    `words` and `folded` count what is shown and the chrome; `counts` the coder's annotations by tag, without zeros.
    `near` is the id of the first one of the articles that are nearly the same text, this one among them ("": of none).
    """

    id: str
    title: str
    publication: str
    published_at: str
    language: str
    words: int
    folded: int
    status: str
    counts: Mapping[str, int]
    file: str
    near: str = ""


class Known(NamedTuple):
    """A row, its place in the order of adding (time and running number), the id of the article that it replaces ("": of
    none), the sketch of its text as annotations.near writes it, and the stamps of the four files that it was made from:
    source, corrections, annotations and history."""

    row: Row
    order: tuple[str, int]
    replaces: str
    sketch: str
    stamps: tuple[Stamp, ...]


def _path(library: Library, coder: str) -> Path:
    return library.local / "index" / f"{coder}.json"


def top(library: Library, coder: str) -> bytes:
    """The lines of the rows that are listed, without a look at the rest, which is longer; none where there is no cache
    that can be used."""
    try:
        with _path(library, coder).open("rb") as file:
            if file.readline() == b"%d\n" % VERSION:
                return b"".join(takewhile(lambda line: line != b"\n", file)).removesuffix(b"\n")
    except OSError:
        pass
    return b""


def load(library: Library, coder: str) -> tuple[bytes, bytes, bytes]:
    """The lines of the rows that are listed, those of the stamps, and those of the rows that are not listed; none where
    there is no cache that can be used."""
    try:
        first, _, data = _path(library, coder).read_bytes().partition(b"\n")
    except OSError:
        return b"", b"", b""
    if first != b"%d" % VERSION:
        return b"", b"", b""
    rows, _, rest = data.partition(b"\n\n")
    stamps, _, hidden = rest.partition(b"\n\n")
    return rows, stamps, hidden


def loads(lines: bytes) -> list[Any]:
    """The values of some lines of JSON, none of which has a line end within. Raises ValueError."""
    found: list[Any] = json.loads(b"[" + lines.replace(b"\n", b",") + b"]")
    return found


def parsed(library: Library, coder: str, old: dict[str, Known], same: Mapping[str, Row]) -> Iterator[None]:
    """Put all that the cache knows into `old`, by id; a row that equals one of `same` is that one. Yields often."""
    listed, stamps, hidden = (part.split(b"\n") if part else [] for part in load(library, coder))
    rows = listed + hidden
    for at in range(0, len(rows), LINES):
        try:
            some, others = (loads(b"\n".join(part[at : at + LINES])) for part in (rows, stamps))
            for fields, (added, number, replaces, sketch, *marks) in zip(some, others, strict=True):
                row, shown = Row(*fields), same.get(fields[0])
                row = shown if shown == row else row
                old[row.id] = Known(row, (added, number), replaces, sketch, tuple(map(tuple, marks)))
        except (ValueError, TypeError):
            old.clear()
            return
        yield


def write(library: Library, coder: str, listed: list[Known], hidden: list[Known]) -> Iterator[None]:
    """Replace the cache, where the disk lets it; not synced, as after a crash it is made again. Yields often."""
    lines = [b"%d" % VERSION]
    for one in listed:
        lines.append(dumps(tuple(one.row)).encode())
        yield
    lines.append(b"")
    for one in (*listed, *hidden):
        lines.append(dumps((*one.order, one.replaces, one.sketch, *one.stamps)).encode())
        yield
    lines += [b"", *(dumps(tuple(one.row)).encode() for one in hidden)] if hidden else []
    path = _path(library, coder)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        keep_local(library.root)
        make_folder(path.parent)
        aside.write_bytes(b"\n".join(lines))
        aside.replace(path)
    except OSError:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
