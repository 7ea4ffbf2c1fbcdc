"""What killed writers left is named and removed; what somebody else wrote, or is writing just now, stays."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from annotations import locks, strays
from annotations.check import check
from annotations.errors import Locked
from annotations.files import publish, temporary
from tests.annotations.shelf import Desk, now

PATIENCE = 20.0
"""Seconds after which something that does not come is a failure."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "talks")
    made.filled(flush=True)
    return made


def found(desk: Desk, *, repair: bool = False) -> list[str]:
    return [str(finding) for finding in check(desk.library, repair=repair, now=now)]


def lying(desk: Desk, name: str) -> Path:
    """A file of the library that is written only in part."""
    path = desk.library.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("half", "utf-8")
    return path


@contextmanager
def held_elsewhere(lock: Path) -> Iterator[None]:
    """Let another thread hold a lock."""
    taken, done = Event(), Event()

    def hold() -> None:
        with locks.locked(lock):
            taken.set()
            done.wait(PATIENCE)

    holder = Thread(target=hold)
    holder.start()
    assert taken.wait(PATIENCE)
    try:
        yield
    finally:
        done.set()
        holder.join()


@pytest.mark.parametrize(
    "name",
    [
        ".postil.toml.new",
        "sources/.d01234567890.txt.new",
        "sources/.d01234567890.json.new",
        "corrections/.d01234567890.json.new",
        "entities/.d01234567890.json.new",
        "annotations/jo/.d01234567890.json.new",
        ".local/history/jo/.d01234567890.log.new",
    ],
)
def test_what_a_killed_writer_left_is_named_and_removed_on_request(desk: Desk, name: str) -> None:
    left = lying(desk, name)
    assert [str(left) in said_of_it for said_of_it in found(desk)] == [True]
    assert [str(left) in said_of_it for said_of_it in found(desk, repair=True)] == [True]
    assert not left.exists()


@pytest.mark.parametrize(
    "name",
    [
        "papers/.mine.new",
        ".mine.new",
        "sources/.mine.new",
        "annotations/mh/.notes.json.new",
        "papers/.d01234567890.json.new",
        ".backup.tar.gz.new",
        ".local/.places.json.new",
        ".local/index/.mh.json.77.new",
        ".local/drafts/.mh.json.new",
    ],
)
def test_a_hidden_file_of_somebody_else_is_neither_named_nor_removed(desk: Desk, name: str) -> None:
    own = lying(desk, name)
    assert found(desk) == found(desk, repair=True) == []
    assert own.read_text("utf-8") == "half"


@pytest.mark.parametrize("lock", ["files", "history", "sources"])
def test_what_is_being_written_stays(desk: Desk, lock: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = lying(desk, "sources/.d01234567890.txt.new")
    monkeypatch.setattr(locks, "PATIENCE", 0.02)
    with held_elsewhere(desk.library.local / f"{lock}.lock"), pytest.raises(Locked):
        found(desk, repair=True)
    assert written.read_text("utf-8") == "half"


def test_what_a_writer_put_in_its_place_while_it_was_waited_for_is_not_called_removed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = desk.where.file.read_bytes()
    temporary(desk.where.file).write_bytes(whole)

    def waited(path: Path) -> AbstractContextManager[None]:
        with suppress(FileNotFoundError):
            publish(desk.where.file)
        return locks.locked(path)

    monkeypatch.setattr(strays, "locked", waited)
    assert found(desk, repair=True) == []
    assert desk.where.file.read_bytes() == whole
