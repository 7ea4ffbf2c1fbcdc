"""Whatever call the disk refuses: nothing is shown that is not on it, nothing is left behind, a sentence says why."""

import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tinydb import TinyDB

from annotations import storage  # noqa: F401  # what loads a module meanwhile would be counted
from annotations.check import check
from annotations.edit import Edit, Layer
from annotations.store import Store
from seeds.errors import Problem
from tests.annotations.faults import CALLS, Disk, Killed, attempted, every, is_sentence, leftovers
from tests.annotations.shelf import Desk, said, tagged

TAG = tagged(9)
TITLE = said("title", "One", "Two")


class Case(NamedTuple):
    """How a desk is made ready, what is done then, and the edit that is acknowledged with it."""

    ready: Callable[[Desk], object]
    do: Callable[[Store, str], object]
    edit: Edit | None = None
    opened: bool = True


def nothing(_: Desk) -> None:
    """The article is there, and nothing was said of it."""


def flushed(desk: Desk) -> None:
    desk.filled(flush=True)


def lagging(desk: Desk) -> None:
    desk.filled(flush=True)
    desk.store().commit(desk.id, tagged(5))


def corrected(desk: Desk) -> None:
    desk.filled(flush=True)
    desk.store().commit(desk.id, said("title", None, "One"))


def broken(desk: Desk) -> None:
    desk.filled(flush=True)
    desk.where.file.write_bytes(desk.where.file.read_bytes()[:-300])


def forgetful(desk: Desk) -> None:
    desk.filled(flush=True)
    desk.where.log.write_bytes(b"nonsense\n" + desk.where.log.read_bytes())


def torn(desk: Desk) -> None:
    desk.filled(flush=False)
    desk.where.log.write_bytes(desk.where.log.read_bytes() + b"0123456789abcdef {" + b" " * 200)


def changed_outside(desk: Desk) -> None:
    desk.filled(flush=True)
    with TinyDB(desk.where.file) as db:
        db.remove(doc_ids=[8])


def committing(edit: Edit) -> Callable[[Store, str], object]:
    return lambda store, known: store.commit(known, edit)


CASES = {
    "the first tag": Case(nothing, committing(TAG), TAG),
    "a tag": Case(lagging, committing(TAG), TAG, opened=False),
    "a tag behind half a record": Case(torn, committing(TAG), TAG, opened=False),
    "the first correction": Case(nothing, committing(said("title", None, "One")), said("title", None, "One")),
    "a correction": Case(corrected, committing(TITLE), TITLE),
    "the first flush": Case(lambda desk: desk.filled(flush=False), lambda store, _: store.flush()),
    "leaving": Case(lagging, lambda store, _: store.close()),
    "mending the file": Case(broken, lambda store, known: store.open(known), opened=False),
    "mending the history": Case(forgetful, lambda store, known: store.open(known), opened=False),
    "a tag on what was changed": Case(changed_outside, committing(TAG), TAG, opened=False),
}


class Ready(NamedTuple):
    """A desk that is ready, what is said before and after it was done, and the calls that this takes."""

    desk: Desk
    before: Layer
    after: Layer
    made: Counter[str]


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ready]:
    folder = tmp_path_factory.mktemp("ready")
    return {name: prepared(case, folder / f"{number}") for number, (name, case) in enumerate(CASES.items())}


def prepared(case: Case, folder: Path) -> Ready:
    desk = Desk(folder / "talks")
    case.ready(desk)
    before = desk.copied(folder / "before").store().open(desk.id).layer
    counted = desk.copied(folder / "counted")
    store = started(case, counted)
    with Disk().laid() as disk:
        case.do(store, desk.id)
    return Ready(desk, before, before.apply(case.edit) if case.edit else before, disk.made)


def started(case: Case, desk: Desk) -> Store:
    store = desk.store()
    if case.opened:
        store.open(desk.id)
    return store


@pytest.mark.parametrize(("name", "call"), [(name, call) for name in CASES for call in CALLS])
def test_whatever_the_disk_refuses_what_was_shown_is_there_and_nothing_else(
    tmp_path: Path, ready: dict[str, Ready], name: str, call: str
) -> None:
    case, known = CASES[name], ready[name]
    for number, fault in enumerate(every(call, known.made[call])):
        desk = known.desk.copied(tmp_path / f"{number}")
        store = started(case, desk)
        with Disk().laid():  # without syncing
            problem = attempted(fault, partial(case.do, store, desk.id))
            assert problem is None or is_sentence(problem), fault
            shown = known.before if problem else known.after
            assert store.open(desk.id).layer == shown, fault
            assert_next_start_shows(desk, shown, fault)
            if fault.lasting:  # the same for all: done again it is there, and nothing is found to be wrong
                if problem and case.edit:
                    store.commit(desk.id, case.edit)
                    assert_next_start_shows(desk, known.after, fault)
                assert list(check(desk.library)) == [], fault


def test_every_kind_of_call_is_refused_somewhere(ready: dict[str, Ready]) -> None:
    assert {call for known in ready.values() for call, count in known.made.items() if count} == set(CALLS)


def assert_next_start_shows(desk: Desk, layer: Layer, fault: object) -> None:
    store = desk.store()
    assert store.open(desk.id).layer == layer, fault
    store.flush(desk.id)
    assert leftovers(desk.library.root) == [], fault
    assert in_file(desk) == set(layer.annotations), fault


def in_file(desk: Desk) -> set[int]:
    """What plain TinyDB finds."""
    if not desk.where.file.exists():
        return set()
    with TinyDB(desk.where.file, access_mode="r") as db:
        return {document.doc_id for document in db.all()}


@pytest.mark.parametrize("power", [False, True])
@pytest.mark.parametrize("name", CASES)
def test_killed_or_without_power_at_any_call_it_was_done_or_not_and_never_half(
    tmp_path: Path, ready: dict[str, Ready], name: str, power: bool
) -> None:
    case, known = CASES[name], ready[name]
    for kill in range(1, known.made.total() + 2):
        desk = known.desk.copied(tmp_path / f"{kill}")
        shown = killed(case, desk, kill, power=power)
        with Disk().laid():
            found = desk.store().open(desk.id).layer
            assert found == known.after or (not shown and found == known.before), kill
            list(check(desk.library, repair=True))
            assert [str(finding) for finding in check(desk.library)] == [], kill
            assert desk.store().open(desk.id).layer == found, kill


def killed(case: Case, desk: Desk, kill: int, *, power: bool) -> bool:
    """Whether it was done before the program ended."""
    store, done = started(case, desk), False
    with Disk(kill=kill).laid() as disk, suppress(Killed):
        case.do(store, desk.id)
        done = True
    if power:
        disk.cut_power(desk.library.root)
    return done


def test_an_edit_is_on_the_disk_before_it_is_shown(tmp_path: Path, ready: dict[str, Ready]) -> None:
    """Not only written: synced."""
    desk = ready["the first tag"].desk.copied(tmp_path / "talks")
    with Disk().laid() as disk:
        shown = desk.store().commit(desk.id, TAG)
    disk.cut_power(desk.library.root)
    assert desk.store().open(desk.id).layer == shown.layer


@pytest.mark.parametrize("do", [lambda store, known: store.open(known), committing(TAG)])
def test_a_folder_that_may_not_be_entered_any_more_is_said(
    tmp_path: Path, ready: dict[str, Ready], monkeypatch: pytest.MonkeyPatch, do: Callable[[Store, str], object]
) -> None:
    desk, really = ready["a tag"].desk.copied(tmp_path / "talks"), os.stat
    store = desk.store()
    store.open(desk.id)

    def stat(path: Any, **named: Any) -> os.stat_result:
        if str(path).startswith(f"{desk.where.file.parent}{os.sep}"):
            raise PermissionError(13, "Permission denied")
        return really(path, **named)

    monkeypatch.setattr(os, "stat", stat)
    with pytest.raises(Problem, match="you may not"):
        do(store, desk.id)
