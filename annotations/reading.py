"""The files of one coder and article, each read as well as it can be: whole, as two versions, or what is left of it."""

import os
from pathlib import Path
from stat import S_ISREG
from typing import Generic, NamedTuple, TypeVar

from annotations import corrections, log, tables
from annotations.errors import DamagedFile, Unreadable, unreadable
from annotations.migrate import accept
from annotations.tables import Tables

T = TypeVar("T")


class Reading(NamedTuple, Generic[T]):
    """What a file says. `wrong` tells why it has to be set aside and written anew; `merged`, where git had left two
    versions in it and `value` is both together, what these say differently."""

    value: T
    wrong: DamagedFile | None = None
    merged: tuple[str, ...] | None = None

    @property
    def broken(self) -> bool:
        """Whether `value` is only what could still be read."""
        return self.wrong is not None and self.merged is None


def annotations(path: Path, data: bytes | None) -> Reading[Tables | None]:
    """An annotation file; None where there is none. Raises NewerSchema."""
    if data is None:
        return Reading(None)
    try:
        return Reading(tables.parse(path, data))
    except DamagedFile as error:
        from annotations import unmerged

        if both := unmerged.merged(path, data):
            return Reading(tables.parse(path, both[0]), unmerged.left(path), both[1])
        return Reading(tables.salvage(data), error)


def fields(path: Path, data: bytes | None) -> Reading[dict[str, str]]:
    """A file of corrections; no fields where there is none. Raises NewerSchema."""
    if data is None:
        return Reading({})
    try:
        return Reading(corrections.parse(path, data))
    except DamagedFile as error:
        from annotations import unmerged

        if both := unmerged.merged(path, data):
            return Reading(corrections.parse(path, both[0]), unmerged.left(path), both[1])
        return Reading(corrections.salvage(data), error)


def history(path: Path, data: bytes | None, file: Tables | None) -> log.Log:
    """The history; one that is empty while the file is not was cut off. What the file names as its edition has been
    written to it, though a kill may have come before the mark. Raises NewerSchema."""
    known = log.parse(data or b"")
    accept(path, known.schema)
    emptied = data is not None and not known.n and bool(file and (file.annotations or file.own))
    edition = file.edition if file else ""
    held = (one.n for one in known.records if edition and edition in (one.checksum, one.edition))
    return known._replace(torn=known.torn or emptied, written=max(known.written, *held, 0))


def content(path: Path) -> bytes | None:
    """The bytes of a file; None where there is none. Raises Unreadable."""
    try:
        if not S_ISREG(os.stat(path).st_mode):  # noqa: PTH116  # a pipe would never end, nor would a device
            raise Unreadable(path, "it is no file", "move it elsewhere")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unreadable(path, error) from error
