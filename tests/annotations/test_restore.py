"""A library comes back whole or not at all, and never over another one."""

import os
import re
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

from annotations.check import check
from annotations.errors import DamagedFile, NotALibrary, NotSaved, Unreadable
from annotations.library import init
from annotations.restore import restore, survey
from tests.annotations.backups import backed_up, full_at, names, restored, shared
from tests.annotations.shelf import Desk, said

ROOT = Path(__file__).parents[2]
UNTIL_KILLED = """
import os, sys
from pathlib import Path
from annotations.restore import restore, survey
left = int(sys.argv[3])
def step():
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), 9)
restore(survey(Path(sys.argv[1])), Path(sys.argv[2]), step=step)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A backup of a library that lies elsewhere."""
    desk = Desk(tmp_path / "made" / "talks")
    desk.filled(flush=True)
    desk.store().commit(desk.id, said("title", None, "New"))
    (tmp_path / "here").mkdir()
    backed_up(desk.library, tmp_path / "here" / "b.tar.gz")
    return tmp_path / "here" / "b.tar.gz"


@pytest.fixture
def root(path: Path) -> Path:
    return path.parent / "again"


@pytest.fixture
def whole(tmp_path: Path, path: Path) -> dict[str, bytes]:  # noqa: ARG001  # the library is made before the backup
    return shared(tmp_path / "made" / "talks")


def test_a_survey_counts_what_there_is_and_writes_nothing(path: Path, whole: dict[str, bytes]) -> None:
    size = sum(map(len, whole.values()))
    assert survey(path) == (path, 5, 1, 1, size)
    assert names(path.parent) == ["b.tar.gz"]


def test_folders_above_are_made_and_each_file_is_a_step(path: Path, root: Path, whole: dict[str, bytes]) -> None:
    steps: list[int] = []
    made = restored(path, root / "deep" / "down", step=lambda: steps.append(1))
    assert shared(made.root) == whole
    assert len(steps) == len(whole)
    assert not list(check(made))


def test_an_empty_folder_becomes_the_library_and_keeps_its_mode(
    path: Path, root: Path, whole: dict[str, bytes]
) -> None:
    root.mkdir()
    root.chmod(0o750)
    (root.parent / "link").symlink_to(root)
    restored(path, root.parent / "link")
    assert shared(root) == whole
    assert root.stat().st_mode & 0o777 == 0o750
    assert names(path.parent) == ["again", "b.tar.gz", "link"]


@pytest.mark.parametrize("name", ["thesis.odt", "postil.toml", "sources/x", ".git/HEAD", ".local/history/mh/x"])
def test_a_folder_that_holds_something_stays_as_it_is(path: Path, root: Path, name: str) -> None:
    (root / name).parent.mkdir(parents=True)
    (root / name).write_bytes(b"years of work")
    with pytest.raises(NotALibrary, match=r"stays as it is; name a folder that is empty or not there: --library"):
        restored(path, root)
    assert (root / name).read_bytes() == b"years of work"
    assert names(path.parent) == ["again", "b.tar.gz"]


def test_what_comes_into_the_folder_meanwhile_stays(path: Path, root: Path) -> None:
    with pytest.raises(NotALibrary, match="a library already"):
        restored(path, root, step=lambda: init(root))
    assert names(root) == [".local", "postil.toml"]
    assert names(path.parent) == ["again", "b.tar.gz"]


def test_a_file_is_no_place_for_a_library(path: Path, root: Path) -> None:
    root.write_bytes(b"a thesis")
    for place in (root, root / "below"):
        with pytest.raises(NotALibrary, match="it is no folder, and a library is one"):
            restored(path, place)
    assert root.read_bytes() == b"a thesis"


def test_a_disk_that_is_full_at_any_moment_is_said_and_left_as_it_was(
    path: Path, root: Path, whole: dict[str, bytes]
) -> None:
    found = survey(path)
    for number in range(1, 200):
        with full_at(number) as refused:
            try:
                restore(found, root, step=int)
                why = ""
            except (NotSaved, Unreadable) as error:
                why = str(error)
        if not refused():
            break
        assert re.search("again: nothing was saved: the disk is full; make room|gz: it cannot be read: No space", why)
        assert names(path.parent) == ["b.tar.gz"]
    assert number > 5 * len(whole)
    assert shared(root) == whole


def test_a_disk_that_is_too_small_is_said_before_it_is_full(
    path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**9, 10**9, 3000))
    with pytest.raises(NotSaved, match=r"it takes 0\.0 MB, and the disk has 0\.0 MB; make room"):
        restored(path, root, step=lambda: pytest.fail("something was written"))
    assert names(path.parent) == ["b.tar.gz"]


def test_one_that_is_stopped_leaves_nothing_behind(path: Path, root: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restored(path, root, step=stop)
    assert names(path.parent) == ["b.tar.gz"]


def test_a_backup_that_is_spoilt_meanwhile_leaves_nothing_behind(path: Path, root: Path) -> None:
    found = survey(path)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DamagedFile, match="cut off"):
        restore(found, root, step=int)
    assert names(path.parent) == ["b.tar.gz"]


def test_a_kill_at_any_moment_leaves_no_half_library_and_the_next_one_says_what_to_delete(
    path: Path, root: Path, whole: dict[str, bytes]
) -> None:
    for step in (1, len(whole)):
        command = [sys.executable, "-c", UNTIL_KILLED, str(path), str(root), str(step)]
        assert subprocess.run(command, cwd=ROOT, check=False, timeout=60).returncode == -9
        assert names(path.parent) == [".again.restoring", "b.tar.gz"]
        with pytest.raises(NotSaved, match=r"\.again\.restoring: .* a kill stopped that; delete it if none is"):
            restored(path, root)
        shutil.rmtree(path.parent / ".again.restoring")
    assert shared(restored(path, root).root) == whole


def test_all_is_on_the_disk_before_it_takes_its_place(path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: dict[int, bool] = {}
    monkeypatch.setattr(os, "fsync", lambda fd: synced.update({os.fstat(fd).st_ino: root.exists()}))
    restored(path, root)
    inside = [root, *(found for found in root.rglob("*"))]
    assert {synced[found.stat().st_ino] for found in inside} == {False}
    assert synced[root.parent.stat().st_ino] is True


@pytest.mark.parametrize("kind", ["absent", "folder", "pipe"])
def test_what_is_no_file_is_said_at_once(path: Path, kind: str) -> None:
    path.unlink()
    if kind == "folder":
        path.mkdir()
    if kind == "pipe":
        os.mkfifo(path)
    with pytest.raises(DamagedFile, match=r"b\.tar\.gz: (there is no such file|it is no file)"):
        survey(path)
