"""The reading pane in a small app: what stands on the screen, what is painted again, what the mouse says."""

from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from seeds.article import Kind, Meta
from seeds.span import Span
from tests.tui.pages import article, body, place, scene, tagged
from tui import themes
from tui.messages import Dragged, FoldClicked, Pressed, Released
from tui.panes.reader import ReaderPane
from tui.scene import Scene
from tui.selection import Selection
from tui.view import view

POEM = body("\n".join(f"row {number:03}" for number in range(100)))


class Reader(App[None]):
    """A reading pane that fills the screen, and what it said."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    CSS: ClassVar[str] = "ReaderPane { width: 1fr; height: 1fr; }"

    def __init__(self, first: Scene) -> None:
        super().__init__()
        themes.register(self)
        self.pane = ReaderPane()
        self.pane.scene = first
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def lines(self) -> list[str]:
        """The rows of the screen, without what frames them."""
        return [strip.text.strip(" ▎▐") for strip in self.strips()]

    def strips(self) -> list[Strip]:
        return self.pane.render_lines(Region(0, 0, *self.pane.size))

    def at(self, words: str) -> tuple[int, int]:
        """The cell and the row in which words begin."""
        row = next(row for row, strip in enumerate(self.strips()) if words in strip.text)
        return self.strips()[row].text.index(words), row

    def go(self, offset: int) -> None:
        assert self.pane.scene
        self.pane.scene = self.pane.scene._replace(selection=Selection(offset, offset + 1))

    def on_pressed(self, message: Pressed) -> None:
        self.said.append(message)

    def on_dragged(self, message: Dragged) -> None:
        self.said.append(message)

    def on_released(self, message: Released) -> None:
        self.said.append(message)

    def on_fold_clicked(self, message: FoldClicked) -> None:
        self.said.append(message)


def caret_at(offset: int) -> Selection:
    return Selection(offset, offset + 1)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12), (20, 5), (4, 2), (1, 1)])
async def test_any_size_of_terminal_shows_the_caret_and_every_row_is_as_wide_as_the_pane(size: tuple[int, int]) -> None:
    words = "停火以后再谈工资 👩🏽‍🌾🇳🇴 शान्ति वार्ता, and then some words in a row that is long enough to be wrapped. "
    app = Reader(scene(body(words * 20), caret_at(900)))
    async with app.run_test(size=size):
        assert app.pane.sees(900)
        assert all(strip._cell_length == size[0] for strip in app.strips())


async def test_the_measure_stands_in_the_middle_and_is_never_wider_than_the_pane() -> None:
    app = Reader(scene(body("word " * 100), caret_at(0)))
    async with app.run_test(size=(120, 20)) as pilot:
        row = app.strips()[2].text
        assert len(row.strip(" ▎▐")) <= 72
        assert abs(app.at("word word")[0] - (120 - 72) // 2) <= 2
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert app.lines()[2] == " ".join(["word"] * 6)


async def test_a_key_paints_again_only_the_rows_that_look_different() -> None:
    app = Reader(scene(POEM, caret_at(0)))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        painted: list[Region] = []
        refresh = app.pane.refresh
        app.pane.refresh = lambda *regions, **more: painted.extend(regions) or refresh(*regions, **more)  # type: ignore[method-assign, func-returns-value]  # a spy
        app.go(8)
        assert sorted(region.y for region in painted) == [2, 3]
        painted.clear()
        app.go(8)
        assert painted == []


async def test_another_article_is_painted_whole_and_from_its_beginning() -> None:
    app = Reader(scene(POEM, caret_at(700)))
    other = body("\n".join(f"ROW {number:03}" for number in range(100)))
    async with app.run_test(size=(80, 20)) as pilot:
        app.pane.scene = scene(other, caret_at(0))
        await pilot.pause()
        assert app.lines()[:4] == ["200 words", "", "ROW 000", "ROW 001"]
        painted: list[tuple[Region, ...]] = []
        refresh = app.pane.refresh
        app.pane.refresh = lambda *regions, **more: painted.append(regions) or refresh(*regions, **more)  # type: ignore[method-assign, func-returns-value]  # a spy
        app.pane.scene = scene(POEM, caret_at(0))
        assert () in painted


async def test_a_new_annotation_shows_its_key_and_its_hue_in_its_row_alone() -> None:
    app = Reader(scene(POEM, caret_at(0)))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        assert app.pane.scene
        app.pane.scene = app.pane.scene._replace(annotations=(tagged("quote", Span(8, 15)),))
        assert app.lines()[2:5] == ["row 000", "1 row 001", "row 002"]


async def test_the_wheel_leaves_the_selection_where_it_is() -> None:
    app = Reader(scene(POEM, caret_at(0)))
    async with app.run_test(size=(80, 20)) as pilot:
        app.pane.scroll_rows(30)
        await pilot.pause()
        assert "row 028" in app.lines()[0]
        assert not app.pane.sees(0)
        assert app.pane.nearest_in_sight(0) == 8 * 28
        assert app.pane.scene
        app.pane.scene = app.pane.scene._replace(annotations=(tagged("quote", Span(8, 15)),))
        assert "row 028" in app.lines()[0]
        app.pane.reveal()
        assert "row 000" in app.lines()


async def test_resizing_keeps_the_place() -> None:
    text = "It rained in Orvane, and nobody left the hall before nine. " * 200
    app = Reader(scene(body(text), caret_at(6000)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        before = app.lines()
        for size in ((50, 12), (30, 30), (100, 30)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.pane.sees(6000)
        assert [row for row in app.lines() if row in before][5:]


async def test_resizing_keeps_a_place_that_the_wheel_went_to() -> None:
    text = "It rained in Orvane, and nobody left the hall before nine. " * 200
    app = Reader(scene(body(text), caret_at(0)))
    async with app.run_test(size=(100, 30)) as pilot:
        app.pane.scroll_rows(100)
        await pilot.pause()
        before = app.lines()
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert not app.pane.sees(0)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert app.lines() == before


async def test_unfolding_keeps_what_is_read_in_sight_and_folding_again_brings_the_page_back() -> None:
    talks = article(
        *((Kind.CHROME, f"Link {number}") for number in range(40)), (Kind.TITLE, "Talks"), (Kind.BODY, "It rained."),
        meta=Meta(),
    )  # fmt: skip
    at = place(talks.text, "It rained").start
    app = Reader(scene(view(talks), caret_at(at)))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        folded = app.lines()
        assert app.pane.scene
        app.pane.scene = app.pane.scene._replace(view=view(talks, unfolded=True))
        app.pane.reveal()
        assert "It rained." in app.lines()
        app.pane.scene = app.pane.scene._replace(view=view(talks))
        assert app.lines() == folded


async def test_a_click_names_the_grapheme_under_it() -> None:
    words = "one 停火 two 👩🏽‍🌾 three"
    app = Reader(scene(body(words), caret_at(0)))
    async with app.run_test(size=(80, 20)) as pilot:
        x, y = app.at("one")
        await pilot.click(offset=(x + 7, y))  # the right half of 火
        await pilot.click(offset=(x + 70, y))
        await pilot.click(offset=(0, y + 9))
        offsets = [message.offset for message in app.said if isinstance(message, Pressed)]
        assert [words[offset] for offset in offsets] == ["火", "e", "o"]


async def test_a_press_a_drag_and_its_end_are_told_with_shift_and_the_number_of_clicks() -> None:
    app = Reader(scene(POEM, caret_at(0)))
    async with app.run_test(size=(80, 20)) as pilot:
        x, y = app.at("row 001")
        await pilot.mouse_down(offset=(x + 4, y), shift=True)
        await pilot.hover(offset=(x + 2, y + 2))
        await pilot.mouse_up(offset=(x + 2, y + 2))
        press, drag, *_, end = app.said
        assert isinstance(press, Pressed)
        assert (press.offset, press.extend, press.clicks) == (12, True, 1)
        assert isinstance(drag, Dragged)
        assert drag.offset == 26
        assert isinstance(end, Released)
        app.said.clear()
        await pilot.click(offset=(x, y), times=3)
        assert [message.clicks for message in app.said if isinstance(message, Pressed)] == [1, 2, 3]


async def test_a_click_on_the_fold_line_asks_to_unfold() -> None:
    talks = article((Kind.TITLE, "Talks"), (Kind.CHROME, "Menu"), (Kind.BODY, "It rained."), meta=Meta())
    app = Reader(scene(view(talks), caret_at(0)))
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.click(offset=app.at("···"))
        assert [type(message) for message in app.said] == [FoldClicked]


async def test_the_pane_with_the_focus_has_a_bright_edge() -> None:
    app = Reader(scene(POEM, caret_at(0)))
    async with app.run_test(size=(80, 20)) as pilot:
        app.pane.focus()
        await pilot.pause()
        assert all(strip.text.startswith("▎") for strip in app.strips())
        app.set_focus(None)
        await pilot.pause()
        assert not any(strip.text.startswith("▎") for strip in app.strips())


async def test_without_colour_the_selection_and_a_tag_are_told_by_reversal_and_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Reader(scene(POEM, caret_at(0), annotations=(tagged("quote", Span(8, 15)),)))
    async with app.run_test(size=(80, 20)):
        app.pane.focus()
        styles = {segment.text: segment.style for strip in app.strips() for segment in strip}
        tag, caret = styles["row 001"], styles["r"]
        assert tag
        assert tag.underline
        assert caret
        assert caret.reverse
