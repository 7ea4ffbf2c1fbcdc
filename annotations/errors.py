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

    def __init__(self, path: object, why: str, remedy: str = "postil check --repair", line: int = 0) -> None:
        super().__init__(f"{path}, line {line}" if line else path, why, remedy)
        self.path, self.line = path, line


class ChangedText(DamagedFile):
    """A source text that is whole, and not the one that was added: somebody changed it on the disk."""


class Unreadable(Problem):
    """A file that the system does not let us read. It may be whole."""


class NotSaved(Problem):
    """The disk refused. Nothing was changed."""


class Locked(NotSaved):
    """Another postil holds the lock for longer than one should have to wait."""


class NoSuchArticle(Problem):
    """No article, or more than one, goes by that word."""


class NoPast(Problem):
    """A time of which the history tells nothing."""


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
    errno.ENOSYS: ("this disk cannot lock files", "keep the library on another one"),
    errno.ENOLCK: ("this disk cannot lock files", "keep the library on another one"),
    errno.ENOTSUP: ("this disk cannot lock files", "keep the library on another one"),
    errno.EIO: ("the disk reports an error", "save what you can and look after the disk"),
    errno.EMFILE: ("too many files are open", "close some programs and try again"),
}


def not_saved(place: object, error: OSError) -> NotSaved:
    """What the system says to a write that failed, in words for people."""
    why, remedy = _reason(error)
    return NotSaved(place, f"nothing was saved: {why}", remedy)


def not_flushed(place: object, error: OSError) -> NotSaved:
    """The same of the file that other programs read, when the history has it all."""
    why, remedy = _reason(error)
    return NotSaved(place, f"all is safe in the history, but this file is behind it: {why}", remedy)


def _reason(error: OSError) -> tuple[str, str]:
    number = error.errno or 0
    return REASONS.get(number, (os.strerror(number) if number else str(error), "try again"))


def unreadable(place: object, error: OSError) -> Unreadable:
    """What the system says to a read that failed, in words for people."""
    if error.errno in {errno.EACCES, errno.EPERM}:
        return Unreadable(place, "you may not read it", "ask its owner to let you")
    why = os.strerror(error.errno) if error.errno else str(error)
    return Unreadable(place, f"it cannot be read: {why}", "look after the disk")
