"""What other programs do while one reads comes to the screen by itself, and nothing that one has in hand is moved."""

from asyncio import sleep
from pathlib import Path
from time import monotonic

import pytest

from annotations import sources
from annotations.errors import Unreadable
from annotations.library import Library
from annotations.migrate import SCHEMA
from annotations.store import Folio
from tests.tui.elsewhere import PATIENCE, Elsewhere, look_every, looked, until
from tests.tui.news import LONG, caret, line, reading, shelf, told
from tests.tui.opened import Open, article, screen, selected, tagged
from tui.app import Postil
from tui.watching import Lookout, News

AGREE, PORT = "“We agree,”", "The port wants the pickets gone first."
STRIKE = "Crews walk out\n\nThe ferries to Upland stay in port."


@pytest.fixture(autouse=True)
def _only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have looks only while a test waits for what comes of them: a key of the pilot waits until nothing goes on."""
    look_every(3600, monkeypatch)


@pytest.fixture
def elsewhere(library: Library) -> Elsewhere:
    return Elsewhere(library)


async def test_what_another_postil_tags_is_shown_and_neither_caret_nor_scroll_moves(tmp_path: Path) -> None:
    library = shelf(tmp_path, LONG)
    app = reading(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", *["p"] * 12, "w")
        app.reader.scroll_rows(9)
        before, edge, words = caret(app), app.reader.upper_edge, selected(app)
        Elsewhere(library).tag("participant", "Orvane", LONG)
        await until(app, "1 annotation was added by another postil")
        assert (caret(app), app.reader.upper_edge, selected(app)) == (before, edge, words)
        assert tagged(app) == [("participant", "Orvane")]
        assert "0·0·1" in line(app, "Ferries stay")


async def test_what_is_being_typed_goes_on_while_another_postil_tags(reader: Open, elsewhere: Elsewhere) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "c", *"half a ")
        elsewhere.tag("precondition", PORT)
        await until(app, "was added by another postil", "half a")
        await pilot.press(*"thought", "enter")
        await until(app, "note: half a thought")
        assert [one.note for one in elsewhere.annotations] == ["half a thought", ""]


async def test_what_is_bound_stays_bound_as_it_was_changed_and_is_let_go_of_when_it_is_deleted(
    reader: Open, elsewhere: Elsewhere
) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        (made,) = elsewhere.annotations
        elsewhere.note(made, "as she said")
        await until(app, "1 annotation was changed by another postil")
        await pilot.press("v", "v")
        assert "note: as she said" in told(app)
        elsewhere.delete(elsewhere.annotations[0])
        await until(app, "1 annotation was deleted by another postil")
        assert selected(app) == AGREE
        assert tagged(app) == []
        await pilot.press("c")
        assert "half" not in screen(app)
        assert app.asking.strip is None


async def test_what_another_postil_sets_of_the_article_is_shown_and_named(reader: Open, elsewhere: Elsewhere) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        elsewhere.set("status", "done")
        await until(app, "the status was changed by another postil", "✓ Talks resume")
        elsewhere.set("title", "Talks that resume")
        await until(app, "the title was changed by another postil", "✓ Talks that resume")


async def test_a_change_by_an_editor_is_told_in_the_store_s_words(
    reader: Open, library: Library, elsewhere: Elsewhere
) -> None:
    elsewhere.tag("quote", AGREE)
    file = library.annotations / "mh" / f"{elsewhere.id}.json"
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        rewritten(file, '"note": ""', '"note": "by hand"')
        await until(app, "your annotations were changed by another program")
        await pilot.press("a")
        assert "by hand" in screen(app)


async def test_ones_own_edits_and_their_flush_are_no_news(reader: Open, elsewhere: Elsewhere) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        await until(app, holds=lambda: not app.desk.store.stale(elsewhere.id) and bool(elsewhere.annotations))
        await flushed(app)
        for _ in range(5):
            await looked(app)
        assert "another" not in screen(app)
        assert told(app).startswith("1 quote")


async def test_an_article_that_is_added_comes_into_the_list_and_the_cursor_stays_on_its_own(
    reader: Open, library: Library
) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j")
        await until(app, "2 of 2", "Nobody in Orvane")
        list(sources.write_many(library, [article(STRIKE)]))
        await until(app, "2 of 3", "Crews walk out", "Nobody in Orvane")
        await pilot.press("enter", "w")
        assert selected(app) == "line"


async def test_a_filter_stays_and_what_it_listed_stays_listed(reader: Open, library: Library) -> None:
    Elsewhere(library).set("status", "done")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await until(app, "✓ Talks resume")
        await pilot.press("/", *"status:unread", "enter", "r")
        await until(app, "/status:unread  1 of 1", "● A line redrawn")
        list(sources.write_many(library, [article(STRIKE)]))
        await until(app, "/status:unread  1 of 2", "● A line redrawn", "Crews walk out")
        await pilot.press("escape")
        assert "2 of 3" in screen(app)


async def test_the_list_tells_what_another_postil_did_to_an_article_that_is_not_open(
    reader: Open, library: Library
) -> None:
    other = Elsewhere(library, number=1)
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "r", "k")
        await until(app, "● A line redrawn", "“We agree,” Mara Holt said")
        other.set("status", "skipped")
        await until(app, "– A line redrawn", "“We agree,” Mara Holt said")


async def test_an_article_that_is_opened_has_its_row_set_right(reader: Open, library: Library) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        while app.tending._refreshing or not app.painted:  # the start's own
            await sleep(0.005)
        Elsewhere(library, number=1).set("status", "skipped")
        assert "○ A line redrawn" in screen(app)
        await pilot.press("j")
        assert "– A line redrawn" in screen(app)


def test_the_row_of_the_open_article_tells_what_is_shown_of_it(reader: Open) -> None:
    desk = reader().desk
    desk.open(0)
    desk.take_rows([row._replace(status="done") for row in desk.rows])
    assert [row.status for row in desk.rows] == ["unread", "done"]
    assert desk.row is desk.rows[0]


async def test_what_others_tag_while_they_are_shown_comes_by_itself(reader: Open, library: Library) -> None:
    other = Elsewhere(library, "ab")
    made = other.tag("quote", AGREE)
    app = reader()
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.press("enter", "O", "a")
        assert selected(app) == AGREE
        other.tag("precondition", PORT)
        await until(app, holds=lambda: len(app.desk.voices.said) == 2)
        assert selected(app) == AGREE
        assert told(app).startswith("ab")
        other.delete(made)
        await until(app, holds=lambda: len(app.desk.voices.said) == 1)
        assert not told(app).startswith("ab")
        assert tagged(app) == []


async def test_a_file_that_a_newer_postil_wrote_is_told_once_and_what_is_shown_stays(
    reader: Open, library: Library, elsewhere: Elsewhere
) -> None:
    elsewhere.tag("quote", AGREE)
    file = library.annotations / "mh" / f"{elsewhere.id}.json"
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        rewritten(file, f'"schema": {SCHEMA}', '"schema": 99')
        await until(app, "newer")
        assert tagged(app) == [("quote", AGREE)]
        await pilot.press("w")
        await looked(app)
        await looked(app)
        assert "newer" not in told(app)


async def test_what_can_no_longer_be_read_when_it_is_to_be_shown_is_told_and_reading_goes_on(
    reader: Open, elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(article_id: str) -> Folio:
        raise Unreadable(article_id, "it cannot be read", "look after the disk")

    app = reader()
    monkeypatch.setattr(Lookout, "look", lambda *_: News(elsewhere.id, changed=True))
    async with app.run_test(size=(120, 30)) as pilot:
        with monkeypatch.context() as patched:
            patched.setattr(app.desk.store, "open", gone)
            await until(app, "it cannot be read; look after the disk")
        await pilot.press("enter", "w")
        assert selected(app) == "Talks"


def rewritten(file: Path, before: str, after: str) -> None:
    """Change a file as an editor does."""
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


async def flushed(app: Postil) -> None:
    end = monotonic() + PATIENCE
    while app.tending._flushing is not None:
        assert monotonic() < end
        await sleep(0.005)
