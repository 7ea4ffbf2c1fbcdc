"""What the reader does beside the keys: leftovers go, and what a disk cannot promise is said."""

import errno
import os
from asyncio import sleep
from time import monotonic

import pytest

from annotations import doubt
from annotations.files import temporary
from annotations.library import Library
from tests.tui.opened import Open, screen

PATIENCE = 20.0


async def test_what_a_killed_writer_left_is_gone_after_the_next_start(library: Library, reader: Open) -> None:
    left = [
        temporary(library.sources / "d01234567890.txt"),
        temporary(library.annotations / "mh" / "d01234567890.json"),
    ]
    for path in left:
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(b"{")
    end = monotonic() + PATIENCE
    async with reader().run_test(size=(100, 30)):
        while any(path.exists() for path in left):
            assert monotonic() < end
            await sleep(0.01)
    assert not any(path.exists() for path in left)


async def test_a_hidden_file_of_one_s_own_in_the_library_s_folder_is_there_after_the_next_start(
    library: Library, reader: Open
) -> None:
    own, left = library.root / "papers" / ".mine.new", temporary(library.sources / "d01234567890.txt")
    own.parent.mkdir()
    for path in (own, left):
        path.write_text("half", "utf-8")
    end = monotonic() + PATIENCE
    async with reader().run_test(size=(100, 30)):
        while left.exists():
            assert monotonic() < end
            await sleep(0.01)
    assert own.read_text("utf-8") == "half"


async def test_a_disk_that_cannot_tell_what_is_on_it_is_said_on_the_screen(
    reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EINVAL, "no fsync here")

    monkeypatch.setattr(doubt, "_said", set())
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        monkeypatch.setattr(os, "fsync", refuse)
        await pilot.press("enter", "q", "1")
        end = monotonic() + PATIENCE
        while "a power cut may lose the last edits" not in screen(app):
            assert monotonic() < end, screen(app)
            await sleep(0.01)
    assert app.desk.session
    assert len(app.desk.session.layer.annotations) == 1
