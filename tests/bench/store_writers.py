"""Four processes that tag at once, 250 times each: on one article, and in a library of several.

python -m tests.bench.store_writers [EDITS]

Aims: none lost, none there twice, neither in the annotation files nor in the history.
"""

import sys
import tempfile
from pathlib import Path

from tests.annotations.crowd import crowded
from tests.annotations.shelf import TEXT, article, shelved

PROCESSES = 4
ARTICLES = 10


def main() -> None:
    edits = int([*sys.argv[1:], "250"][0])
    for count in (1, ARTICLES):
        texts = [article(TEXT.replace("Skarra", f"Pier {number}")) for number in range(count)]
        with tempfile.TemporaryDirectory() as folder:
            library, articles = shelved(Path(folder) / "library", *texts)
            found = crowded(library, articles, PROCESSES, edits)
        which = "one article" if count == 1 else f"{count} articles"
        rate = PROCESSES * edits / found.seconds
        print(
            f"{PROCESSES} processes, {edits} edits each, on {which}: {found.seconds:.1f} s, {rate:.0f} edits a second"
        )
        for what, lost in (("lost", found.lost), ("doubled", found.doubled)):
            print(f"  {what:56} {lost} <= 0 {'MISSED' if lost else 'met'}")


if __name__ == "__main__":
    main()
