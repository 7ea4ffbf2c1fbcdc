"""Let go of the oldest part of a history that has grown long. Pure.

What is left begins with a base, the state as it was there, and holds the last edits unchanged, as many as undo reaches
back. A history with damage in it is left as it is.
"""

from collections.abc import Sequence

from annotations import log
from annotations.history import REACH
from annotations.log import Line, Record
from annotations.replay import Unfit, replayed

KEPT = REACH
"""Records that are left: as many as undo takes back."""

LONGEST = 4 * KEPT
"""Records from which on a history is too long: four times what is left then, so that it is seldom rewritten."""

LARGEST = 8 << 20
"""Bytes from which on a history is too large, if it is also four times as large as the state that it leads to: large
edits (an import, a restored state) count like many."""


FORGOTTEN = "what was done before this is no longer kept"


def long(known: log.Log, state_size: int) -> bool:
    """Whether a history is to be shortened; `state_size` is the size of the annotation file in bytes."""
    return known.n - known.first > LONGEST or known.end > max(LARGEST, 4 * state_size)


def compacted(data: bytes) -> bytes | None:
    """A history without its oldest part; None where that would save nothing, where the history is damaged, or where the
    files that others read do not hold all of it."""
    known = log.parse(data)
    lines = [line for line in log.lines(data) if isinstance(line.entry, Record)]
    start = _start(lines)
    if known.damage or known.torn or known.written != known.n or not start:
        return None
    dropped = [_record(line) for line in lines[:start]]
    try:
        layer, state = replayed(dropped)
    except Unfit:
        return None
    said = (dict(layer.annotations), dict(layer.own))
    base = Record(dropped[-1].n, state, None, said, dropped[-1].at, FORGOTTEN, edition=dropped[-1].checksum)
    kept = b"".join(line.data + b"\n" for line in lines[start:])
    short = log.of_schema() + log.of_base(base) + kept + log.of_mark(known.written) + log.TAIL
    return short if len(short) < len(data) else None


def _start(lines: Sequence[Line]) -> int:
    """The first line that is left: the last KEPT records, of these no more than fit in half of LARGEST, and one."""
    size, start = 0, len(lines)
    while start and len(lines) - start < KEPT and size + len(lines[start - 1].data) <= LARGEST // 2:
        start -= 1
        size += len(lines[start].data)
    return max(min(start, len(lines) - 1), 0)


def _record(line: Line) -> Record:
    if not isinstance(line.entry, Record):
        raise TypeError("not a record")
    return line.entry
