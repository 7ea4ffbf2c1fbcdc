"""How long until an edit is acknowledged, turn by turn in one run with what the disk itself takes.

python -m tests.bench.store_latency [ROUNDS]

The floor is a write and fsync of 100 kB in the library's folder. "Replaced first" is what an edit would wait for if the
TinyDB file were replaced before it is acknowledged. Rounds of 40 turns; the goals are medians over the rounds (5 unless
given). Garbage is collected between the turns, as the reader does between keys.
"""

import gc
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from annotations import tables
from annotations.library import Library
from annotations.storage import Replacing
from annotations.store import Store
from tests.annotations.shelf import TEXT, article, deleted, now, quote, shelved, tagged
from tests.bench.goal import Goal

COUNTS = (10, 200, 10_000)
TURNS = 40
SELDOM = 4
"""Turns between two in which the large file is replaced."""

FLOOR = 100_000
MS = 1e3

Series = defaultdict[str, list[float]]


class Desks:
    """A library with an article for each count of annotations, all flushed."""

    def __init__(self, root: Path) -> None:
        library, articles = shelved(root, *(article(TEXT.replace("Skarra", f"Pier {n}")) for n in COUNTS))
        self.articles = dict(zip(COUNTS, articles, strict=True))
        self.library: Library = library
        self.store = Store(library, "mh", now=now)
        for count, known in self.articles.items():
            self.store.commit(known, tagged(*range(1, count + 1)))
        self.store.flush()
        self.layers = {count: self.store.open(known).layer for count, known in self.articles.items()}
        self.number = max(COUNTS)

    def turn(self, series: Series, *, large: bool) -> None:
        """One value of each series; of those of the large file only if `large`."""
        for count in COUNTS if large else COUNTS[:-1]:
            series[f"replaced first {count}"].append(timed(partial(self.replace, count)))
        series["floor"].append(timed(self.floor))
        self.number += 1
        for at in range(len(COUNTS)):  # each in turn behind each other one, and behind the floor
            count = COUNTS[(at + self.number) % len(COUNTS)]
            known = self.articles[count]
            committed = timed(partial(self.store.commit, known, tagged(self.number)))
            series[f"commit {count}"].append(committed)
            if count < max(COUNTS) or large:
                series[f"in the file {count}"].append(committed + timed(partial(self.store.flush, known)))
            self.store.commit(known, deleted(quote(self.number)))

    def replace(self, count: int) -> None:
        layer = self.layers[count]
        path = self.library.root / f"replaced-{count}.json"
        Replacing(path).write(tables.of(layer.annotations, layer.own, {}))

    def floor(self) -> None:
        descriptor = os.open(self.library.root / "floor", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(descriptor, bytes(FLOOR))
        os.fsync(descriptor)
        os.close(descriptor)


def timed(do: Callable[[], object]) -> float:
    start = perf_counter()
    do()
    return perf_counter() - start


def p95(values: list[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def goals(rounds: list[Series]) -> Iterator[Goal]:
    def ratios(one: str, other: str, of: Callable[[list[float]], float]) -> list[float]:
        return [of(series[one]) / of(series[other]) for series in rounds]

    yield Goal("edit at 200 annotations / floor, p95", ratios("commit 200", "floor", p95), 0.6)
    yield Goal("edit at 200 annotations, p95, ms", [MS * p95(series["commit 200"]) for series in rounds], 10)
    yield Goal("edit at 10,000 annotations / at 10, p50", ratios("commit 10000", "commit 10", median), 1.5)
    yield Goal("edit at 10,000 annotations / at 10, p95", ratios("commit 10000", "commit 10", p95), 1.5)
    yield Goal("edit at 10,000 until in the file, s", [p95(series["in the file 10000"]) for series in rounds], 1)


def main() -> None:
    count = int([*sys.argv[1:], "5"][0])
    rounds: list[Series] = []
    with tempfile.TemporaryDirectory() as folder:
        desks = Desks(Path(folder) / "library")
        gc.disable()
        for _ in range(count):
            rounds.append(defaultdict(list))
            for turn in range(TURNS):
                desks.turn(rounds[-1], large=turn % SELDOM == 0)
                gc.collect()
                gc.freeze()
    print(f"{'ms':24}{'p50':>8}{'p95':>8}{'most':>8}{'turns':>8}")
    for name in sorted(rounds[0]):
        values = [MS * value for series in rounds for value in series[name]]
        print(f"{name:24}{median(values):8.2f}{p95(values):8.2f}{max(values):8.2f}{len(values):8}")
    for goal in goals(rounds):
        print(goal.line())


if __name__ == "__main__":
    main()
