"""Searching in the app: what is marked and counted while one types, where it leads, and the way back."""

from pathlib import Path

import pytest

from tests.tui.news import LONG, reading, rows, shelf, told
from tests.tui.opened import Open, screen, selected
from tui.app import Postil

PRESIDENT = (
    "Erdoğan to host\n\nRecep\u00a0Tayyip Erdoğan meets Holt.\n\nShare this\n\nNobody asked Erdogan.\n\n"
    "The harbour at\nSkarra is shut."
)


@pytest.fixture
def president(tmp_path: Path) -> Postil:
    return reading(shelf(tmp_path, PRESIDENT))


def counted(app: Postil) -> str:
    """What the strip says at its right end."""
    strip = next(row for row in rows(app) if row.strip().startswith("search"))
    return strip.rstrip().rsplit("  ", 1)[-1].strip()


async def test_hits_are_counted_as_one_types_without_regard_to_diacritics(president: Postil) -> None:
    async with president.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/", *"erdogan")
        assert counted(president) == "1 of 3"
        await pilot.press("enter", "n")
        assert selected(president) == "Erdoğan"
        await pilot.press("n")
        assert selected(president) == "Erdogan"
        assert "3 of 3" in told(president)


async def test_what_is_typed_with_its_diacritic_or_its_capital_counts(president: Postil) -> None:
    async with president.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/", *"erdoğan")
        assert counted(president) == "1 of 2"
        await pilot.press("ctrl+u", *"HOLT")
        assert counted(president) == "none"


@pytest.mark.parametrize(("words", "found"), [("recep tayyip", "Recep\u00a0Tayyip"), ("at skarra", "at\nSkarra")])
async def test_a_space_finds_line_breaks_and_no_break_spaces(president: Postil, words: str, found: str) -> None:
    async with president.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/", *words, "enter")
        assert selected(president) == found


async def test_hits_in_folded_text_are_told_apart_and_unfolded_when_one_goes_there(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/", *"th")
        assert "1 folded" in counted(app)
        await pilot.press("ctrl+u", *"share", "enter")
        assert selected(app) == "Share"
        assert "Share this" in screen(app)


async def test_a_hit_far_away_comes_into_sight_as_one_types_and_esc_goes_back(tmp_path: Path) -> None:
    app = reading(shelf(tmp_path, LONG))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "pagedown")
        before = rows(app)[:20]
        await pilot.press("/", *"report 38")
        assert "Report 38" in screen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert rows(app)[:20] == before


async def test_the_selected_words_are_searched_for(president: Postil) -> None:
    async with president.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "w", "*")
        assert selected(president) == "Erdoğan"
        assert "2 of 2" in told(president)


async def test_words_that_are_nowhere_are_told(president: Postil) -> None:
    async with president.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/", *"(x", "enter")
        await pilot.pause()
        assert "does not stand in this article" in told(president)
        await pilot.press("n")
        assert "does not stand in this article" in told(president)


async def test_signs_are_searched_for_as_they_stand_and_a_space_alone_for_nothing(tmp_path: Path) -> None:
    app = reading(shelf(tmp_path, "Talks resume\n\nIt rained (a little), and [nobody] left."))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/", *"(a")
        assert counted(app) == "1 of 1"
        await pilot.press("ctrl+u", *"[nobody]", "enter")
        assert selected(app) == "[nobody]"
        await pilot.press("/", "ctrl+u", "space", "enter", "n", "N", "escape", "escape", "w")
        assert app.is_running
        assert selected(app)
