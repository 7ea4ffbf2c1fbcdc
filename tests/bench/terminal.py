"""How fast the reader is and how much memory it takes, as ratios to other programs within one run.

python -m tests.bench.terminal [--shared FOLDER] [--postil COMMAND] [options of compare.py ...]

Drives `compare.py` of the folder `bench/terminal` (beside this repository, in `../shared`, unless it is named), which
times every program in a pseudo-terminal, turn by turn; needs its requirements. Without options it takes some minutes;
`--starts 3 --turns 1` is a first look.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import sleep
from typing import Any, NamedTuple

SHARED = Path(__file__).parents[2] / "../shared"
STARTS = 7


class Goal(NamedTuple):
    """What is compared, the ratios turn by turn, and the most that they may be."""

    what: str
    ratios: list[float]
    most: float

    def line(self) -> str:
        if not self.ratios:
            return f"{self.what:58} not measured"
        found = median(self.ratios)
        spread = f"({min(self.ratios):.3g} to {max(self.ratios):.3g})"
        return f"{self.what:58} {found:.3g} {spread:20} <= {self.most:<5} {'met' if found <= self.most else 'MISSED'}"


def medians(series: Mapping[str, Any], name: str, field: str = "frame") -> list[float]:
    """The median of each turn, in seconds."""
    return [median(turn[field]) for turn in series.get(name, []) if turn[field]]


def speeds(series: Mapping[str, Any]) -> Iterator[Goal]:
    """The goals of starts and keys."""
    hello = [time for turn in series.get("start /  / hello", []) for time in turn["frame"]]
    reader = [time for turn in series.get("start /  / postil", []) for time in turn["frame"]]
    yield Goal("start / smallest Textual app", over(reader, hello), 1.25)
    for size, most in (("10k", 0.4), ("1m", 0.1)):
        ours, theirs = medians(series, f"down / {size} / postil"), medians(series, f"down / {size} / textarea")
        yield Goal(f"Down in {size} / TextArea", over(ours, theirs), most)
    ours, theirs = ([time for turn in series.get(f"start /  / {name}", []) for time in turn["frame"]]
                    for name in ("postil list", "optionlist"))  # fmt: skip
    floor = median(hello) if hello else 0.0
    yield Goal("start with 10,000 articles / OptionList, less smallest app",
               over([time - floor for time in ours], [time - floor for time in theirs]), 0.3)  # fmt: skip


def over(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    return [one / other for one, other in zip(ours, theirs, strict=False)]


def memory(shared: Path, postil: list[str], folder: Path) -> Goal:
    """Resident memory on the two articles of the seeds, against the smallest app's."""
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
            sleep(0.5)
            taken[name].append(terminal.memory()[0])
            terminal.close()
    return Goal("resident memory on two articles / smallest Textual app", over(taken["postil"], taken["hello"]), 1.3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds bench/terminal and seeds")
    parser.add_argument("--postil", default="postil", help="the command that starts it")
    given, options = parser.parse_known_args()
    shared = given.shared.resolve()
    if not (shared / "bench/terminal/compare.py").is_file():
        sys.exit(f"{shared}: there is no bench/terminal/compare.py; name its folder with --shared")
    options = options or ["--sizes", "10k,1m", "--only", "down", "--without", "less,vim", "--turns", "3"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = folder / "found.json"
        compare = [sys.executable, str(shared / "bench/terminal/compare.py"), "--postil", given.postil]
        subprocess.run([*compare, "--json", str(found), "--work", str(folder / "work"), *options], check=True)
        series = json.loads(found.read_text("utf-8"))["series"]
        goals = [*speeds(series), memory(shared, shlex.split(given.postil), folder)]
    print("\nthe goals of the reader")
    for goal in goals:
        print(goal.line())


if __name__ == "__main__":
    main()
