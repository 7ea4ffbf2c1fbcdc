"""Where the disk refuses, at whatever moment, nothing has changed and a sentence says why."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotations import files, tables
from annotations.edit import Edit
from annotations.errors import NotSaved
from annotations.store import Folio, Store
from tests.annotations.shelf import Desk, said, tagged


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "talks")


class Disk:
    """Let the system refuse the n-th write."""

    CALLS = ("write", "fsync", "ftruncate")

    def __init__(self, patch: pytest.MonkeyPatch, fails_at: int) -> None:
        self.left, self.calls = fails_at, 0
        for name in self.CALLS:
            patch.setattr(os, name, self.refusing(getattr(os, name)))
        patch.setattr(Path, "replace", self.refusing(Path.replace))

    def refusing(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **named: Any) -> Any:
            self.calls += 1
            self.left -= 1
            if self.left == 0:
                raise OSError(28, "No space left on device")
            return call(*args, **named)

        return called


def attempted(store: Store, article_id: str, edit: Edit, before: Folio) -> tuple[Folio, str]:
    """What is shown after a commit, and why it failed, if it did."""
    try:
        return store.commit(article_id, edit), ""
    except NotSaved as error:
        return before, str(error)


@pytest.mark.parametrize("edit", [tagged(9), said("title", "One", "Two"), said("title", "One", None)])
@pytest.mark.parametrize("opened", [True, False])
def test_a_disk_that_is_full_at_any_moment_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edit: Edit, opened: bool
) -> None:
    refused = 0
    for number in range(1, 30):
        desk = Desk(tmp_path / f"talks{number}")
        desk.filled(flush=True)
        desk.store().commit(desk.id, said("title", None, "One"))
        store = desk.store()
        if opened:
            store.open(desk.id)
        before = desk.store().open(desk.id)
        with monkeypatch.context() as patch:
            Disk(patch, number)
            after, why = attempted(store, desk.id, edit, before)
        refused += "the disk is full; make room" in why
        assert (after is before) == bool(why)
        assert store.open(desk.id) == after
        assert desk.store().open(desk.id) == after, number
    assert refused >= 2


def test_a_disk_that_is_full_while_flushing_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    layer = desk.filled(flush=False)
    store = desk.store()
    store.open(desk.id)
    for number in range(1, 4):
        with monkeypatch.context() as patch:
            Disk(patch, number)
            with pytest.raises(NotSaved, match="all is safe in the history"):
                store.flush()
        assert desk.store().open(desk.id).layer == layer
    store.flush()
    assert tables.parse("", desk.where.file.read_bytes()).annotations == layer.annotations


def test_damage_on_a_disk_that_can_only_be_read_is_said_and_what_is_known_is_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = desk.filled(flush=True)
    desk.where.file.write_bytes(b"{")

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(files, "stage", refuse)
    store = desk.store()
    folio = store.open(desk.id)
    assert folio.layer == layer
    assert "the disk can only be read" in folio.notices[-1]
    assert desk.where.file.read_bytes() == b"{"
    with pytest.raises(NotSaved, match="could not be mended"):
        store.commit(desk.id, tagged(9))
