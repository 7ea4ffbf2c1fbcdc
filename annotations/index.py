"""The list of articles, at once: rows from a cache, made true by the stamps of the files behind them."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from annotations import source_file, sources, versions
from annotations.files import ABSENT, Stamp
from annotations.index_cache import Known, Row, loads, parsed, top, write
from annotations.library import Library
from annotations.state import places, read
from seeds.article import Article
from seeds.errors import Problem

if TYPE_CHECKING:
    from annotations.near import Neighbours

__all__ = ["Row", "cached", "neighbours", "refresh", "refusals", "rows"]

SLICE = 0.004
"""Seconds between two yields of refresh: what a frame can spare."""


def cached(library: Library, coder: str) -> list[Row]:
    """The rows as they were last known, in the order of adding, without a look at anything else.

    What came, went or was changed from outside since then is not known here: refresh tells.
    """
    try:
        return [Row._make(fields) for fields in loads(top(library, coder))]
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
    for step in _refreshed(library, coder, known):
        yield [one.row for one in step] if step is not None else None


def neighbours(library: Library, coder: str) -> tuple["Neighbours", dict[str, str]]:
    """What a new article is asked of, the articles that are listed in their groups of nearly the same text, and their
    titles by id. Brings the cache up to date as `rows` does."""
    from annotations.near import Neighbours, read

    found, titles = Neighbours(), dict[str, str]()
    for step in _refreshed(library, coder, ()):
        for one in step or ():
            found.add(one.row.id, read(one.sketch))
            titles[one.row.id] = one.row.title
    return found, titles


def _refreshed(library: Library, coder: str, known: Sequence[Row]) -> Iterator[list[Known] | None]:
    """As refresh, with all that is known of what is listed."""
    old: dict[str, Known] = {}
    new: dict[str, Known] = {}
    stamps: dict[str, list[Stamp]] = {}
    same = {row.id: row for row in known}
    yield from _Slices(parsed(library, coder, old, same), _stamped(library, coder, stamps))
    yield from _Slices(_renewed(library, coder, old, stamps, new))
    replaced = set(_links(old).values())
    before = [one for one in old.values() if one.row.id not in replaced]
    if len(old) == len(new) and all(old.get(one) is now for one, now in new.items()):
        yield before
        return
    listed, hidden = _ordered(new)
    if _texts(listed) != _texts(before):
        yield from _Slices(_grouped(listed))
    yield from _Slices(write(library, coder, listed, hidden))
    yield listed


def refusals(library: Library, coder: str, known: Iterable[Row]) -> dict[str, Problem]:
    """Why a row tells nothing of what the coder said of its article, by the article's id, where that cannot be read.

    Of an article that is not listed, because a later version replaces it, by its own id.
    """
    files = (*(library.annotations / coder).glob("*.json"), *(library.local / "history" / coder).glob("*.log"))
    there = {path.stem for path in files if sources.ID.fullmatch(path.stem)}
    rows = {row.id: row for row in known}
    found: dict[str, Problem] = {}
    for article_id in sorted(there):
        row = rows.get(article_id)
        if row.counts if row else not (library.sources / f"{article_id}.json").exists():
            continue
        try:
            state = read(places(library, coder, article_id))
            if row is None and state.repair and state.repair.damaged:
                found[article_id] = state.repair.damaged[0]
        except Problem as problem:
            found[article_id] = problem
    return found


def _links(known: Mapping[str, Known]) -> dict[str, str]:
    """The earlier version of each article that has one here."""
    if not any(one.replaces for one in known.values()):
        return {}
    return versions.earlier({article_id: one.replaces for article_id, one in known.items()})


def _ordered(known: Mapping[str, Known]) -> tuple[list[Known], list[Known]]:
    """What is listed, in the order of adding, a later version in the place of the first one; and what is replaced."""
    links = _links(known)
    firsts, replaced = versions.origins(links), set(links.values())
    added = {article_id: (*one.order, article_id) for article_id, one in known.items()}
    first = {article_id: added[firsts.get(article_id, article_id)] for article_id in known}
    order = sorted(known, key=lambda one: (first[one], added[one]))
    listed = [known[one] for one in order if one not in replaced]
    return listed, [known[one] for one in order if one in replaced]


def _texts(listed: list[Known]) -> list[tuple[str, str]]:
    """All that groups depend on."""
    return [(one.row.id, one.sketch) for one in listed]


def _grouped(listed: list[Known]) -> Iterator[None]:
    """Put into each row the first article of its group. Yields often."""
    from annotations.near import Neighbours, read

    found = Neighbours()
    for one in listed:
        found.add(one.row.id, read(one.sketch))
        yield
    for number, one in enumerate(listed):
        first = found.groups.get(one.row.id, "")
        if first != one.row.near:
            listed[number] = one._replace(row=one.row._replace(near=first))
        yield


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
        known, whole = _described(library, article_id, before.row.near if before else "")
    else:
        known, whole = before, True
    replaces = known.replaces
    there = replaces or any(one != ABSENT for one in now[2:])
    said = _said(library, coder, article_id, replaces) if there else ("unread", {})
    if said is None or not whole:
        now = ()  # no stamps: to be read again the next time, for a permission or a text leaves no mark on these files
    elif replaces:
        now = now[:2]  # as what is said of the earlier version
    status, counts = said or ("unread", {})
    known = known._replace(row=known.row._replace(status=status, counts=counts), stamps=now)
    return before if before == known else known


def _described(library: Library, article_id: str, near: str) -> tuple[Known, bool]:
    """What the source and the corrections say of an article, and whether it is whole; of a damaged one what else is
    left. `near` is its group, until groups are made anew."""
    try:
        head = sources.head(library, article_id)
        order, replaces = (str(head["added"]), int(head["number"])), source_file.replaced(head)
    except (Problem, KeyError, TypeError, ValueError):
        return Known(Row(article_id, article_id, "", "", "", 0, 0, "unread", {}, ""), ("", 0), "", "", ()), False
    whole = True
    try:
        article = sources.load(library, article_id)
    except Problem:
        article, whole = source_file.outline(article_id, head), False
    article = _corrected(library, article)

    from annotations.count import counted
    from annotations.near import sketch, written

    meta, (words, folded) = article.meta, counted(article)
    fields = (article.title, meta.publication, meta.published_at, meta.language, words, folded)
    row = Row(article_id, *fields, "unread", {}, article.file, near)
    return Known(row, order, replaces, written(sketch(article)), ()), whole


def _corrected(library: Library, article: Article) -> Article:
    try:
        corrections = sources.corrections(library, article.id)
    except Problem:
        corrections = {}
    if not corrections:
        return article
    from seeds.correct import corrected

    return corrected(article, corrections)


def _said(library: Library, coder: str, article_id: str, earlier: str) -> tuple[str, dict[str, int]] | None:
    """The coder's status of an article and how many annotations of each tag, with those of the earlier version that are
    still to be carried over; None where that cannot be read."""
    try:
        state = read(places(library, coder, article_id))
    except Problem:
        return None
    layer = state.layer
    if earlier:
        from annotations.carry import counted

        with suppress(Problem):
            layer = counted(library, coder, article_id, earlier, state)
    return layer.status, dict(Counter(one.tag for one in layer.in_order))
