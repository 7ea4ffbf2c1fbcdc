"""Leave the reader in the middle of a line, and what is on the disk and said at the next start then."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from textual.pilot import Pilot

from annotations.library import Library
from tests.tui.news import told
from tui.app import Postil
from tui.drafts import read_drafts

PATIENCE = 20.0
"""Seconds until what does not come is a failure."""


def drafts_of(library: Library) -> Path:
    return library.local / "drafts" / "mh.json"


def kept(library: Library) -> list[str]:
    """The words of the drafts on the disk, the oldest first."""
    return list(read_drafts(drafts_of(library)).values())


def notes(app: Postil) -> list[str]:
    assert app.desk.session
    return [annotation.note for annotation in app.desk.session.layer.in_order]


async def leave_typing(app: Postil, *keys: str, size: tuple[int, int] = (120, 30)) -> None:
    """Press keys, and leave from the middle of a line."""
    async with app.run_test(size=size) as pilot:
        await pilot.press(*("space" if key == " " else key for key in keys))
        await pilot.press("ctrl+q")


async def first_words(app: Postil) -> str:
    """What is said at the start."""
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        return told(app)


async def until(pilot: Pilot[None], there: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE
    while not there():
        assert monotonic() < end
        await pilot.pause(0.02)
