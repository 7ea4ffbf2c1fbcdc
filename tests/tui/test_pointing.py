"""The mouse in the app: edges that are dragged, drags beyond the pane, the scroll bar, the margin, letting go of it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.news import LONG, reading, rows, shelf, spot, told
from tests.tui.opened import Open, screen, selected, tagged
from tui.app import Postil


@pytest.fixture
def ferries(tmp_path: Path) -> Postil:
    return reading(shelf(tmp_path, LONG))


async def drag(pilot: Pilot[None], *places: tuple[int, int]) -> None:
    """Press at the first place, go over the others, let go at the last."""
    await pilot.mouse_down(offset=places[0])
    for place in places[1:]:
        await pilot.hover(offset=place)
    await pilot.mouse_up(offset=places[-1])
    await pilot.pause()


async def test_the_last_character_of_the_bound_annotation_is_dragged_as_one_step_of_undo(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        x, y = spot(app, "“We agree,” Mara")
        await drag(pilot, (x + 10, y), (x + 13, y), (x + 15, y))
        assert tagged(app) == [("quote", "“We agree,” Mara")]
        await drag(pilot, (x, y), (x + 1, y))
        assert tagged(app) == [("quote", "We agree,” Mara")]
        await pilot.press("u")
        assert tagged(app) == [("quote", "“We agree,” Mara")]
        await pilot.press("u")
        assert tagged(app) == [("quote", "“We agree,”")]


async def test_an_edge_never_crosses_the_other(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "m", "3")
        assert tagged(app) == [("participant", "Mara Holt")]
        x, y = spot(app, "Mara Holt said")
        await drag(pilot, (x + 8, y), (x - 5, y))
        assert tagged(app) == [("participant", "Mara Holt")]
        await drag(pilot, (x + 8, y), (x + 2, y))
        assert tagged(app) == [("participant", "Mar")]


async def test_a_click_on_an_edge_that_drags_nothing_is_a_click(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        x, y = spot(app, "“We agree,” Mara")
        await pilot.click(offset=(x + 10, y))
        await pilot.pause()
        assert selected(app) == "”"
        assert tagged(app) == [("quote", "“We agree,”")]
        assert "quote, direct" in told(app)


async def test_a_drag_beyond_the_lower_edge_scrolls_on_while_it_is_held_there(ferries: Postil) -> None:
    async with ferries.run_test(size=(120, 20)) as pilot:
        await pilot.press("enter")
        x, y = spot(ferries, "Report 01")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 3, 19))
        first = rows(ferries)[0]
        await pilot.pause(0.4)
        assert rows(ferries)[0] != first
        assert selected(ferries).startswith("Report 01")
        assert selected(ferries).count("Report") > 6
        await pilot.mouse_up(offset=(x + 3, 19))
        await pilot.pause()
        rests = rows(ferries)[0]
        await pilot.pause(0.2)
        assert rows(ferries)[0] == rests


async def test_a_click_on_the_scroll_bar_goes_there_and_a_drag_takes_the_text_along(ferries: Postil) -> None:
    async with ferries.run_test(size=(90, 24)) as pilot:
        await pilot.press("enter")
        await pilot.click(offset=(89, 21))
        await pilot.pause()
        assert "Report 39" in screen(ferries)
        await drag(pilot, (89, 21), (89, 10), (89, 0))
        assert "Ferries stay in port" in screen(ferries)
        await pilot.click(offset=(89, 11))
        await pilot.pause()
        assert "Report 19" in screen(ferries) or "Report 20" in screen(ferries)


async def test_a_click_in_the_margin_goes_to_the_words(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "m", "3", "G")
        await pilot.click(offset=(112, 2))
        await pilot.pause()
        assert selected(app) == "“We agree,”"
        assert "1 of 2" in rows(app)[0]


async def test_the_mouse_is_let_go_of_and_taken_back(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("ctrl+g")
        assert "the mouse is the terminal's now" in told(app)
        await pilot.press("ctrl+g")
        assert "postil's again" in told(app)


async def test_a_click_takes_hints_away(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "f")
        assert "type a hint" in screen(app)
        await pilot.click(offset=spot(app, "Mara Holt said"))
        await pilot.pause()
        assert "type a hint" not in screen(app)
        await pilot.press("w")
        assert selected(app) == "Mara"
