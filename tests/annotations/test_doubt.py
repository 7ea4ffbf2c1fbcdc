"""On a disk that cannot lock, or cannot tell when something is on it, all works, and that is said once."""

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from annotations import doubt
from annotations.doubt import UnsureDisk
from tests.annotations.shelf import Desk, tagged


@pytest.fixture(autouse=True)
def unsaid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubt, "_said", set())


def refusing(number: int) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def twice_tagged(desk: Desk) -> None:
    store = desk.store()
    store.commit(desk.id, tagged(1))
    store.commit(desk.id, tagged(2))
    store.flush()


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP])
def test_a_disk_without_locks_is_written_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    desk = Desk(tmp_path / "talks")
    monkeypatch.setattr(fcntl, "flock", refusing(number))
    with pytest.warns(UnsureDisk, match="cannot lock files; let only one postil write") as said:
        twice_tagged(desk)
    assert len(said) == 1
    assert set(desk.store().open(desk.id).layer.annotations) == {1, 2}


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS])
def test_a_disk_without_fsync_is_written_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    desk = Desk(tmp_path / "talks")
    monkeypatch.setattr(os, "fsync", refusing(number))
    with pytest.warns(UnsureDisk, match="a power cut may lose the last edits") as said:
        twice_tagged(desk)
    assert len(said) == 1
    assert set(desk.store().open(desk.id).layer.annotations) == {1, 2}
