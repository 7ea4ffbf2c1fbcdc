"""Say what a disk cannot promise, once for each sentence, through Python's warnings: whoever shows them decides how."""

from warnings import warn


class UnsureDisk(UserWarning):
    """All is written, but the disk does not give a promise that a library relies on."""


_said: set[str] = set()


def doubt(sentence: str) -> None:
    """Warn, unless that was said already in this process."""
    if sentence not in _said:
        _said.add(sentence)
        warn(sentence, UnsureDisk, stacklevel=2)
