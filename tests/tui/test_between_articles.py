"""What keys and clicks speak of while the list, the text and the filter are at different articles."""

from pathlib import Path

import pytest

from tests.tui.news import LONG, reading, rows, shelf, spot, told
from tests.tui.opened import LINE, TALKS, Open, screen, tagged
from tui.app import Postil


@pytest.fixture
def three(tmp_path: Path) -> Postil:
    return reading(shelf(tmp_path, TALKS, LINE, LONG))


def damage(app: Postil, number: int) -> None:
    """Make the text of an article one that cannot be opened."""
    (app.desk.library.sources / f"{app.desk.rows[number].id}.txt").write_bytes(b"\xff")


async def test_a_terminal_that_is_widened_shows_the_article_of_the_row_and_its_margin(three: Postil) -> None:
    async with three.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "q", "1", "tab", "tab", "j")
        await pilot.resize_terminal(130, 24)
        await pilot.pause()
        assert "Nobody in Orvane" in screen(three)
        assert "nothing is tagged" in screen(three)
        await pilot.resize_terminal(110, 24)
        await pilot.press("k")
        await pilot.resize_terminal(130, 24)
        await pilot.pause()
        assert "“We agree,”" in rows(three)[2]


async def test_a_click_on_a_text_means_the_article_that_is_seen_though_the_list_was_elsewhere(three: Postil) -> None:
    async with three.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        three.articles.cursor = 2
        await pilot.click(offset=spot(three, "Mara Holt said"))
        await pilot.pause()
        await pilot.press("w", "1")
        assert tagged(three) == [("quote", "Mara")]
        assert "1 of 3" in rows(three)[0]
        assert three.desk.rows[0].counts == {"quote": 1}


async def test_undo_in_the_list_on_an_article_that_cannot_be_opened_takes_nothing_back(three: Postil) -> None:
    async with three.run_test(size=(120, 24)) as pilot:
        await pilot.press("enter", "q", "1", "tab", "tab")
        damage(three, 1)
        await pilot.press("j", "u")
        await pilot.pause()
        assert "UTF-8" in told(three)
        assert tagged(three) == [("quote", "“We agree,”")]


async def test_done_in_the_text_is_of_the_article_that_is_shown(three: Postil) -> None:
    async with three.run_test(size=(120, 24)) as pilot:
        damage(three, 1)
        await pilot.press("enter", "J", "r")
        assert three.desk.rows[0].status == "reading"
        assert three.desk.rows[1].status == "unread"


async def test_done_says_why_the_next_article_cannot_be_opened(three: Postil) -> None:
    async with three.run_test(size=(120, 24)) as pilot:
        damage(three, 1)
        await pilot.press("enter", "R")
        assert "UTF-8" in told(three)


async def test_a_status_that_is_set_before_the_list_is_made_true_stays(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 24)) as pilot:
        before = list(app.desk.rows)
        await pilot.press("j", "r", "k")
        app.leafing.take(before)
        assert [row.status for row in app.desk.rows] == ["unread", "reading"]
        assert app.articles.cursor == 0


async def test_a_strip_that_closes_leaves_the_article_though_the_filter_leaves_it_out(three: Postil) -> None:
    async with three.run_test(size=(120, 24)) as pilot:
        await pilot.press("/", *"ferries", "enter", "escape", "k", "k", "enter", "tab", "tab", "/", *"ferries")
        await pilot.press("escape")
        await pilot.pause()
        three.leafing.filter("ferries")
        three.front.pane = "text"
        await pilot.press("C", *"so", "enter")
        await pilot.pause()
        assert "“We agree,” Mara Holt said" in screen(three)
