"""Copies of synced folders, pipes and locks of others: named for what they are, and never read or waited for."""

import os
import subprocess
import sys
from pathlib import Path
from platform import node

import pytest

from annotations import locks
from annotations.annotation import CONFLICT, Link
from annotations.check import check, coders
from annotations.edit import Change, Edit
from annotations.errors import Locked, Unreadable
from annotations.locks import locked
from tests.annotations.shelf import AT, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "talks")
    made.filled(flush=True)
    return made


def test_a_copy_of_a_coders_folder_is_nobodys(desk: Desk) -> None:
    copy = desk.library.annotations / "mh (Conflicted copy)"
    copy.mkdir()
    (copy / desk.where.file.name).write_bytes(desk.where.file.read_bytes())
    assert coders(desk.library) == ["mh"]
    assert desk.store().others(desk.id) == []
    [finding] = check(desk.library)
    assert (finding.place, finding.why) == (str(copy), "it is no coder's folder, and is not read")


def test_a_copy_of_the_codebook_is_named(desk: Desk) -> None:
    copy = desk.library.root / "postil (conflicted copy).toml"
    copy.write_bytes((desk.library.root / "postil.toml").read_bytes())
    assert [finding.place for finding in check(desk.library)] == [str(copy)]


def test_a_pipe_in_the_place_of_a_file_is_said_and_not_waited_for(desk: Desk) -> None:
    desk.where.file.unlink()
    os.mkfifo(desk.where.file)
    with pytest.raises(Unreadable, match="it is no file"):
        desk.store().open(desk.id)


def test_versions_that_wait_to_be_settled_are_found(desk: Desk) -> None:
    known = desk.store().open(desk.id).layer.annotations[8]
    marked = known._replace(links=(Link(CONFLICT, 7),))
    desk.store().commit(desk.id, Edit((Change(known, marked),), "merged", AT))
    desk.store().flush(desk.id)
    [finding] = check(desk.library)
    assert "another version" in finding.why


def test_a_lock_of_a_program_that_does_not_sign_is_no_dead_postils(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    with locked(path):
        pass
    path.write_text(f"postil, process {gone.pid} on {node()}")
    code = (
        "import fcntl, sys\nfile = open(sys.argv[1])\nfcntl.flock(file, 2)\nprint('held', flush=True)\nsys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        monkeypatch.setattr(locks, "PATIENCE", 0.02)
        with pytest.raises(Locked, match="another program has held"), locked(path):
            pass
        other.kill()
