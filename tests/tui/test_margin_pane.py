"""The margin as it is moved through: what is in sight, what is painted again, what the mouse says."""

import pytest

import tui.margin
from tests.tui.margins import FEW, MANY, THEIRS, WAIT, Margin
from tui import themes
from tui.margin import Entry, Listed, Marginalia


async def test_the_cursor_follows_the_bound_annotation_into_sight_and_the_last_page_is_full() -> None:
    app = Margin(*MANY)
    async with app.run_test(size=(24, 12)):
        assert (app.pane.cursor, app.pane.page_entries) == (-1, 10)
        app.hold(10_000)
        assert app.pane.cursor == 9_999
        assert (app.lines()[1], app.lines()[-1]) == ("1 words 09990", "1 words 09999")
        app.hold(9_985)
        assert (app.lines()[1], app.lines()[-1]) == ("1 words 09984", "1 words 09993")
        app.hold(None)
        assert app.pane.cursor == -1
        assert app.lines()[1] == "1 words 09984"


async def test_the_current_entry_is_in_sight_with_all_its_rows() -> None:
    app = Margin(*FEW, bound=13)
    async with app.run_test(size=(16, 7)):
        assert app.lines()[1:] == [
            "3 Mara Holt  ✎",
            "  of the docke…",
            "2 wants the",
            "  pickets with…",
            "  port authori…",
        ]
        assert app.pane.page_entries == 2
        app.hold(11)
        assert app.lines()[1:] == [
            "1 “We will sit",
            "  again on Mon…",
            "  Mara Holt",
            "3 Mara Holt  ✎",
            "  of the docke…",
        ]


async def test_a_resize_keeps_the_current_entry_in_sight() -> None:
    app = Margin(*MANY, bound=5_000)
    async with app.run_test(size=(24, 30)) as pilot:
        for size in ((24, 6), (16, 3), (32, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "1 words 04999" in app.lines()


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = Margin(*MANY, bound=1)
    async with app.run_test(size=(24, 12)):
        for _ in range(3):
            app.pane.on_mouse_scroll_down()
        assert app.pane.cursor == 0
        app.pane.shown = Marginalia(MANY, bound=1)
        assert app.lines()[1] == "1 words 00003"
        for _ in range(9):
            app.pane.on_mouse_scroll_up()
        assert app.lines()[1] == "1 words 00000"
        app.pane.shown = Marginalia(FEW)
        app.pane.on_mouse_scroll_down()
        assert app.lines()[1] == "3 Mara Holt          ✎"
        for _ in range(9):
            app.pane.on_mouse_scroll_down()
        assert app.lines()[-1] == "  do not beg.”"


async def test_an_edit_keeps_what_stands_at_the_top_and_another_article_begins_at_its_beginning() -> None:
    app = Margin(*MANY, bound=5_000)
    async with app.run_test(size=(24, 12)):
        top = app.lines()[1]
        app.pane.shown = Marginalia(MANY[1:])
        assert app.lines()[1] == top == "1 words 04990"
        app.pane.shown = Marginalia(MANY[1:4_990] + MANY[4_991:])
        assert app.lines()[1] == "1 words 04991"
        app.pane.shown = Marginalia(tuple(each._replace(id=each.id + 50_000) for each in MANY))
        assert app.lines()[1] == "1 words 00000"


async def test_a_step_paints_the_head_and_two_entries_again_and_an_equal_value_nothing() -> None:
    app = Margin(*FEW, bound=13)
    async with app.run_test(size=(16, 40)) as pilot:
        await pilot.pause()
        painted = app.painted()
        app.hold(14)
        assert painted == [0, 7, 8, 9, 10, 11]
        painted.clear()
        app.pane.shown = Marginalia((*FEW[:2], *FEW[2:]), bound=14)
        assert painted == []
        app.pane.shown = Marginalia((*FEW[:4], WAIT._replace(tag="participant")), bound=14)
        assert painted == [12]


async def test_the_current_entry_is_shaded_in_all_its_lines_and_more_so_with_the_focus() -> None:
    app = Margin(*FEW, bound=11)
    async with app.run_test(size=(16, 20)) as pilot:

        def shaded(shade: str) -> list[int]:
            colour = themes.style(f"panel+{shade}", themes.DARK).bgcolor
            return [
                y for y, strip in enumerate(app.strips()) if [s.style.bgcolor for s in strip if s.style][-1] == colour
            ]

        app.set_focus(None)
        await pilot.pause()
        assert shaded("here") == [2, 3, 4]
        assert not any(strip.text.startswith("▎") for strip in app.strips())
        app.pane.focus()
        await pilot.pause()
        assert shaded("here-focus") == [2, 3, 4]
        assert all(strip.text.startswith("▎") for strip in app.strips())


async def test_a_click_names_the_annotation_and_whose_it_is_and_beside_the_entries_nothing() -> None:
    app = Margin(*FEW[:1], others=(("ab", THEIRS),))
    async with app.run_test(size=(16, 20)) as pilot:
        for y in (4, 5, 8, 0, 1, 15):
            await pilot.click(offset=(3, y))
        assert [(message.id, message.coder) for message in app.said] == [(11, ""), (11, "ab"), (31, "ab")]


async def test_the_cursor_can_stand_on_another_coders_entry_and_says_whose_it_is() -> None:
    app = Margin(*FEW[:1], others=(("ab", THEIRS),))
    async with app.run_test(size=(16, 20)):
        app.pane.cursor = 7
        assert app.pane.cursor == 2
        assert app.pane.listed(2) == Listed(THEIRS[1], "ab", nested=False)
        assert app.pane.listed(3) is app.pane.listed(-1) is None
        assert app.lines()[0] == "Margin   3 of 3"


async def test_of_ten_thousand_only_those_in_sight_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made_entries: list[Listed] = []
    original = tui.margin.entry

    def counted(listed: Listed, *more: object) -> Entry:
        made_entries.append(listed)
        return original(listed, *more)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr("tui.margin.entry", counted)
    app = Margin()
    async with app.run_test(size=(24, 40)):

        def made_by(shown: Marginalia) -> int:
            made_entries.clear()
            app.pane.shown = shown
            app.strips()
            return len(made_entries)

        assert made_by(Marginalia(MANY)) <= 40
        assert made_by(Marginalia(MANY, bound=5_000)) <= 40
        assert made_by(Marginalia(MANY, bound=5_001)) == 1
        assert made_by(Marginalia(MANY, bound=5_002)) <= 1
        assert made_by(Marginalia(MANY[1:], bound=5_002)) <= 40
        assert made_by(Marginalia(MANY, bound=10_000)) <= 80
