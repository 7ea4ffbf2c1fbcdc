"""An import that the disk refuses keeps what it told, leaves nothing behind, and can be done again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations import sources
from annotations.check import check
from annotations.library import Library
from annotations.store import Store
from tests.annotations.faults import CALLS, Disk, Fault, attempted, every, is_sentence, leftovers
from tests.annotations.shelf import TEXT, article, now, shelved

NEW = [
    article(TEXT.replace("Skarra", place), title=place)._replace(page=page)
    for place, page in (("Upland", b""), ("Tern", b"<p>as it came"))
]


@pytest.mark.parametrize(
    ("first", "call"),
    [(first, call) for first in (True, False) for call in CALLS],
)
def test_an_import_that_is_refused_keeps_what_it_told_and_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: bool, call: str
) -> None:
    monkeypatch.setattr(sources, "BATCH", 1)
    counted = root(tmp_path / "counted", first=first)
    with Disk().laid() as disk:
        told = list(added(counted))
    assert len(told) == len(NEW)
    for number, fault in enumerate(every(call, disk.made[call])):
        place = root(tmp_path / f"{number}", first=first)
        kept: list[str] = []
        problem = attempted(fault, lambda place=place, kept=kept: kept.extend(added(place)))  # type: ignore[misc]
        assert problem is None or is_sentence(problem), fault
        with Disk().laid():
            assert_next_start_has(place, kept, fault)
            if not problem:
                continue
            assert set(kept) | set(added(place)) <= set(told), fault
            assert_next_start_has(place, told, fault)


def root(place: Path, *, first: bool) -> Path:
    """A place for a library: nothing there, or one with an article."""
    if not first:
        with Disk().laid():
            shelved(place)
    return place


def added(place: Path) -> Iterator[str]:
    yield from (one.id for one in sources.write_many(Library.open(place), NEW) if one)


def assert_next_start_has(place: Path, kept: list[str], fault: Fault) -> None:
    """These articles are there, whole; and nothing lies about."""
    library = Library.open(place)
    known = sources.ids(library)
    assert set(kept) <= set(known), fault
    for one in known:
        sources.load(library, one)
    for one in known if leftovers(place) else ():
        store = Store(library, "mh", now=now)
        store.open(one)
        store.flush(one)
    assert leftovers(place) == [], fault
    assert [str(finding) for finding in check(library)] == [], fault
