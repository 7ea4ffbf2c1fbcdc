"""Kill the program of tests/annotations/writer.py at random moments, and count what that costs. Not a test."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from select import select
from typing import NamedTuple

from tinydb import TinyDB

from annotations.library import Library
from annotations.store import Store
from tests.annotations.shelf import now

ROOT = Path(__file__).parents[2]
EACH = 10_000
"""Numbers of annotations that a writer may use."""


class Killing(NamedTuple):
    """What one kill did. `acknowledged` counts the edits that the writer had told of, `lost` those that are not there,
    `made` the annotations that nobody told of but for the one edit that was under way; `unreadable` tells that plain
    TinyDB cannot read the file, `missing` that after a flush it does not hold all; `notices` is what the next start
    said."""

    number: int
    acknowledged: int
    lost: frozenset[int]
    made: frozenset[int]
    unreadable: bool
    missing: bool
    notices: tuple[str, ...]


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


@contextmanager
def writing(root: Path) -> Iterator[Writer]:
    """The program, on a library, until the end of the block."""
    started = Writer(root)
    try:
        yield started
    finally:
        assert started.process.stdin
        started.process.stdin.close()
        started.process.kill()
        started.process.wait()


def killings(
    writer: Writer, library: Library, articles: Sequence[str], kills: int, chance: random.Random
) -> Iterator[Killing]:
    """So many kills, shared out among the articles."""
    held: dict[str, frozenset[int]] = {}
    for number in range(kills):
        known = articles[number * len(articles) // kills]
        pid = writer.start(known, 1 + number * EACH)
        said = list(lived(writer, pid, chance))
        told = acknowledged(said, held.get(known, frozenset()))
        unreadable = in_file(library, known) is None
        store = Store(library, "mh", now=now)
        folio = store.open(known)
        found = held[known] = frozenset(folio.layer.annotations)
        missing = False
        if number % 2:
            store.flush(known)
            missing = in_file(library, known) != found
        lost, made = without_the_last(said, told - found, found - told)
        yield Killing(number, len(said), lost, made, unreadable, missing, folio.notices)


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


def acknowledged(lines: Iterable[bytes], held: frozenset[int]) -> frozenset[int]:
    """The annotations that are there after what a writer said."""
    for line in lines:
        held = held | {int(line[1:])} if line[:1] == b"+" else held - {int(line[1:])}
    return held


def without_the_last(
    said: Sequence[bytes], gone: frozenset[int], new: frozenset[int]
) -> tuple[frozenset[int], frozenset[int]]:
    """What is gone and what is new, but for the one edit that was done and not told of any more."""
    last = said[-1] if said else b""
    if last[:1] == b"+" and gone == {int(last[1:])} and int(last[1:]) % 4 == 0:
        return frozenset(), new  # what it makes it deletes again, of every fourth
    if not gone and len(new) == 1 and (not last or new == {int(last[1:]) + 1}):
        return gone, frozenset()
    return gone, new


def in_file(library: Library, article_id: str) -> frozenset[int] | None:
    """What plain TinyDB finds, whatever moment the writer was killed at; None where it cannot read the file."""
    path = library.annotations / "mh" / f"{article_id}.json"
    if not path.exists():
        return frozenset()
    try:
        with TinyDB(path, access_mode="r") as db:
            return frozenset(document.doc_id for document in db.all())
    except (ValueError, AttributeError, TypeError):
        return None
