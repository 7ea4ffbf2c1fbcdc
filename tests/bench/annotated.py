"""What annotations cost: the same text without any, with 200 and with 10,000 of them, turn by turn in one run.

python -m tests.bench.annotated [--shared FOLDER] [--postil COMMAND] [--turns N]

Uses the terminal of the folder `bench/terminal` (beside this repository, in `../shared`, unless it is named), which
times keys in a pseudo-terminal. Prints milliseconds from a key to its frame, and the goals. Takes some minutes.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from annotations import sources
from annotations.codebook import DEFAULT
from annotations.edit import Change, Edit
from annotations.library import Library
from annotations.store import Store
from annotations.tagging import annotate
from seeds.article import Article
from seeds.segment.words import words
from seeds.span import Span
from tests.bench.goal import SHARED, Goal

SIZES = {"10 KB": 10_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
COUNTS = (0, 200, 10_000)
DOWN, PAGE = b"\x1b[B", b"\x1b[6~"
LEGS = {
    "down": ((b"g",), DOWN, 30),
    "page": ((b"g",), PAGE, 20),
    "extend": ((b"\x1b", b"g", b"v"), b"s", 20),
    "tag": ((b"\x1b", b"\x1b", b"g"), b"1", 0),
}
"""What is pressed before, the key that is timed, and how often in a turn, or once a page of a short text."""

TAGS = 15
"""Sentences that are tagged in a turn, each time with another tag, or further down."""


def library(folder: Path, text: Path, count: int, postil: list[str]) -> Path:
    """A library with the text and so many annotations on it, of 40 code points or so each, evenly spread."""
    root = folder / f"library-{count}"
    env = os.environ | {"POSTIL_LIBRARY": str(root), "POSTIL_CODER": "mh"}
    subprocess.run([*postil, "add", str(text)], env=env, check=True, capture_output=True)
    opened = Library.open(root)
    (article_id,) = sources.ids(opened)
    article = sources.load(opened, article_id)
    now = datetime(2026, 5, 3, tzinfo=UTC)
    store = Store(opened, "mh", now=lambda: now)
    changes = tuple(
        Change(None, annotate(article, [span], DEFAULT.tags[number % 3], id=number + 1, at=now))
        for number, span in enumerate(spread(article, count))
    )
    if changes:
        store.commit(article_id, Edit(changes, "tagged all that", now))
    store.close()
    return root


def spread(article: Article, count: int) -> Iterator[Span]:
    """So many stretches of words, evenly spread over the text."""
    step = len(article.text) // max(count, 1)
    for number in range(count):
        at = number * step
        block = next(iter(article.touched(Span(at, len(article.text)))), None)
        if block:
            start = max(block.span.start, min(at, block.span.end - 60))
            found = [word for word in words(article.text, Span(start, block.span.end)) if word.start > start][:6]
            if found:
                yield Span(found[0].start, found[-1].end)


def press(terminal: Any, series: Any, leg: str, turn: int, size: str) -> None:
    """One turn of a leg."""
    before, key, count = LEGS[leg]
    terminal.do(*before)
    for _ in range(min(count, 3) if (leg, size) == ("page", "10 KB") else count):
        series.press(terminal, key)
    if leg == "tag":
        terminal.do(*[PAGE] * (turn // 3))
        for _ in range(TAGS):
            terminal.do(b"s")
            series.press(terminal, b"123"[turn % 3 :][:1])


def goals(found: dict[tuple[str, int], Any], size: str, quantile: Any) -> Iterator[Goal]:
    pages = [_turns(found["page", count].frame, 3 if size == "10 KB" else LEGS["page"][2]) for count in (10_000, 0)]
    ratios = [a / b for a, b in zip(*pages, strict=True)]
    yield Goal(f"page down in {size} with 10,000 annotations / with none", ratios, 1.3)
    for leg in ("down", "page", "extend"):
        for count in (0, 10_000):
            yield Goal(f"p99 of {leg}, {size}, {count:,} annotations, ms", [_ms(quantile, found[leg, count], 0.99)], 16)
    yield Goal(f"p95 of tag, {size}, 200 annotations, ms", [_ms(quantile, found["tag", 200], 0.95)], 25)


def _ms(quantile: Any, series: Any, part: float) -> float:
    return 1e3 * float(quantile(series.frame, part))


def _turns(frames: Sequence[float], size: int) -> list[float]:
    return [median(frames[at : at + size]) for at in range(0, len(frames), size)]


def measured(given: argparse.Namespace, size: str, folder: Path) -> Iterator[str]:
    """The lines of one size of text."""
    from mkdocs import article, marker  # type: ignore[import-not-found]  # stands outside the repository
    from ptybench import Series, quantile  # type: ignore[import-not-found]  # the same
    from terminal import Terminal  # type: ignore[import-not-found]  # the same

    postil = shlex.split(given.postil)
    text = folder / "maple.txt"
    text.write_text(article("Maple talks", SIZES[size], 1), encoding="utf-8")
    env = {"POSTIL_CODER": "mh", "XDG_DATA_HOME": str(folder)}
    roots = {count: library(folder, text, count, postil) for count in COUNTS}
    terminals = {count: Terminal(postil, env | {"POSTIL_LIBRARY": str(root)}) for count, root in roots.items()}
    for terminal in terminals.values():
        terminal.start(rf"\b{marker(1)}\b")
        terminal.do(b"l")
    found = {(leg, count): Series() for leg in LEGS for count in COUNTS}
    for turn in range(given.turns):
        for leg in LEGS:
            for count, terminal in terminals.items():
                press(terminal, found[leg, count], leg, turn, size)
    taken = ", ".join(f"{terminal.memory()[0]:.1f} with {count:,}" for count, terminal in terminals.items())
    for terminal in terminals.values():
        terminal.close()
    yield from (f"{size:6} {leg:8}{count:>8,} tags {series.row()}" for (leg, count), series in found.items())
    yield f"resident memory, MiB: {taken}"
    yield from (goal.line() for goal in goals(found, size, quantile))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds bench/terminal")
    parser.add_argument("--postil", default="postil", help="the command that starts it")
    parser.add_argument("--turns", type=int, default=5)
    given = parser.parse_args()
    sys.path.insert(0, str(given.shared.resolve() / "bench/terminal"))
    from ptybench import HEAD

    print(f"{'ms':28}{HEAD}")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            for line in measured(given, size, Path(name)):
                print(line, flush=True)


if __name__ == "__main__":
    main()
