"""Kill a program that tags, again and again, at random moments: nothing that it had acknowledged may be lost.

python -m tests.bench.store_kill [KILLS]

Kills 1,000 times unless told otherwise. After each kill plain TinyDB reads the annotation file, and the next start the
article; after every second one the file is brought up to date and has to hold all. Aims: none lost, none unreadable.
"""

import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter

from annotations.library import Library
from tests.annotations.killing import killings, writing
from tests.annotations.shelf import TEXT, article, shelved

SHARE = 100
"""Kills an article."""


def main() -> None:
    kills = int([*sys.argv[1:], "1000"][0])
    texts = [article(TEXT.replace("Skarra", f"Pier {n}")) for n in range(1, 2 + (kills - 1) // SHARE)]
    start = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "library"
        _, articles = shelved(root, *texts)
        with writing(root) as writer:
            found = list(killings(writer, Library.open(root), articles, kills, Random(20261123)))
    told = sum(one.acknowledged for one in found)
    print(f"{len(found)} kills, {told} edits acknowledged, {perf_counter() - start:.0f} s")
    for what, count in (
        ("acknowledged edits lost", sum(len(one.lost) for one in found)),
        ("annotations that nobody made", sum(len(one.made) for one in found)),
        ("files that plain TinyDB cannot read", sum(one.unreadable for one in found)),
        ("files that lack something after a flush", sum(one.missing for one in found)),
    ):
        print(f"{what:58} {count} <= 0 {'MISSED' if count else 'met'}")
    print(f"{'starts that had something to say':58} {sum(bool(one.notices) for one in found)}")
    for said in sorted({notice for one in found for notice in one.notices}):
        print(f"  {said}")


if __name__ == "__main__":
    main()
