"""The file that a backup is: a gzipped tar of plain files that are called as in a library. Read as if it meant harm.

Python's tarfile is not used to read, as it takes a broken header for the end, reads a header of any length, and does
not ask gzip whether all has come; here the end, the lengths and gzip's checksum are looked at. Only TarInfo is used,
which makes and reads one header. Every tar program unpacks what `member` makes.
"""

import re
import tarfile
import unicodedata
import zlib
from collections.abc import Iterator
from gzip import BadGzipFile, GzipFile
from pathlib import Path
from tarfile import BLOCKSIZE, TarInfo
from typing import BinaryIO

from annotations import coder as coders
from annotations import library, pages, sources
from annotations.errors import BadCoder, DamagedFile, unreadable

LARGEST = 200_000_000
"""Bytes of one file in a backup: far above any article, far below what fills a memory."""

MOST = f"{LARGEST // 1_000_000} MB"

GZIP = b"\x1f\x8b"
"""What every gzipped file begins with (RFC 1952, section 2.3.1)."""

END = bytes(2 * BLOCKSIZE)
"""What the last member is followed by, and nothing behind it."""

NAMED = 4096
"""Bytes of the header that holds a name with other letters than ASCII's; a name of a library has at most 400."""

PATH = re.compile(rb"(\d{1,4}) path=([^\n\0]+)\n")
"""All that such a header may say (POSIX.1-2017, pax, "Extended Header")."""

KINDS = {
    tarfile.LNKTYPE: "a link",
    tarfile.SYMTYPE: "a link",
    tarfile.DIRTYPE: "a folder",
    tarfile.CHRTYPE: "a device",
    tarfile.BLKTYPE: "a device",
    tarfile.FIFOTYPE: "a pipe",
}

AGAIN = "nothing was restored; copy it from where it is whole, or take an earlier one"
FOREIGN = "nothing was restored; name a file that postil backup wrote"


def shaped(name: str) -> bool:
    """Whether a file in a library may have this name: relative to it, with / between, in Unicode's NFC."""
    match name.split("/"):
        case [library.FILE]:
            return True
        case ["sources", file]:
            return any(_of_article(file, suffix) for suffix in (".txt", ".json", pages.SUFFIX))
        case ["corrections", file]:
            return _of_article(file, ".json")
        case ["entities", file]:
            stem = file.removesuffix(".json")
            composed = unicodedata.normalize("NFC", stem) == stem
            return stem != file and composed and len(stem) <= coders.LONGEST and bool(coders.NAME.fullmatch(stem))
        case ["annotations", coder, file]:
            return _is_coder(coder) and _of_article(file, ".json")
    return False


def member(name: str, data: bytes, at: int) -> bytes:
    """A file as a part of the tar. `at` is when it was made, in seconds since 1970."""
    info = TarInfo(name)
    info.size, info.mtime, info.mode = len(data), at, 0o644
    return info.tobuf(tarfile.PAX_FORMAT) + data + bytes(-len(data) % BLOCKSIZE)


def members(path: Path, file: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """The name and content of each file in an archive, in its order; `path` is for sentences.

    Whether all has come is known only behind the last one. Raises DamagedFile for what is cut off, is damaged, or holds
    anything but files that are called as in a library, each once and none too large; Unreadable.
    """
    try:
        file.seek(0)
        if file.read(len(GZIP)) != GZIP:
            raise DamagedFile(path, "it is no backup: not gzipped", FOREIGN)
        file.seek(0)
        with GzipFile(fileobj=file, mode="rb") as packed:
            yield from _Tar(path, packed).files()
    except EOFError as error:
        raise _cut(path) from error
    except (zlib.error, BadGzipFile) as error:
        raise DamagedFile(path, "it is damaged", AGAIN) from error
    except OSError as error:
        raise unreadable(path, error) from error


class _Tar:
    """The tar in an archive, from its first block to its last. Raises DamagedFile."""

    def __init__(self, path: Path, unpacked: GzipFile) -> None:
        self._path, self._unpacked = path, unpacked

    def files(self) -> Iterator[tuple[str, bytes]]:
        seen: set[str] = set()
        info = self._header("it is no backup: there is no tar in it", FOREIGN)
        while info:
            name, info = self._named(info)
            self._check(name, info)
            if name in seen:
                raise self._refused(name, "it is there twice")
            seen.add(name)
            yield name, self._padded(info.size)
            info = self._header("it is damaged", AGAIN)
        if any(self._exactly(BLOCKSIZE)) or self._unpacked.read(1):
            raise DamagedFile(self._path, "something stands behind its end", AGAIN)

    def _header(self, why: str, remedy: str) -> TarInfo | None:
        """The next header; None for the first half of END."""
        block = self._exactly(BLOCKSIZE)
        try:
            return TarInfo.frombuf(block, "utf-8", "surrogateescape") if any(block) else None
        except tarfile.HeaderError as error:
            raise DamagedFile(self._path, why, remedy) from error

    def _named(self, info: TarInfo) -> tuple[str, TarInfo]:
        """A member's name, and the header that stands right before its content."""
        if info.type != tarfile.XHDTYPE:
            return info.name, info
        data = self._padded(info.size) if 0 <= info.size <= NAMED else b""
        found = PATH.fullmatch(data)
        behind = self._header("it is damaged", AGAIN)
        if not found or int(found[1]) != len(data) or not behind:
            raise self._refused(info.name, "it says what no header in a backup does")
        return found[2].decode("utf-8", "surrogateescape"), behind

    def _check(self, name: str, info: TarInfo) -> None:
        if info.type not in (tarfile.REGTYPE, tarfile.AREGTYPE):
            raise self._refused(name, f"it is {KINDS.get(info.type, 'of a kind that no backup holds')}")
        if not shaped(name):
            raise self._refused(name, "no file of a library is called so")
        if not 0 <= info.size <= LARGEST:
            raise self._refused(name, f"it has {info.size} bytes, and a file of a library up to {MOST}")

    def _refused(self, name: str, why: str) -> DamagedFile:
        return DamagedFile(f"{self._path}, “{name:.200}” in it", why, FOREIGN)

    def _padded(self, size: int) -> bytes:
        data = self._exactly(size)
        self._exactly(-size % BLOCKSIZE)
        return data

    def _exactly(self, size: int) -> bytes:
        data = self._unpacked.read(size)
        if len(data) < size:
            raise _cut(self._path)
        return data


def _cut(path: Path) -> DamagedFile:
    return DamagedFile(path, "it is cut off: a part of it is missing", AGAIN)


def _of_article(file: str, suffix: str) -> bool:
    return file.endswith(suffix) and bool(sources.ID.fullmatch(file.removesuffix(suffix)))


def _is_coder(name: str) -> bool:
    try:
        return coders.checked(name) == name
    except BadCoder:
        return False
