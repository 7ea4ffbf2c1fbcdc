"""Learn the cleaner's weights from the cleaning benchmark. Run by hand; needs numpy and scipy.

    python -m tests.bench.train_cleaner ../shared/bench/cleaning               writes seeds/clean/weights.json
    python -m tests.bench.train_cleaner ../shared/bench/cleaning --folds 5     only measures, on pages of unseen sites

Measured figures follow the scorer of the benchmark: F1, precision and recall of the runs of four words of what is body.
"""

import argparse
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import seeds.clean
from seeds.clean.model import Weights, scores
from seeds.clean.sequence import State, path
from tests.bench.training.chain import Learned, learn
from tests.bench.training.headline import choice, learn_titles
from tests.bench.training.pages import FORMS, Known, load

WEIGHTS = Path(seeds.clean.__file__).with_name("weights.json")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    arguments.add_argument("data", type=Path, help="the folder of the cleaning benchmark")
    arguments.add_argument("--folds", type=int, default=0, help="cross-validate over sites in so many parts")
    given = arguments.parse_args()
    known = load(given.data)
    print(f"{len(known)} texts", file=sys.stderr)
    unseen = _unseen(known, given.folds or 5)
    if given.folds:
        _report(known, unseen, _scorer(given.data))
        return
    choices = [choice(text, unseen[at]) for at, text in enumerate(known) if text.title]
    WEIGHTS.write_text(_written(learn(known), learn_titles(choices)), "utf-8")


def _unseen(known: Sequence[Known], folds: int) -> dict[int, list[State]]:
    """How each text is read by weights that were learned without its site; by its place in `known`."""
    fold = [int(hashlib.md5(text.site.encode(), usedforsecurity=False).hexdigest(), 16) % folds for text in known]
    found = {}
    for part in range(folds):
        learned = learn([text for text, other in zip(known, fold, strict=True) if other != part])
        weights = Weights(**json.loads(_written(learned, {})))
        for at, text in enumerate(known):
            if fold[at] == part:
                found[at] = path(*scores(text.features, weights))
        print(f"part {part + 1} of {folds}", file=sys.stderr)
    return found


def _written(learned: Learned, title: dict[str, float]) -> str:
    """The weights as the package reads them: hundredths, one feature a line, without those hardly worth anything."""
    states = zip(learned.names, _hundredths(learned.states), strict=True)
    edges = zip(learned.edge_names, _hundredths(learned.edges), strict=True)
    parts: dict[str, dict[str, Any]] = {
        "states": {name: row for name, row in states if max(map(abs, row)) >= 4},
        "edges": {name: row for name, row in edges if name == "*" or max(map(abs, row)) >= 4},
        "title": {name: round(100 * worth) for name, worth in title.items() if abs(worth) >= 0.02},
    }
    return "{" + ",\n".join(f'"{name}":{{\n{_lines(part)}\n}}' for name, part in parts.items()) + "}\n"


def _hundredths(rows: Any) -> list[list[int]]:
    return [[round(100 * worth) for worth in row] for row in rows.tolist()]


def _lines(part: dict[str, Any]) -> str:
    return ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}:{json.dumps(worth, separators=(',', ':'))}"
        for name, worth in sorted(part.items())
    )


def _report(known: Sequence[Known], states: dict[int, list[State]], scorer: ModuleType) -> None:
    gold = {
        page["id"]: page["text"] for page in scorer.read_jsonl(Path(scorer.__file__ or "").parent / "gold.jsonl.gz")
    }
    matches = defaultdict(list)
    for at, text in enumerate(known):
        kept = "\n".join(_kept(text, states[at]))
        matches[text.form, text.set].append(scorer.match(gold[text.id], kept))
    for (form, origin), found in sorted(matches.items()):
        if form in FORMS:
            figures = scorer.average(found)
            print(f"{form:7} {origin:5} F1 {figures['f1']:.3f}  P {figures['p']:.3f}  R {figures['r']:.3f}")


def _kept(text: Known, states: Sequence[State]) -> Iterable[str]:
    return (span.of(text.text) for span, state in zip(text.spans, states, strict=True) if state is State.BODY)


def _scorer(folder: Path) -> ModuleType:
    """The benchmark's own score.py."""
    spec = spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{folder} holds no score.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
