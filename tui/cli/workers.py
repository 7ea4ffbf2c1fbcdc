"""All cores are at work on articles: as many processes as there is work for, each with as much as the others.

Nothing is started before something is asked. One that breaks down over a document takes no other with it.
"""

import os
from contextlib import AbstractContextManager
from datetime import datetime

from seeds.errors import Refused
from seeds.read import Raw
from tui.cli.making import Step, make
from tui.cli.worker import Asked, Worker

MOST = 8
"""Processes at most: more would only wait for this one, which writes for all of them."""

BUSY = 2
"""Documents that a worker has before another one is started: one that it makes, and the next."""


class Workers(AbstractContextManager["Workers"]):
    """As many processes as there is work for and there are cores: none on one core, and all is made here."""

    def __init__(self) -> None:
        cores = os.cpu_count() or 1
        self._most = min(cores, MOST) if cores > 1 else 0
        self._all: list[Worker] = []

    def __exit__(self, *_: object) -> None:
        while self._all:
            self._all.pop().end()

    def ask(self, step: Step, raw: Raw, added: datetime) -> None:
        """Have the article of a step made from its document; `added` is the time at which that came in."""
        for worker in tuple(self._all):
            while worker in self._all and worker.asked and worker.answers.poll():
                self._take(worker)
        self._give(Asked(step, raw, added))

    def wait(self, step: Step) -> None:
        """Wait until a step that was asked is done."""
        while step.found is None:
            self._take(next(one for one in self._all if any(asked.step is step for asked in one.asked)))

    def _give(self, asked: Asked) -> None:
        worker = min(self._all, key=lambda one: len(one.asked), default=None)
        if len(self._all) < self._most and (worker is None or len(worker.asked) >= BUSY):
            worker = self._started() or worker
        if worker:
            worker.ask(asked)
        else:
            asked.step.found = make(asked.raw, asked.added)

    def _started(self) -> Worker | None:
        """One more worker; None where the system lets no more be started, as it may be the next time too."""
        try:
            worker = Worker()
        except OSError:
            self._most = len(self._all)
            return None
        self._all.append(worker)
        return worker

    def _take(self, worker: Worker) -> None:
        try:
            worker.take()
        except (EOFError, OSError):
            self._bury(worker)

    def _bury(self, worker: Worker) -> None:
        """Refuse the document over which a process broke down, and have the others made by another."""
        self._all.remove(worker)
        worker.end()
        step = worker.asked.popleft().step
        why = "the process that read it was ended, by the system or by a mistake in a program"
        step.found = Refused(step.place, why, "add it by itself; if that fails too, save its text in a file")
        for asked in worker.asked:
            self._give(asked)
