"""How soon a large library is there: the first list on the screen, and all counts true.

python -m tests.bench.store_library [ARTICLES]

Makes a library of 10,000 small articles unless told otherwise, one in ten with annotations, which takes a minute or
two. Warm means that the list was made before; cold that its cache is gone.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from statistics import median
from time import perf_counter

from annotations import index, sources
from annotations.library import Library
from annotations.store import Store
from tests.annotations.shelf import TEXT, article, now, said, shelved, tagged
from tests.bench.goal import Goal
from tests.whole.terminal import POSTIL, environment, until, watched

STARTS = 7
COLD = 3
EACH = 10
"""Articles of which one has annotations."""


def fill(root: Path, count: int) -> Library:
    texts = (
        article(TEXT.replace("Skarra", f"Pier {number:05}"), title=f"Pier {number:05}", minutes=number)
        for number in range(1, count + 1)
    )
    library, known = shelved(root, *texts)
    store = Store(library, "mh", now=now)
    for number, one in enumerate(known[::EACH], 1):
        store.commit(one, tagged(*range(1, 2 + number % 5)))
        store.commit(one, said("status", None, "reading"))
        store.flush(one)
    return library


def shown(home: Path, library: Library, count: int) -> float:
    """Seconds from the start of the reader to the list on the screen."""
    start = perf_counter()
    with watched(home, str(POSTIL), POSTIL_LIBRARY=str(library.root), POSTIL_CODER="mh") as terminal:
        until(terminal, "Pier 00001", f"Pier {min(10, count):05}")
        return perf_counter() - start


def counted(library: Library) -> float:
    """Seconds until every row is true, from the cache on."""
    start = perf_counter()
    known = index.cached(library, "mh")
    for _ in index.refresh(library, "mh", known):
        pass
    return perf_counter() - start


def listed(library: Library) -> float:
    """Seconds that `postil list` takes, as a whole process."""
    env = environment(library.root.parent, POSTIL_LIBRARY=str(library.root), POSTIL_CODER="mh")
    start = perf_counter()
    subprocess.run([str(POSTIL), "list"], env=env, check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def cold(measure: Callable[[Library], float], library: Library) -> float:
    """The same without the cache of the list."""
    rmtree(library.local / "index")
    return measure(library)


def main() -> None:
    count = int([*sys.argv[1:], "10000"][0])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        start = perf_counter()
        library = fill(home / "library", count)
        index.rows(library, "mh")
        print(f"{len(sources.ids(library)):,} articles made in {perf_counter() - start:.0f} s, {os.cpu_count()} cores")
        what = f"of {count:,} articles"
        starts = [shown(home, library, count) for _ in range(STARTS)]
        print(Goal(f"first list {what} on the screen, warm, s", starts, 0.5).line())
        print(Goal(f"all counts {what} true, warm, s", [counted(library) for _ in range(STARTS)], 3).line())
        print(Goal(f"all counts {what} true, cold, s", [cold(counted, library) for _ in range(COLD)], 3).line())
        for name, values in (
            ("warm", [listed(library) for _ in range(COLD)]),
            ("cold", [cold(listed, library) for _ in range(COLD)]),
        ):
            spread = f"({min(values):.3g} to {max(values):.3g})"
            print(f"{f'postil list {what}, {name}, s':58} {median(values):.3g} {spread}")


if __name__ == "__main__":
    main()
