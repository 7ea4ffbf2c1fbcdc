"""The pages that the cleaner learns from: texts with the blocks of their article marked, and boxes pasted into some.

The texts are those of the cleaning benchmark. Scraped news holds appeals for support that read like articles; the
benchmark has few, so that boxes written for this project (appeals.txt) are pasted behind, into and before bodies.
"""

import gzip
import json
import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from seeds.blocks import blocks
from seeds.clean.context import features
from seeds.clean.page import Page
from seeds.span import Span

FORMS = ("rsmain", "insc")
"""The benchmark's two ways of scraping; the others are made of them."""

_BOXES = [
    box.strip("\n").split("\n") for box in (Path(__file__).parents[1] / "appeals.txt").read_text("utf-8").split("===\n")
]


class Known(NamedTuple):
    """A text whose article is known. `labels`: a letter a block, k kept, d dropped, . without a word."""

    id: str
    set: str
    site: str
    title: str
    form: str
    text: str
    spans: tuple[Span, ...]
    labels: str
    page: Page
    features: list[list[str]]

    @property
    def weight(self) -> float:
        """How much the page counts: news more than guides, long menus and comment sections less than their length."""
        share = (3.0 if self.set == "aeb" else 1.0) * (1.0 if self.form in FORMS else 0.5)
        return share * min(1.0, (60 / len(self.spans)) ** 0.5) if "k" in self.labels else 0.0


def load(folder: Path) -> list[Known]:
    """All pages of a benchmark folder in all forms."""
    gold = {page["id"]: page for page in _read(folder / "gold.jsonl.gz")}
    chance = random.Random(4)
    known = []
    for form in (*FORMS, "flat", "rsmain+", "insc+"):
        scraped = "insc" if form[:4] in ("insc", "flat") else "rsmain"
        for record in _read(folder / "text" / f"{scraped}.jsonl.gz"):
            page = gold[record["id"]]
            if record["found"] >= 0.5 and (made := _made(form, record, page["set"], chance)):
                known.append(_known(page, form, *made))
    return known


def _read(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        yield from map(json.loads, lines)


def _made(form: str, record: dict[str, Any], origin: str, chance: random.Random) -> tuple[str, str] | None:
    """The text and the labels of its lines in a form; None where the form leaves the page out."""
    text, labels = record["text"], record["labels"]
    if form == "flat":
        pairs = [(line.strip(), label) for line, label in zip(text.split("\n"), labels, strict=True) if line.strip()]
        return "\n".join(line for line, _ in pairs), "".join(label for _, label in pairs)
    if form in FORMS:
        return text, labels
    if origin != "aeb" and (form == "insc+" or chance.random() > 0.4):
        return None
    return _pasted(text, labels, chance)


def _pasted(text: str, labels: str, chance: random.Random) -> tuple[str, str] | None:
    """The text with one or two boxes behind the article, and now and then one in its middle or before it."""
    lines, marks = text.split("\n"), list(labels)
    kept = [at for at, mark in enumerate(marks) if mark == "k"]
    if len(kept) < 4:
        return None
    indent = " " * (len(lines[kept[-1]]) - len(lines[kept[-1]].lstrip()))

    def put(at: int, most: int) -> None:
        box = chance.choice([box for box in _BOXES if len(box) < most])
        lines[at:at] = ["", *(indent + line if line else "" for line in box), ""]
        marks[at:at] = [".", *("d" if re.search(r"\w", line) else "." for line in box), "."]

    for _ in range(chance.choice((1, 1, 2))):
        put(kept[-1] + 1, 99)
    if chance.random() < 0.3:
        put(chance.choice(kept[1:-1]), 9)
    if chance.random() < 0.3:
        put(kept[0], 12)
    return "\n".join(lines), "".join(marks)


def _known(page: dict[str, Any], form: str, text: str, labels: str) -> Known:
    spans = blocks(text)
    seen = Page(text, spans)
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    found = "".join(
        _label(labels[bisect_right(starts, span.start) - 1 : bisect_left(starts, span.end)]) for span in spans
    )
    return Known(
        page["id"], page["set"], _site(page["url"]), page["title"], form, text, spans, found, seen, list(features(seen))
    )


def _label(lines: str) -> str:
    kept, dropped = lines.count("k"), lines.count("d")
    return "." if not kept + dropped else "k" if kept >= dropped else "d"


def _site(url: str) -> str:
    """The registrable domain, near enough to keep a site's pages in one fold."""
    host = re.sub(r"^https?://", "", url).split("/")[0].split(":")[0].split(".")
    return ".".join(host[-3:] if len(host) > 2 and len(host[-2]) <= 3 and len(host[-1]) == 2 else host[-2:])
