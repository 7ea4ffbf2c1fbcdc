"""Learned weights as the package reads them."""

import json
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from tests.bench.training.chain import Learned

np: Any = import_module("numpy")

LEAST = 4
"""Hundredths: features that are hardly worth anything are left out."""


def mean(learned: Sequence[Learned]) -> Learned:
    """The mean of several weights, of which each may know other features; what one does not know is worth 0 to it."""
    names = sorted({name for one in learned for name in one.names})
    edge_names = sorted({name for one in learned for name in one.edge_names})
    states = sum(_spread(one.names, one.states, names) for one in learned) / len(learned)
    edges = sum(_spread(one.edge_names, one.edges, edge_names) for one in learned) / len(learned)
    return Learned(names, states, edge_names, edges)


def _spread(names: Sequence[str], rows: Any, wanted: Sequence[str]) -> Any:
    """The rows of some names in the order of the wanted ones."""
    at = {name: number for number, name in enumerate(wanted)}
    found = np.zeros((len(wanted), rows.shape[1]))
    found[[at[name] for name in names]] = rows
    return found


def written(learned: Learned, title: dict[str, float]) -> str:
    """The weights as JSON, in hundredths, one feature a line."""
    states = zip(learned.names, _hundredths(learned.states), strict=True)
    edges = zip(learned.edge_names, _hundredths(learned.edges), strict=True)
    parts: dict[str, dict[str, Any]] = {
        "states": {name: row for name, row in states if max(map(abs, row)) >= LEAST},
        "edges": {name: row for name, row in edges if name == "*" or max(map(abs, row)) >= LEAST},
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
