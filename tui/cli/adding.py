"""Documents on their way into a library: a batch at a time, in their order, whole or not at all."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from time import monotonic

from annotations import sources
from seeds.article import Article
from tui.cli.making import Made, Step
from tui.cli.telling import Teller

PATIENCE = 1.0
"""Seconds that an article waits for others to be written with it."""

Put = Callable[[list[Made]], Iterable[Article | None]]
"""Articles are put in their place; an answer each, in order: the article as it is there, None where it was before."""


class Adding:
    """Takes documents that became articles, puts them in their place, and has told what became of each.

    Ctrl+C stops the taking, and what was taken is still written; pressed again it stops that too.
    """

    def __init__(self, put: Put, teller: Teller) -> None:
        self._put, self._teller = put, teller
        self._waiting: deque[Step] = deque()
        self._writing = self._stopped = False
        self._settled = monotonic()

    def run(self, steps: Generator[Step, None, None]) -> None:
        """Add them all; each is told once it is on the disk to stay. Raises NotSaved, and KeyboardInterrupt after a
        stop."""
        before = signal.signal(signal.SIGINT, self._interrupt)
        try:
            self._take(steps)
            self._settle()
        finally:
            signal.signal(signal.SIGINT, before)
        if self._stopped:
            raise KeyboardInterrupt

    def _take(self, steps: Generator[Step, None, None]) -> None:
        try:
            with closing(steps):
                for step in steps:
                    self._waiting.append(step)
                    if self._is_time():
                        self._settle()
                    if self._stopped:
                        return
        except KeyboardInterrupt:
            self._stopped = True

    def _is_time(self) -> bool:
        """Whether to write: a batch is full, or nothing has been told for a while, or there is only something to
        tell."""
        articles = sum(isinstance(step.found, Made) for step in self._waiting)
        return not articles or articles >= sources.BATCH or monotonic() - self._settled > PATIENCE

    def _settle(self) -> None:
        """Write the articles that wait, and tell of all that waits."""
        self._writing = True
        try:
            written = iter(self._put([step.found for step in self._waiting if isinstance(step.found, Made)]))
            while self._waiting:
                after = next(written) if isinstance(self._waiting[0].found, Made) else None
                self._teller.tell(self._waiting.popleft(), after)
        finally:
            self._writing, self._settled = False, monotonic()
        self._teller.wait()

    def _interrupt(self, *_: object) -> None:
        if self._stopped or not self._writing:
            raise KeyboardInterrupt
        self._stopped = True
