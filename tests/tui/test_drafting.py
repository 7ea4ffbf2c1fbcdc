"""What is being typed in the strip is on the disk soon after a key and on leaving, and gone once it is answered."""

import errno
from pathlib import Path

import pytest

from annotations.errors import NotSaved
from annotations.library import Library
from annotations.tagging import changed, deleted
from tests.tui.half_typed import drafts_of, kept, leave_typing, notes, until
from tests.tui.news import told
from tests.tui.opened import Open, screen
from tui import drafts
from tui.app import Postil


async def test_a_draft_is_on_the_disk_while_one_types(reader: Open, library: Library) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "c", "a")
        await until(pilot, lambda: kept(library) == ["a"])
        await pilot.press("b")
        await until(pilot, lambda: kept(library) == ["ab"])
        await pilot.press("backspace", "backspace")
        await until(pilot, lambda: not drafts_of(library).exists())


async def test_a_key_whose_message_is_still_on_its_way_is_kept_on_leaving(reader: Open, library: Library) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "c", "a")
        assert app.asking.strip
        app.asking.strip.feed("b")
        app.exit()
    assert kept(library) == ["ab"]


async def test_a_line_that_is_answered_is_no_draft_and_the_next_one_is(reader: Open, library: Library) -> None:
    await leave_typing(reader(), "enter", "q", "1", "i", *"Mara", "tab", "left")
    assert kept(library) == ["indirect"]
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "half-typed type: “indirect”; i goes on with it" in told(app)
        await pilot.press("i", "enter")
        assert "quote, indirect · speaker Mara" in screen(app)
    assert not drafts_of(library).exists()


async def test_what_cannot_be_saved_stays_a_draft(
    reader: Open, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader()

    def full(*_: object) -> None:
        raise NotSaved("talks", "nothing was saved: the disk is full")

    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        with monkeypatch.context() as patched:
            patched.setattr(app.desk.store, "commit", full)
            await pilot.press("c", *"Why", "enter")
            assert "the disk is full" in told(app)
        await until(pilot, lambda: kept(library) == ["Why"])
        await pilot.press("c", "enter")
        assert notes(app) == ["Why"]


async def test_a_search_and_a_filter_are_no_drafts(reader: Open, library: Library) -> None:
    await leave_typing(reader(), "enter", "/", "w", "e")
    await leave_typing(reader(), "/", "w", "e")
    assert not drafts_of(library).parent.exists()


async def test_a_disk_that_takes_no_draft_is_told_once_and_typing_goes_on(
    reader: Open, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[str] = []

    def full(root: Path) -> None:
        tries.append(root.name)
        raise OSError(errno.ENOSPC, "full")

    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "c")
        with monkeypatch.context() as patched:
            patched.setattr(drafts, "keep_local", full)
            await pilot.press("a")
            await until(pilot, lambda: "the draft of what you type: nothing was saved: the disk is full" in told(app))
            app.say("")
            await pilot.press("b")
            await until(pilot, lambda: len(tries) == 2)
            await pilot.pause(0.1)
            assert "the draft" not in told(app)
        await pilot.press("ctrl+q")
    assert kept(library) == ["ab"]


async def test_words_that_are_lost_on_leaving_are_told(
    reader: Open, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "c", "a")
        monkeypatch.setattr(drafts, "keep_local", full)
        await pilot.press("ctrl+q")
    assert "the draft of what you type" in str(app.failure)
    monkeypatch.undo()
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "a", "c", "a")
        await until(pilot, lambda: kept(library) == ["a"])
        monkeypatch.setattr(drafts, "keep_local", full)
        await pilot.press("escape")
    assert "the draft" not in str(app.failure)


async def test_a_note_that_somebody_else_changed_meanwhile_is_not_written_over(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "c", *"Mine")
        elsewhere(app, "Theirs")
        await pilot.press("enter")
        assert "the note: was made “Theirs” while you typed; what you typed is kept as a draft" in told(app)
        assert notes(app) == ["Theirs"]
        await pilot.press("c")
        assert app.asking.strip
        assert app.asking.strip.typing == ("note", "Mine")
        await pilot.press("enter")
        assert notes(app) == ["Mine"]


async def test_a_note_on_what_somebody_else_deleted_meanwhile_stays_a_draft(reader: Open, library: Library) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "c", *"Mine")
        elsewhere(app, None)
        await pilot.press("enter")
        assert "the note: is gone: somebody deleted it while you typed; what you typed is kept as a draft" in told(app)
    assert kept(library) == ["Mine"]


async def test_a_title_can_be_put_back_while_the_strip_is_still_open(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("I", "!", "tab", "shift+tab", "backspace", "tab")
        assert app.desk.session
        assert app.desk.session.article.meta.title == "Talks resume"


def elsewhere(app: Postil, note: str | None) -> None:
    """Have the open article's first annotation noted on or deleted by another program, and the reader see it."""
    session = app.desk.session
    assert session
    first, at = session.layer.in_order[0], app.desk.means.now()
    edit = deleted(first, at) if note is None else changed(first, first._replace(note=note), "noted", at)
    folio = app.desk.store.commit(session.article.id, edit)
    app.show(session.with_folio(folio.layer, folio.history))
