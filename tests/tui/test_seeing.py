"""How an article is seen: its measure, its middle, its sentence, its scroll bar, its gutter, its status line."""

from pathlib import Path

import pytest

from tests.tui.news import LONG, caret, line, reading, rows, shelf, told
from tests.tui.opened import TALKS, Open, screen, selected
from tui.app import Postil


@pytest.fixture
def ferries(tmp_path: Path) -> Postil:
    return reading(shelf(tmp_path, LONG))


def thumb(app: Postil) -> list[int]:
    """The rows beside which the thumb of the scroll bar stands."""
    return [number for number, row in enumerate(rows(app)) if "▐" in row]


def text_of(app: Postil, words: str) -> str:
    """The row of the text in which words stand, without what is beside it."""
    row = line(app, words)
    return row[row.index(words) :].split("  ")[0]


def colour(app: Postil, words: str) -> str:
    """The colour in which words are drawn."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            if words in segment.text and segment.style and segment.style.color:
                return segment.style.color.name
    raise AssertionError(f"{words} is not on the screen")


async def test_the_measure_is_changed_by_keys_and_kept_over_a_restart(tmp_path: Path) -> None:
    library = shelf(tmp_path, LONG)
    app = reading(library)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "(", "(")
        await pilot.pause()
        assert "64 cells a line" in told(app)
        narrow = text_of(app, "Report 00")
        assert narrow.count("harbour at Skarra was") == 1
        assert "Nobody in Orvane" not in narrow
    again = reading(library)
    async with again.run_test(size=(120, 30)):
        assert text_of(again, "Report 00") == narrow


async def test_a_measure_for_which_there_is_no_room_is_told(ferries: Postil) -> None:
    async with ferries.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", ")", ")")
        await pilot.pause()
        assert "76 cells a line, of which 73 have room here" in told(ferries)
        await pilot.press("(")
        await pilot.pause()
        assert "69 cells a line" in told(ferries)


async def test_a_place_stays_in_sight_while_the_measure_and_the_terminal_change(ferries: Postil) -> None:
    async with ferries.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", *["p"] * 20)
        for key, width in (("(", 90), (")", 60), (")", 140)):
            await pilot.press(key)
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            assert "Report 19" in screen(ferries)


async def test_a_key_puts_the_line_of_the_caret_in_the_middle(ferries: Postil) -> None:
    async with ferries.run_test(size=(120, 31)) as pilot:
        await pilot.press("enter", *["p"] * 12, "ctrl+l")
        end = selected(ferries)[-20:].split()[-1]
        assert "knew why." in selected(ferries)
        before = selected(ferries)[:9]
        middle = next(number for number, row in enumerate(rows(ferries)) if before in row) + 1
        assert end in rows(ferries)[middle]
        assert middle == 14


async def test_one_sentence_is_left_bright_and_the_light_goes_with_the_caret(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "s", "s", "g", "H")
        bright = colour(app, "Talks resume")
        assert colour(app, "The port wants") != bright
        await pilot.press("G")
        assert colour(app, "The port wants") == bright
        assert colour(app, "It rained") != bright
        await pilot.press("H")
        assert colour(app, "It rained") == bright


async def test_the_thumb_goes_from_the_top_of_the_bar_to_its_bottom(ferries: Postil) -> None:
    async with ferries.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "g")
        assert thumb(ferries)[0] == 0
        assert len(thumb(ferries)) < 15
        await pilot.press("pagedown")
        assert 0 < thumb(ferries)[0] < 20
        await pilot.press("G")
        assert thumb(ferries)[-1] == 27


async def test_a_text_that_is_wholly_in_sight_has_no_scroll_bar(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)):
        assert not thumb(app)


async def test_a_note_is_marked_in_the_gutter_where_its_annotation_begins(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        assert "1 “We agree,”" in screen(app)
        await pilot.press("c", *"so", "enter")
        await pilot.pause()
        assert "1✎“We agree,”" in screen(app)


async def test_the_status_line_tells_the_place_in_the_list_and_in_the_text(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("J", "enter", "G")
        assert "2 of 2 · ¶ 2 of 2 · 100%" in told(app)


async def test_what_is_tagged_is_in_sight_whatever_is_dimmed(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("enter", "q", "1", "G", "H")
        assert "1 “We agree,”" in screen(app)
        assert caret(app) == len(TALKS)


async def test_the_words_of_a_moved_edge_are_told_as_they_grow_and_shrink(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "m", "3", "g", "a")
        steps = (("shift+left", "Mara Hol"), ("shift+right", "Mara Holt"), (">", "Mara Holt said"))
        for key, words in steps:
            await pilot.press(key)
            assert told(app).startswith(f"{words}  ")
            assert selected(app) == words
        await pilot.press("u")
        assert selected(app) == "Mara Holt"


async def test_an_edge_that_goes_back_by_words_leaves_whole_words(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "m", "3", ">", "<")
        assert selected(app) == "Mara Holt"
        await pilot.press("<")
        assert selected(app) == "Mara"
