"""An edit on what another program changed or deleted meanwhile is told and not forced; the screen shows the disk."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from annotations import index
from annotations.edit import Conflict, Edit
from annotations.library import Library
from annotations.store import Folio, Store
from tests.tui.elsewhere import Elsewhere, look_every, looked
from tests.tui.news import told
from tests.tui.opened import Open, screen, selected, tagged
from tui.app import Postil
from tui.desk import Desk
from tui.means import Means
from tui.places import Places

AGREE, PORT = "“We agree,”", "The port wants the pickets gone first."
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _never(monkeypatch: pytest.MonkeyPatch) -> None:
    """No look comes between another program and the key."""
    look_every(3600, monkeypatch)


@pytest.fixture
def elsewhere(library: Library) -> Elsewhere:
    return Elsewhere(library)


class Clock:
    """A clock that can be set."""

    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def clocked(library: Library, clock: Clock) -> Callable[[], Postil]:
    """Starts the reader with that clock."""
    ids = iter(range(1, 1000))

    def start() -> Postil:
        store, rows = Store(library, "mh", now=clock), index.rows(library, "mh")
        return Postil(Desk(library, store, rows, Means(clock, ids.__next__), Places()), "mh")

    return start


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        (("d",), "there is nothing left to do"),
        (("T", "3"), "tag the words again if they are to be tagged"),
        (("shift+left",), "tag the words again if they are to be tagged"),
        (("m", "e"), "tag the words again if they are to be tagged"),
        (("c", *"odd", "enter"), "tag the words again if they are to be tagged"),
    ],
)
async def test_an_edit_of_what_was_deleted_is_told_with_its_words_and_nothing_is_written(
    reader: Open, elsewhere: Elsewhere, keys: tuple[str, ...], why: str
) -> None:
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        elsewhere.delete(elsewhere.annotations[0])
        await pilot.press(*keys)
        await pilot.pause()
        assert f"the quote {AGREE}: was deleted by another program meanwhile; {why}" in screen(app)
        assert tagged(app) == []
        assert "1·0·0" not in screen(app)
        assert "1 “We agree" not in screen(app)
        assert elsewhere.annotations == []


@pytest.mark.parametrize("keys", [("d",), ("T", "3"), ("shift+left",), ("c", *"odd", "enter")])
async def test_an_edit_of_what_was_changed_is_told_and_what_the_other_wrote_is_shown(
    reader: Open, elsewhere: Elsewhere, keys: tuple[str, ...]
) -> None:
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        elsewhere.note(elsewhere.annotations[0], "theirs")
        (there,) = elsewhere.annotations
        await pilot.press(*keys)
        await pilot.pause()
        assert f"the quote {AGREE}: was changed by another program meanwhile; look at it as it is now" in screen(app)
        assert elsewhere.annotations == [there]
        await pilot.press("escape", "g", "a")
        assert "note: theirs" in told(app)


async def test_a_field_of_what_was_deleted_is_told_while_the_strip_stays_for_the_next_one(
    reader: Open, elsewhere: Elsewhere
) -> None:
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "q", "1", "i", *"Holt")
        elsewhere.delete(elsewhere.annotations[0])
        await pilot.press("enter")
        await pilot.pause()
        assert app.asking.strip
        assert "was deleted by another program meanwhile" in screen(app)
        assert "1 “We agree" not in screen(app)


async def test_what_comes_in_the_very_moment_of_the_edit_is_told_and_shown_too(
    reader: Open, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader()
    commit = app.desk.store.commit

    def after_theirs(article_id: str, edit: Edit) -> Folio:
        elsewhere.note(elsewhere.annotations[0], "theirs")
        return commit(article_id, edit)

    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        monkeypatch.setattr(app.desk.store, "commit", after_theirs)
        await pilot.press("d")
        assert "was changed by another program meanwhile" in screen(app)
        assert "theirs" in screen(app)


async def test_a_status_that_somebody_else_set_is_not_written_over(reader: Open, library: Library) -> None:
    here, there = Elsewhere(library), Elsewhere(library, number=1)
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        shown = app.desk.rows[1]
        here.set("status", "done")
        there.set("status", "done")
        await pilot.press("r")
        assert "the status: was made “done” by another program meanwhile" in screen(app)
        assert "✓ Talks resume" in screen(app)
        with pytest.raises(Conflict, match="was made “done”"):
            app.desk.set_status(shown, "reading")
        await pilot.press("r", "j")
        assert "– Talks resume" in screen(app)
        assert "✓ A line redrawn" in screen(app)


async def test_a_note_on_the_article_that_somebody_else_wrote_is_not_written_over(
    reader: Open, elsewhere: Elsewhere
) -> None:
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "C", *"mine")
        elsewhere.set("note", "theirs")
        await pilot.press("enter")
        await pilot.pause()
        assert "the note: was made “theirs” by another program meanwhile" in screen(app)
        assert elsewhere.store.open(elsewhere.id).layer.own["note"] == "theirs"


async def test_an_edit_elsewhere_that_is_in_nobody_s_way_comes_with_the_next_edit_here(
    reader: Open, elsewhere: Elsewhere
) -> None:
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter")
        elsewhere.tag("precondition", PORT)
        await pilot.press("q", "1")
        assert tagged(app) == [("quote", AGREE), ("precondition", PORT)]
        assert "1 annotation was added by another postil" in screen(app)


async def test_undo_asks_before_it_takes_back_what_another_postil_did_and_names_it(
    reader: Open, elsewhere: Elsewhere
) -> None:
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        elsewhere.tag("precondition", PORT)
        await pilot.press("u")
        assert "undo tagged “The port wants the pickets gone first.” as precondition" in screen(app)
        assert "Press again" in screen(app)
        assert len(tagged(app)) == 2
        await pilot.press("u")
        assert tagged(app) == [("quote", AGREE)]
        await pilot.press("u")
        assert tagged(app) == []


async def test_news_between_the_two_presses_makes_undo_ask_again(reader: Open, elsewhere: Elsewhere) -> None:
    made = elsewhere.tag("quote", AGREE)
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "u")
        assert "Press again" in screen(app)
        elsewhere.note(made, "theirs")
        await looked(app)
        await pilot.press("u")
        assert "undo noted theirs" in screen(app)
        assert "Press again" in screen(app)
        assert elsewhere.annotations[0].note == "theirs"


async def test_an_undo_of_what_was_changed_elsewhere_is_told(reader: Open, elsewhere: Elsewhere) -> None:
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        elsewhere.note(elsewhere.annotations[0], "theirs")
        with pytest.raises(Conflict, match="was changed by another program"):
            app.desk.undo()  # as if the other had come after the question
        app.tell()
        assert "note: theirs" in screen(app)
        assert [one.note for one in elsewhere.annotations] == ["theirs"]


async def test_undo_asks_for_an_older_edit_though_the_clock_was_set_back(
    clocked: Callable[[], Postil], clock: Clock
) -> None:
    app = clocked()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "q", "1")
    clock.time -= timedelta(days=400)
    app = clocked()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "u")
        assert "Press again" in screen(app)
        assert tagged(app)


async def test_undo_does_not_ask_for_what_was_done_here_though_the_clock_was_set_back(
    clocked: Callable[[], Postil], clock: Clock
) -> None:
    app = clocked()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter")
        clock.time -= timedelta(days=400)
        await pilot.press("q", "1", "u")
        assert not tagged(app)


async def test_undo_does_not_ask_twice_for_what_was_done_again_here(reader: Open, elsewhere: Elsewhere) -> None:
    elsewhere.tag("quote", AGREE)
    app = reader()
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("enter", "u", "u", "U")
        assert tagged(app)
        await pilot.press("u")
        assert not tagged(app)
        assert selected(app)
