"""Going from article to article, and what stands in the way: an end of the list, a damaged one, the last block."""

from pathlib import Path

import pytest

from annotations import sources
from annotations.library import Library
from tests.tui.opened import Open, article, screen, selected, tagged
from tui.app import Postil
from tui.start import desk_of


async def test_at_an_end_of_the_list_one_stays_where_one_is_and_what_is_bound_stays_so(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "K")
        assert "this is the first article" in screen(app)
        assert selected(app) == "“We agree,”"
        await pilot.press("d")
        assert not tagged(app)
        await pilot.press("J", "J")
        assert "this is the last article" in screen(app)


async def test_keys_in_the_list_speak_of_the_article_that_one_has_just_come_to(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "tab")
        app.articles.cursor = 1
        app.press("u")
        await pilot.pause()
        assert "nothing to undo in this article" in screen(app)
        assert "1·0·0" in screen(app)


async def test_a_damaged_article_is_not_entered(reader: Open, library: Library) -> None:
    app = reader()
    (library.sources / f"{app.desk.rows[1].id}.txt").write_text("other words")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("j", "enter")
        assert app.pane == "list"
        await pilot.press("k", "enter")
        assert app.pane == "text"


async def test_the_last_block_is_not_folded_away(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "one")
    list(sources.write_many(library, [article("Nobody knew why.")]))
    app = Postil(desk_of(library, "mh"), "mh")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "Z")
        assert "all that is left" in screen(app)
        assert "Nobody knew why." in screen(app)


async def test_the_block_that_is_flipped_is_the_one_under_the_caret(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "w", "v", "G", "Z")
        assert "pickets" not in screen(app)
        assert "Talks resume" in screen(app)
        await pilot.press("u")
        assert "undone: set a block to chrome" in screen(app)


@pytest.mark.parametrize("key", ["<", ">"])
async def test_a_click_into_an_annotation_does_not_let_its_edge_jump_there(reader: Open, key: str) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        rows = screen(app).split("\n")
        y = next(number for number, row in enumerate(rows) if "We agree" in row)
        await pilot.click(offset=(rows[y].index("We"), y))
        await pilot.press(key)
        assert tagged(app) == [("quote", "“We agree,”")]
        assert "a selects them" in screen(app)


async def test_a_key_of_the_text_pressed_in_the_list_is_said_to_be_one(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("1")
        assert "1 is a key of the text: Tab goes there" in screen(app)
        await pilot.press("enter", "enter")
        assert "Enter is a key of the list" in screen(app)
        await pilot.press("%")
        assert "means nothing here; ? shows the keys" in screen(app)


async def test_what_is_no_date_is_not_taken_for_one(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("I", "tab", "tab", *"may", "enter", "escape")
        await pilot.pause()
        assert "the date: 'may' is no date; write 2024, 2024-05 or 2024-05-03" in screen(app)
        await pilot.press("I", "tab", "tab", *"2024-05", "enter", "escape")
        await pilot.pause()
        assert "May 2024" in screen(app)


async def test_what_is_being_asked_is_answered_for_the_article_it_was_asked_of(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("C", *"ours")
        y = next(number for number, row in enumerate(screen(app).split("\n")) if "A line redrawn" in row)
        await pilot.click(offset=(5, y))
        assert "something is asked below" in screen(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.click(offset=(5, y))
        await pilot.press("C")
        assert "ours" not in screen(app)
        await pilot.press("escape", "K", "C")
        assert "ours" in screen(app)


async def test_a_click_in_the_list_gives_it_the_keys(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter")
        y = next(number for number, row in enumerate(screen(app).split("\n")) if "A line redrawn" in row)
        await pilot.click(offset=(5, y))
        await pilot.press("k")
        assert "1 of 2" in screen(app)
        await pilot.click(offset=(5, 25))
        assert app.pane == "list"


async def test_a_click_on_the_open_article_changes_nothing_in_it(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        await pilot.click(offset=(5, 2))
        await pilot.press("enter")
        assert "1 quote, direct" in screen(app)


async def test_the_list_is_filled_again_when_it_comes_back(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("J", "enter")
        await pilot.resize_terminal(60, 12)
        await pilot.press("r", "tab")
        await pilot.pause()
        assert "Talks resume" in screen(app)
        assert "A line redrawn" in screen(app)
