"""Hold a lock against other processes and threads: given back by the system when its holder dies, and it says who.

A disk that cannot lock, as some network disks, is written without, and said once: annotations.doubt.
"""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from platform import node
from sys import argv
from typing import TYPE_CHECKING

from annotations.doubt import doubt
from annotations.errors import Locked
from annotations.files import make_folder

if TYPE_CHECKING:
    from filelock import FileLock

PATIENCE = 10.0
"""Seconds to wait for another process; its longest turn takes a few tenths of one."""

SIGNATURE = 200
"""Bytes of a lock that name its holder, filled up with spaces."""

CANNOT = frozenset({errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a disk without locks answers."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock that this file stands for; it holds the name of who did so last.

    Raises Locked after PATIENCE seconds, OSError. The file stays: removing a lock that somebody waits for breaks it.
    """
    from filelock import Timeout

    make_folder(path.parent)
    lock, holds = _lock(path), True
    try:
        lock.acquire(timeout=PATIENCE)
    except Timeout as error:
        why = f"{_holder(path)} has held this lock for {PATIENCE:.0f} seconds and more"
        raise Locked(path, why, "wait until it is done, or end it, and try again") from error
    except OSError as error:
        if error.errno not in CANNOT:
            raise
        holds = False
        doubt("the library's disk cannot lock files; let only one postil write to it at a time")
    try:
        yield
    finally:
        if holds:
            lock.release()


@cache
def _lock(path: Path) -> "FileLock":
    """One object for each lock: to make it takes as long as to take it."""
    from filelock import FileLock

    return FileLock(path, poll_interval=0.005, fallback_to_soft=False, on_acquired=_sign)


def _sign(descriptor: int) -> None:
    """Write into the lock who holds it, where the disk has room for that."""
    name = Path(argv[0]).name or "python"
    signature = f"{name}, process {os.getpid()} on {node()}".encode(errors="replace")
    with suppress(OSError):
        os.pwrite(descriptor, signature[:SIGNATURE].ljust(SIGNATURE), 0)


def _holder(path: Path) -> str:
    """Who signed the lock last, if that is a process that lives; a program that locks otherwise does not sign."""
    with suppress(OSError):
        signed = path.read_text("utf-8", "replace").strip()
        number = re.search(r"process (\d+) on (.+)", signed)
        if number and (number[2] != node() or Path(f"/proc/{number[1]}").exists()):
            return signed
    return "another program"
