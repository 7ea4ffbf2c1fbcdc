"""What a coder says of an article, from the annotation file and the history together. Reads, and never writes.

The history is ahead of the file: an edit is written there first. So a file that equals the state after an earlier
record gets the rest replayed; any other valid file was changed from outside, and is taken, with the edits that had not
reached it put on top again. What cannot be read is made good from the other one of the two. Wherever that asks for
something to be written, the state says so in `repair`; annotations.repair does it.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from annotations import corrections, digest, log, tables
from annotations.edit import OWN_FIELDS, FieldChange, Layer
from annotations.errors import DamagedFile, unreadable
from annotations.files import Stamp, stamp
from annotations.history import History
from annotations.library import Library
from annotations.settle import Settled, settle


class Places(NamedTuple):
    """The three files of one coder and article."""

    file: Path
    log: Path
    corrections: Path


class Repair(NamedTuple):
    """What has to be written before anything else may be.

    `damaged` are files to set aside first, with what is wrong; `records` are lines for the history (`fresh`: in the
    place of all that it holds); `file` and `corrections` tell that these are to be written anew.
    """

    damaged: tuple[DamagedFile, ...] = ()
    records: bytes = b""
    fresh: bool = False
    file: bool = False
    corrections: bool = False
    notices: tuple[str, ...] = ()


class State(NamedTuple):
    """`digest` is that of the layer, `held` that of the annotation file; the file lags while they differ.

    `log` is without its records. `others` are tables in the file that are not postil's. `stamps` are of the three
    files, taken before they were read.
    """

    layer: Layer
    history: History
    digest: int
    held: int
    log: log.Log
    others: Mapping[str, Any]
    stamps: tuple[Stamp, ...]
    repair: Repair | None = None

    @property
    def lags(self) -> bool:
        """Whether the history holds edits that the annotation file lacks."""
        return self.digest != self.held


def places(library: Library, coder: str, article_id: str) -> Places:
    return Places(
        library.annotations / coder / f"{article_id}.json",
        library.local / "history" / coder / f"{article_id}.log",
        corrections.place(library, article_id),
    )


def stamps(where: Places) -> tuple[Stamp, ...]:
    return tuple(stamp(path) for path in where)


def read(where: Places) -> State:
    """The state of one coder and article. Raises NewerSchema, and Unreadable where the system refuses.

    The file is read before the history: a writer goes the other way, so the history is never the older one.
    """
    before = stamps(where)
    data, raw, fields = _bytes(where.file), _bytes(where.log), _bytes(where.corrections)
    shared, damaged = _corrections(where.corrections, fields)
    if data is None and raw is None and not damaged:
        return State(Layer(corrections=shared), History(), digest.EMPTY, digest.EMPTY, log.Log(), {}, before)
    file, broken = _tables(where.file, data)
    known = log.parse(raw or b"")
    found = settle(file, known, broken=broken is not None)
    completed = _completed(known, shared)
    layer = Layer(found.annotations, found.own, completed)
    history = History.of(record.edit for record in found.records if record.edit)
    held = -1 if broken else digest.of(file.annotations, file.own) if file else digest.EMPTY
    repair = _repair(where, found, known, [b for b in (broken, damaged) if b], correct=completed != shared)
    others = file.others if file else {}
    return State(layer, history, found.digest, held, known._replace(records=()), others, before, repair)


def _tables(path: Path, data: bytes | None) -> tuple[tables.Tables | None, DamagedFile | None]:
    if data is None:
        return None, None
    try:
        return tables.parse(path, data), None
    except DamagedFile as error:
        return tables.salvage(data), error


def _corrections(path: Path, data: bytes | None) -> tuple[dict[str, str], DamagedFile | None]:
    if data is None:
        return {}, None
    try:
        return corrections.parse(path, data), None
    except DamagedFile as error:
        return corrections.salvage(data), error


def _completed(known: log.Log, shared: dict[str, str]) -> dict[str, str]:
    """The corrections with what the last edit said, where a kill came between the history and their file."""
    last = known.records[-1].edit if known.records and not known.marked else None
    completed = dict(shared)
    for change in last.changes if last else ():
        if isinstance(change, FieldChange) and change.field not in OWN_FIELDS:
            if shared.get(change.field) != change.before:
                continue
            if change.after is None:
                completed.pop(change.field, None)
            else:
                completed[change.field] = change.after
    return completed


def _repair(
    where: Places, found: Settled, known: log.Log, broken: list[DamagedFile], *, correct: bool
) -> Repair | None:
    damaged = broken + ([_damaged_log(where.log, known)] if known.damage else [])
    if not (damaged or found.lines or found.file or correct):
        return None
    shared = [f"{one.place} was damaged: {one.why}" for one in broken if one.path == where.corrections]
    correct = correct or bool(shared)
    return Repair(tuple(damaged), found.lines, found.fresh, found.file, correct, (*found.notices, *shared))


def _damaged_log(path: Path, known: log.Log) -> DamagedFile:
    line, why = known.damage[0]
    return DamagedFile(path, why, line=line)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unreadable(path, error) from error
