"""List what a zip archive holds, without writing anything anywhere."""

import io
import stat
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from seeds.many.members import MOST, Member, damaged, too_many, troubles
from seeds.read import Raw

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

ENTRY = b"PK\x01\x02"
"""What begins each entry of a zip archive's directory."""

IN_UTF_8 = 0x800
ENCRYPTED = 0x1
"""Bits of an entry's flags (APPNOTE.TXT 4.4.4)."""


def zip_members(raw: Raw) -> Iterator[Member]:
    """What the archive holds, by name. Raises Refused where it cannot be read as a whole."""
    from zipfile import ZipFile

    if raw.data.count(ENTRY) > MOST:
        raise too_many(raw)
    try:
        archive = ZipFile(io.BytesIO(raw.data))
    except troubles() as error:
        raise damaged(raw.place, error) from error
    for name, _, info in sorted((_name(info), number, info) for number, info in enumerate(archive.infolist())):
        if not name.endswith("/"):
            yield Member(name, _why_not(info), info.file_size, partial(_read, archive, info))


def _name(info: "ZipInfo") -> str:
    """A member's name; many programs write UTF-8 and do not say so."""
    if info.flag_bits & IN_UTF_8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode()
    except UnicodeError:
        return info.filename


def _why_not(info: "ZipInfo") -> str:
    if info.flag_bits & ENCRYPTED:
        return "is encrypted"
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "is a link"
    return "" if stat.S_IFMT(mode) in (0, stat.S_IFREG) else "is a device"


def _read(archive: "ZipFile", info: "ZipInfo", size: int) -> bytes:
    with archive.open(info) as member:
        return member.read(size)
