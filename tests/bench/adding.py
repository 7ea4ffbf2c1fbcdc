"""How fast `postil add` is, as a whole process, and how much memory it and its workers take at most.

python -m tests.bench.adding [FILES] [FOLDER]: so many generated texts of about 600 words into a new library, which is
made in FOLDER (on whose disk the speed depends; else where temporary files are). Aim: 120 a second on two cores, with
200 MB.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random
from time import perf_counter

from tests.bench.export import written

PAUSE = 0.05
"""Seconds between two looks at the memory."""


def fill(folder: Path, files: int) -> None:
    random = Random(7)
    folder.mkdir()
    for number in range(files):
        (folder / f"{number:05}.txt").write_text(written(random, number), "utf-8")


def family(pid: int) -> list[int]:
    """A process and all that it started, in turn."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return []
    return [pid, *(one for child in children for one in family(int(child)))]


def memory(pid: int) -> tuple[int, int]:
    """Bytes that a process and all that it started hold now: shared pages once for each process, and parted by them."""
    held = shared = 0
    for one in family(pid):
        try:
            told = Path(f"/proc/{one}/smaps_rollup").read_text("ascii").splitlines()
        except OSError:
            continue
        sizes = {line.split()[0]: int(line.split()[1]) * 1024 for line in told[1:]}
        held, shared = held + sizes["Rss:"], shared + sizes["Pss:"]
    return held, shared


def measured(command: list[str], environ: dict[str, str], said: Path) -> tuple[float, int, int]:
    """Seconds that a command takes, and the two sorts of memory at their most."""
    held = shared = 0
    start = perf_counter()
    with said.open("wb") as out, subprocess.Popen(command, env=environ, stdout=out) as process:
        while process.poll() is None:
            now = memory(process.pid)
            held, shared = max(held, now[0]), max(shared, now[1])
            try:
                process.wait(PAUSE)
            except subprocess.TimeoutExpired:
                continue
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return perf_counter() - start, held, shared


def main() -> None:
    files, place = int([*sys.argv[1:], "2000"][0]), [*sys.argv[2:], None][0]
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = Path(name)
        fill(folder / "texts", files)
        environ = {**os.environ, "POSTIL_CODER": "bench"}
        command = [sys.executable, "-m", "tui", "--library", str(folder / "library"), "add", str(folder / "texts")]
        for what in ("added", "known"):
            seconds, held, shared = measured(command, environ, folder / "said")
            told = (folder / "said").read_text("utf-8").count(f"{what}\t")
            print(
                f"{told:,} {what} in {seconds:.1f} s: {told / seconds:.0f} a second; "
                f"at most {held >> 20} MB ({shared >> 20} MB with shared pages counted once)"
            )


if __name__ == "__main__":
    main()
