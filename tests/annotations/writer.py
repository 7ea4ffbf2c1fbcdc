"""A program that tags until it is killed: what tests/annotations/killing.py kills. Not a test.

Reads a line "ARTICLE FIRST" from standard input, forks a writer; the writer prints "pid PID", then "+ID" or "-ID" for
each annotation made or deleted, after the store has acknowledged it. When the writer is dead, prints "dead".
"""

import os
import sys
from pathlib import Path
from threading import Thread

from annotations import storage  # noqa: F401  # loaded once, before the forks
from annotations.library import Library
from annotations.locks import locked
from annotations.store import Store
from tests.annotations.shelf import deleted, now, quote, tagged


def tag_for_ever(root: Path, article_id: str, first: int) -> None:
    """Tag, delete every fourth again, and flush in a thread, as the reader does."""
    store = Store(Library.open(root), "mh", now=now)
    for number in range(first, first + 10_000):
        store.commit(article_id, tagged(number))
        os.write(1, b"+%d\n" % number)
        if number % 3 == 0:
            Thread(target=store.flush, daemon=True).start()
        if number % 4 == 0:
            store.commit(article_id, deleted(quote(number)))
            os.write(1, b"-%d\n" % number)


def main(root: Path) -> None:
    with locked(root / ".local" / "warm.lock"):
        pass  # filelock is loaded
    for line in sys.stdin:
        article_id, first = line.split()
        child = os.fork()
        if child == 0:
            try:
                os.write(1, b"pid %d\n" % os.getpid())
                tag_for_ever(root, article_id, int(first))
            finally:
                os._exit(1)
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
