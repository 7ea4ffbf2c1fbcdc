"""How fast the reader is and how much memory it takes, as ratios to other programs within one run.

python -m tests.bench.terminal [--shared FOLDER] [--postil COMMAND] [options of compare.py ...]

Drives `compare.py` of the folder `bench/terminal` (beside this repository, in `../shared`, unless it is named), which
times every program in a pseudo-terminal, turn by turn, and prints its goals; needs its requirements, and vim and less.
A whole run takes a quarter of an hour; `--starts 3 --turns 1` is a first look.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from time import sleep

from tests.bench.goal import SHARED, Goal

STARTS = 7
RESTS = 2.0
"""Seconds after which the reader has loaded what it loads at its first rest."""


def memory(shared: Path, postil: list[str], folder: Path) -> Goal:
    """Resident memory on the two articles of the seeds, once all is loaded, against the smallest app's."""
    sys.path.insert(0, str(shared / "bench/terminal"))
    from terminal import Terminal  # type: ignore[import-not-found]  # stands outside the repository

    library = {"POSTIL_LIBRARY": str(folder / "seeds"), "XDG_DATA_HOME": str(folder / "data")}
    subprocess.run([*postil, "add", str(shared / "seeds")], env=os.environ | library, check=True, capture_output=True)
    hello = [sys.executable, str(shared / "bench/terminal/refs/hello.py")]
    taken: dict[str, list[float]] = {"hello": [], "postil": []}
    for _ in range(STARTS):
        for name, command in (("hello", hello), ("postil", postil)):
            terminal = Terminal(command, library)
            terminal.start(r"\w{3}")
            terminal.do(*((b"l", b"\x1b[B", b"\x1b[B") if name == "postil" else ()))
            sleep(RESTS)
            taken[name].append(terminal.memory()[0])
            terminal.close()
    ratios = [one / other for one, other in zip(taken["postil"], taken["hello"], strict=True)]
    return Goal("resident memory on two articles / smallest Textual app", ratios, 1.3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds bench/terminal and seeds")
    parser.add_argument("--postil", default="postil", help="the command that starts it")
    given, options = parser.parse_known_args()
    shared = given.shared.resolve()
    if not (shared / "bench/terminal/compare.py").is_file():
        sys.exit(f"{shared}: there is no bench/terminal/compare.py; name its folder with --shared")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare = [sys.executable, str(shared / "bench/terminal/compare.py"), "--postil", given.postil]
        subprocess.run([*compare, "--work", str(folder / "work"), *options], check=True)
        print(memory(shared, shlex.split(given.postil), folder).line())


if __name__ == "__main__":
    main()
