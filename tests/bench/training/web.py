"""The pages that the labels of pages are learned from: their lines, which of them are the article, and variants.

The pages are those of the cleaning benchmark, whose gold is text: a line is the article's where at least half of its
words lie in runs of four words that align with it, in order, as the benchmark labels its texts. The variants are what
the benchmark hardly has: an article of a few paragraphs only, and a page on which trafilatura is wrong.
"""

import gzip
import random
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from seeds.clean.context import features
from seeds.clean.page import Page
from seeds.html.head import told
from seeds.html.lines import Line, lines
from seeds.html.lists import listed
from seeds.html.marks import marks
from seeds.html.page import BETWEEN, blocks_of, numbered
from seeds.html.title import best_title
from seeds.html.tree import tree
from seeds.html.votes import votes
from tests.bench.training.pages import Known, read, site

RUN = 4
"""Words of a run."""

_CUT, _UNSURE = 0.05, 0.15
"""Of how many guides and blogs an article is cut, and trafilatura's word left out; of news both are made of all."""

_WORD = re.compile(r"\w+")


class Web(NamedTuple):
    """A page, and what its labels are made of beside its features."""

    known: Known
    lines: Sequence[Line]
    votes: Sequence[float]
    title: int | None


def load_pages(folder: Path, seed: int = 3) -> list[Web]:
    """All pages of a benchmark folder, with variants."""
    chance = random.Random(seed)
    return [known for page in read(folder / "gold.jsonl.gz") for known in _variants(folder, page, chance)]


def _variants(folder: Path, page: dict[str, Any], chance: random.Random) -> Iterator[Web]:
    markup = gzip.decompress((folder / "html" / f"{page['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
    root = tree(markup)
    if root is None:
        return
    found = list(listed(lines(root)))
    seen = Page(BETWEEN.join(line.text for line in found), blocks_of(BETWEEN.join(line.text for line in found)))
    kept = votes(root, [line.text for line in found], seen.prose)
    labels = aligned([line.text for line in found], page["text"])
    news = page["set"] == "aeb"
    head = told(root)
    title = numbered(
        found, best_title([line.text for line in found if "h1" in line.place.roles], head.titles, head.site)
    )
    yield Web(_known(page, "html", found, labels, kept), found, kept, title)
    article = [at for at, label in enumerate(labels) if label == "k"]
    if len(article) > RUN and (news or chance.random() < _CUT):
        gone = {*article[chance.choice((2, 2, 3, 4, 6, 8)) :]}
        left = [at for at in range(len(found)) if at not in gone]
        some = [found[at] for at in left]
        trusted = [kept[at] for at in left]
        yield Web(_known(page, "cut", some, "".join(labels[at] for at in left), trusted), some, trusted, None)
    if news or chance.random() < _UNSURE:
        doubted = _unsure(kept, chance)
        yield Web(_known(page, "unsure", found, labels, doubted), found, doubted, None)


def _unsure(kept: Sequence[float], chance: random.Random) -> list[float]:
    """Trafilatura's word with a part of what it keeps left out: all, the first half or the second."""
    there = [at for at, share in enumerate(kept) if share]
    half = len(there) // 2
    gone = {*chance.choice((there, there[:half], there[half:]))}
    return [0.0 if at in gone else share for at, share in enumerate(kept)]


def aligned(found: Sequence[str], gold: str) -> str:
    """A letter a line: k for the article's, d for others, . without a word."""
    words, owners = list[str](), list[int]()
    for number, line in enumerate(found):
        mine = _WORD.findall(line)
        words += mine
        owners += [number] * len(mine)
    runs, others = (
        [tuple(text[at : at + RUN]) for at in range(len(text) - RUN + 1)] for text in (words, _WORD.findall(gold))
    )
    hit = [False] * len(words)
    for match in SequenceMatcher(None, runs, others, autojunk=False).get_matching_blocks():
        end = match.a + match.size + RUN - 1 if match.size else match.a
        hit[match.a : end] = [True] * (end - match.a)
    total, shared = [0] * len(found), [0] * len(found)
    for owner, is_hit in zip(owners, hit, strict=True):
        total[owner] += 1
        shared[owner] += is_hit
    return "".join(
        "." if not all_ else "k" if 2 * some >= all_ else "d" for all_, some in zip(total, shared, strict=True)
    )


def _known(page: dict[str, Any], form: str, found: Sequence[Line], labels: str, kept: Sequence[float]) -> Known:
    text = BETWEEN.join(line.text for line in found)
    spans = blocks_of(text)
    seen = Page(text, spans)
    names = [own + other for own, other in zip(features(seen), marks(found, seen, kept), strict=True)]
    return Known(page["id"], page["set"], site(page["url"]), page["title"], form, text, spans, labels, seen, names)
