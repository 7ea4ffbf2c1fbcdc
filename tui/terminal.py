"""The terminal that the app runs in, and what there is to do when it is gone.

Of that Textual's own driver knows nothing: a thread of it dies, for which it then waits without an end, or another one
reads nothing as fast as it can.
"""

import asyncio
import os
import termios
from collections.abc import Callable
from typing import Any, TextIO

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

EVERY = 0.5
"""Seconds between two looks at whether the terminal is still there: reading from one that is gone does not tell."""


class HungUp(Message, bubble=False):
    """The terminal is gone."""


class Terminal(LinuxDriver):
    """Textual's driver, which tells the app when the terminal is gone."""

    def __init__(self, *words: Any, **options: Any) -> None:
        super().__init__(*words, **options)
        self._file: Any = Outlet(self._file, self._hung_up)
        self._looking: asyncio.TimerHandle | None = None

    def start_application_mode(self) -> None:
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual leaves it untyped
        self._look(asyncio.get_running_loop())

    def stop_application_mode(self) -> None:
        if self._looking:
            self._looking.cancel()
        super().stop_application_mode()

    def run_input_thread(self) -> None:
        try:
            super().run_input_thread()
        except OSError:
            self._hung_up()

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        try:
            termios.tcgetattr(self.fileno)
        except termios.error:
            self._hung_up()
        else:
            self._looking = loop.call_later(EVERY, self._look, loop)

    def _hung_up(self) -> None:
        self._app.post_message(HungUp())


class Outlet:
    """A stream to a terminal that takes all that is written, also when the terminal is gone: that is told to `gone`."""

    def __init__(self, stream: TextIO, gone: Callable[[], None]) -> None:
        self._stream, self._gone = stream, gone

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> None:
        try:
            self._stream.write(text)
        except OSError:
            self._drop()

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError:
            self._drop()

    def _drop(self) -> None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._stream.fileno())
        os.close(nowhere)
        self._gone()
