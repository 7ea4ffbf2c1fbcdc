"""Keep what one coder says of the articles: durable before it is shown, in TinyDB a moment later.

Two locks a library, so that a key never waits for a file that is being replaced: one for the histories and corrections,
one for the annotation files. Where both are needed, the files' comes first.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from json import loads
from threading import RLock
from typing import Any, NamedTuple

from annotations import codec, outdated, tables
from annotations.coder import is_name
from annotations.committing import committed, marked
from annotations.compact import compacted, long
from annotations.edit import Edit, Layer
from annotations.errors import Locked, NotSaved, not_flushed, not_saved
from annotations.files import ABSENT, Stamp, replace, stamp
from annotations.history import History
from annotations.library import Library, keep_local
from annotations.locks import locked
from annotations.state import Places, State, places, read, stamps
from seeds.errors import Problem

TRIES = 3
"""How often to mend an article that another program damages or changes in the very moment."""

KEPT = 64
"""States that are kept in memory."""


class Folio(NamedTuple):
    """What one coder says of an article, and what can be undone of it; `notices` are sentences on what was damaged or
    changed from outside, said once."""

    article_id: str
    layer: Layer
    history: History
    notices: tuple[str, ...] = ()


class Store:
    """One coder's annotations in a library. May be used from several threads; other processes may write at any time.

    `now` gives the time that stands in reports of damage. What is mended or was changed from outside is told to `tell`,
    if that is given, else by the notices of the next folio.
    """

    def __init__(
        self, library: Library, coder: str, *, now: Callable[[], datetime], tell: Callable[[str], None] | None = None
    ) -> None:
        self.library, self.coder, self.now, self.tell = library, coder, now, tell
        self._history_lock, self._file_lock = library.local / "history.lock", library.local / "files.lock"
        self._guard = RLock()
        self._states: dict[str, State] = {}
        self._notices: dict[str, tuple[str, ...]] = {}
        self._committed: set[str] = set()
        self._refused: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, Places] = {}

    def open(self, article_id: str) -> Folio:
        """What is on the disk; damage is mended, and said. Raises NewerSchema, and Unreadable."""
        with self._guard:
            return self._folio(article_id, self._fresh(article_id))

    def commit(self, article_id: str, edit: Edit) -> Folio:
        """Put an edit on the disk. If it raises, nothing has changed.

        Raises Conflict where the edit does not fit what is on the disk by now, NotSaved where the disk refuses.
        """
        _check(edit)
        where = self._places(article_id)
        with self._guard:
            for _ in range(TRIES):
                state = self._fresh(article_id)
                if state.repair:
                    raise NotSaved(where.file, "it is damaged and could not be mended", "postil check --repair")
                with self._history_locked(where):
                    state = state if stamps(where) == state.stamps else read(where)
                    if state.repair:
                        continue
                    self._remember(article_id, committed(self.library, where, state, edit))
                self._committed.add(article_id)
                return self._folio(article_id, self._states[article_id])
        raise Locked(where.file, "another program writes it all the time", "stop it, and try again")

    def flush(self, article_id: str | None = None) -> None:
        """Bring the TinyDB files up to date with the histories: one, or all that were opened and lag behind.

        Raises Problem, once the others are done.
        """
        with self._guard:
            known = [article_id] if article_id else [one for one, state in self._states.items() if state.lags]
        self._flush_all(known)

    def close(self) -> None:
        """Bring the files up to date of what was committed here, and of what was opened and lagged already: a writer
        that was killed left it so."""
        with self._guard:
            lagging = {one for one, state in self._states.items() if state.lags}
        self._flush_all(sorted(self._committed | lagging))

    def others(self, article_id: str) -> list[str]:
        """The other coders who have said something of the article, sorted."""
        files = self.library.annotations.glob(f"*/{article_id}.json")
        logs = (self.library.local / "history").glob(f"*/{article_id}.log")
        return sorted({name for path in (*files, *logs) if is_name(name := path.parent.name)} - {self.coder})

    def layer_of(self, coder: str, article_id: str) -> Layer:
        """What another coder says, to be read only. Raises DamagedFile, NewerSchema, Unreadable."""
        state = read(places(self.library, coder, article_id))
        if state.repair and state.repair.damaged:
            raise state.repair.damaged[0]
        return state.layer

    def stale(self, article_id: str) -> bool:
        """Whether the article's files are, by their stamps, other than what is known of them here. Waits for nobody."""
        known = self._states.get(article_id)
        return known is None or stamps(self._places(article_id)) != known.stamps

    def _folio(self, article_id: str, state: State) -> Folio:
        return Folio(article_id, state.layer, state.history, self._notices.pop(article_id, ()))

    def _places(self, article_id: str) -> Places:
        if article_id not in self._known:
            self._known[article_id] = places(self.library, self.coder, article_id)
        return self._known[article_id]

    def _fresh(self, article_id: str) -> State:
        """The state as it is on the disk now, mended if need be."""
        where = self._places(article_id)
        known = self._states.get(article_id)
        if known and not known.repair and stamps(where) == known.stamps:
            return known
        state = read(where)
        if state.repair:
            state = self._mended(article_id, where, state)
        self._remember(article_id, state)
        return state

    def _mended(self, article_id: str, where: Places, state: State) -> State:
        """The state after its repair; as it was, where the disk does not let it be repaired."""
        from annotations.repair import mend

        try:
            keep_local(self.library.root)
            with locked(self._file_lock), locked(self._history_lock):
                state = read(where)
                if state.repair:
                    self._tell(article_id, mend(self.library, where, state, state.repair, self.now()))
                    state = read(where)
            self._refused.pop(article_id, None)
        except (OSError, Locked) as error:
            said = not_saved(where.file, error) if isinstance(error, OSError) else error
            notices = (*(state.repair.notices if state.repair else ()), str(said))
            if self._refused.get(article_id) != notices:  # a disk may refuse for ever, and is asked all the time
                self._refused[article_id] = notices
                self._tell(article_id, notices)
        return state

    def _tell(self, article_id: str, notices: tuple[str, ...]) -> None:
        """Say something, or have the next folio say it."""
        if self.tell:
            for notice in notices:
                self.tell(notice)
            return
        self._notices[article_id] = (*self._notices.get(article_id, ()), *notices)

    def _remember(self, article_id: str, state: State) -> None:
        self._states.pop(article_id, None)
        self._states[article_id] = state
        if len(self._states) > KEPT:
            old = next((one for one, known in self._states.items() if not known.lags), article_id)
            if old != article_id:
                del self._states[old]

    def _flush_all(self, article_ids: list[str]) -> None:
        failed: Problem | None = None
        for article_id in article_ids:
            try:
                self._flush(article_id)
            except OSError as error:
                failed = failed or not_flushed(self._places(article_id).file, error)
            except Problem as problem:
                failed = failed or problem
        if failed:
            raise failed

    def _flush(self, article_id: str) -> None:
        where = self._places(article_id)
        for _ in range(TRIES):
            with self._guard:
                state = self._fresh(article_id)
            held = state.log.unmarked and state.stamps[0] != ABSENT
            if state.repair or not (state.lags or held):
                return
            found = self._replaced(where, state) if state.lags else (state, state.stamps[0])
            if found is not None:
                with self._guard, suppress(NotSaved), self._history_locked(where):
                    self._note_flush(article_id, where, *found)
                self._shorten(article_id, where)
                return
        raise Locked(where.file, "another program writes it all the time", "stop it, and try again")

    def _replaced(self, where: Places, state: State) -> tuple[State, Stamp] | None:
        """The state that the file holds now, and the file's stamp; None where there is nothing to write any more, or
        another program that takes no lock has written it meanwhile."""
        from annotations.storage import Replacing

        keep_local(self.library.root)
        data = _tables(state)
        with locked(self._file_lock):
            if stamp(where.file) != state.stamps[0]:
                state = read(where)
                if state.repair or not state.lags:
                    return None
                data = _tables(state)
            outdated.keep(self.library, where.file, state.schema)
            written = Replacing(where.file).write_over(state.stamps[0], data)
            return (state, stamp(where.file)) if written else None

    def _note_flush(self, article_id: str, where: Places, state: State, replaced: Stamp) -> None:
        """Remember, in the history too, that the file holds `state`; not if somebody else has been here since."""
        known, now = self._states.get(article_id), stamp(where.log)
        if not known or known.stamps[:2] != (state.stamps[0], now):
            if state.stamps[1] != now:
                return
            known = state
        noted = marked(where, known.log, state.log.n)
        stamps_now = (replaced, stamp(where.log), known.stamps[2])
        self._states[article_id] = known._replace(held=state.digest, log=noted, stamps=stamps_now)

    def _shorten(self, article_id: str, where: Places) -> None:
        """Let go of the oldest part of a history that has grown long, if nobody goes on with it meanwhile."""
        state = self._states.get(article_id)
        if not state or not state.stamps or not long(state.log, state.stamps[0][1]):
            return
        before = stamp(where.log)
        short = compacted(where.log.read_bytes())
        with self._guard, suppress(NotSaved), self._history_locked(where):
            if short and stamp(where.log) == before:
                self._states.pop(article_id, None)
                replace(where.log, short)

    @contextmanager
    def _history_locked(self, where: Places) -> Iterator[None]:
        try:
            keep_local(self.library.root)
            with locked(self._history_lock):
                yield
        except OSError as error:
            raise not_saved(where.log, error) from error


def _tables(state: State) -> dict[str, Any]:
    return tables.of(state.layer.annotations, state.layer.own, state.others, state.log.last)


def _check(edit: Edit) -> None:
    """Raise NotSaved for an edit that could not be read again as it is: rather now than at the next start."""
    try:
        again = codec.edit(loads(codec.dumps(codec.edit_json(edit))))
    except (ValueError, TypeError) as error:
        raise NotSaved("this edit", f"it cannot be written down: {error}", "please report it") from error
    if again != edit:
        raise NotSaved("this edit", "it would not be the same when read again", "please report it")
