"""What the history of an article tells: what a coder did and when, and what was said at some time. Reads only."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from annotations import log
from annotations.edit import CARRIED, OWN_FIELDS, Change, Edit, FieldChange, Layer
from annotations.errors import DamagedFile, NoPast, unreadable
from annotations.library import Library
from annotations.log import Record
from annotations.migrate import accept
from annotations.replay import Unfit, replayed
from annotations.state import places

VERBS = {"edit": "", "undo": "undone: ", "redo": "done again: "}


class Entry(NamedTuple):
    """Something that was done: by whom, when (None: an older postil did not note it), and in words."""

    at: datetime | None
    coder: str
    what: str


def entries(library: Library, coder: str, article_id: str) -> list[Entry]:
    """All that the history holds, the oldest first. Raises DamagedFile, NewerSchema, Unreadable."""
    return [Entry(one.at, coder, _said(one)) for one in _records(library, coder, article_id)]


def layer_at(library: Library, coder: str, article_id: str, at: datetime) -> Layer:
    """What the coder said at that time, without the corrections, which belong to all.

    Where clocks went back the order of the history counts: the last thing done by then, and all before it. Raises
    NoPast where the history does not reach back so far; DamagedFile, Unreadable.
    """
    records = _records(library, coder, article_id)
    done = next((n for n in range(len(records), 0, -1) if (records[n - 1].at or _EVER) <= at), 0)
    if not done and (not records or records[0].base):
        raise _too_far(article_id, records)
    try:
        return replayed(records[:done])[0]
    except Unfit as error:
        why = "its records do not fit together"
        raise DamagedFile(places(library, coder, article_id).log, why, "postil check --repair") from error


def taken_back(now: Layer, then: Layer, label: str, at: datetime) -> Edit | None:
    """The edit that leads from what is said to what was said, corrections aside; None where that is the same. That the
    annotations of an earlier version were carried over stays so."""
    ids = dict.fromkeys((*now.annotations, *then.annotations))
    pairs = ((now.annotations.get(one), then.annotations.get(one)) for one in ids)
    changes: list[Change | FieldChange] = [Change(*pair) for pair in pairs if pair[0] != pair[1]]
    fields = ((field, now.own.get(field), then.own.get(field)) for field in OWN_FIELDS if field != CARRIED)
    changes += [FieldChange(*field) for field in fields if field[1] != field[2]]
    return Edit(tuple(changes), label, at) if changes else None


_EVER = datetime.min.replace(tzinfo=UTC)


def _records(library: Library, coder: str, article_id: str) -> Sequence[Record]:
    path = places(library, coder, article_id).log
    try:
        known = log.parse(path.read_bytes())
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise unreadable(path, error) from error
    accept(path, known.schema)
    if known.damage:
        line, why = known.damage[0]
        raise DamagedFile(path, why, "postil check --repair", line=line)
    return (*known.earlier, *known.records)


def _said(record: Record) -> str:
    if record.edit is None:
        return record.label or "taken over from elsewhere"
    return VERBS[record.edit.kind] + record.label


def _too_far(article_id: str, records: Sequence[Record]) -> NoPast:
    first = records[0].at if records else None
    since = f"begins on {first.astimezone():%Y-%m-%d %H:%M:%S}" if first else "does not tell when it begins"
    why = (
        f"the history {since}, and what was said before is not kept" if records else "nothing was ever said of it here"
    )
    return NoPast(f"article {article_id}", why, "postil log ARTICLE names the times that there are")
