"""Read a file that git could not merge as the versions it was made from. Pure.

Git writes what differs between markers at the starts of lines (git-merge(1), "How conflicts are presented"):

    <<<<<<< HEAD
    ours
    ||||||| 5f1c2ab       only with merge.conflictStyle diff3 or zdiff3
    base
    =======
    theirs
    >>>>>>> origin/main

No line of a file of postil begins so. Markers of another length than seven are text.
"""

import re
from enum import Enum

LINE = re.compile(rb"[^\n]*\n|[^\n]+")
MARKER = re.compile(rb"(?:(<{7}|\|{7}|>{7})(?: [^\n]*)?|(={7}))\r?\n?")


class _Side(Enum):
    """Where a line belongs; the value is the marker that comes before it."""

    ALL = b">>>>>>>"
    OURS = b"<<<<<<<"
    BASE = b"|||||||"
    THEIRS = b"======="


FOLLOWS = {
    _Side.ALL: {_Side.OURS},
    _Side.OURS: {_Side.BASE, _Side.THEIRS},
    _Side.BASE: {_Side.THEIRS},
    _Side.THEIRS: {_Side.ALL},
}


def sides(data: bytes) -> tuple[bytes, bytes | None, bytes] | None:
    """Ours, the base (None where git did not write it), and theirs; None for a file without conflicts, and for one
    whose markers are not as git writes them: half of them, one within another, a base in one place only.

    What git merged by itself between them is in all three.
    """
    texts: dict[_Side, list[bytes]] = {_Side.OURS: [], _Side.BASE: [], _Side.THEIRS: []}
    at, met = _Side.ALL, dict.fromkeys(_Side, 0)
    for line in LINE.findall(data):
        if found := MARKER.fullmatch(line):
            after = _Side(found[1] or found[2])
            if after not in FOLLOWS[at]:
                return None
            at = after
            met[at] += 1
        else:
            for side in texts if at is _Side.ALL else [at]:
                texts[side].append(line)
    if at is not _Side.ALL or not met[_Side.ALL] or met[_Side.BASE] not in (0, met[_Side.ALL]):
        return None
    ours, base, theirs = (b"".join(lines) for lines in texts.values())
    return ours, base if met[_Side.BASE] else None, theirs
