"""A file is always whole, and what was acknowledged is on the disk."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotations import locks
from annotations.errors import Locked
from annotations.files import ABSENT, append, replace, stage, stamp, temporary
from annotations.locks import locked


def test_a_file_is_replaced_and_its_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.json"
    replace(path, b"one")
    replace(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_is_synced_before_it_takes_the_others_place_and_its_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    seen: list[tuple[str, bytes]] = []

    def sync(descriptor: int) -> None:
        name = Path(f"/proc/self/fd/{descriptor}").readlink().name if sys.platform == "linux" else ""
        seen.append((name, path.read_bytes()))

    monkeypatch.setattr(os, "fsync", sync)
    replace(path, b"new")
    if sys.platform == "linux":
        assert seen == [(temporary(path).name, b"old"), (tmp_path.name, b"new")]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    replace(path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replace(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_writer_left_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    stage(path, b"half of someth")
    replace(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    replace(path, b"old")
    path.chmod(0o640)
    replace(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_appending_cuts_off_what_stands_behind_the_place(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    append(path, b"one\n", 0)
    append(path, b"two\n", 4)
    append(path, b"3\n", 4)
    assert path.read_bytes() == b"one\n3\n"


def test_a_stamp_tells_that_a_file_was_replaced_by_one_as_long(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    assert stamp(path) == stamp(path / "below") == ABSENT
    replace(path, b"one")
    first = stamp(path)
    replace(path, b"two")
    assert stamp(path) != first


def test_a_lock_keeps_another_process_out_and_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lock"
    code = "import sys; from pathlib import Path; from annotations.locks import locked\n"
    code += "with locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        monkeypatch.setattr(locks, "PATIENCE", 0.02)
        with pytest.raises(Locked, match=r"process \d+ on"), locked(path):
            pass
        other.kill()
        other.wait()
    monkeypatch.setattr(locks, "PATIENCE", 10.0)
    with locked(path):
        assert path.exists()
