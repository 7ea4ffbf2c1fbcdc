"""How far a long command is: one line on a terminal that what is said and given out pushes aside, else nothing."""

import sys
from collections import deque
from time import monotonic

PAUSE = 0.1
"""Seconds between two drawings: more often only takes time from the work."""

WIDTH = 30

RECENT = 100
"""Drawings by which the speed is judged: some ten seconds, for what was quick at first may be slow now."""


class Progress:
    """A bar on standard error for `total` steps, where that is a terminal and there is something to wait for.

    `total` may change on the way, and is None while nobody knows it: then there is no bar, and no time left.
    """

    def __init__(self, label: str, total: int | None) -> None:
        self.total = total
        self._label, self._done = label, 0
        self._drawn = False
        self._seen = sys.stderr.isatty()
        self._recent = deque([(monotonic(), 0)], RECENT)
        self._next = self._recent[0][0] + PAUSE

    def advance(self) -> None:
        """One step is done."""
        self._done += 1
        if self._seen and (now := monotonic()) >= self._next:
            self._draw(now)

    def draw(self) -> None:
        """Show the bar again, after what was told in its place."""
        if self._seen and self._done:
            self._draw(monotonic())

    def _draw(self, now: float) -> None:
        if self.total == 1:
            return
        self._write(f"\r{self._label} {self._line(now)}\x1b[K")
        self._drawn, self._next = True, now + PAUSE
        self._recent.append((now, self._done))

    def clear(self) -> None:
        """Take the bar away, before anything else is written and at the end."""
        if self._drawn:
            self._write("\r\x1b[K")
            self._drawn = False

    def _line(self, now: float) -> str:
        since, before = self._recent[0]
        speed = (self._done - before) / (now - since) if now > since else 0.0
        told = [f"{self._done:,}"]
        if self.total is not None:
            filled = min(WIDTH * self._done // self.total, WIDTH)
            told = [f"{'█' * filled}{'·' * (WIDTH - filled)} {self._done:,} of {self.total:,}"]
        if speed:
            told.append(f"{speed:,.0f}/s" if speed >= 10 else f"{speed:.1f}/s")
        if speed and self.total is not None and self.total > self._done:
            told.append(f"{_time((self.total - self._done) / speed)} left")
        return " · ".join(told)

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def _time(seconds: float) -> str:
    """A length of time as somebody who waits would say it."""
    if seconds < 100:
        return f"{max(seconds, 1):.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
