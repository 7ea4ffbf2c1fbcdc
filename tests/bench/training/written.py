"""Learned weights as the package reads them."""

import json
from typing import Any

from tests.bench.training.chain import Learned

LEAST = 4
"""Hundredths: features that are hardly worth anything are left out."""


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
