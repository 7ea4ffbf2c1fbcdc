"""What the histories on this machine say of the corrections of an article, for where their file is gone or damaged."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from annotations import log
from annotations.edit import OWN_FIELDS, FieldChange
from annotations.log import Log, Record


def corrected(known: Log) -> bool:
    """Whether a history holds corrections that have been in the file; the last edit may still be on its way there."""
    return any(_changes(one) for one in _arrived(known))


def remembered(path: Path) -> dict[str, str]:
    """The fields as all coders who worked on this machine left them; `path` is the history of one of them."""
    records: list[Record] = []
    for other in path.parent.parent.glob(f"*/{path.name}"):
        with suppress(OSError):
            records += _arrived(log.parse(other.read_bytes()))
    fields: dict[str, str] = {}
    for record in sorted((one for one in records if one.at), key=lambda one: one.at.timestamp() if one.at else 0):
        for change in _changes(record):
            fields.pop(change.field, None)
            fields |= {change.field: change.after} if change.after is not None else {}
    return fields


def _arrived(known: Log) -> Iterable[Record]:
    records = (*known.earlier, *known.records)
    return records if known.marked else records[:-1]


def _changes(record: Record) -> list[FieldChange]:
    changes = record.edit.changes if record.edit else ()
    return [one for one in changes if isinstance(one, FieldChange) and one.field not in OWN_FIELDS]
