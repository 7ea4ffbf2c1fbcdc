"""Learn the weights of pages from the cleaning benchmark. Run by hand; needs numpy and scipy.

    python -m tests.bench.train_pages ../shared/bench/cleaning               writes seeds/html/weights.json
    python -m tests.bench.train_pages ../shared/bench/cleaning --folds 5     only measures, on pages of unseen sites

Measured figures follow the scorer of the benchmark: F1, precision and recall of the runs of four words of what is body;
the last table shows the pages on which least is right.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import seeds.html
from seeds.article import Block
from seeds.clean import cleaned
from seeds.clean.model import Weights
from seeds.html.label import label
from tests.bench.training.chain import learn
from tests.bench.training.scoring import fold_of, scorer
from tests.bench.training.web import Web, load_pages
from tests.bench.training.written import mean, written

SEEDS = (3, 4, 5)
"""The draws of variants that are learned from."""

LENIENCE = 0.1
"""Half as much as for texts: the markup tells furniture more surely."""

WEIGHTS = Path(seeds.html.__file__).with_name("weights.json")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    arguments.add_argument("data", type=Path, help="the folder of the cleaning benchmark")
    arguments.add_argument("--folds", type=int, default=0, help="cross-validate over sites in so many parts")
    given = arguments.parse_args()
    draws = [load_pages(given.data, seed) for seed in SEEDS]
    print(f"{len(draws[0])} pages, with variants", file=sys.stderr)
    if given.folds:
        _report(given.data, draws, given.folds)
    else:
        WEIGHTS.write_text(_learned(draws), "utf-8")


def _learned(draws: Sequence[Sequence[Web]]) -> str:
    """The mean of what is learned from each draw: what depends on the draw is evened out (bagging, Breiman 1996)."""
    return written(mean([learn([page.known for page in pages], LENIENCE) for pages in draws]), {})


def _report(folder: Path, draws: Sequence[Sequence[Web]], folds: int) -> None:
    kept = {name: text for part in range(folds) for name, text in _unseen(draws, folds, part).items()}
    score = scorer(folder)
    gold = score.read_jsonl(folder / "gold.jsonl.gz")
    for origin in ("aeb", "wcxb"):
        found = [score.match(page["text"], kept[page["id"]]) for page in gold if page["set"] == origin]
        figures, spread = score.average(found), score.spread(found)
        print(f"{origin:5} F1 {figures['f1']:.3f} ± {spread:.3f}  P {figures['p']:.3f}  R {figures['r']:.3f}")
    worst = sorted(gold, key=lambda page: score.page_f1(score.match(page["text"], kept[page["id"]])))[:10]
    for page in worst:
        match = score.match(page["text"], kept[page["id"]])
        precision, recall = score.precision(match) or 0, score.recall(match) or 0
        print(f"{score.page_f1(match):.2f}  P {precision:.2f}  R {recall:.2f}  {page['set']}  {page['url'][:90]}")


def _unseen(draws: Sequence[Sequence[Web]], folds: int, part: int) -> dict[str, str]:
    """What is kept of the pages of a part by weights that were learned without their sites, by the pages' ids."""
    others = [[page for page in pages if fold_of(page.known, folds) != part] for pages in draws]
    weights = Weights(**json.loads(_learned(others)))
    mine = [page for page in draws[0] if page.known.form == "html" and fold_of(page.known, folds) == part]
    print(f"part {part + 1} of {folds}", file=sys.stderr)
    return {page.known.id: _kept(page, weights) for page in mine}


def _kept(page: Web, weights: Weights) -> str:
    known = page.known
    named = label(known.page, page.lines, page.votes, page.title, weights)
    return cleaned(known.text, [Block(span, *name) for span, name in zip(known.spans, named, strict=True)])


if __name__ == "__main__":
    main()
