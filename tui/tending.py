"""What the program does between two keys: bring files up to date, collect garbage, make the list true, load ahead."""

import asyncio
import gc
import warnings
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from annotations import index
from annotations.doubt import UnsureDisk
from annotations.index import Row
from seeds.errors import Problem
from tui.places import write_places
from tui.watching import Watching

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.app import Postil

SOON = 0.4
"""Seconds from an edit to the annotations file that holds it: plain TinyDB sees it within a second. As long after the
start what the first keys need is loaded."""

IDLE = 1.0
"""Seconds without a key after which garbage is collected: a collection takes longer than a frame."""

LONG = 20_000
"""Words of an article that takes longer to open than a frame can spare."""

HELD, STAYS = 0.06, 0.1
"""Seconds between two steps in the list under which a key is held down, and after which of rest a long article is shown
then: passing by is to be as fast as the list, be the articles ever so long."""

YOUNG = 64
"""Keys after which young garbage is collected, where nobody rests: it would grow without end."""

BETWEEN = 0.01
"""Seconds between two slices of making the list true, so that a key never waits for more than one."""


class Tending:
    """The chores of an app. `failed` tells that a TinyDB file could not be brought up to the history."""

    def __init__(self, app: "Postil") -> None:
        self.app = app
        self.failed = self._ended = False
        self._moved, self._keys = 0.0, 0
        self._places = app.desk.places
        self._flushing: Timer | None = None
        self._collecting: Timer | None = None
        self._arriving: Timer | None = None
        self._refreshing: Iterator[list[Row] | None] | None = None
        self._again = self._swept = False
        self.watching = Watching(app)

    def begin(self) -> None:
        """Start, now that the first screen is painted. What is there by now stays, and need not be looked through."""
        gc.freeze()
        warnings.showwarning = self._doubt  # type: ignore[assignment]  # the rest of what it is given does not matter
        self.refresh()
        self.after_key()
        self.app.set_timer(SOON, self._load_ahead)
        self.watching.begin()

    def refresh(self) -> None:
        """Make the list true, in slices; once more, where that is under way."""
        self._again = self._refreshing is not None
        if self._refreshing is None:
            desk = self.app.desk
            desk.listing.begin()
            self._refreshing = index.refresh(desk.library, self.app.coder, desk.listing.rows)
            self._refresh()

    def after_key(self) -> None:
        self._keys += 1
        if self._keys % YOUNG == 0:
            gc.collect(0)
        if self._collecting is None:
            self._collecting = self.app.set_timer(IDLE, self._collect)
        else:
            self._collecting.reset()

    def after_edit(self) -> None:
        if self._flushing is None:
            self._flushing = self.app.set_timer(SOON, self._flush)

    def after_moving(self) -> None:
        """Show the article of the row at once, a long one only at the end of a run of steps."""
        row = self.app.desk.rows[self.app.articles.cursor]
        before, self._moved = self._moved, monotonic()
        if row.words + row.folded <= LONG and self._arriving is None:
            self.app.leafing.arrive()
            return
        if self._arriving is not None:
            self._arriving.reset()
        elif self._moved - before > HELD:
            self.app.leafing.arrive()
        else:
            self._arriving = self.app.set_timer(STAYS, self._arrive)

    def end(self) -> None:
        """Leave everything on the disk as the next start and plain TinyDB expect it."""
        self._ended = True
        self.app.asking.end()
        try:
            self.app.desk.store.close()
        except Problem as problem:
            self.app.failure = self.app.failure or problem
        self._keep_places()
        gc.enable()

    async def _load_ahead(self) -> None:
        """Load what the first selection would wait for, beside the keys."""
        session = self.app.desk.session
        if session and not self._ended:
            from tui.units import prepare

            await asyncio.to_thread(prepare, session.article.meta.language)

    async def _flush(self) -> None:
        self._flushing, self.failed = None, False
        if self._ended:
            return
        try:
            await asyncio.to_thread(self.app.desk.store.flush)
        except Problem as problem:
            self.failed = True
            self.app.say(str(problem), "error")
        self.app.tell()

    def _arrive(self) -> None:
        self._arriving = None
        self.app.leafing.arrive()

    def _collect(self) -> None:
        self._collecting = None
        self._keep_places()
        gc.collect()
        gc.freeze()

    def _keep_places(self) -> None:
        """Note where everything is being read, if that is elsewhere than at last."""
        desk = self.app.desk
        desk.keep_place()
        if desk.places != self._places:
            self._places = desk.places
            write_places(desk.library.local / "places.json", desk.places)

    def _refresh(self) -> None:
        rows = next(self._refreshing, None) if self._refreshing else None
        if rows is None and self._refreshing is not None:
            self.app.set_timer(BETWEEN, self._refresh)
            return
        self._refreshing = None
        if rows is not None and rows != self.app.desk.listing.rows:
            self.app.leafing.take(rows)
        if self._again:
            self.refresh()
        elif not self._swept:
            self._swept = True
            Thread(target=self._sweep, name="postil-sweeping", daemon=True).start()

    def _sweep(self) -> None:
        """Remove what killed writers left; where that cannot be done now, the next start is another try."""
        from annotations.strays import leftovers

        with suppress(OSError, Problem):
            deque(leftovers(self.app.desk.library, repair=True), maxlen=0)

    def _doubt(self, message: Warning | str, category: type[Warning], *_: Any) -> None:
        """Say what the library's disk cannot promise."""
        if issubclass(category, UnsureDisk):
            self.app.call_later(self.app.say, str(message), "warning")
