"""The filter of the list, typed in the app: what stays, what is said, how one gets all back."""

from pathlib import Path

import pytest

from tests.tui.news import focused, reading, rows, shelf, told
from tests.tui.opened import LINE, TALKS, Open, screen, tagged
from tui.app import Postil

FERRY = "Ferry strike over\n\nThe crews went back to work in Orvane, Ilan Moss said."


def listed(app: Postil) -> list[str]:
    """The titles in the list, without their marks."""
    titles = ("Talks resume", "A line redrawn", "Ferry strike")
    return [title for row in rows(app)[1:-2] for title in titles if title in row[:28]]


@pytest.fixture
def three(tmp_path: Path) -> Postil:
    return reading(shelf(tmp_path, TALKS, LINE, FERRY))


async def test_the_list_holds_what_fits_at_each_letter_and_says_how_many(three: Postil) -> None:
    async with three.run_test(size=(120, 30)) as pilot:
        await pilot.press("/")
        seen = []
        for letter in "redx":
            await pilot.press(letter)
            seen.append((len(listed(three)), rows(three)[-3].split()[-3:]))
        assert seen == [(3, ["3", "of", "3"]), (2, ["2", "of", "3"]), (1, ["1", "of", "3"]), (0, ["0", "of", "3"])]


async def test_a_tag_and_a_status_are_asked_for_and_the_answer_is_what_was_done_a_moment_ago(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"tag:quote")
        assert listed(app) == []
        await pilot.press("escape", "enter", "q", "1", "tab", "tab", "/", *"tag:quote")
        assert listed(app) == ["Talks resume"]
        await pilot.press("escape", "j", "r", "r", "/", *"status:done")
        assert listed(app) == ["A line redrawn"]


async def test_enter_keeps_the_filter_and_the_keys_of_articles_keep_to_it(three: Postil) -> None:
    async with three.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"-redrawn", "enter")
        assert listed(three) == ["Talks resume", "Ferry strike"]
        await pilot.press("J")
        assert "Ilan Moss said" in screen(three)
        assert "2 of 2" in screen(three)
        await pilot.press("J")
        assert "this is the last article" in told(three)
        await pilot.press("K", "R")
        assert "Ilan Moss said" in screen(three)
        await pilot.press("R")
        assert "Nobody in Orvane" not in screen(three)


async def test_esc_clears_the_filter_and_leaves_the_article(three: Postil) -> None:
    async with three.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"ferry", "enter", "escape")
        await pilot.pause()
        assert listed(three) == ["Talks resume", "A line redrawn", "Ferry strike"]
        assert "Ilan Moss said" in screen(three)
        assert "3 of 3" in screen(three)
        assert focused(three) == "list"


async def test_esc_in_the_strip_takes_back_what_was_typed_and_no_more(three: Postil) -> None:
    async with three.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"talks", "escape")
        await pilot.pause()
        assert len(listed(three)) == 3
        await pilot.press("/", *"ferry", "enter", "/", *" zzz")
        assert listed(three) == []
        await pilot.press("escape")
        await pilot.pause()
        assert listed(three) == ["Ferry strike"]


@pytest.mark.parametrize("key", ["J", "K", "R", "r", "enter"])
async def test_where_nothing_fits_no_key_is_silent_and_esc_brings_all_back(reader: Open, key: str) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *"zzz", "enter")
        assert "none" in rows(app)[0]
        await pilot.press(key)
        await pilot.pause()
        assert "no article fits the filter" in told(app)
        await pilot.press("escape")
        await pilot.pause()
        assert listed(app) == ["Talks resume", "A line redrawn"]


@pytest.mark.parametrize(
    ("words", "title"),
    [("OVER ferry", "Ferry strike"), ("title:talks", "Talks resume"), ('"line red"', "A line redrawn")],
)
async def test_words_are_found_in_any_order_in_one_field_and_together(three: Postil, words: str, title: str) -> None:
    async with three.run_test(size=(120, 30)) as pilot:
        await pilot.press("/", *words)
        assert listed(three) == [title]


async def test_what_is_tagged_while_filtered_does_not_take_the_article_away_under_ones_hands(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "tab", "tab", *"/tag:quote", "enter", "enter", "u")
        await pilot.pause()
        assert not tagged(app)
        assert "“We agree,” Mara Holt said" in screen(app)
        assert focused(app) == "text"
        await pilot.press("U")
        assert "1·0·0" in screen(app)
