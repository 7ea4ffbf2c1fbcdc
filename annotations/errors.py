"""What can go wrong with a library on the disk, as small kinds of one error for people."""

import errno
import os

from seeds.errors import Problem


class NotALibrary(Problem):
    """A folder that cannot be used as a library."""


class NewerSchema(Problem):
    """Something that a newer postil wrote, and this one cannot read."""


class DamagedFile(Problem):
    """A file of the library that cannot be read as what it should be. `line` counts from 1; 0: the file as a whole."""

    def __init__(self, place: object, why: str, remedy: str = "postil check --repair", line: int = 0) -> None:
        super().__init__(f"{place}, line {line}" if line else place, why, remedy)
        self.line = line


class NotSaved(Problem):
    """The disk refused. Nothing was changed."""


class Locked(NotSaved):
    """Another postil holds the lock for longer than one should have to wait."""


class NoSuchArticle(Problem):
    """No article, or more than one, goes by that word."""


class BadCoder(Problem):
    """A word that cannot be a coder's name."""


REASONS = {
    errno.ENOSPC: ("the disk is full", "make room and try again"),
    errno.EDQUOT: ("your share of the disk is used up", "make room and try again"),
    errno.EROFS: ("the disk can only be read", "copy the library to where you may write"),
    errno.EACCES: ("you may not write there", "ask its owner, or copy the library to where you may write"),
    errno.EPERM: ("you may not write there", "ask its owner, or copy the library to where you may write"),
    errno.ENOENT: ("the folder is gone", "bring it back and try again"),
    errno.EFBIG: ("the file would be larger than allowed", "raise the limit (ulimit -f) and try again"),
    errno.EIO: ("the disk reports an error", "save what you can and look after the disk"),
    errno.EMFILE: ("too many files are open", "close some programs and try again"),
}


def not_saved(place: object, error: OSError) -> NotSaved:
    """What the system says to a write that failed, in words for people."""
    number = error.errno or 0
    why, remedy = REASONS.get(number, (os.strerror(number) if number else str(error), "try again"))
    return NotSaved(place, f"nothing was saved: {why}", remedy)


def unreadable(place: object, error: OSError) -> DamagedFile:
    """What the system says to a read that failed."""
    if error.errno in {errno.EACCES, errno.EPERM}:
        return DamagedFile(place, "you may not read it", "ask its owner to let you")
    why = os.strerror(error.errno) if error.errno else str(error)
    return DamagedFile(place, f"cannot be read: {why}", "look after the disk")
