"""How far a long command is: one line on a terminal that what is said and given out pushes aside, else nothing."""

import sys
from time import monotonic

PAUSE = 0.1
"""Seconds between two drawings: more often only takes time from the work."""

WIDTH = 30


class Progress:
    """A bar on standard error for `total` steps, where that is a terminal and there is something to wait for."""

    def __init__(self, label: str, total: int) -> None:
        self._label, self._total, self._done = label, total, 0
        self._drawn = False
        self._seen = total > 1 and sys.stderr.isatty()
        self._next = monotonic() + PAUSE

    def advance(self) -> None:
        """One step is done."""
        self._done += 1
        if self._seen and monotonic() >= self._next:
            filled = WIDTH * self._done // self._total
            bar = "█" * filled + "·" * (WIDTH - filled)
            self._write(f"\r{self._label} {bar} {self._done} of {self._total}\x1b[K")
            self._drawn, self._next = True, monotonic() + PAUSE

    def clear(self) -> None:
        """Take the bar away, before anything else is written and at the end."""
        if self._drawn:
            self._write("\r\x1b[K")
            self._drawn = False

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
