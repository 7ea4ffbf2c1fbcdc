"""Make pages of pages, so that the cleaner learns from what the benchmark lacks. All chance is handed in."""

import random
import re
from pathlib import Path
from typing import NamedTuple

_BOXES = [
    box.strip("\n").split("\n") for box in (Path(__file__).parents[1] / "appeals.txt").read_text("utf-8").split("===\n")
]
"""Appeals, newsletter boxes, links and notices that were written for this project."""

_SIGNED = (
    "By Mara Holt",
    "By Jonas Pell and Ilse Carrow",
    "3 May 2024",
    "Published 12 June 2021, 11:06",
    "Von Falk Lohm",
)


class Lines(NamedTuple):
    """A text's lines, and a letter for each: k kept, d dropped, . without a word."""

    words: list[str]
    labels: list[str]


def flat(lines: Lines) -> Lines:
    """Without indentation and empty lines: nothing tells where a box ends."""
    kept = [(line.strip(), label) for line, label in zip(*lines, strict=True) if line.strip()]
    return Lines([line for line, _ in kept], [label for _, label in kept])


def bare(lines: Lines, title: str, chance: random.Random) -> Lines | None:
    """The article alone, at times with its title, a byline or a box behind it."""
    kept = [line.strip() for line, label in zip(*lines, strict=True) if label == "k"]
    if len(kept) < 3:
        return None
    found = Lines([], [])
    if title and chance.random() < 0.6:
        _add(found, title, "d")
        if chance.random() < 0.5:
            _add(found, chance.choice(_SIGNED), "d")
    for line in kept[: chance.choice((4, 8, 16, 999))]:
        _add(found, line, "k")
    if chance.random() < 0.4:
        for line in chance.choice(_BOXES):
            _add(found, line, "d")
    return found


def boxed(lines: Lines, title: str, chance: random.Random) -> Lines | None:
    """With boxes behind the article, at times within it and before it, and a standfirst under the title."""
    words, labels = list(lines.words), list(lines.labels)
    kept = [at for at, label in enumerate(labels) if label == "k"]
    if len(kept) < 4:
        return None
    first, last = kept[0], kept[-1]
    indent = " " * (len(words[last]) - len(words[last].lstrip()))

    def put(at: int, box: list[str]) -> None:
        words[at:at] = ["", *(indent + line if line else "" for line in box), ""]
        labels[at:at] = [".", *("d" if re.search(r"\w", line) else "." for line in box), "."]

    for _ in range(chance.choice((1, 1, 2))):
        put(last + 1, chance.choice(_BOXES))
    for at in sorted(chance.sample(kept[1:-1], min(len(kept) - 2, chance.choice((0, 0, 1, 1, 2, 3)))), reverse=True):
        put(at, chance.choice([box for box in _BOXES if len(box) < 9]))
    if chance.random() < 0.3:
        put(first, chance.choice([box for box in _BOXES if 3 < len(box) < 12]))
    heads = [at for at in range(first) if words[at].strip() == title]
    if title and heads and chance.random() < 0.6:
        put(heads[-1] + 1, [_standfirst([lines.words[at].strip() for at in kept], chance)])
    return Lines(words, labels)


def _standfirst(paragraphs: list[str], chance: random.Random) -> str:
    """Some words of the second half of the article, as a summary would take them up."""
    sentence = re.split(r"(?<=[.!?])\s", chance.choice(paragraphs[len(paragraphs) // 2 :]))[0]
    words = sentence.split()[: chance.randint(9, 28)]
    return " ".join(words).rstrip(".,;:–—-") + chance.choice(("", "."))


def _add(lines: Lines, words: str, label: str) -> None:
    if words:
        lines.words.extend([words, ""])
        lines.labels.extend([label, "."])
