"""List what a tar archive holds, without writing anything to where it says.

A compressed one is unpacked into a temporary file without a name, so that its members can be given in order: to look
for each in the compressed bytes would take as many runs through them as there are members.
"""

import io
from collections.abc import Iterator
from functools import partial
from typing import IO, TYPE_CHECKING

from seeds.errors import Refused
from seeds.many.members import MOST, Member, allowance, damaged, too_large, too_many, troubles
from seeds.read import LIMIT, Raw

if TYPE_CHECKING:
    from tarfile import TarFile, TarInfo

HEADER = 1 << 16
"""Bytes that may stand in the headers of one member."""

BLOCK = 512
PIECE = 1 << 20
"""Bytes of a header, and of what is unpacked at once."""


def tar_members(raw: Raw) -> Iterator[Member | Refused]:
    """What the archive holds, by name, and at the end a Refused if it is damaged behind that.

    Raises Refused where it cannot be read at all.
    """
    import tarfile
    from tempfile import TemporaryFile

    with TemporaryFile() as unpacked:
        packed = _packed(raw.data)
        damage = _unpack(packed, unpacked, raw) if packed else None
        stream = _Bounded(unpacked if packed else io.BytesIO(raw.data))
        try:
            archive = tarfile.open(fileobj=stream, mode="r:")  # noqa: SIM115  # there is nothing in it to close
        except troubles() as error:
            raise damaged(raw.place, error) from error
        infos, stop = _listed(archive, stream, raw)
        stream.most = LIMIT + 1
        for info in sorted(infos, key=lambda info: info.name):
            if not info.isdir():
                yield Member(_name(info), _why_not(info), info.size, partial(_read, archive, info))
        if refusal := damage or stop:
            yield refusal


class _Bounded(io.BufferedIOBase):
    """A stream that never reads more than `most` bytes at once, whatever a header says."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self.most = HEADER
        self._stream = stream
        stream.seek(0)

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or not 0 <= size <= self.most:
            raise ValueError(f"more than {self.most:,} bytes in one piece")
        return self._stream.read(size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()


def _packed(data: bytes) -> io.BufferedIOBase | None:
    """What comes out of a compressed archive; None for one that is not."""
    import bz2
    import gzip
    import lzma

    stream = io.BytesIO(data)
    if data.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=stream)
    if data.startswith(b"BZh"):
        return bz2.BZ2File(stream)
    return lzma.LZMAFile(stream) if data.startswith(b"\xfd7zXZ\x00") else None


def _unpack(packed: io.BufferedIOBase, target: IO[bytes], raw: Raw) -> Refused | None:
    """Write what comes out to `target`, to where it is damaged; how that is. Raises Refused if it is too much."""
    left = allowance(raw)
    try:
        while piece := packed.read1(PIECE):
            left -= len(piece)
            if left < 0:
                raise too_large(raw)
            target.write(piece)
    except troubles() as error:
        return damaged(raw.place, error)
    return None


def _listed(archive: "TarFile", stream: _Bounded, raw: Raw) -> "tuple[list[TarInfo], Refused | None]":
    """What the archive holds, and why it cannot be read to its end, if it cannot. Raises Refused if it is too much."""
    infos: list[TarInfo] = []
    try:
        while info := archive.next():
            infos.append(info)
            if len(infos) > MOST:
                raise too_many(raw)
        stream.seek(archive.offset)
        if stream.read(BLOCK).strip(b"\0"):
            raise ValueError("what stands behind its last file is no tar")
    except troubles() as error:
        return infos, damaged(raw.place, error)
    return infos, None


def _name(info: "TarInfo") -> str:
    """A member's name, fit to be stored: what is no UTF-8 in it is replaced."""
    return info.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _why_not(info: "TarInfo") -> str:
    if info.issym() or info.islnk():
        return "is a link"
    return "" if info.isreg() else "is a device"


def _read(archive: "TarFile", info: "TarInfo", size: int) -> bytes:
    member = archive.extractfile(info)
    return member.read(size) if member else b""
