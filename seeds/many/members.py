"""What archives of every format have in common: members with a name, and limits that a hostile one runs into."""

from collections.abc import Callable
from typing import NamedTuple

from seeds.errors import Refused
from seeds.read import LIMIT, Raw

WHOLE = 2 * 1024 * 1024 * 1024
"""Bytes that may come out of one archive."""

DENSEST = 200
"""Bytes that may come out for each byte of a small archive: no page or text packs so well, and bombs do."""

MOST = 100_000
"""Members of one archive at most."""


class Member(NamedTuple):
    """What an archive holds under a name.

    `name` is its path in the archive as the archive has it; `why` says why it cannot be read, "" for a file; `size` is
    what the archive says of its bytes; `read` gives as many of them as asked for, or raises one of `troubles`.
    """

    name: str
    why: str
    size: int
    read: Callable[[int], bytes]


def allowance(archive: Raw) -> int:
    """How many bytes may come out of an archive in all."""
    return min(WHOLE, max(LIMIT, DENSEST * len(archive.data)))


def too_large(archive: Raw) -> Refused:
    """The sentence for an archive out of which more comes than is allowed."""
    why = f"holds more than {allowance(archive) >> 20:,} MB of documents"
    return Refused(archive.place, why, "unpack it, if you trust it, and add the folder")


def too_many(archive: Raw) -> Refused:
    """The sentence for an archive with more members than `MOST`."""
    return Refused(archive.place, f"holds more than {MOST:,} files", "unpack it, and add the folder")


def damaged(place: str, error: BaseException) -> Refused:
    """The sentence for an archive, or a member, over which its reader stumbled with one of `troubles`."""
    if isinstance(error, NotImplementedError):
        return Refused(place, "is packed in a way that postil does not know", "unpack it and add what is in it")
    return Refused(place, f"is damaged ({str(error).lower() or 'it ends too early'})", "fetch it again, or unpack it")


def troubles() -> tuple[type[Exception], ...]:
    """What the readers of archives raise over damaged ones."""
    import lzma
    import struct
    import tarfile
    import zipfile
    import zlib

    packed = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, struct.error)
    return (*packed, OSError, EOFError, ValueError, LookupError, OverflowError, RuntimeError)
