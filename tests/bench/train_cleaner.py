"""Learn the cleaner's weights from the cleaning benchmark. Run by hand; needs numpy and scipy.

    python -m tests.bench.train_cleaner ../shared/bench/cleaning               writes seeds/clean/weights.json
    python -m tests.bench.train_cleaner ../shared/bench/cleaning --folds 5     only measures, on pages of unseen sites

Measured figures follow the scorer of the benchmark: F1, precision and recall of the runs of four words of what is body;
titles that are right, of the texts in which the title is a line, and wrong ones that are given, of all with a title.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType

import seeds.clean
from seeds.clean.model import Weights, scores
from seeds.clean.sequence import State, path
from tests.bench.training.chain import learn
from tests.bench.training.headline import choice, learn_titles, unseen_titles
from tests.bench.training.pages import FORMS, Known, load
from tests.bench.training.scoring import fold_of, scorer
from tests.bench.training.written import written

WEIGHTS = Path(seeds.clean.__file__).with_name("weights.json")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    arguments.add_argument("data", type=Path, help="the folder of the cleaning benchmark")
    arguments.add_argument("--folds", type=int, default=0, help="cross-validate over sites in so many parts")
    given = arguments.parse_args()
    known = load(given.data)
    print(f"{len(known)} texts", file=sys.stderr)
    folds = [fold_of(text, given.folds or 5) for text in known]
    unseen = _unseen(known, folds)
    if given.folds:
        _report(known, unseen, scorer(given.data))
        _report_titles(known, unseen_titles(known, unseen, folds), scorer(given.data))
        return
    choices = [choice(text, unseen[at]) for at, text in enumerate(known) if text.title]
    WEIGHTS.write_text(written(learn(known), learn_titles(choices)), "utf-8")


def _unseen(known: Sequence[Known], folds: Sequence[int]) -> dict[int, list[State]]:
    """How each text is read by weights that were learned without its site; by its place in `known`."""
    found = {}
    for part in sorted(set(folds)):
        learned = learn([text for text, other in zip(known, folds, strict=True) if other != part])
        weights = Weights(**json.loads(written(learned, {})))
        for at, text in enumerate(known):
            if folds[at] == part:
                found[at] = path(*scores(text.features, weights))
        print(f"part {part + 1} of {len(set(folds))}", file=sys.stderr)
    return found


def _report(known: Sequence[Known], states: dict[int, list[State]], score: ModuleType) -> None:
    gold = {page["id"]: page["text"] for page in score.read_jsonl(Path(score.__file__ or "").parent / "gold.jsonl.gz")}
    matches = defaultdict(list)
    for at, text in enumerate(known):
        kept = "\n".join(_kept(text, states[at]))
        matches[text.form, text.set].append(score.match(gold[text.id], kept))
    for (form, origin), found in sorted(matches.items()):
        if form in FORMS:
            figures = score.average(found)
            print(f"{form:7} {origin:5} F1 {figures['f1']:.3f}  P {figures['p']:.3f}  R {figures['r']:.3f}")


def _report_titles(known: Sequence[Known], titles: dict[int, str], score: ModuleType) -> None:
    folder = Path(score.__file__ or "").parent / "text"
    there = {
        (form, record["id"]): record["title_in_text"]
        for form in FORMS
        for record in score.read_jsonl(folder / f"{form}.jsonl.gz")
    }
    counts = defaultdict(list)
    for at, text in enumerate(known):
        if text.form in FORMS and text.title:
            right = score.same_title(titles[at], text.title)
            for group in ((text.form, text.set), (text.form, "all"), ("both", "all")):
                counts[group].append((there[text.form, text.id], right, not right and bool(titles[at])))
    for (form, origin), found in sorted(counts.items()):
        due = [right for is_there, right, _ in found if is_there]
        wrong = sum(is_wrong for _, _, is_wrong in found) / len(found)
        right = sum(due) / len(due)
        print(f"{form:7} {origin:5} titles right {right:.3f} of {len(due)}  wrong {wrong:.3f} of {len(found)}")


def _kept(text: Known, states: Sequence[State]) -> Iterable[str]:
    return (span.of(text.text) for span, state in zip(text.spans, states, strict=True) if state is State.BODY)


if __name__ == "__main__":
    main()
