"""Write so that a file is always whole: the old one or the new one, whatever happens in between.

On the disk when a function returns; a crash or a kill at any moment leaves either state, and at most a temporary file,
which the next write of the same file overwrites. Raises OSError; the caller says what it means.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE

from annotations.errors import Locked

Stamp = tuple[int, int, int]
"""What tells that a file is another: time of the last change in nanoseconds, size in bytes, inode."""

ABSENT: Stamp = (0, -1, 0)

TEMPORARY = ".new"
PATIENCE = 10.0
"""Seconds to wait for another process; its longest turn takes a few hundredths of one."""


def stamp(path: Path) -> Stamp:
    try:
        found = os.stat(path)  # noqa: PTH116  # Path.stat costs twice as much, and the index asks ten thousand times
    except (FileNotFoundError, NotADirectoryError):
        return ABSENT
    return found.st_mtime_ns, found.st_size, found.st_ino


def temporary(path: Path) -> Path:
    """Where the next content of a file is written. One name, so that nothing piles up: writers hold a lock."""
    return path.with_name(f".{path.name}{TEMPORARY}")


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file, whole, and on the disk."""
    stage(path, data)
    publish(path)
    sync_folder(path.parent)


def stage(path: Path, data: bytes) -> None:
    """Write what is to become the file beside it, and on the disk. Its folder is made if need be."""
    make_folder(path.parent)
    aside = temporary(path)
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
    try:
        _keep_mode(descriptor, path)
        _write(descriptor, data)
        os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            aside.unlink()
        raise
    finally:
        os.close(descriptor)


def publish(path: Path) -> None:
    """Put what was staged in the place of the file. On the disk once its folder is synced."""
    temporary(path).replace(path)


def append(path: Path, data: bytes, at: int, *, sync: bool = True) -> None:
    """Write `data` into a file from the offset `at` (bytes) on, cutting off what stood there.

    If that fails the file ends at `at` again, as far as the disk lets it.
    """
    new = not path.exists()
    make_folder(path.parent)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o666)
    try:
        if os.fstat(descriptor).st_size != at:
            os.ftruncate(descriptor, at)
        os.lseek(descriptor, at, os.SEEK_SET)
        _write(descriptor, data)
        if sync:
            os.fsync(descriptor)
        if new:
            sync_folder(path.parent)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, at)
        raise
    finally:
        os.close(descriptor)


def cut(path: Path, at: int) -> None:
    """End a file at the offset `at` (bytes), on the disk."""
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.ftruncate(descriptor, at)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each one on the disk."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """See to it that what was renamed or made in a folder is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock that this file stands for, against other processes and other threads.

    Raises Locked after PATIENCE seconds. The file stays: removing a lock that somebody waits for breaks it.
    """
    from filelock import FileLock, Timeout

    make_folder(path.parent)
    lock = FileLock(path, timeout=PATIENCE, poll_interval=0.005, fallback_to_soft=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise Locked(path, "another postil has been writing for a while", "close it, or try again") from error
    try:
        yield
    finally:
        lock.release()


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _keep_mode(descriptor: int, path: Path) -> None:
    with suppress(FileNotFoundError):
        os.fchmod(descriptor, S_IMODE(os.stat(path).st_mode))  # noqa: PTH116  # as in stamp
