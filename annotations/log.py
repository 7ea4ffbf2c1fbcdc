"""The history file of one coder and article: every edit, written down before it is shown.

One record a line: 16 hex digits of a checksum, a space, JSON. Four kinds:

    a schema  schema: n                               that of the lines behind it; 1 where none is told
    an edit   n, state, at, label, kind, run, changes `n` counts edits and bases from 1; `state` is the digest after
    a base    n, state, at, label, edition, base      all that was said, where the state came from elsewhere, and why
    a mark    written: n                              what record n changed is in the files others read; never synced

The last line is followed by TAIL, which the next one overwrites: a file without it was cut off, or a writer was killed.
Everything else that does not fit is damage. What can be undone begins behind the last base; annotations.compact lets go
of what is oldest.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple

from annotations import codec
from annotations.annotation import Annotation
from annotations.edit import Edit
from annotations.migrate import SCHEMA

TAIL = b"."
"""What stands behind the last line, without a line end."""

SINCE = 2
"""The first schema with a TAIL."""


class Record(NamedTuple):
    """An edit or a base; exactly one of `edit` and `base` is there. `at` and `label` are the edit's, or tell when and
    why a state was taken from elsewhere (of a base of schema 1: None and ""). `checksum` is that of its line: it is the
    edition of an annotation file that holds the edit, and nothing later; `edition` that of the file a base was made of.
    """

    n: int
    state: int
    edit: Edit | None
    base: tuple[dict[int, Annotation], dict[str, str]] | None = None
    at: datetime | None = None
    label: str = ""
    checksum: str = ""
    edition: str = ""


class Log(NamedTuple):
    """What a history file holds.

    `records` are those since the last base, that base included, and `earlier` those before. `n` is the number of the
    last record and `last` its checksum, `first` the number before the first one, `written` that of the last one known
    to be in the files that others read (0: none is known to be). `end` is the offset in bytes at which to append,
    behind what can be kept, and `lead` what the appended bytes have to begin with. `damage` says what is wrong with
    which line, `sound` is the offset in bytes of the first such line and `sound_n` the number of the last record before
    it. `torn` tells that the end of the file is missing.
    """

    records: tuple[Record, ...] = ()
    earlier: tuple[Record, ...] = ()
    n: int = 0
    last: str = ""
    first: int = 0
    written: int = 0
    marked: bool = False
    end: int = 0
    lead: bytes = b""
    damage: tuple[tuple[int, str], ...] = ()
    sound: int = 0
    sound_n: int = 0
    torn: bool = False
    schema: int = SCHEMA

    @property
    def unmarked(self) -> bool:
        """Whether there are records, and no mark behind the last one."""
        return self.n > 0 and not self.marked


class Line(NamedTuple):
    """A whole line of a history file as it stands there, and what it says: a record, the number of a mark or a schema,
    or what is wrong with it."""

    data: bytes
    entry: Record | tuple[str, int] | str


def parse(data: bytes) -> Log:
    """What a history file says. Never raises: what cannot be read is in `damage`."""
    whole, rest = _parted(data)
    known = _collected(lines(whole))
    lead = b"\n" if whole and not whole.endswith(b"\n") else b""
    lead += of_schema() if known.schema < SCHEMA else b""
    torn = rest != TAIL if known.schema >= SINCE else bool(rest)
    return known._replace(end=len(whole), lead=lead, torn=torn)


def lines(data: bytes) -> Iterator[Line]:
    """The lines of a history file, without their ends."""
    for line in data.removesuffix(b"\n").split(b"\n") if data else ():
        payload = _payload(line)
        try:
            yield Line(line, _entry(json.loads(payload or b""), line[:16].decode()))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            yield Line(line, "its checksum does not fit" if payload is None else f"it is no record ({error})")


def of_schema() -> bytes:
    """The line that a history of this version's schema begins with."""
    return _line({"schema": SCHEMA})


def of_edit(n: int, state: int, edit: Edit) -> bytes:
    """The line of an edit."""
    return _line({"n": n, "state": f"{state:032x}", **codec.edit_json(edit)})


def of_base(record: Record) -> bytes:
    """The line of a base: a state to go on from."""
    annotations, own = record.base or ({}, {})
    base = {"annotations": [codec.numbered(one) for one in annotations.values()], "own": dict(own)}
    at = record.at and codec.time(record.at)
    told = {"at": at, "label": record.label, "edition": record.edition, "base": base}
    return _line({"n": record.n, "state": f"{record.state:032x}", **told})


def of_mark(n: int) -> bytes:
    """The line that says that what record `n` changed is in the files that others read."""
    return _line({"written": n})


def _line(known: Mapping[str, object]) -> bytes:
    payload = codec.dumps(known).encode()
    return _checksum(payload) + b" " + payload + b"\n"


def _checksum(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=8).hexdigest().encode()


def _payload(line: bytes) -> bytes | None:
    """The JSON of a line, None if it is not what was written."""
    checksum, _, payload = line.partition(b" ")
    return payload if payload and checksum == _checksum(payload) else None


def _parted(data: bytes) -> tuple[bytes, bytes]:
    """The whole lines, and what a killed writer left behind them."""
    end = data.rfind(b"\n") + 1
    return (data, b"") if end == len(data) or _payload(data[end:]) is not None else (data[:end], data[end:])


def _collected(found: Iterator[Line]) -> Log:
    records: list[Record] = []
    earlier: list[Record] = []
    damage: list[tuple[int, str]] = []
    n = written = sound = sound_n = 0
    schema, marked = 1, True
    for number, line in enumerate(found, 1):
        entry = line.entry
        if isinstance(entry, str):
            damage.append((number, entry))
        elif isinstance(entry, Record):
            if entry.n != n + 1 and (n or entry.base is None) and not damage:
                damage.append((number, f"record {entry.n} follows {n}"))
            if entry.base is not None:
                earlier, records, written = earlier + records, [], entry.n
            records.append(entry)
            n, marked = entry.n, False
        elif entry[0] == "schema":
            schema = entry[1]
        else:
            written, marked = entry[1], True
        if not damage:
            sound, sound_n = sound + len(line.data) + 1, n
    first, last = ((earlier or records)[0].n - 1, records[-1].checksum) if records else (0, "")
    return Log(
        tuple(records), tuple(earlier), n, last, first, written, marked,
        damage=tuple(damage), sound=sound, sound_n=sound_n, schema=schema,
    )  # fmt: skip


def _entry(known: codec.Json, checksum: str) -> Record | tuple[str, int]:
    """What a line says. Raises ValueError, KeyError, TypeError or AttributeError."""
    for what in ("written", "schema"):
        if what in known:
            return what, int(known[what])
    n, state = int(known["n"]), int(known["state"], 16)
    if "base" not in known:
        edit = codec.edit(known)
        return Record(n, state, edit, None, edit.at, edit.label, checksum)
    annotations = {one["id"]: codec.annotation(one["id"], one) for one in known["base"]["annotations"]}
    at, label = known.get("at"), known.get("label", "")
    said = (annotations, known["base"]["own"])
    return Record(n, state, None, said, at and codec.moment(at), label, checksum, known.get("edition", ""))
