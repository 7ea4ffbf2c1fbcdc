"""Several processes of one coder that tag in one library at once. A program, and what it leaves; not a test.

python -m tests.annotations.crowd ROOT PROCESSES EDITS ARTICLE ...

Each process has a store of its own and makes so many edits, in turns in the articles, flushing now and then; all begin
together. Prints the seconds that it took.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from annotations import log, storage  # noqa: F401  # loaded once, before the forks
from annotations.library import Library
from annotations.locks import locked
from annotations.state import places
from annotations.store import Store
from tests.annotations.shelf import now, tagged, touched

ROOT = Path(__file__).parents[2]
FLUSH = 10
"""Edits between two flushes."""


class Crowded(NamedTuple):
    """What the crowd left: the annotations that are not there and those that are there twice, in file and history."""

    seconds: float
    lost: int
    doubled: int


def crowded(library: Library, articles: Sequence[str], processes: int, edits: int) -> Crowded:
    """Let them write, and count."""
    command = [sys.executable, "-m", "tests.annotations.crowd", str(library.root), f"{processes}", f"{edits}"]
    done = subprocess.run([*command, *articles], cwd=ROOT, check=True, capture_output=True, text=True, timeout=600)
    lost = doubled = 0
    for place, known in enumerate(articles):
        made = {number(one, at) for one in range(processes) for at in range(place, edits, len(articles))}
        shown = Store(library, "mh", now=now).open(known)
        counts = [Counter(shown.layer.annotations.keys()), in_file(library, known), in_history(library, known)]
        lost += max(len(made - set(count)) for count in counts)
        doubled += max(count.total() - len(made & set(count)) for count in counts)
    return Crowded(float(done.stdout), lost, doubled)


def number(process: int, edit: int) -> int:
    """The id of the annotation of an edit."""
    return 1 + process * 1_000_000 + edit


def in_file(library: Library, article_id: str) -> Counter[int]:
    """How often each annotation stands in the annotation file."""
    keys: Counter[int] = Counter()

    def paired(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        keys.update(int(key) for key, value in pairs if isinstance(value, dict) and "tag" in value)
        return dict(pairs)

    json.loads(places(library, "mh", article_id).file.read_bytes(), object_pairs_hook=paired)
    return keys


def in_history(library: Library, article_id: str) -> Counter[int]:
    """How often each annotation was made, by the history."""
    records = log.parse(places(library, "mh", article_id).log.read_bytes()).records
    based = [one for record in records if record.base for one in record.base[0]]
    edited = [one for record in records if record.edit for one in touched(record.edit)]
    return Counter([*based, *edited])


def write(root: Path, process: int, edits: int, articles: Sequence[str]) -> None:
    store = Store(Library.open(root), "mh", now=now)
    for edit in range(edits):
        store.commit(articles[edit % len(articles)], tagged(number(process, edit)))
        if edit % FLUSH == 0:
            store.flush()
    store.close()


def main(root: Path, processes: int, edits: int, articles: Sequence[str]) -> int:
    with locked(root / ".local" / "warm.lock"):
        pass  # filelock is loaded
    waiting, gate = os.pipe()
    children = []
    for process in range(processes):
        child = os.fork()
        if child == 0:
            os.close(gate)
            os.read(waiting, 1)  # until the gate is closed
            write(root, process, edits, articles)
            os._exit(0)
        children.append(child)
    start = perf_counter()
    os.close(gate)
    failed = sum(os.waitpid(child, 0)[1] != 0 for child in children)
    print(perf_counter() - start)
    return failed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]))
