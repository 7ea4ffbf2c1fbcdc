"""A goal of a benchmark, and where the measuring kit is that stands beside this repository."""

from pathlib import Path
from statistics import median
from typing import NamedTuple

SHARED = Path(__file__).parents[2] / "../shared"


class Goal(NamedTuple):
    """What is measured, its values turn by turn, and the most that their median may be."""

    what: str
    values: list[float]
    most: float

    def line(self) -> str:
        if not self.values:
            return f"{self.what:58} not measured"
        found = median(self.values)
        spread = f"({min(self.values):.3g} to {max(self.values):.3g})"
        return f"{self.what:58} {found:.3g} {spread:20} <= {self.most:<5} {'met' if found <= self.most else 'MISSED'}"
