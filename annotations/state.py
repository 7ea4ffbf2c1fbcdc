"""What a coder says of an article, from the annotation file and the history together. Reads, and never writes.

The history is ahead of the file: an edit is written there first. So a file that is as an earlier record left it, by its
edition, gets the rest replayed; any other valid file was changed from outside, and is taken, with the edits that had
not reached it put on top again. What cannot be read is made good from the other one of the two. Wherever that asks for
something to be written, the state says so in `repair`; annotations.repair does it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from annotations import corrections, digest, log, reading
from annotations.edit import OWN_FIELDS, FieldChange, Layer
from annotations.errors import DamagedFile, unreadable
from annotations.files import Stamp, stamp
from annotations.history import History
from annotations.library import Library
from annotations.migrate import SCHEMA
from annotations.reading import Reading, content
from annotations.remembered import corrected, remembered
from annotations.settle import Settled, settle, unfit
from annotations.tables import Tables


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

    `log` is without its records. `others` are tables in the file that are not postil's, `edition` and `schema` its own.
    `stamps` are of the three files, taken before they were read.
    """

    layer: Layer
    history: History
    digest: int
    held: int
    log: log.Log
    others: Mapping[str, Any]
    stamps: tuple[Stamp, ...]
    repair: Repair | None = None
    edition: str = ""
    schema: int = SCHEMA

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
    """The stamps of the three files. Raises Unreadable."""
    try:
        return stamp(where.file), stamp(where.log), stamp(where.corrections)
    except OSError as error:
        raise unreadable(where.file, error) from error


def read(where: Places) -> State:
    """The state of one coder and article. Raises NewerSchema, and Unreadable where the system refuses.

    The file is read before the history: a writer goes the other way, so the history is never the older one.
    """
    before = stamps(where)
    data, raw, said = (content(path) for path in where)
    shared = reading.fields(where.corrections, said)
    if data is None and raw is None and not shared.wrong:
        return State(Layer(corrections=shared.value), History(), digest.EMPTY, digest.EMPTY, log.parse(b""), {}, before)
    read_file = reading.annotations(where.file, data)
    file = read_file.value
    known = reading.history(where.log, raw, file)
    found = settle(file, known, _written_at(before[0], known), broken=read_file.broken)
    known = unfit(known) if found.unfit else known
    again = remembered(where.log) if shared.broken or (said is None and corrected(known)) else {}
    completed = _completed(known, {**again, **shared.value})
    layer = Layer(found.annotations, found.own, completed)
    history = History.of(record.edit for record in found.records if record.edit)
    held = -1 if read_file.wrong else found.held
    repair = _repair(found, _damage(where.log, known), read_file, shared, completed)
    if repair and (number := len(again.keys() - shared.value)):
        why = "were damaged" if shared.wrong else "were gone"
        said_of_it = f"the corrections of this article {why}: {number} restored from the history"
        repair = repair._replace(notices=(*repair.notices, said_of_it))
    others, edition, schema = (file.others, file.edition, file.schema) if file else ({}, "", SCHEMA)
    known = known._replace(records=(), earlier=())
    return State(layer, history, found.digest, held, known, others, before, repair, edition, schema)


def _written_at(of_file: Stamp, known: log.Log) -> datetime:
    """When the file was written, as far as the disk tells: never before what was done here last."""
    at = datetime.fromtimestamp(of_file[0] / 1e9, UTC)
    return max([at, *(one.at for one in known.records[-1:] if one.at)])


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
    found: Settled, torn: DamagedFile | None, file: Reading[Tables | None], shared: Reading[dict[str, str]],
    completed: dict[str, str],
) -> Repair | None:  # fmt: skip
    damaged = [wrong for wrong in (file.wrong, shared.wrong, torn) if wrong]
    write_file = found.file or file.merged is not None
    write_shared = shared.value != completed or shared.wrong is not None
    if not (damaged or found.lines or write_file or write_shared):
        return None
    notices = (*_both("of your annotations", file), *found.notices, *_both("of the corrections", shared))
    if shared.broken and shared.wrong:
        notices += (f"{shared.wrong.place} was damaged: {shared.wrong.why}",)
    return Repair(tuple(damaged), found.lines, found.fresh, write_file, write_shared, notices)


def _damage(path: Path, known: log.Log) -> DamagedFile | None:
    return DamagedFile(path, known.damage[0][1], line=known.damage[0][0]) if known.damage else None


def _both(what: str, found: Reading[Any]) -> tuple[str, ...]:
    """What to say of a file in which git had left two versions."""
    if found.merged is None:
        return ()
    return (f"git had left two versions in the file {what}, and both were merged", *found.merged)
