"""A process that makes articles: how it is asked and answers, and what it does.

It is asked through one pipe and answers through another, in the order in which it was asked, so that one that breaks
down over a document leaves nothing half read, and tells by that over which. It ends with the process that asks, however
that ends, and loads what reads a text; what reads a page only once there is one.
"""

import os
import signal
from collections import deque
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from types import MappingProxyType
from typing import NamedTuple

from seeds.errors import Refused
from seeds.read import Raw
from tui.cli.making import Made, Step, make

Answer = Made | tuple[str, str, str]
"""An article, the parts of a refusal, or the traceback of an error that nobody foresaw."""


class Asked(NamedTuple):
    """A document that a worker has."""

    step: Step
    raw: Raw
    added: datetime


class Worker:
    """One process, and what it was asked and has not answered."""

    def __init__(self) -> None:
        context = get_context("spawn")
        questions, self._questions = context.Pipe(duplex=False)
        self.answers, answers = context.Pipe(duplex=False)
        self.asked: deque[Asked] = deque()
        self._process: BaseProcess = context.Process(target=_work, args=(questions, answers), daemon=True)
        resource_tracker.ensure_running()  # it would let Ctrl+C through again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # Ctrl+C is for this process only
        try:
            self._process.start()
        finally:
            questions.close()
            answers.close()
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def ask(self, asked: Asked) -> None:
        """Give it one more document, without waiting for any."""
        self.asked.append(asked)
        with suppress(OSError):  # it is dead, and the next answer that is missed tells so
            self._questions.send((_plain(asked.raw), asked.added))

    def take(self) -> None:
        """Wait for one answer, and put it into its step. Raises EOFError or OSError where the process is dead."""
        answer: Answer = self.answers.recv()
        self.asked.popleft().step.found = answer if isinstance(answer, Made) else Refused(*answer)

    def end(self) -> None:
        """End the process at once, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._questions.close()
        self.answers.close()


def _plain(raw: Raw) -> Raw:
    """The document as it can go through a pipe."""
    extra = raw.given.extra
    return replace(raw, given=raw.given._replace(extra=dict(extra))) if isinstance(extra, MappingProxyType) else raw


def _work(questions: Connection, answers: Connection) -> None:
    """What a worker does: answer until nobody asks any more."""
    documents: SimpleQueue[tuple[Raw, datetime]] = SimpleQueue()
    Thread(target=_take_in, args=(questions, documents), daemon=True).start()
    while True:
        answers.send(_answer(*documents.get()))


def _take_in(questions: Connection, documents: "SimpleQueue[tuple[Raw, datetime]]") -> None:
    """Take in what is asked, so that whoever asks never waits; and end the process when the asking one is gone."""
    with suppress(EOFError, OSError):
        while True:
            documents.put(questions.recv())
    os._exit(0)


def _answer(raw: Raw, added: datetime) -> Answer:
    found = make(raw, added)
    return found if isinstance(found, Made) else (found.place, found.why, found.remedy)
