"""The list of articles, at once: what the files say, kept in a cache that is checked against their stamps.

The cache belongs to one coder and machine (.local/index/<coder>.json) and may be deleted at any time. It has a line a
row, an empty line, then a line an article with the stamps of the files that the row was made from.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from annotations import sources
from annotations.codec import dumps
from annotations.count import counted
from annotations.files import ABSENT, Stamp, make_folder
from annotations.library import Library, keep_local
from annotations.state import places, read
from seeds.article import Article
from seeds.errors import Problem

VERSION = 1
SLICE = 0.004
"""Seconds between two yields of refresh: what a frame can spare."""

LINES = 400
"""Lines of the cache that are parsed in one go: about a millisecond."""


@dataclass(slots=True)
class Row:
    """One article as the list shows it, to one coder.

    `words` and `folded` count what is shown and the chrome; `counts` the coder's annotations by tag, without zeros.
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


class _Known(NamedTuple):
    """A row with its place in the order of adding, and the stamps of source, corrections, file and history."""

    row: Row
    order: tuple[str, int]
    stamps: tuple[Stamp, ...]


def cached(library: Library, coder: str) -> list[Row]:
    """The rows as they were last known, in the order of adding, without those whose article is gone.

    Articles that came since are missing, and what was changed from outside is old: refresh tells.
    """
    lines, _ = _read(library, coder)
    try:
        present = set(os.listdir(library.sources)) if lines else set()  # noqa: PTH208  # names, no paths
        found = [Row(*fields) for fields in _loads(lines)]
    except (OSError, ValueError, TypeError):
        return []
    return [row for row in found if f"{row.id}.json" in present]


def rows(library: Library, coder: str) -> list[Row]:
    """The rows as the files have them now, in the order of adding."""
    found: list[Row] = []
    for step in refresh(library, coder, ()):
        found = step if step is not None else found
    return found


def refresh(library: Library, coder: str, known: Sequence[Row]) -> Iterator[list[Row] | None]:
    """Make the rows true, in slices of a few milliseconds: None after each, all rows last, in the order of adding.

    A row that equals one of `known` is that one. Updates the cache if anything changed, where the disk lets it.
    """
    old: dict[str, _Known] = {}
    new: dict[str, _Known] = {}
    stamps: dict[str, list[Stamp]] = {}
    same = {row.id: row for row in known}
    yield from _Slices(_parsed(library, coder, old, same), _stamped(library, coder, stamps))
    yield from _Slices(_renewed(library, coder, old, stamps, new))
    if all(old.get(one) is now for one, now in new.items()) and len(old) == len(new):
        yield [one.row for one in old.values()]
        return
    ordered = sorted(new.values(), key=lambda one: (*one.order, one.row.id))
    yield from _Slices(_write(library, coder, ordered))
    yield [one.row for one in ordered]


class _Slices:
    """Run generators one after the other, and yield None each time that a slice is used up."""

    def __init__(self, *steps: Iterable[None]) -> None:
        self.steps = steps

    def __iter__(self) -> Iterator[None]:
        until = perf_counter() + SLICE
        for step in self.steps:
            for _ in step:
                if perf_counter() >= until:
                    yield None
                    until = perf_counter() + SLICE


def _path(library: Library, coder: str) -> Path:
    return library.local / "index" / f"{coder}.json"


def _read(library: Library, coder: str) -> tuple[bytes, bytes]:
    """The lines of the rows and those of the stamps; none where there is no cache that can be used."""
    try:
        first, _, data = _path(library, coder).read_bytes().partition(b"\n")
    except OSError:
        return b"", b""
    if first != b"%d" % VERSION:
        return b"", b""
    rows, _, stamps = data.partition(b"\n\n")
    return rows, stamps


def _loads(lines: bytes) -> list[Any]:
    """The values of some lines of JSON, none of which has a line end within. Raises ValueError."""
    found: list[Any] = json.loads(b"[" + lines.replace(b"\n", b",") + b"]")
    return found


def _parsed(library: Library, coder: str, old: dict[str, _Known], same: Mapping[str, Row]) -> Iterator[None]:
    rows, stamps = (part.split(b"\n") if part else [] for part in _read(library, coder))
    for at in range(0, len(rows), LINES):
        try:
            some, others = (_loads(b"\n".join(part[at : at + LINES])) for part in (rows, stamps))
            for fields, (added, number, *marks) in zip(some, others, strict=True):
                row, shown = Row(*fields), same.get(fields[0])
                row = shown if shown == row else row
                old[row.id] = _Known(row, (added, number), tuple(map(tuple, marks)))
        except (ValueError, TypeError):
            old.clear()
            return
        yield


def _stamped(library: Library, coder: str, stamps: dict[str, list[Stamp]]) -> Iterator[None]:
    """Collect the stamps of all files that rows are made from, a folder at a time."""
    folders = (
        (library.sources, ".json"),
        (library.corrections, ".json"),
        (library.annotations / coder, ".json"),
        (library.local / "history" / coder, ".log"),
    )
    for which, (folder, suffix) in enumerate(folders):
        for name, stamp in _folder(folder, suffix):
            if which == 0 and sources.ID.fullmatch(name):
                stamps[name] = [stamp, ABSENT, ABSENT, ABSENT]
            elif which and name in stamps:
                stamps[name][which] = stamp
            yield


def _folder(folder: Path, suffix: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            if entry.name.endswith(suffix):
                with suppress(FileNotFoundError):
                    found = entry.stat()
                    yield entry.name[: -len(suffix)], (found.st_mtime_ns, found.st_size, found.st_ino)


def _renewed(
    library: Library, coder: str, old: dict[str, _Known], stamps: dict[str, list[Stamp]], new: dict[str, _Known]
) -> Iterator[None]:
    for article_id, now in stamps.items():
        known = old.get(article_id)
        if known is None or known.stamps != tuple(now):
            known = _known(library, coder, article_id, tuple(now), known)
        new[article_id] = known
        yield


def _known(library: Library, coder: str, article_id: str, now: tuple[Stamp, ...], before: _Known | None) -> _Known:
    if before is None or before.stamps[:2] != now[:2]:
        row, order = _described(library, article_id)
    else:
        row, order = before.row, before.order
    status, counts = _said(library, coder, article_id) if any(one != ABSENT for one in now[2:]) else ("unread", {})
    fields = (row.id, row.title, row.publication, row.published_at, row.language, row.words, row.folded)
    return _Known(Row(*fields, status, counts, row.file), order, now)


def _described(library: Library, article_id: str) -> tuple[Row, tuple[str, int]]:
    """What the source and the corrections say of an article; of a damaged one its id and what else is left."""
    try:
        head = sources.head(library, article_id)
        order = (str(head["added"]), int(head["number"]))
    except (Problem, KeyError, TypeError, ValueError):
        order = ("", 0)
    try:
        article = _corrected(library, article_id)
    except Problem:
        return Row(article_id, article_id, "", "", "", 0, 0, "unread", {}, ""), order
    meta, (words, folded) = article.meta, counted(article)
    fields = (article.title, meta.publication, meta.published_at, meta.language, words, folded)
    return Row(article_id, *fields, "unread", {}, article.file), order


def _corrected(library: Library, article_id: str) -> Article:
    article = sources.load(library, article_id)
    corrections = sources.corrections(library, article_id)
    if not corrections:
        return article
    from seeds.correct import corrected

    return corrected(article, corrections)


def _said(library: Library, coder: str, article_id: str) -> tuple[str, dict[str, int]]:
    """The coder's status of an article and how many annotations of each tag; opening it tells what is damaged."""
    try:
        layer = read(places(library, coder, article_id)).layer
    except Problem:
        return "unread", {}
    return layer.status, dict(Counter(one.tag for one in layer.in_order))


def _write(library: Library, coder: str, ordered: list[_Known]) -> Iterator[None]:
    """Replace the cache. Not synced: after a crash it is made again."""
    lines: list[str] = [str(VERSION)]
    for one in ordered:
        lines.append(dumps(astuple(one.row)))
        yield
    lines.append("")
    for one in ordered:
        lines.append(dumps((*one.order, *one.stamps)))
        yield
    path = _path(library, coder)
    aside = path.with_name(f".{path.name}.{os.getpid()}.new")
    with suppress(OSError):
        keep_local(library.root)
        make_folder(path.parent)
        aside.write_bytes("\n".join(lines).encode())
        aside.replace(path)
