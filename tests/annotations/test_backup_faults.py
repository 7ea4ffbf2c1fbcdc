"""Whatever comes between, there is the whole backup or none, and what was there before stays."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotations.errors import NotSaved
from tests.annotations.backups import backed_up, full_at, names
from tests.annotations.shelf import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "talks")
    made.filled(flush=True)
    return made


def test_a_file_that_is_there_stays_as_it_is(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "b.tar.gz"
    path.write_bytes(b"a thesis")
    with pytest.raises(NotSaved, match="there already"):
        backed_up(desk.library, path)
    path.unlink()
    with pytest.raises(NotSaved, match="there already"):
        backed_up(desk.library, path, step=lambda: path.write_bytes(b"a thesis"))
    assert path.read_bytes() == b"a thesis"
    assert names(tmp_path) == ["b.tar.gz", "talks"]


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Have the system refuse what would make a file larger."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_takes_only_a_part_of_it_is_left_as_it_was(desk: Desk, tmp_path: Path) -> None:
    size = backed_up(desk.library, tmp_path / "whole.tar.gz")[0].size
    for limit in (*range(0, size, 97), size - 1):
        with files_up_to(limit), pytest.raises(NotSaved, match=r"b\.tar\.gz: nothing was saved"):
            backed_up(desk.library, tmp_path / "b.tar.gz")
        assert names(tmp_path) == ["talks", "whole.tar.gz"]
    with files_up_to(size):
        backed_up(desk.library, tmp_path / "b.tar.gz")
    assert (tmp_path / "b.tar.gz").read_bytes() == (tmp_path / "whole.tar.gz").read_bytes()


def test_a_disk_that_is_full_at_any_moment_is_said_and_left_as_it_was(desk: Desk, tmp_path: Path) -> None:
    for number in range(1, 30):
        with full_at(number) as refused:
            try:
                backed_up(desk.library, tmp_path / "b.tar.gz")
                why = ""
            except NotSaved as error:
                why = str(error)
        if not refused():
            break
        assert "b.tar.gz: nothing was saved: the disk is full; make room" in why
        assert names(tmp_path) == ["talks"]
    assert number > 4
    assert names(tmp_path) == ["b.tar.gz", "talks"]


def test_it_is_on_the_disk_before_it_has_its_name_and_the_name_after(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, synced = tmp_path / "b.tar.gz", list[tuple[int, int]]()
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append((os.fstat(descriptor).st_ino, path.exists())))
    backed_up(desk.library, path)
    assert synced == [(path.stat().st_ino, False), (tmp_path.stat().st_ino, True)]


def test_one_that_is_stopped_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    begun: list[str] = []

    def stop() -> None:
        begun.extend(names(tmp_path))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backed_up(desk.library, tmp_path / "b.tar.gz", step=stop)
    assert begun == [".b.tar.gz.new", "talks"]
    assert names(tmp_path) == ["talks"]


def test_what_a_killed_one_left_is_named_and_not_touched(desk: Desk, tmp_path: Path) -> None:
    left = tmp_path / ".b.tar.gz.new"
    left.write_bytes(b"half")
    with pytest.raises(NotSaved, match=r"\.b\.tar\.gz\.new: a backup is being written there, or a kill stopped one"):
        backed_up(desk.library, tmp_path / "b.tar.gz")
    assert left.read_bytes() == b"half"


def test_a_folder_that_is_not_there_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="the folder is gone"):
        backed_up(desk.library, tmp_path / "usb" / "b.tar.gz")
