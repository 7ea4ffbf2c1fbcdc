"""Put an edit where it is durable: in the history, and a correction in the file that all coders share."""

from contextlib import suppress
from pathlib import Path

from annotations import corrections, digest, log, outdated
from annotations.edit import Edit
from annotations.files import Stamp, append, put, stamp, temporary
from annotations.library import Library
from annotations.log import TAIL, Log
from annotations.migrate import SCHEMA
from annotations.state import Places, State

CAME = "the annotations came without a history"


def committed(library: Library, where: Places, state: State, edit: Edit) -> State:
    """The state once the edit is on the disk. The caller holds the lock.

    Raises Conflict and OSError; nothing has changed then. What goes wrong once it is in the history is made good when
    it is read the next time, so that the edit holds all the same.
    """
    layer = state.layer.apply(edit)
    if state.log.n and state.log.schema < SCHEMA:
        outdated.keep(library, where.log, state.log.schema)
    corrects = corrections.corrects(edit)
    if corrects:
        corrections.stage(library, where.corrections, layer.corrections)
    try:
        known, after = _appended(where, state, edit)
    except OSError:
        if corrects:
            with suppress(OSError):
                temporary(where.corrections).unlink()
        raise
    now = _stamps(where, state.stamps)
    if corrects and not _published(where):
        now = ()  # read again before the next edit, the correction is completed from the history
    elif corrects:
        known = marked(where, known, known.written)
        now = (*_stamps(where, state.stamps)[:2], *_stamp(where.corrections))
    return state._replace(layer=layer, history=state.history.push(edit), digest=after, log=known, stamps=now)


def marked(where: Places, known: Log, n: int) -> Log:
    """The history with a mark at its end, as far as the disk lets it: nothing depends on it but a sentence."""
    line = known.lead + log.of_mark(n)
    try:
        append(where.log, line + TAIL, known.end, durable=False)
    except OSError:
        return known
    return known._replace(end=known.end + len(line), lead=b"", written=n, marked=True)


def _appended(where: Places, state: State, edit: Edit) -> tuple[Log, int]:
    """The history with the edit at its end, and the digest of all that the coder says then."""
    known, n, lines = state.log, state.log.n + 1, state.log.lead
    if not known.n and state.digest != digest.EMPTY:
        said = (dict(state.layer.annotations), dict(state.layer.own))
        lines += log.of_base(log.Record(n, state.digest, None, said, edit.at, CAME, edition=state.edition))
        known, n = known._replace(written=n), n + 1
    after = digest.after(state.digest, edit)
    line = log.of_edit(n, after, edit)
    lines += line
    append(where.log, lines + TAIL, known.end)
    end, last = known.end + len(lines), line[:16].decode()
    return known._replace(n=n, last=last, end=end, lead=b"", marked=False, schema=SCHEMA), after


def _published(where: Places) -> bool:
    """Put the corrections that were staged in their place; whether that went well."""
    try:
        put(where.corrections)
    except OSError:
        return False
    return True


def _stamps(where: Places, before: tuple[Stamp, ...]) -> tuple[Stamp, ...]:
    """The stamps after the edit, those of what it did not touch as they were; not all, so that everything is read
    again, where the system refuses."""
    return (before[0], *_stamp(where.log), before[2])


def _stamp(path: Path) -> tuple[Stamp, ...]:
    with suppress(OSError):
        return (stamp(path),)
    return ()
