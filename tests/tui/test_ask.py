"""The strip that asks: what is answered when, and that no key is lost on the way."""

import pytest
from textual.app import App, ComposeResult
from textual.events import Key, Paste

from seeds.errors import Problem
from tui.dialogs.ask import Ask
from tui.dialogs.line import LIMIT
from tui.keys import pressed
from tui.question import Field

FIELDS = (
    Field("speaker", "speaker", "Mara"),
    Field("type", "type", "direct", ("direct", "mixed", "indirect")),
    Field("note", "note"),
)


class Asking(App[None]):
    """Writes down what the strip says."""

    def __init__(self, *fields: Field) -> None:
        super().__init__()
        self.strip = Ask(fields)
        self.said: list[tuple[str, ...]] = []
        self.ahead: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.strip

    def on_mount(self) -> None:
        self.strip.focus()

    def on_key(self, event: Key) -> None:
        self.strip.feed(pressed(event.key, event.character))

    def on_ask_changed(self, message: Ask.Changed) -> None:
        self.said.append(("changed", message.name, message.value))

    def on_ask_answered(self, message: Ask.Answered) -> None:
        self.said.append(("answered", message.name, message.value))

    def on_ask_closed(self, message: Ask.Closed) -> None:
        self.said.append(("cancelled" if message.cancelled else "closed",))
        self.ahead += message.ahead


async def said(*keys: str, fields: tuple[Field, ...] = FIELDS) -> list[tuple[str, ...]]:
    app = Asking(*fields)
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
    return app.said


async def test_typing_is_told_at_each_key_and_enter_on_the_last_line_closes() -> None:
    assert await said("h", "i", "enter", fields=(Field("search", "search"),)) == [
        ("changed", "search", "h"),
        ("changed", "search", "hi"),
        ("answered", "search", "hi"),
        ("closed",),
    ]


async def test_enter_answers_a_line_and_goes_to_the_next() -> None:
    assert await said("enter", "m", "enter", "x", "enter") == [
        ("answered", "speaker", "Mara"),
        ("changed", "type", "mixed"),
        ("answered", "type", "mixed"),
        ("changed", "note", "x"),
        ("answered", "note", "x"),
        ("closed",),
    ]


def even(typed: str) -> None:
    if len(typed) % 2:
        raise Problem("the pair", "it is odd")


@pytest.mark.parametrize("key", ["enter", "tab", "down", "up", "shift+tab"])
async def test_a_line_whose_value_is_refused_is_not_left_and_esc_gives_it_up(key: str) -> None:
    fields = (Field("pair", "pair", check=even), Field("note", "note"))
    assert await said("x", key, "y", key, "z", fields=fields) == [
        ("changed", "pair", "x"), ("answered", "pair", "x"), ("changed", "pair", "xy"), ("answered", "pair", "xy"),
        ("changed", "note", "z"),
    ]  # fmt: skip
    assert (await said("x", key, "escape", fields=fields))[-1] == ("cancelled",)


async def test_the_last_line_whose_value_is_refused_does_not_close() -> None:
    found = await said("x", "enter", "y", "enter", fields=(Field("pair", "pair", check=even),))
    assert found == [
        ("changed", "pair", "x"), ("answered", "pair", "x"), ("changed", "pair", "xy"), ("answered", "pair", "xy"),
        ("closed",),
    ]  # fmt: skip


async def test_escape_takes_back_only_what_is_being_typed() -> None:
    assert await said("!", "tab", "right", "escape") == [
        ("changed", "speaker", "Mara!"),
        ("answered", "speaker", "Mara!"),
        ("changed", "type", "mixed"),
        ("cancelled",),
    ]


async def test_tab_and_arrows_go_round_the_lines() -> None:
    answered = [name for kind, name, *_ in await said("shift+tab", "tab", "down", "up") if kind == "answered"]
    assert answered == ["speaker", "note", "speaker", "type"]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["right"], "mixed"),
        (["left"], "indirect"),
        (["space", "space", "space"], "direct"),
        (["i"], "indirect"),
        (["I"], "indirect"),
        (["backspace"], ""),
        (["backspace", "left"], "indirect"),
        (["backspace", "right"], "direct"),
        (["x"], "direct"),
    ],
)
async def test_a_choice_is_made_by_arrows_or_by_its_first_letter(keys: list[str], value: str) -> None:
    assert (await said(*keys, "enter", fields=FIELDS[1:2]))[-2] == ("answered", "type", value)


async def test_a_value_from_elsewhere_can_be_kept() -> None:
    field = Field("type", "type", "reported", ("direct", "mixed"))
    assert ("answered", "type", "reported") in await said("right", "left", "enter", fields=(field,))


async def test_a_note_of_several_lines_stays_as_it_is_unless_it_is_changed() -> None:
    note = Field("note", "note", "first\nsecond")
    assert ("answered", "note", "first\nsecond") in await said("left", "enter", fields=(note,))
    assert ("answered", "note", "first second!") in await said("!", "enter", fields=(note,))


async def test_what_is_typed_replaces_a_value_that_is_selected() -> None:
    assert ("answered", "s", "x") in await said("x", "enter", fields=(Field("s", "search", "before", selected=True),))


async def test_keys_that_are_typed_ahead_are_kept_for_later_or_taken_at_once() -> None:
    app = Asking(Field("search", "search"))
    app.strip = Ask((Field("search", "search"),))
    async with app.run_test() as pilot:
        for key in ("h", "i", "enter", "n", "N"):
            assert app.strip.feed(key)
        await pilot.pause()
    assert app.said[-2:] == [("answered", "search", "hi"), ("closed",)]
    assert app.ahead == ["n", "N"]


async def test_escape_and_a_key_that_came_as_alt_and_the_key_close_and_keep_the_key() -> None:
    app = Asking(Field("search", "search"))
    async with app.run_test() as pilot:
        await pilot.press("alt+g")
        await pilot.pause()
    assert (app.said, app.ahead) == ([("cancelled",)], ["g"])


async def test_a_paste_of_a_megabyte_is_cut_and_that_is_said() -> None:
    app = Asking(Field("note", "note"))
    async with app.run_test(size=(90, 10)) as pilot:
        app.strip.post_message(Paste("word\r\n" * 200_000))
        await pilot.pause()
        assert app.said == [("changed", "note", ("word " * 200_000)[:LIMIT])]
        assert app.strip.remark == "only the first 10,000 characters fit"
        await pilot.press("backspace")
        assert app.strip.remark == ""


async def test_a_click_on_another_line_answers_this_one_and_sets_the_caret() -> None:
    app = Asking(*FIELDS)
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.click(Ask, offset=(17, 1))
        await pilot.click(Ask, offset=(10, 0))
        await pilot.press("x")
    assert app.said == [
        ("answered", "speaker", "Mara"),
        ("answered", "type", "direct"),
        ("changed", "speaker", "xMara"),
    ]


def drawn(strip: Ask) -> list[str]:
    return [strip.render_line(y).text.rstrip() for y in range(strip.size.height)]


async def test_the_strip_is_drawn_with_its_labels_in_line() -> None:
    app = Asking(*FIELDS)
    async with app.run_test(size=(63, 10)) as pilot:
        await pilot.pause()
        assert drawn(app.strip) == [
            "speaker  Mara                           Enter next  Esc close",
            "type     direct  mixed  indirect",
            "note",
        ]


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (8, 3), (3, 2)])
async def test_a_small_terminal_shows_the_line_that_is_typed_in(size: tuple[int, int]) -> None:
    app = Asking(*FIELDS)
    async with app.run_test(size=size) as pilot:
        await pilot.press("tab", "tab", "n", "o")
        await pilot.pause()
        assert all(
            strip_line.cell_length <= size[0] for strip_line in map(app.strip.render_line, range(app.strip.size.height))
        )
        if size[0] >= 20:
            assert "no" in drawn(app.strip)[-1]


async def test_a_line_that_was_left_is_drawn_from_its_beginning() -> None:
    app = Asking(Field("speaker", "speaker", "Mara Holt of the dockers' union"), Field("note", "note"))
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.pause()
        assert drawn(app.strip)[0].endswith("ockers' union")
        await pilot.press("tab")
        await pilot.pause()
        assert drawn(app.strip)[0] == "speaker  Mara Holt of the d…"
