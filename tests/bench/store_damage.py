"""What becomes of a library whose files are damaged: cut at every offset, and with bytes that are others.

python -m tests.bench.store_damage [FLIPS]

FLIPS (500 unless given) bytes are changed in each file, one at a time. Aims: none silent, nothing lost that the other
file holds.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from time import perf_counter

from tests.annotations.damage import Verdict, Victim

NAMES = {"file": "annotation file", "log": "history"}


def measured(victim: Victim, which: str, flips: int, name: str) -> int:
    """Print the figures of one file; how many damages were silent, or cost something."""
    start = perf_counter()
    damages = victim.damages(which, step=1, flips=flips, chance=Random(20261123))
    outcomes = [victim.suffered(damage) for damage in damages]
    kinds = Counter(one.damage.kind for one in outcomes)
    print(f"{NAMES[which]}, {name}: {kinds['cut']} cuts, {kinds['flip']} flips, {perf_counter() - start:.0f} s")
    for verdict in Verdict:
        found = Counter(one.damage.kind for one in outcomes if one.verdict is verdict)
        print(f"  {verdict.value:62} {found['cut']:6} cuts {found['flip']:6} flips")
    bad = [one for one in outcomes if one.verdict is Verdict.SILENT or not one.kept or not one.settled]
    print(f"  {'acknowledged edits not kept that the other file holds':62} {sum(not one.kept for one in outcomes):6}")
    print(f"  {'not the same at the second start':62} {sum(not one.settled for one in outcomes):6}")
    for one in bad[:20]:
        print(f"    {one.damage.kind} at {one.damage.at}: {one.verdict.value}")
    return len(bad)


def main() -> None:
    flips = int([*sys.argv[1:], "500"][0])
    bad = 0
    for flushed in (True, False):
        with tempfile.TemporaryDirectory() as folder:
            victim = Victim(Path(folder) / "library", flushed=flushed)
            name = "all in both files" if flushed else "the last edits in the history alone"
            bad += sum(measured(victim, which, flips, name) for which in NAMES)
    print(f"silent or lost: {bad} <= 0 {'MISSED' if bad else 'met'}")


if __name__ == "__main__":
    main()
