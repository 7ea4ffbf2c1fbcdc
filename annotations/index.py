"""The list of articles, at once: rows from a cache, made true by the stamps of the files behind them."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter

from annotations import sources
from annotations.files import ABSENT, Stamp
from annotations.index_cache import Known, Row, load, loads, parsed, write
from annotations.library import Library
from annotations.state import places, read
from seeds.article import Article
from seeds.errors import Problem

__all__ = ["Row", "cached", "refresh", "refusals", "rows"]

SLICE = 0.004
"""Seconds between two yields of refresh: what a frame can spare."""


def cached(library: Library, coder: str) -> list[Row]:
    """The rows as they were last known, in the order of adding, without a look at anything else.

    What came, went or was changed from outside since then is not known here: refresh tells.
    """
    lines, _ = load(library, coder)
    try:
        return [Row._make(fields) for fields in loads(lines)]
    except (ValueError, TypeError):
        return []


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
    old: dict[str, Known] = {}
    new: dict[str, Known] = {}
    stamps: dict[str, list[Stamp]] = {}
    same = {row.id: row for row in known}
    yield from _Slices(parsed(library, coder, old, same), _stamped(library, coder, stamps))
    yield from _Slices(_renewed(library, coder, old, stamps, new))
    if all(old.get(one) is now for one, now in new.items()) and len(old) == len(new):
        yield [one.row for one in old.values()]
        return
    ordered = sorted(new.values(), key=lambda one: (*one.order, one.row.id))
    yield from _Slices(write(library, coder, ordered))
    yield [one.row for one in ordered]


def refusals(library: Library, coder: str, known: Iterable[Row]) -> dict[str, Problem]:
    """Why a row tells nothing of what the coder said of its article, by the article's id, where that cannot be read."""
    files = (*(library.annotations / coder).glob("*.json"), *(library.local / "history" / coder).glob("*.log"))
    there = {path.stem for path in files}
    found: dict[str, Problem] = {}
    for row in known:
        if row.id in there and not row.counts:
            try:
                read(places(library, coder, row.id))
            except Problem as problem:
                found[row.id] = problem
    return found


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
    library: Library, coder: str, old: dict[str, Known], stamps: dict[str, list[Stamp]], new: dict[str, Known]
) -> Iterator[None]:
    for article_id, now in stamps.items():
        known = old.get(article_id)
        if known is None or known.stamps != tuple(now):
            known = _known(library, coder, article_id, tuple(now), known)
        new[article_id] = known
        yield


def _known(library: Library, coder: str, article_id: str, now: tuple[Stamp, ...], before: Known | None) -> Known:
    if before is None or before.stamps[:2] != now[:2]:
        row, order = _described(library, article_id)
    else:
        row, order = before.row, before.order
    said = _said(library, coder, article_id) if any(one != ABSENT for one in now[2:]) else ("unread", {})
    if said is None:
        now = ()  # no stamps: to be read again the next time, for a permission that is given leaves no mark on a file
    status, counts = said or ("unread", {})
    fields = (row.id, row.title, row.publication, row.published_at, row.language, row.words, row.folded)
    return Known(Row(*fields, status, counts, row.file), order, now)


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

    from annotations.count import counted

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


def _said(library: Library, coder: str, article_id: str) -> tuple[str, dict[str, int]] | None:
    """The coder's status of an article and how many annotations of each tag; None where that cannot be read."""
    try:
        layer = read(places(library, coder, article_id)).layer
    except Problem:
        return None
    return layer.status, dict(Counter(one.tag for one in layer.in_order))
