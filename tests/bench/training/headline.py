"""Learn what features are worth to a title: of a text's candidates and "none", the right one shall be likeliest."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple

from seeds.clean.candidates import candidates
from seeds.clean.model import Weights
from seeds.clean.sequence import State
from seeds.clean.title import find_title
from tests.bench.training.pages import Known

np: Any = import_module("numpy")
sparse: Any = import_module("scipy.sparse")
optimize: Any = import_module("scipy.optimize")

_RIDGE, _FEWEST, _WRONG = 20.0, 4, 1.0
"""The penalty on large weights, how often a feature must be seen, how much a text without a title to find counts."""


class Choice(NamedTuple):
    """The candidates of one text, each with its features, and which of them are the title."""

    features: list[list[str]]
    right: list[bool]


def choice(text: Known, states: Sequence[State]) -> Choice:
    """What there is to choose from in a text that was read as `states`."""
    found = list(candidates(text.page, states))
    return Choice([names for _, names in found], [_same(text.spans[at].of(text.text), text.title) for at, _ in found])


def learn_titles(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights of the features; a candidate whose weights sum up to less than 0 is rather no title."""
    times = Counter(name for found in choices for names in found.features for name in names)
    vocabulary = sorted(name for name, count in times.items() if count >= _FEWEST)
    index = {name: at for at, name in enumerate(vocabulary)}
    lines = [names for found in choices for names in found.features]
    cells = [(row, index[name]) for row, names in enumerate(lines) for name in names if name in index]
    seen = sparse.csr_matrix(
        (np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=(len(lines), len(vocabulary))
    )
    right = np.array([mark for found in choices for mark in found.right], float)
    ends = np.cumsum([0, *(len(found.right) for found in choices)])
    texts = [slice(begin, end) for begin, end in pairwise(ends) if end > begin]

    def loss(weights: Any) -> tuple[float, Any]:
        worth = np.exp(np.clip(seen @ weights, -30, 30))
        total, by_line = 0.0, np.zeros(len(lines))
        for text in texts:
            part, true = worth[text], worth[text] * right[text]
            whole = part.sum() + 1
            if true.any():
                total -= np.log(true.sum() / whole)
                by_line[text] = part / whole - true / true.sum()
            else:
                total += _WRONG * np.log(whole)
                by_line[text] = _WRONG * part / whole
        return total + 0.5 * _RIDGE * weights @ weights, seen.T @ by_line + _RIDGE * weights

    start = np.zeros(len(vocabulary))
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return dict(zip(vocabulary, found.tolist(), strict=True))


def unseen_titles(
    known: Sequence[Known], states: Mapping[int, Sequence[State]], folds: Sequence[int]
) -> dict[int, str]:
    """The title found in each text ("": none) by weights that were learned without its site; by its place in `known`.

    `states` is how each text is read, `folds` the part of the sites that each is in.
    """
    choices = {at: choice(text, states[at]) for at, text in enumerate(known) if text.title}
    found = {}
    for part in sorted(set(folds)):
        learned = learn_titles([one for at, one in choices.items() if folds[at] != part])
        weights = Weights({}, {}, _hundredths(learned))
        for at, text in enumerate(known):
            if folds[at] == part:
                title = find_title(text.page, states[at], weights)
                found[at] = "" if title is None else text.spans[title].of(text.text)
    return found


def _hundredths(learned: Mapping[str, float]) -> dict[str, float]:
    """The weights as the package reads them, without those hardly worth anything."""
    return {name: round(100 * worth) for name, worth in learned.items() if abs(worth) >= 0.02}


def _same(one: str, other: str) -> bool:
    """The scorer's rule: the same words but for one in five."""
    a, b = ({word.lower() for word in re.findall(r"\w+", text)} for text in (one, other))
    return bool(a and b) and 2 * len(a & b) / (len(a) + len(b)) >= 0.8
