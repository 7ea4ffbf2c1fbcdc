"""Open the reader: find the library, add what was named, and start the app on a terminal."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom

from annotations import index, library, sources
from annotations.annotation import MAX_ID
from annotations.library import Library
from annotations.store import Store
from tui.desk import Desk
from tui.intent import Means
from tui.places import read_places

NO_TERMINAL = "postil: there is no terminal to read in; postil show and postil export work without one"
SAMPLES = "this library is empty, so here are the samples: postil add PATH brings your own articles"


def run(place: Path, data: Path, coder: str | None = None) -> int:
    """Open the reader on the library at `place`; with an empty one on the samples. The exit code: 2 where there is no
    terminal."""
    if not (sys.stderr.isatty() and _keys_from_terminal()):
        print(NO_TERMINAL, file=sys.stderr)  # noqa: T201  # narration, before there is a screen
        return 2
    opened = Library.open(place)
    greeting = ""
    if not sources.ids(opened):
        from tui.samples import samples_library

        opened, greeting = samples_library(data), SAMPLES
    name = library.coder(opened, coder, os.environ, _login())
    from tui.app import Postil

    app = Postil(desk_of(opened, name), name, greeting)
    app.run()
    return app.return_code or 0


def desk_of(opened: Library, coder: str) -> Desk:
    """The desk of a coder in a library, with the clock and randomness of this machine."""
    means = Means(now=lambda: datetime.now(UTC), new_id=lambda: SystemRandom().randrange(1, MAX_ID))
    store = Store(opened, coder, now=means.now)
    rows: Sequence[index.Row] = index.cached(opened, coder) or index.rows(opened, coder)
    return Desk(opened, store, rows, means, read_places(opened.root / ".local" / "places.json"))


def _keys_from_terminal() -> bool:
    """Whether keys can be read: where standard input is a pipe, it is put aside for the terminal itself."""
    if sys.stdin.isatty():
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    return os.isatty(0)


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reader"
