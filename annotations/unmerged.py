"""Read a file in which git left two versions as what both say together."""

from pathlib import Path

from annotations.errors import DamagedFile
from annotations.sides import sides
from seeds.errors import Problem

MARK = b"<<<<<<< "
"""What stands at the start of a line where git could not merge."""

WHY = "git left two versions in it, with its marks between"


def merged(path: Path, data: bytes) -> tuple[bytes, tuple[str, ...]] | None:
    """The file that the two versions make, and sentences on what they say differently; None where there are no two, or
    one of them cannot be read."""
    found = sides(data)
    if found is None:
        return None
    from annotations.merge_file import merged_file

    ours, base, theirs = found
    try:
        return merged_file(path, base or b"", ours, theirs)
    except Problem:
        return None


def whole(path: Path, data: bytes) -> bytes:
    """The bytes of a file, of one with two versions in it those of both together, if they can be read."""
    both = merged(path, data) if MARK in data else None
    return both[0] if both else data


def left(path: Path) -> DamagedFile:
    """What is wrong with such a file."""
    return DamagedFile(path, WHY, "open the article, or postil check --repair")
