"""Signals that ask the program to leave: each does what Ctrl+C does at that moment, and has an exit code of its own."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

ASKING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What asks to leave: Ctrl+C, a plain kill, a terminal that is closed."""


def code(number: int) -> int:
    """The exit code that shells give a program which a signal ended."""
    return 128 + number


class Heard:
    """The number of the signal because of which the program leaves; 0 until one came."""

    number = 0

    @property
    def code(self) -> int:
        return code(self.number or signal.SIGINT)


@contextmanager
def heeded(heard: Heard) -> Iterator[None]:
    """Let a kill and a closed terminal raise KeyboardInterrupt, or do what else Ctrl+C does by then.

    A signal that is ignored, as under nohup, stays so.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        heard.number = number
        interrupt = signal.getsignal(signal.SIGINT)
        if not callable(interrupt):  # a shell lets what it starts in the background ignore Ctrl+C
            raise KeyboardInterrupt
        interrupt(number, frame)

    with _handled(ASKING[1:], stop):
        yield


@contextmanager
def held() -> Iterator[None]:
    """Let signals that ask to leave wait until the end of the block; only a second one does not wait."""
    waiting: list[int] = []
    with ExitStack() as handled:

        def wait(number: int, _: FrameType | None) -> None:
            waiting.append(number)
            if len(waiting) > 1:
                handled.close()
                signal.raise_signal(number)

        handled.enter_context(_handled(ASKING, wait))
        yield
    if waiting:
        signal.raise_signal(waiting[0])


def ask(loop: "AbstractEventLoop", leave: Callable[[int], object]) -> None:
    """From now on call `leave` with the number of a signal that asks to leave, between two steps of the loop."""
    for number in _heeded(ASKING):
        loop.add_signal_handler(number, leave, number)


@contextmanager
def _handled(numbers: tuple[int, ...], handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    before = {number: signal.signal(number, handler) for number in _heeded(numbers)}
    try:
        yield
    finally:
        for number, known in before.items():
            signal.signal(number, known)


def _heeded(numbers: tuple[int, ...]) -> list[int]:
    """Those that are neither ignored nor taken by something that is not Python's."""
    return [number for number in numbers if signal.getsignal(number) not in {signal.SIG_IGN, None}]
