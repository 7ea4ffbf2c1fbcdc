"""The pages that the cleaner learns from: texts with the blocks of their article marked, as scraped and as changed.

The texts are those of the cleaning benchmark. It has few appeals that read like articles, few boxes between paragraphs,
few standfirsts and no article without furniture; `tests.bench.training.changes` makes such pages of those that it has.
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
from tests.bench.training.changes import Lines, bare, boxed, flat

FORMS = ("rsmain", "insc")
"""The benchmark's two ways of scraping."""

WHOLE = (*FORMS, "html")
"""The forms in which pages are as they were found."""

CHANGED = ("flat", "rsmain+", "rsmain++", "insc+", "bare")
"""What is made of them; all but "bare" are of the same length or longer."""

_SHARES = {"flat": 1.0, "rsmain+": 0.4, "rsmain++": 0.15, "insc+": 0.0, "bare": 0.3}
"""Of how many guides and blogs a changed form is made; it is made of all news."""


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
        share = (3.0 if self.set == "aeb" else 1.0) * (1.0 if self.form in WHOLE else 0.5)
        return share * min(1.0, (60 / len(self.spans)) ** 0.5) if "k" in self.labels else 0.0


def load(folder: Path) -> list[Known]:
    """All pages of a benchmark folder in all forms."""
    gold = {page["id"]: page for page in read(folder / "gold.jsonl.gz")}
    chance = random.Random(4)
    known = []
    for form in (*FORMS, *CHANGED):
        scraped = "insc" if form in ("insc", "insc+", "flat") else "rsmain"
        for record in read(folder / "text" / f"{scraped}.jsonl.gz"):
            page = gold[record["id"]]
            if record["found"] < 0.5 or not (page["set"] == "aeb" or chance.random() <= _SHARES.get(form, 1.0)):
                continue
            lines = _changed(form, Lines(record["text"].split("\n"), list(record["labels"])), page["title"], chance)
            if lines:
                known.append(_known(page, form, lines))
    return known


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a compressed file of JSON Lines."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        yield from map(json.loads, lines)


def _changed(form: str, lines: Lines, title: str, chance: random.Random) -> Lines | None:
    """The lines in a form; None where it cannot be made of them."""
    if form in FORMS:
        return lines
    if form == "flat":
        return flat(lines)
    return bare(lines, title, chance) if form == "bare" else boxed(lines, title, chance)


def _known(page: dict[str, Any], form: str, lines: Lines) -> Known:
    text = "\n".join(lines.words)
    spans = blocks(text)
    seen = Page(text, spans)
    starts = [0, *accumulate(len(line) + 1 for line in lines.words)]
    found = "".join(
        _label("".join(lines.labels[bisect_right(starts, span.start) - 1 : bisect_left(starts, span.end)]))
        for span in spans
    )
    return Known(
        page["id"], page["set"], site(page["url"]), page["title"], form, text, spans, found, seen, list(features(seen))
    )


def _label(lines: str) -> str:
    kept, dropped = lines.count("k"), lines.count("d")
    return "." if not kept + dropped else "k" if kept >= dropped else "d"


def site(url: str) -> str:
    """The registrable domain, near enough to keep a site's pages in one fold."""
    host = re.sub(r"^https?://", "", url).split("/")[0].split(":")[0].split(".")
    return ".".join(host[-3:] if len(host) > 2 and len(host[-2]) <= 3 and len(host[-1]) == 2 else host[-2:])
