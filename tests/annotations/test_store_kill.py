"""Kill a writing process at random moments: every tag that was acknowledged is there at the next start."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from select import select

import pytest
from tinydb import TinyDB

from annotations.library import Library
from annotations.sources import ids
from annotations.store import Store
from tests.annotations.shelf import now, shelved, tagged

KILLS = 100
ROOT = Path(__file__).parents[2]


class Writer:
    """The program of tests/annotations/writer.py, and what its writers say."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "tests.annotations.writer", str(root)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, bufsize=0)
        self.rest = b""

    def start(self, article_id: str, first: int) -> int:
        """Start a writer; its process."""
        assert self.process.stdin
        self.process.stdin.write(f"{article_id} {first}\n".encode())
        word, pid = next(self.said(60.0)).split()
        assert word == b"pid"
        return int(pid)

    def said(self, seconds: float) -> Iterator[bytes]:
        """The lines that are said, until nothing is said for so long."""
        assert self.process.stdout
        while True:
            line, found, rest = self.rest.partition(b"\n")
            if found:
                self.rest = rest
                yield line
            elif select([self.process.stdout], [], [], seconds)[0]:
                data = os.read(self.process.stdout.fileno(), 65536)
                if not data:
                    return
                self.rest += data
            else:
                return


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    shelved(tmp_path / "talks")
    started = Writer(tmp_path / "talks")
    yield started
    assert started.process.stdin
    started.process.stdin.close()
    started.process.kill()
    started.process.wait()


def lived(writer: Writer, pid: int, chance: random.Random) -> Iterator[bytes]:
    """Let a writer live for some acknowledgements and a moment, kill it, and give all that it said."""
    left, moment = chance.randrange(12), chance.uniform(0, 0.004)
    for line in writer.said(60.0 if left else moment):
        yield line
        left -= 1
        if left <= 0:
            break
    yield from writer.said(moment)
    os.kill(pid, signal.SIGKILL)
    yield from until_dead(writer)


def until_dead(writer: Writer) -> Iterator[bytes]:
    for line in writer.said(60.0):
        if line == b"dead":
            return
        yield line


def acknowledged(lines: Iterator[bytes], held: set[int]) -> set[int]:
    """The annotations that are there after what a writer said."""
    for line in lines:
        held = held | {int(line[1:])} if line[:1] == b"+" else held - {int(line[1:])}
    return held


def in_file(library: Library, article_id: str) -> set[int]:
    """What plain TinyDB finds, whatever moment the writer was killed at."""
    path = library.annotations / "mh" / f"{article_id}.json"
    if not path.exists():
        return set()
    with TinyDB(path, access_mode="r") as db:
        return {document.doc_id for document in db.all()}


def test_a_hundred_kills_lose_no_acknowledged_tag(tmp_path: Path, writer: Writer) -> None:
    opened, chance = Library.open(tmp_path / "talks"), random.Random(20261123)
    [known] = ids(opened)
    held: set[int] = set()
    for kill in range(KILLS):
        first = 1 + kill * 10_000
        pid = writer.start(known, first)
        held = acknowledged(lived(writer, pid, chance), held)
        store = Store(opened, "mh", now=now)
        folio = store.open(known)
        found = set(folio.layer.annotations)
        assert folio.notices == (), f"kill {kill}"
        assert len(found ^ held) <= 1, f"kill {kill}: {sorted(found ^ held)}"  # what was done and not yet acknowledged
        assert found ^ held <= set(range(first, first + 10_000)), f"kill {kill}"
        assert in_file(opened, known) <= set(range(1, first + 10_000)), f"kill {kill}"
        held = found
        if kill % 2:
            store.flush(known)
            assert in_file(opened, known) == held, f"kill {kill}"
    assert len(held) > KILLS


def test_two_writers_at_once_lose_nothing_of_each_other(tmp_path: Path, writer: Writer) -> None:
    opened = Library.open(tmp_path / "talks")
    [known] = ids(opened)
    pid = writer.start(known, 1)
    mine = Store(opened, "mh", now=now)
    assert next(writer.said(60.0)) == b"+1"
    for number in range(1_000_001, 1_000_031):
        mine.commit(known, tagged(number))
        if number % 5 == 0:
            mine.flush()
    os.kill(pid, signal.SIGKILL)
    made = acknowledged(until_dead(writer), {1})
    found = set(Store(opened, "mh", now=now).open(known).layer.annotations)
    assert set(range(1_000_001, 1_000_031)) <= found
    assert len((found - set(range(1_000_001, 1_000_031))) ^ made) <= 1
