"""What other programs change in the library while it is being read: noticed within a second, and never awaited."""

import os
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from annotations.edit import Layer
from annotations.files import Stamp, stamp
from annotations.store import Store
from seeds.errors import Problem
from tui.placing import source_stamps
from tui.voices import Voices, stamps_of, voices

if TYPE_CHECKING:
    from tui.app import Postil

EVERY = 0.5
"""Seconds between two looks."""


class News(NamedTuple):
    """What a look has found: that what the coder says of the article `about` is not what is known, with the store's
    `notices` on that; what other coders say of it by now, if they are heard and it is something else; and that the list
    of articles is no longer true."""

    about: str = ""
    changed: bool = False
    notices: tuple[str, ...] = ()
    voices: Voices | None = None
    listed: bool = False


class Lookout:
    """Looks at the files of a library. To be asked from one thread at a time."""

    def __init__(self, store: Store) -> None:
        library, coder = store.library, store.coder
        own = (library.corrections, library.annotations / coder, library.local / "history" / coder)
        self._store = store
        self._sources, self._own = _Folder(library.sources), [_Folder(folder) for folder in own]

    def look(
        self, about: str, known: Layer | None, heard: Voices | None, source: tuple[Stamp, ...] | None = None
    ) -> News:
        """What is new of the list, and of the article `about`, of which `known` is what was read here, if one is open;
        `heard` is what others said of it, `source` the stamps of its text as it is shown. Raises Problem and OSError.
        """
        listed = self._listed()
        if known is None:
            return News(listed=listed)
        anew = heard is not None and stamps_of(self._store, about, heard.article) != heard.stamps
        said = voices(self._store, about, heard.article) if heard is not None and anew else None
        folio = self._store.open(about)
        rewritten = source is not None and source_stamps(self._store.library, about) != source
        return News(about, rewritten or folio.layer is not known, folio.notices, said, listed)

    def _listed(self) -> bool:
        """Whether somebody else made, changed or deleted a file of which the list tells."""
        found = [folder.changed() for folder in self._own]
        if self._sources.changed() != set() or None in found:
            return True
        return any(self._store.stale(article_id) for articles in found for article_id in articles or ())


class _Folder:
    """A folder with files that are named for articles, each of which is replaced by another one when it changes. That
    nothing came or went is told by the folder's own stamp."""

    def __init__(self, path: Path) -> None:
        self._path, self._stamp = path, stamp(path)
        self._settled = True
        self._files: dict[str, int] | None = None

    def changed(self) -> set[str] | None:
        """The ids of articles whose files are others than the last time; None where it cannot be told which are.

        A folder that changed is looked through once more at the next look: its stamp may tell two changes that follow
        closely as one.
        """
        now = stamp(self._path)
        same = now == self._stamp
        if same and self._settled:
            return set()
        self._settled, self._stamp = same, now
        before, self._files = self._files, self._inodes()
        if before is None:
            return None
        others = {name.partition(".")[0] for name, _ in before.items() ^ self._files.items()}
        return others if others or same else None

    def _inodes(self) -> dict[str, int]:
        """The files by their names. Nothing is asked of each: that takes twenty times as long."""
        try:
            with os.scandir(self._path) as entries:
                return {entry.name: entry.inode() for entry in entries if not entry.name.startswith(".")}
        except FileNotFoundError:
            return {}


class Watching:
    """The lookout of an app, and what the app does with its news. `looking` tells that a look is under way: there is
    one at a time."""

    def __init__(self, app: "Postil") -> None:
        self.app = app
        self._lookout = Lookout(app.desk.store)
        self.looking = False
        self._refused = ""

    def begin(self) -> None:
        self.app.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Have a look, in a thread that nobody waits for: a disk that does not answer holds it for ever."""
        if self.looking:
            return
        self.looking = True
        desk = self.app.desk
        row, session = desk.row, desk.session
        asked = (
            row.id if row else "",
            desk.folio.layer if session and desk.folio else None,
            desk.voices if desk.listens else None,
            desk.stamps,
        )
        Thread(target=self._look, args=asked, name="postil-watching", daemon=True).start()

    def _look(self, about: str, known: Layer | None, heard: Voices | None, source: tuple[Stamp, ...]) -> None:
        try:
            found: News | Exception = self._lookout.look(about, known, heard, source)
        except Exception as error:  # it is raised where the app sees it
            found = error
        with suppress(RuntimeError):  # the loop has ended
            self.app.call_later(self._take, found)

    def _take(self, found: News | Exception) -> None:
        self.looking = False
        if isinstance(found, Exception):
            self._complain(found)
            return
        if found.listed:
            self.app.tending.refresh()
        try:
            self._follow(found)
        except Problem as problem:
            self._complain(problem)
        else:
            self._refused = ""

    def _follow(self, found: News) -> None:
        """Show what others have made of what is open, and say it, without moving anything."""
        app, desk = self.app, self.app.desk
        if desk.row and desk.row.id == found.about:
            if found.changed or found.notices:
                desk.catch_up(found.notices)
            if found.voices and desk.listens:
                desk.hear(found.voices)
        said = desk.meanwhile.told()
        if said:
            app.asked = ""
            app.say(said, "warning")
        if said or desk.session is not app.shown:
            app.tell()

    def _complain(self, error: Exception) -> None:
        """Say what cannot be read, once; a disk that is away for a while is none of the reader's business."""
        if isinstance(error, Problem):
            if str(error) != self._refused:
                self.app.say(str(error), "error")
            self._refused = str(error)
        elif not isinstance(error, OSError):
            raise error
