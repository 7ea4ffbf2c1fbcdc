"""The history file of one coder and article: every edit, written down before it is shown.

One record a line: 16 hex digits of a checksum, a space, JSON. Three kinds of record:

    an edit  n, state, at, label, kind, run, changes     `n` counts edits and bases from 1; `state` is the digest after
    a base   n, state, base                              all that was said, where the state came from elsewhere
    a mark   written: n                                  what record n changed is in the files others read; never synced

A writer that is killed leaves at most the beginning of a line at the end of the file; everything else that does not fit
is damage. The undo history begins at the last base. Limitation: the log only grows, and is read whole.
"""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from annotations import codec
from annotations.annotation import Annotation
from annotations.edit import Edit


class Record(NamedTuple):
    """An edit or a base; exactly one of `edit` and `base` is there."""

    n: int
    state: int
    edit: Edit | None
    base: tuple[dict[int, Annotation], dict[str, str]] | None = None


class Log(NamedTuple):
    """What a history file holds since its last base, that base included.

    `n` is the number of the last record, `written` that of the last one known to be in the files that others read (0:
    none is known to be). `end` is the offset in bytes at which to append, behind what can be kept, and `lead` what the
    appended bytes have to begin with. `damage` says what is wrong with which line.
    """

    records: tuple[Record, ...] = ()
    n: int = 0
    written: int = 0
    marked: bool = False
    end: int = 0
    lead: bytes = b""
    damage: tuple[tuple[int, str], ...] = ()


def parse(data: bytes) -> Log:
    """What a history file says. Never raises: what cannot be read is in `damage`."""
    *lines, rest = data.split(b"\n")
    end, lead = len(data) - len(rest), b""
    if rest and _payload(rest) is not None:
        lines, end, lead = [*lines, rest], len(data), b"\n"
    return _collected(lines)._replace(end=end, lead=lead)


def of_edit(n: int, state: int, edit: Edit) -> bytes:
    """The line of an edit."""
    return _line({"n": n, "state": f"{state:032x}", **codec.edit_json(edit)})


def of_base(n: int, state: int, annotations: Mapping[int, Annotation], own: Mapping[str, str]) -> bytes:
    """The line of a base: a state to go on from, with nothing before it to undo."""
    base = {"annotations": [codec.numbered(one) for one in annotations.values()], "own": dict(own)}
    return _line({"n": n, "state": f"{state:032x}", "base": base})


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


def _collected(lines: list[bytes]) -> Log:
    records: list[Record] = []
    damage: list[tuple[int, str]] = []
    n = written = 0
    marked = True
    for number, line in enumerate(lines, 1):
        payload = _payload(line)
        try:
            found = _entry(payload)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            damage.append((number, "its checksum does not fit" if payload is None else f"it is no record ({error})"))
            continue
        if isinstance(found, int):
            written, marked = found, True
            continue
        if found.n != n + 1 and not damage:
            damage.append((number, f"record {found.n} follows {n}"))
        n, marked = found.n, False
        if found.base is not None:
            records.clear()
            written = n
        records.append(found)
    return Log(tuple(records), n, written, marked, damage=tuple(damage))


def _entry(payload: bytes | None) -> Record | int:
    """A record, or the number that a mark holds. Raises ValueError, KeyError, TypeError or AttributeError."""
    known = json.loads(payload or b"")
    if "written" in known:
        return int(known["written"])
    n, state = int(known["n"]), int(known["state"], 16)
    if "base" not in known:
        return Record(n, state, codec.edit(known))
    annotations = {one["id"]: codec.annotation(one["id"], one) for one in known["base"]["annotations"]}
    return Record(n, state, None, (annotations, known["base"]["own"]))
