"""How long `postil export` takes, as a whole process: 1,000 annotations in 100 articles. Aim: under a second.

python -m tests.bench.export [ARTICLES] [ANNOTATIONS]
"""

import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter

from annotations import index, sources
from annotations.codebook import DEFAULT
from annotations.library import Library
from annotations.store import Store
from annotations.tagging import annotate, tagged
from seeds.build import build
from seeds.read import Raw
from seeds.span import Span

AT = datetime(2026, 1, 1, tzinfo=UTC)
CODER = "bench"
RUNS = 5
WORDS = (
    "the", "crews", "of", "harbour", "talks", "and", "minister", "union", "that", "ferry", "port", "is", "demand",
    "agree", "to", "refuse", "before", "the", "wages", "on", "Monday", "offer", "in", "Tern", "peace", "with",
)  # fmt: skip


def written(random: Random, number: int) -> str:
    """An article of about 600 words."""

    def sentence() -> str:
        return " ".join(random.choices(WORDS, k=12)).capitalize()

    paragraphs = [f"{sentence()}. “{sentence()},” the chairman said. {sentence()}." for _ in range(16)]
    return f"Talks of day {number} resume in Tern\n\n" + "\n\n".join(paragraphs) + "\n"


def fill(root: Path, articles: int, annotations: int) -> None:
    random, library = Random(4), Library(root)
    texts = [Raw(written(random, number).encode(), f"{number}.txt", f"{number}.txt") for number in range(articles)]
    added = [article for article in sources.write_many(library, (build(raw, added=AT) for raw in texts)) if article]
    store = Store(library, CODER, now=lambda: AT)
    for number in range(annotations):
        article = added[number % len(added)]
        block = random.choice(article.blocks).span
        span = Span(block.start, min(block.end, block.start + random.randrange(20, 120)))
        tag = random.choice(DEFAULT.tags)
        store.commit(article.id, tagged(annotate(article, [span], tag, id=number + 1, at=AT)))
    store.close()
    index.rows(library, CODER)


def main() -> None:
    articles, annotations = (int(word) for word in [*sys.argv[1:], "100", "1000"][:2])
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder) / "library", articles, annotations)
        command = [sys.executable, "-m", "tui", "--library", f"{folder}/library", "export", "-o", f"{folder}/tags.csv"]
        environ = {**os.environ, "POSTIL_CODER": CODER}
        times = []
        for _ in range(RUNS):
            start = perf_counter()
            subprocess.run(command, check=True, env=environ, stderr=subprocess.DEVNULL)
            times.append(perf_counter() - start)
        rows = (Path(folder) / "tags.csv").read_bytes().count(b"\r\n") - 1
        print(f"{rows} rows of {articles} articles: {min(times):.2f} s at best, {max(times):.2f} s at worst")


if __name__ == "__main__":
    main()
