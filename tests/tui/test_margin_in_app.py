"""The margin at the right: what it lists, how one goes there, and what its keys do."""

from pathlib import Path

import pytest

from tests.tui.news import LONG, focused, line, reading, rows, shelf, told
from tests.tui.opened import Open, screen, selected, tagged

THREE = ("enter", "q", "1", "m", "e", "m", "3", "G", "2")
"""Keys that tag a quote with its speaker, a name, and a precondition at the end."""


def margin(rows: list[str]) -> str:
    """What stands at the right of a screen 120 cells wide, as one run of words."""
    return " ".join(" ".join(row[103:] for row in rows[:-2]).replace("▎", " ").split())


async def test_the_margin_stands_beside_the_text_where_there_is_room_and_lists_in_the_order_of_the_text(
    reader: Open,
) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        assert "nothing is tagged here yet" in margin(rows(app))
        await pilot.press(*THREE)
        shown = margin(rows(app))
        order = [shown.index(words) for words in ("1 “We agree,” Mara Holt", "3 Mara Holt", "2 The port")]
        assert order == sorted(order)
        assert "3 of 3" in shown
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert "Margin" not in screen(app)


async def test_tab_goes_from_the_list_to_the_text_to_the_margin_and_round_again(reader: Open) -> None:
    for width in (120, 80):
        app = reader()
        async with app.run_test(size=(width, 30)) as pilot:
            seen = [focused(app)]
            for key in ("tab", "tab", "tab", "shift+tab", "shift+tab"):
                await pilot.press(key)
                await pilot.pause()
                seen.append(focused(app))
            assert seen == ["list", "text", "margin", "list", "margin", "text"]


async def test_moving_in_the_margin_binds_and_moves_the_text(tmp_path: Path) -> None:
    app = reading(shelf(tmp_path, LONG))
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("enter", "s", "s", "1", "s", "1", "G", "2", "tab")
        assert "Report 39" in screen(app)
        await pilot.press("g")
        assert selected(app).startswith("Report 00")
        assert "Report 00" in screen(app)
        assert "1 of 3" in margin(rows(app))
        for key, words in (("j", "Nobody"), ("down", "Nobody"), ("k", "Nobody"), ("up", "Report 00")):
            await pilot.press(key)
            assert selected(app).startswith(words)
        await pilot.press("G")
        assert "2 precondition" in told(app)
        assert "Report 39" in screen(app)


async def test_enter_goes_to_the_words_in_the_text(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*THREE, "tab", "g", "j", "enter")
        await pilot.pause()
        assert focused(app) == "text"
        assert selected(app) == "Mara Holt"
        await pilot.press("d")
        assert [tag for tag, *_ in tagged(app)] == ["quote", "precondition"]


async def test_d_deletes_and_u_brings_back_in_the_margin(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*THREE, "tab", "g", "d")
        assert [tag for tag, *_ in tagged(app)] == ["participant", "precondition"]
        assert "“We agree,” Mara Holt" not in margin(rows(app))
        await pilot.press("u")
        assert "1 “We agree,” Mara Holt" in margin(rows(app))
        assert focused(app) == "margin"


async def test_a_note_is_written_from_the_margin_and_shown_there(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*THREE, "tab", "g", "c", *"really", "enter")
        await pilot.pause()
        assert "really" in margin(rows(app))
        assert "✎" in margin(rows(app))
        assert focused(app) == "margin"


async def test_a_digit_tags_the_same_words_once_more(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*THREE, "tab", "g", "j", "2")
        assert ("participant", "Mara Holt") in tagged(app)
        assert ("precondition", "Mara Holt") in tagged(app)
        await pilot.press("2")
        assert "tagged precondition already" in told(app)


async def test_with_nothing_left_the_margin_says_so_and_every_key_is_harmless(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "m", "3", "tab", "u")
        assert not tagged(app)
        assert "nothing is tagged here yet" in margin(rows(app))
        await pilot.press("u")
        assert "nothing to undo" in told(app)
        await pilot.press("d")
        assert "no annotation is bound" in told(app)
        await pilot.press("j", "k", "g", "G", "pagedown", "i", "c", "T", "3", "enter")
        assert not tagged(app)


async def test_the_palette_turns_the_margin_off_and_on_and_tab_leaves_it_out(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("ctrl+p", *"view.margin", "enter")
        await pilot.pause()
        assert "Margin" not in screen(app)
        seen = []
        for _ in range(3):
            await pilot.press("tab")
            await pilot.pause()
            seen.append(focused(app))
        assert seen == ["text", "list", "text"]
        await pilot.press("ctrl+p", *"view.margin", "enter")
        await pilot.pause()
        assert "Margin" in line(app, "Articles")


async def test_nested_annotations_are_all_listed_and_walked_through(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "m", "3", "s", "2", "tab", "g")
        assert [words[-1] for words in tagged(app)] == ["“We agree,” Mara Holt said, “to meet.”", "Mara Holt"]
        assert "1 of 2" in margin(rows(app))
        await pilot.press("j")
        assert selected(app) == "Mara Holt"
        await pilot.press("tab", "tab", "A")
        assert selected(app).startswith("“We agree,” Mara Holt said")


@pytest.mark.parametrize(("tabs", "key", "owner"), [(2, "f", "text"), (1, "enter", "margin")])
async def test_a_key_of_another_pane_is_told_with_the_key_that_goes_there(
    reader: Open, tabs: int, key: str, owner: str
) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*["tab"] * tabs, key)
        said = rows(app)[-2]
        assert f"is a key of the {owner}" in said
        await pilot.press("shift+tab" if "⇧Tab" in said else "tab")
        await pilot.pause()
        assert focused(app) == owner
