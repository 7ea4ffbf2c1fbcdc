"""A disk that refuses, that a kill interrupts, or that forgets what was not synced. Not a test.

Takes the place of the system calls that files are written with; syncs nothing, so that it is quick.
"""

import errno
import io
import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from seeds.errors import Problem

CALLS = {
    "open": (os, "open"),
    "read": (io, "open"),
    "write": (os, "write"),
    "sync": (os, "fsync"),
    "cut": (os, "ftruncate"),
    "rename": (os, "replace"),
    "close": (os, "close"),
    "folder": (os, "mkdir"),
}
"""What can fail, and where Python has it; io.open is what Path.read_bytes asks."""

ERRNOS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE)
SHORT = -1
"""Stands for a disk that takes half of the bytes and is full then."""


class Fault(NamedTuple):
    """Which call is refused: the `number`-th of its kind, from 1 on, and with `lasting` those of its kind behind it."""

    call: str
    number: int
    errno: int
    lasting: bool = False


class Killed(BaseException):
    """The program is no more: nothing that it would do now is done."""


class Disk:
    """Counts the calls. Refuses what `fault` says; before the `kill`-th call of all, the program ends: a write is half
    done then."""

    def __init__(self, fault: Fault | None = None, kill: int = 0) -> None:
        self.fault, self.kill = fault, kill
        self.made: Counter[str] = Counter()
        self.refused = 0
        self._paths: dict[int, Path] = {}
        self._synced: dict[int, bytes] = {}
        self._touched: set[int] = set()

    @contextmanager
    def laid(self) -> Iterator["Disk"]:
        """Be the disk of this process for a while."""
        with ExitStack() as stack:
            for call, (module, name) in CALLS.items():
                stack.enter_context(patch.object(module, name, self._instead(call, getattr(module, name))))
            yield self

    def cut_power(self, folder: Path) -> None:
        """Leave of every file that was written only what had been synced. A rename is never lost."""
        for path in (path for path in folder.rglob("*") if path.is_file()):
            inode = path.stat().st_ino
            if inode in self._touched and path.read_bytes() != self._synced.get(inode, b""):
                path.write_bytes(self._synced.get(inode, b""))

    def _instead(self, call: str, really: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **named: Any) -> Any:
            self.made[call] += 1
            if self.kill and self.made.total() >= self.kill:
                if call == "write" and self.made.total() == self.kill:
                    really(args[0], _half(args[1]))
                if call == "close":
                    really(*args)  # as the system does for a program that ended
                raise Killed
            if self._refuses(call):
                return self._refuse(call, really, args)
            if call in ("sync", "write", "cut"):
                self._note(call, args[0])
            if call == "sync":
                return None
            found = really(*args, **named)
            if call == "open":
                self._opened(found, Path(args[0]))
            return found

        return called

    def _refuses(self, call: str) -> bool:
        fault = self.fault
        if not fault or fault.call != call:
            return False
        return self.made[call] == fault.number or (fault.lasting and self.made[call] > fault.number)

    def _refuse(self, call: str, really: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        assert self.fault
        self.refused += 1
        if self.fault.errno == SHORT:
            if self.refused == 1 and len(args[1]) > 1:
                self._note(call, args[0])
                return really(args[0], _half(args[1]))
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if call == "close":
            really(*args)  # close(2): the descriptor is given back all the same
        raise OSError(self.fault.errno, os.strerror(self.fault.errno))

    def _opened(self, descriptor: int, path: Path) -> None:
        self._paths[descriptor] = path
        inode = os.fstat(descriptor).st_ino
        if path.is_file() and inode not in self._touched:
            self._synced[inode] = _content(path)

    def _note(self, call: str, descriptor: int) -> None:
        """Remember what a file holds when it is synced, and which ones were written."""
        inode = os.fstat(descriptor).st_ino
        path = self._paths.get(descriptor)
        if call != "sync":
            self._touched.add(inode)
        elif path and path.is_file():
            self._synced[inode] = _content(path)


def every(call: str, count: int) -> Iterator[Fault]:
    """One refusal after the other; of the lasting ones an error of the disk stands for all."""
    for number in range(1, count + 1):
        yield from (Fault(call, number, one) for one in ERRNOS)
        yield Fault(call, number, errno.EIO, lasting=True)
        if call == "write":
            yield Fault(call, number, SHORT, lasting=True)


def attempted(fault: Fault, do: Callable[[], object]) -> Problem | None:
    """What is said where the disk refuses; None where it is done all the same."""
    with Disk(fault).laid() as disk:
        try:
            do()
        except Problem as problem:
            return problem
    assert disk.refused, fault
    return None


def is_sentence(problem: Problem) -> bool:
    """Whether it tells people where and why, without a word from inside of Python."""
    return bool(problem.place and problem.why) and "Errno" not in str(problem)


_open = io.open


def _content(path: Path) -> bytes:
    with _open(path, "rb") as file:
        return file.read()


def _half(data: bytes) -> bytes:
    return bytes(data)[: max(1, len(data) // 2)]


def leftovers(folder: Path) -> list[str]:
    """The temporary files that a writer left."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob(".*.new"))
