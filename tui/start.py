"""Open the reader: find the library, add the paths that were named, and start the app on a terminal."""

import os
import sys
from pathlib import Path

from annotations import index, library, sources
from annotations.library import Library
from annotations.store import Store
from seeds.errors import Problem
from tui.desk import Desk
from tui.here import data_folder, login, new_id, now
from tui.means import Means
from tui.places import read_places
from tui.sparing import sparing

NO_TERMINAL = "there is no terminal to read in; postil show and postil export work without one"
SAMPLES = "your library is empty, so here are the samples; postil add PATH brings articles of your own"


def open_reader(paths: list[str], named: str | None, coder: str | None) -> int:
    """Add the paths, then read. The exit code: 1 where something was refused, 2 without a terminal."""
    try:
        if paths and (code := _add(paths, named, coder)):
            return code
        if not (sys.__stderr__ and sys.__stderr__.isatty() and _keys_from_terminal()):
            return _say(NO_TERMINAL, 2)
        place = library.locate(named, environ=os.environ, cwd=Path.cwd(), data=data_folder)
        return _read(Library.open(place), coder)
    except Problem as problem:
        return _say(str(problem), 1)


def desk_of(opened: Library, coder: str) -> Desk:
    """The desk of a coder in a library."""
    store = Store(opened, coder, now=now)
    rows = index.cached(opened, coder) or index.rows(opened, coder)
    return Desk(opened, store, rows, Means(now, new_id), read_places(opened.local / "places.json"))


def _read(opened: Library, named: str | None) -> int:
    """Read in a library, or in that of the samples while it is empty. The exit code."""
    greeting = ""
    empty = sources.empty(opened)
    if empty:
        from tui.samples import samples_library

        opened, greeting = samples_library(data_folder()), SAMPLES
    coder = library.coder(opened, named, os.environ, login())
    if named and not empty:
        library.remember_coder(opened, coder)
    with sparing():
        from tui.app import Postil

    app = Postil(desk_of(opened, coder), coder, greeting)
    app.run()
    if app.failure:
        raise app.failure
    return app.return_code or 0


def _add(paths: list[str], named: str | None, coder: str | None) -> int:
    from tui.cli import run

    options = [*(["--library", named] if named else []), *(["--coder", coder] if coder else [])]
    return run([*options, "add", "--", *paths])


def _keys_from_terminal() -> bool:
    """Whether keys can be read: where standard input is a pipe, the terminal itself takes its place."""
    if sys.__stdin__ is None:  # closed: Textual reads from it
        return False
    if os.isatty(0):
        return True
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    os.dup2(terminal, 0)
    return os.isatty(0)


def _say(sentence: str, code: int) -> int:
    print(f"postil: {sentence}", file=sys.stderr)  # noqa: T201  # narration, before there is a screen
    return code
