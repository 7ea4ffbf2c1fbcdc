"""Make the files of a coder and article tell the same again, and keep what was damaged beside a report."""

from datetime import UTC, datetime
from pathlib import Path

from annotations import corrections, log, outdated, tables
from annotations.committing import marked
from annotations.errors import DamagedFile
from annotations.files import append, put, replace
from annotations.library import Library
from annotations.log import TAIL
from annotations.state import Places, Repair, State


def mend(library: Library, where: Places, state: State, repair: Repair, at: datetime) -> tuple[str, ...]:
    """Do what a state asks for, in an order in which a kill between two steps loses nothing. Gives the notices.

    The caller holds both locks, and reads the state again afterwards. Raises OSError.
    """
    kept = [f"it is kept as {_set_aside(library, damage, at)}" for damage in repair.damaged]
    if repair.fresh:
        replace(where.log, where.log.read_bytes()[: state.log.sound] + repair.records + TAIL)
    elif repair.records:
        append(where.log, state.log.lead + repair.records + TAIL, state.log.end)
    if repair.file:
        from annotations.storage import Replacing

        edition = "" if repair.records else state.log.last
        outdated.keep(library, where.file, state.schema)
        Replacing(where.file).write(tables.of(state.layer.annotations, state.layer.own, state.others, edition))
    if repair.corrections:
        corrections.stage(library, where.corrections, state.layer.corrections)
        put(where.corrections)
    if where.log.exists() and (repair.file or repair.corrections):
        known = log.parse(where.log.read_bytes())
        marked(where, known, known.n if repair.file else known.written)
    return (*repair.notices, *kept)


def _set_aside(library: Library, damage: DamagedFile, at: datetime) -> Path:
    """Copy a damaged file, and say beside it what was wrong. Gives the copy's path."""
    path = Path(str(damage.path))
    moment = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    folder = library.local / "damaged"
    for number in range(1, 1000):
        copy = folder / f"{path.parent.name}-{path.stem}-{moment}-{number}{path.suffix}"
        if not copy.exists():
            break
    replace(copy, path.read_bytes())
    replace(copy.with_suffix(".report"), f"{damage}\nfound {moment}, copied from {path}\n".encode())
    return copy
