"""A look at the library: what it finds that others did, and that reading goes on where it is slow or refused."""

import os
from asyncio import all_tasks, current_task, to_thread
from threading import Event, Thread
from threading import enumerate as threads

import pytest

from annotations import sources
from annotations.library import Library
from annotations.store import Store
from tests.tui.elsewhere import AT, PATIENCE, Elsewhere, look_every, until
from tests.tui.opened import Open, article, screen, selected
from tui.voices import Voices, voices
from tui.watching import Lookout, News

AGREE, PORT = "“We agree,”", "The port wants the pickets gone first."
STRIKE = "Crews walk out\n\nThe ferries to Upland stay in port."


@pytest.fixture(autouse=True)
def _only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have looks only while a test waits for what comes of them: a key of the pilot waits until nothing goes on."""
    look_every(3600, monkeypatch)


async def test_a_look_waits_for_the_one_before(reader: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    held, looks = Event(), list[int]()

    def slow(*_: object) -> News:
        looks.append(len(looks))
        held.wait(PATIENCE)
        return News()

    monkeypatch.setattr(Lookout, "look", slow)
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(app, holds=lambda: bool(looks))
        await pilot.press("enter", "w")
        app.tending.watching.look()
        assert len(looking()) == 1
        assert selected(app) == "Talks"
        held.set()
        await until(app, holds=lambda: len(looks) > 1)


async def test_none_comes_after_the_end_and_nobody_hears_of_one_that_was_under_way(
    reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_every(0.001, monkeypatch)
    begun, held, heard = Event(), Event(), list[object]()

    def slow(*_: object) -> News:
        begun.set()
        held.wait(PATIENCE)
        return News(listed=True)

    monkeypatch.setattr(Lookout, "look", slow)
    app = reader()
    monkeypatch.setattr(app.tending.watching, "_take", heard.append)
    async with app.run_test(size=(120, 30)):
        assert await to_thread(begun.wait, PATIENCE)
    held.set()
    for one in looking():
        one.join(PATIENCE)
    assert all_tasks() == {current_task()}  # nothing is left that could have a look
    assert heard == []
    assert app.failure is None


async def test_a_disk_that_is_away_is_waited_for_in_silence(reader: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []

    def away(*_: object) -> News:
        looks.append(1)
        raise OSError(116, "Stale file handle")

    monkeypatch.setattr(Lookout, "look", away)
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(app, holds=lambda: len(looks) > 2)
        await pilot.press("enter", "w")
        assert selected(app) == "Talks"
        assert "Stale" not in screen(app)


async def test_a_mistake_in_a_look_ends_the_program_as_any_other(reader: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> News:
        raise ZeroDivisionError("a mistake of ours")

    monkeypatch.setattr(Lookout, "look", broken)
    app = reader()
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=(120, 30)):
            await until(app, holds=lambda: app.failure is not None)


def test_a_lookout_tells_others_changes_from_ones_own(library: Library) -> None:
    own, other = Elsewhere(library), Elsewhere(library)
    own.tag("quote", AGREE)
    lookout, shown = Lookout(own.store), own.store.open(own.id).layer
    assert lookout.look(own.id, shown, None) == News(own.id)
    own.tag("participant", "Mara Holt")
    lookout.look(own.id, shown, None)
    own.tag("precondition", PORT)
    found = lookout.look(own.id, own.store.open(own.id).layer, None)
    assert (found.changed, found.listed) == (False, False)
    other.set("status", "reading")
    found = lookout.look(own.id, own.store.open("d00").layer, None)
    assert (found.changed, found.listed) == (True, True)


@pytest.mark.parametrize("what", ["added", "corrected", "tagged", "gone"])
def test_a_lookout_tells_when_the_list_is_no_longer_true(library: Library, what: str) -> None:
    store, other = Store(library, "mh", now=lambda: AT), Elsewhere(library, number=1)
    other.set("status", "reading")
    lookout = Lookout(store)
    assert not lookout.look("", None, None).listed
    if what == "added":
        list(sources.write_many(library, [article(STRIKE)]))
    elif what == "corrected":
        other.set("title", "A line that was redrawn")
    elif what == "tagged":
        other.set("status", "done")
    else:
        (library.annotations / "mh" / f"{other.id}.json").unlink()
    assert lookout.look("", None, None).listed


def test_two_changes_that_a_coarse_clock_tells_as_one_are_both_seen(library: Library) -> None:
    other = Elsewhere(library)
    other.set("status", "reading")
    folder, lookout = library.annotations / "mh", Lookout(Store(library, "mh", now=lambda: AT))
    other.set("status", "done")
    assert lookout.look("", None, None).listed
    told = folder.stat().st_mtime_ns
    other.set("status", "skipped")
    os.utime(folder, ns=(told, told))
    assert lookout.look("", None, None).listed
    assert not lookout.look("", None, None).listed


def test_a_change_in_a_folder_that_cannot_be_laid_at_a_file_is_looked_into(library: Library) -> None:
    Elsewhere(library).set("status", "reading")
    folder, lookout = library.annotations / "mh", Lookout(Store(library, "mh", now=lambda: AT))
    for name in ("first", "second"):
        (folder / f".{name}").touch()
        (folder / f".{name}").unlink()
        assert lookout.look("", None, None).listed
        assert lookout.look("", None, None).listed is False


def test_a_lookout_hears_others_anew_only_when_they_said_something(library: Library) -> None:
    mine, other = Elsewhere(library), Elsewhere(library, "ab")
    other.tag("quote", AGREE)
    heard: Voices = voices(mine.store, mine.id)
    lookout, shown = Lookout(mine.store), mine.store.open(mine.id).layer
    assert lookout.look(mine.id, shown, heard).voices is None
    other.tag("precondition", PORT)
    found = lookout.look(mine.id, shown, heard).voices
    assert found
    assert [one.annotation.tag for one in found.said] == ["quote", "precondition"]


def looking() -> list[Thread]:
    """The looks that are under way."""
    return [one for one in threads() if one.name == "postil-watching"]
