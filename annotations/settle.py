"""Which state holds where the annotation file and the history do not tell the same. Pure; nothing here is a guess
without saying so.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from annotations import digest, log
from annotations.annotation import Annotation
from annotations.corrections import without
from annotations.edit import Conflict, Edit, FieldChange, Layer
from annotations.log import Log, Record
from annotations.replay import Unfit, forced, replayed
from annotations.tables import Tables

NAMED = 3
"""Annotations that a sentence on a change names."""

TORN = "the history of this article was cut off at its end: what was last written there, and nowhere else, is not kept"


OLDER = "the file of your annotations was one of an earlier time: what it lacks, {}, was put back from the history"


class Settled(NamedTuple):
    """The state that holds. `records` are those that can be undone; `lines` what the history has to be given (`fresh`:
    in the place of all that is not sound in it) and `file` whether the annotation file has to be written anew, so that
    both tell the same again; `notices` are sentences for the reader. `held` is the digest of the file, `unfit` tells
    that the records of the history do not fit together."""

    annotations: dict[int, Annotation]
    own: dict[str, str]
    digest: int
    records: tuple[Record, ...] = ()
    lines: bytes = b""
    fresh: bool = False
    file: bool = False
    notices: tuple[str, ...] = ()
    unfit: bool = False
    held: int = 0


def settle(file: Tables | None, known: Log, at: datetime, *, broken: bool) -> Settled:
    """What holds, given the file (None: absent; `broken`: only what could still be read of it) and the history. `at` is
    when the file was written, as far as the disk tells."""
    try:
        if file is None or broken:
            found = _from_log(file or Tables({}, {}, {}), known, at, broken=broken)
        else:
            found = _from_file(file, known, at)
    except Unfit:
        return settle(file, unfit(known), at, broken=broken)._replace(unfit=True)
    return _told_of_the_end(found, known, file, at)


def unfit(known: Log) -> Log:
    """A history whose records do not fit together: nothing of it is sound."""
    return known._replace(damage=((0, "its records do not fit together"),), sound=0, sound_n=0)


def _told_of_the_end(found: Settled, known: Log, file: Tables | None, at: datetime) -> Settled:
    """Say that the history ends in half a record, or is empty where it cannot be; the next record takes that place."""
    if known.damage or not known.torn:
        return found
    lines = found.lines or log.of_mark(known.written)
    if file and not known.n:
        lines = log.of_base(_base(1, file, at, TORN))
    return found._replace(lines=lines, notices=(*found.notices, TORN))


def _from_file(file: Tables, known: Log, at: datetime) -> Settled:
    held = digest.of(file.annotations, file.own)
    standing = _standing(known, held, file.edition)
    if known.damage or standing is None:
        new = [one for one in known.records if one.n > known.written]
        rest = known.records[standing:] if standing is not None else new
        return _rebased(file, held, [one.edit for one in rest if one.edit], known, at)._replace(held=held)
    layer, state = replayed(known.records[standing:], Layer(file.annotations, file.own), held)
    found = Settled(dict(layer.annotations), dict(layer.own), state, known.records, held=held)
    back = [one for one in known.records[standing:] if one.n <= known.written]
    if not back or back[-1].state == held:
        return found
    return found._replace(file=True, notices=(OLDER.format(_many(len(back), "edit")),))


def _from_log(salvaged: Tables, known: Log, at: datetime, *, broken: bool) -> Settled:
    if known.damage:
        found = forced(known.records)
        return _anew(found, _unknown(salvaged, known, found), known, at, broken=broken)
    if not known.records:
        return _anew(Layer(), salvaged, known, at, broken=True) if broken else Settled({}, {}, digest.EMPTY)
    whole, state = replayed(known.records)
    unknown = _unknown(salvaged, known, Layer())
    if broken and unknown.annotations:
        return _anew(whole, unknown, known, at, broken=True)
    gone = known.written > 0 and state != digest.EMPTY
    again = _many(len(whole.annotations), "annotation") + " restored from the history"
    why = "was damaged" if broken else "was gone"
    notices = (f"the file of your annotations {why}: {again}",) if broken or gone else ()
    annotations, own = dict(whole.annotations), dict(whole.own)
    return Settled(annotations, own, state, known.records, file=broken or gone, notices=notices)


def _standing(known: Log, held: int, edition: str) -> int | None:
    """How many of the records the file holds already; None if it is not as any of them left it. Without an edition, of
    a file that another program made, the same words will do."""
    for number in range(len(known.records), 0, -1):
        record = known.records[number - 1]
        if record.state == held and (not edition or edition in (record.checksum, record.edition)):
            return number
    from_nothing = bool(known.records) and known.records[0].base is None and held == digest.EMPTY and not edition
    return 0 if from_nothing or not known.records else None


def _rebased(file: Tables, held: int, rest: Sequence[Edit], known: Log, at: datetime) -> Settled:
    """The file as it is, with those edits put on top that it never had, as far as they fit."""
    layer, state = Layer(file.annotations, file.own), held
    first = _next(known)
    what = _damaged(known) if known.damage else _outside(file, known)
    lines = _begun(known) + log.of_base(_base(first, file, at, what))
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
    notices = [what if known.damage else f"{what} and are shown so; undo begins anew"]
    notices += [f"one edit did not fit any more and was left out: {label}" for label in lost]
    fresh, marked = bool(known.damage), lines + log.of_mark(first)
    found = Settled(dict(layer.annotations), dict(layer.own), state, tuple(records), marked, fresh)
    return found._replace(notices=tuple(notices))


def _anew(found: Layer, more: Tables, known: Log, at: datetime, *, broken: bool) -> Settled:
    """A state that neither tells alone, as a new base, to be written to both."""
    annotations, own = {**found.annotations, **more.annotations}, {**more.own, **found.own}
    state = digest.of(annotations, own)
    notices = [_damaged(known)] if known.damage else []
    if broken:
        again = _many(len(found.annotations), "annotation") + " restored from the history"
        read = _many(len(more.annotations), "annotation") + " read from what is left of it"
        notices.append(f"the file of your annotations was damaged: {again}, {read}")
    lines = _begun(known) + log.of_base(Record(_next(known), state, None, (annotations, own), at, "; ".join(notices)))
    return Settled(annotations, own, state, (), lines, bool(known.damage), file=True, notices=tuple(notices))


def _unknown(salvaged: Tables, known: Log, found: Layer) -> Tables:
    """What was read of a broken file and the history never heard of."""
    heard = {one for record in known.records if record.base for one in record.base[0]}
    for change in (change for record in known.records if record.edit for change in record.edit.changes):
        if not isinstance(change, FieldChange):
            heard |= {one.id for one in (change.before, change.after) if one}
    new = {key: one for key, one in salvaged.annotations.items() if key not in heard}
    return Tables(new, salvaged.own if not found.own else {}, {})


def _base(n: int, file: Tables, at: datetime, label: str) -> Record:
    """The record that takes a file as it is for what to go on from."""
    state, said = digest.of(file.annotations, file.own), (file.annotations, file.own)
    return Record(n, state, None, said, at, label, edition=file.edition)


def _begun(known: Log) -> bytes:
    """What lines that follow upon damage have to begin with."""
    return log.of_schema() if known.damage else b""


def _next(known: Log) -> int:
    """The number of the next record: behind what is sound."""
    return (known.sound_n if known.damage else known.n) + 1


def _outside(file: Tables, known: Log) -> str:
    """What somebody else changed, told against the last state that is known to have been in the file."""
    before = forced(one for one in known.records if one.n <= known.written)
    old, new = before.annotations, file.annotations
    added = [one for key, one in new.items() if key not in old]
    changed = [one for key, one in new.items() if key in old and old[key] != one]
    gone = [one for key, one in old.items() if key not in new]
    kinds = [_counted(what, ones) for what, ones in (("added", added), ("changed", changed), ("deleted", gone)) if ones]
    fields = sorted(key for key in {*before.own, *file.own} if before.own.get(key) != file.own.get(key))
    kinds += [f"the article's {' and '.join(fields)} changed"] if fields else []
    return "your annotations were changed by another program" + (f" ({', '.join(kinds)})" if kinds else "")


def _counted(what: str, ones: Sequence[Annotation]) -> str:
    """How many, and the words of the first few."""
    from annotations.tagging import words

    names = ", ".join(words(one) for one in ones[:NAMED])
    return f"{len(ones)} {what}: {names}{' …' if len(ones) > NAMED else ''}"


def _damaged(known: Log) -> str:
    line, why = known.damage[0]
    where = f" at line {line}" if line else ""
    return f"the history of this article was damaged{where} ({why}); what was done before cannot be undone"


def _many(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
