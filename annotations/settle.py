"""Which state holds where the annotation file and the history do not tell the same. Pure; nothing here is a guess
without saying so.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from annotations import digest, log
from annotations.annotation import Annotation
from annotations.corrections import without
from annotations.edit import Change, Conflict, Edit, FieldChange, Layer
from annotations.log import Log, Record
from annotations.tables import Tables

K = TypeVar("K")
V = TypeVar("V")

NOTHING = Tables({}, {}, {})


class Settled(NamedTuple):
    """The state that holds. `records` are those that can be undone; `lines` what the history has to be given (`fresh`:
    in the place of all that it holds) and `file` whether the annotation file has to be written anew, so that both tell
    the same again; `notices` are sentences for the reader."""

    annotations: dict[int, Annotation]
    own: dict[str, str]
    digest: int
    records: tuple[Record, ...] = ()
    lines: bytes = b""
    fresh: bool = False
    file: bool = False
    notices: tuple[str, ...] = ()


class _Unfit(Exception):
    """The records do not fit the state they are put on, or each other."""


def settle(file: Tables | None, known: Log, *, broken: bool) -> Settled:
    """What holds, given the file (None: absent; `broken`: only what could still be read of it) and the history."""
    try:
        if file is None or broken:
            return _from_log(file or NOTHING, known, broken=broken)
        return _from_file(file, known)
    except _Unfit:
        return settle(file, known._replace(damage=((0, "its records do not fit together"),)), broken=broken)


def _from_file(file: Tables, known: Log) -> Settled:
    held = digest.of(file.annotations, file.own)
    at = _standing(known, held)
    if known.damage or at is None:
        rest = known.records[at:] if at is not None else [one for one in known.records if one.n > known.written]
        return _rebased(file, held, [one.edit for one in rest if one.edit], known)
    found = _replayed(Layer(file.annotations, file.own), held, known.records[at:])
    return Settled(found.annotations, found.own, found.digest, known.records)


def _from_log(salvaged: Tables, known: Log, *, broken: bool) -> Settled:
    if known.damage:
        found = _forced(known.records)
        return _anew(found, _unknown(salvaged, known, found), known, broken=broken)
    if not known.records:
        return _anew(NOTHING, salvaged, known, broken=True) if broken else Settled({}, {}, digest.EMPTY)
    whole = _replayed(Layer(), digest.EMPTY, known.records)
    unknown = _unknown(salvaged, known, NOTHING)
    if broken and unknown.annotations:
        return _anew(Tables(whole.annotations, whole.own, {}), unknown, known, broken=True)
    gone = known.written > 0 and whole.digest != digest.EMPTY
    again = _many(len(whole.annotations), "annotation") + " restored from the history"
    why = "was damaged" if broken else "was gone"
    notices = (f"the file of your annotations {why}: {again}",) if broken or gone else ()
    return whole._replace(records=known.records, file=broken or gone, notices=notices)


def _standing(known: Log, held: int) -> int | None:
    """How many of the records the file holds already; None if it equals the state after none of them."""
    for number in range(len(known.records), 0, -1):
        if known.records[number - 1].state == held:
            return number
    from_nothing = not known.records or known.records[0].base is None
    return 0 if from_nothing and (held == digest.EMPTY or not known.records) else None


def _replayed(layer: Layer, state: int, records: Sequence[Record]) -> Settled:
    """The state after some more records. Raises _Unfit."""
    for record in records:
        if record.base is not None:
            layer, state = Layer(*record.base), digest.of(*record.base)
        elif record.edit is not None:
            try:
                layer = layer.apply(without(record.edit))
            except Conflict as error:
                raise _Unfit from error
            state = digest.after(state, record.edit)
        if state != record.state:
            raise _Unfit
    return Settled(dict(layer.annotations), dict(layer.own), state)


def _rebased(file: Tables, held: int, rest: Sequence[Edit], known: Log) -> Settled:
    """The file as it is, with those edits put on top that it never had, as far as they fit."""
    layer, state = Layer(file.annotations, file.own), held
    first = 1 if known.damage else known.n + 1
    lines = log.of_base(first, held, file.annotations, file.own)
    records: list[Record] = []
    lost: list[str] = []
    for edit in rest:
        try:
            layer = layer.apply(without(edit))
        except Conflict:
            lost.append(edit.label)
            continue
        state = digest.after(state, edit)
        records.append(Record(first + len(records) + 1, state, edit))
        lines += log.of_edit(records[-1].n, state, edit)
    notices = [_damaged(known)] if known.damage else [_outside(file, known)]
    notices += [f"one edit did not fit any more and was left out: {label}" for label in lost]
    fresh, marked = bool(known.damage), lines + log.of_mark(first)
    found = Settled(dict(layer.annotations), dict(layer.own), state, tuple(records), marked, fresh)
    return found._replace(notices=tuple(notices))


def _anew(found: Tables, more: Tables, known: Log, *, broken: bool) -> Settled:
    """A state that neither tells alone, as a new base, to be written to both."""
    annotations, own = found.annotations | more.annotations, more.own | found.own
    state = digest.of(annotations, own)
    n = 1 if known.damage else known.n + 1
    notices = [_damaged(known)] if known.damage else []
    if broken:
        again = _many(len(found.annotations), "annotation") + " restored from the history"
        read = _many(len(more.annotations), "annotation") + " read from what is left of it"
        notices.append(f"the file of your annotations was damaged: {again}, {read}")
    lines = log.of_base(n, state, annotations, own)
    return Settled(annotations, own, state, (), lines, bool(known.damage), file=True, notices=tuple(notices))


def _forced(records: Iterable[Record]) -> Tables:
    """The state after records some of which are missing: each one's word on what it changed holds."""
    annotations: dict[int, Annotation] = {}
    own: dict[str, str] = {}
    for record in records:
        if record.base is not None:
            annotations, own = dict(record.base[0]), dict(record.base[1])
        for change in without(record.edit).changes if record.edit else ():
            if isinstance(change, Change):
                _put(annotations, [one.id for one in (change.before, change.after) if one], change.after)
            else:
                _put(own, [change.field], change.after)
    return Tables(annotations, own, {})


def _put(known: dict[K, V], keys: Iterable[K], value: V | None) -> None:
    for key in keys:
        if value is None:
            known.pop(key, None)
        else:
            known[key] = value


def _unknown(salvaged: Tables, known: Log, found: Tables) -> Tables:
    """What was read of a broken file and the history never heard of."""
    heard = {one for record in known.records if record.base for one in record.base[0]}
    for change in (change for record in known.records if record.edit for change in record.edit.changes):
        if not isinstance(change, FieldChange):
            heard |= {one.id for one in (change.before, change.after) if one}
    new = {key: one for key, one in salvaged.annotations.items() if key not in heard}
    return Tables(new, salvaged.own if not found.own else {}, {})


def _outside(file: Tables, known: Log) -> str:
    """What somebody else changed, counted against the last state that is known to have been in the file."""
    before = _forced(one for one in known.records if one.n <= known.written).annotations
    after = file.annotations
    added = sum(key not in before for key in after)
    gone = sum(key not in after for key in before)
    changed = sum(key in before and before[key] != one for key, one in after.items())
    counts = [f"{n} {what}" for n, what in ((added, "added"), (changed, "changed"), (gone, "deleted")) if n]
    what = f"({', '.join(counts)}) " if counts else ""
    return f"your annotations were changed by another program {what}and are shown so; undo begins anew"


def _damaged(known: Log) -> str:
    line, why = known.damage[0]
    where = f" at line {line}" if line else ""
    return f"the history of this article was damaged{where} ({why}); what was done before cannot be undone"


def _many(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
