"""What the features of a block are worth, as it was learned from pages whose article is known.

`weights.json` holds hundredths: for each feature the worth as ABOVE, BODY, HOLE and BEHIND, for some the worth of the
eight moves of `seeds.clean.sequence.MOVES` into the block, for others the worth of a block as title. It is written by
tests/bench/train_cleaner.py; a feature that it does not know is worth nothing.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Weights(NamedTuple):
    """What each feature is worth, in hundredths."""

    states: dict[str, tuple[float, float, float, float]]
    edges: dict[str, tuple[float, ...]]
    title: dict[str, float]


@cache
def weights() -> Weights:
    """The weights that the package brings along."""
    return load(Path(__file__).with_name("weights.json"))


def load(path: Path) -> Weights:
    """The weights in a file."""
    return Weights(**json.loads(path.read_text("utf-8")))


def scores(
    features: Iterable[Sequence[str]], known: Weights | None = None
) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
    """For each block its scores as each state, and those of the moves into it; by `known` if it is given."""
    known = known or weights()
    states, edges = known.states.get, known.edges.get
    rows, moves = list[tuple[float, ...]](), list[tuple[float, ...]]()
    for names in features:
        above = body = hole = behind = 0.0
        for worth in filter(None, map(states, names)):
            above += worth[0]
            body += worth[1]
            hole += worth[2]
            behind += worth[3]
        rows.append((above / 100, body / 100, hole / 100, behind / 100))
        moves.append(tuple(sum(column) / 100 for column in zip(*filter(None, map(edges, names)), strict=True)))
    return rows, moves


def title_score(features: Iterable[str], known: Weights | None = None) -> float:
    """How much speaks for a block as the title, by `known` if it is given; above 0 it is rather the title than none."""
    worth = (known or weights()).title.get
    return sum(worth(name, 0.0) for name in features) / 100
