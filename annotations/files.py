"""Write so that a file is always whole: the old one or the new one, whatever happens in between.

On the disk when a function returns; a crash or a kill at any moment leaves either state, and at most a temporary file,
which the next write of the same file overwrites. Raises OSError; the caller says what it means.
"""

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

from annotations.doubt import doubt

Stamp = tuple[int, int, int]
"""What tells that a file is another: time of the last change in nanoseconds, size in bytes, inode."""

ABSENT: Stamp = (0, -1, 0)

TEMPORARY = ".new"

FEW, WRITERS = 4, 8
"""Files that are written one after the other; threads that write more. Eight wait for a disk a fifth as long as one."""

CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What a disk without fsync answers (fsync(2))."""


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
    put(path)


def replace_known(path: Path, data: bytes, known: Stamp) -> bool:
    """The same, unless another program has written the file since it had the stamp `known`; whether it was replaced."""
    stage(path, data)
    if stamp(path) != known:
        temporary(path).unlink()
        return False
    put(path)
    return True


def stage(path: Path, data: bytes) -> None:
    """Write what is to become the file beside it, and on the disk. Its folder is made if need be."""
    make_folder(path.parent)
    aside = temporary(path)
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o666)
    try:
        _keep_mode(descriptor, path)
        _write(descriptor, data)
        sync(descriptor)
    except OSError:
        with suppress(OSError):
            aside.unlink()
        raise
    finally:
        _close(descriptor)


def stage_all(contents: Mapping[Path, bytes]) -> None:
    """Stage several files; the disk is waited for once rather than once a file, where there are more than a few."""
    if len(contents) <= FEW:
        for path, data in contents.items():
            stage(path, data)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(WRITERS) as pool:
        for _ in pool.map(stage, contents, contents.values()):
            pass


def publish(path: Path) -> None:
    """Put what was staged in the place of the file. On the disk once its folder is synced."""
    temporary(path).replace(path)


def put(path: Path) -> None:
    """Put what was staged in the place of the file, on the disk; where that is refused it is removed."""
    try:
        publish(path)
    except OSError:
        with suppress(OSError):
            temporary(path).unlink()
        raise
    sync_folder(path.parent)


def append(path: Path, data: bytes, at: int, *, durable: bool = True) -> None:
    """Write `data` into a file from the offset `at` (bytes) on, in the place of what stood there.

    If that fails the file is as it was, or gone if it was not there, as far as the disk lets it.
    """
    descriptor, new = _opened(path)
    before = b""
    try:
        before = os.pread(descriptor, max(os.fstat(descriptor).st_size - at, 0), at)
        os.lseek(descriptor, at, os.SEEK_SET)
        _write(descriptor, data)
        if len(before) > len(data):
            os.ftruncate(descriptor, at + len(data))
        if durable:
            sync(descriptor)
        if new:
            sync_folder(path.parent)
    except OSError:
        _put_back(descriptor, before, at)
        if new:
            with suppress(OSError):
                path.unlink()
        raise
    finally:
        _close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each one on the disk."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
    sync_folder(folder.parent)


def sync(descriptor: int) -> None:
    """Wait until the disk has it. One that cannot tell is doubted and not waited for."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in CANNOT_SYNC:
            raise
        doubt("the library's disk does not say when a file is on it; a power cut may lose the last edits")


def sync_folder(folder: Path) -> None:
    """See to it that what was renamed or made in a folder is on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        sync(descriptor)
    finally:
        _close(descriptor)


def _opened(path: Path) -> tuple[int, bool]:
    """A descriptor to write into a file, and whether it was made for that."""
    try:
        return os.open(path, os.O_RDWR), False
    except FileNotFoundError:
        make_folder(path.parent)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666), True


def _put_back(descriptor: int, before: bytes, at: int) -> None:
    """Let a file end as it did; of two things that can be refused the one that loses nothing comes first."""
    with suppress(OSError):
        os.pwrite(descriptor, before, at)
    with suppress(OSError):
        os.ftruncate(descriptor, at + len(before))


def _close(descriptor: int) -> None:
    """Close what is on the disk already, or was given up: what the system says to that changes nothing."""
    with suppress(OSError):
        os.close(descriptor)


def _write(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(descriptor, left) :]


def _keep_mode(descriptor: int, path: Path) -> None:
    with suppress(FileNotFoundError):
        os.fchmod(descriptor, S_IMODE(os.stat(path).st_mode))  # noqa: PTH116  # as in stamp
