"""Homes with documents, with tags, and on disks that fill up."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.cli.conftest import FERRY, HARBOUR
from tests.whole.bad import EVIL
from tests.whole.terminal import postil

DROP = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")
"""The superuser as one whom permissions hold."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two documents and no library."""
    (tmp_path / "harbour.txt").write_text(HARBOUR, "utf-8")
    (tmp_path / "ferry.txt").write_text(FERRY, "utf-8")
    return tmp_path


@pytest.fixture
def held() -> tuple[str, ...]:
    """What to put before a command so that permissions hold it, as they do everybody but the superuser."""
    if os.geteuid():
        return ()
    if not shutil.which(DROP[0]) or subprocess.run([*DROP, "true"], check=False).returncode:
        pytest.skip("permissions do not hold the superuser, and setpriv cannot make them")
    return DROP


@pytest.fixture
def evil(home: Path) -> str:
    """The name of a document full of what a terminal would obey, its own name too."""
    name = f"ev{EVIL}il.txt".replace("\x9b", "")
    text = HARBOUR.replace("talks resume", f"{EVIL}talks resume").replace("The dockers", f"The {EVIL}dockers")
    (home / name).write_text(text.replace("Mara Holt", f"Mara {EVIL}Holt"), "utf-8")
    return name


@pytest.fixture
def tagged(home: Path) -> Path:
    """A home whose library holds both documents, one of which holds an annotation."""
    postil(home, "add", "harbour.txt", "ferry.txt")
    postil(home, "tag", "Harbour", "--tag", "participant", "--text", "Ivo Brandt")
    return home


@pytest.fixture
def disk(home: Path) -> Iterator[Path]:
    """A library on a disk of its own, which is small."""
    place = home / "disk"
    place.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=1m", "postil-test", str(place))
    if os.geteuid() or not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only the superuser can make a small disk")
    try:
        postil(home, "init", "disk")
        postil(home, "--library", "disk", "add", "harbour.txt")
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)
