"""Help and palette: found by typing, run by Enter, closed by Esc."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from textual.app import App
from textual.events import Key
from textual.screen import Screen

from tui.dialogs import help as helping
from tui.dialogs import palette
from tui.dialogs.export import chosen, proposed
from tui.dialogs.help import HelpScreen
from tui.dialogs.matching import PART, matching
from tui.dialogs.palette import PaletteScreen
from tui.dialogs.searching import Searching
from tui.dialogs.sheet import Row
from tui.keys import pressed


@dataclass(frozen=True)
class Command:
    """As much of a command as the dialogs see."""

    name: str
    sentence: str
    keys: tuple[str, ...]
    group: str


TABLE = (
    Command("tag.quote", "Tag the selection as a quote", ("1",), "Tags"),
    Command("move.quotation", "Take the quotation, or the next one", ("q",), "Movement"),
    Command("tag.delete", "Delete the bound annotation", ("d",), "Tags"),
    Command("move.down", "Down a line", ("down", "j"), "Movement"),
    Command("chrome.flip", "Flip the block between body and chrome", ("Z",), "Article"),
    Command("article.next", "Go to the next article", ("J", "ctrl+n", "ctrl+down", "ctrl+right"), "Article"),
    Command("export", "Export the annotations as CSV", (), "Program"),
)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", [command.name for command in TABLE]),
        ("quot", ["tag.quote", "move.quotation"]),
        ("next", ["move.quotation", "article.next"]),
        ("Z", ["chrome.flip"]),
        ("q", ["move.quotation", "tag.quote"]),
        ("next quot", ["move.quotation"]),
        ("TAG", ["tag.quote", "tag.delete"]),
        ("csv", ["export"]),
        ("uota", ["move.quotation"]),
        ("zzz", []),
    ],
)
def test_commands_are_found_by_key_beginning_or_part(query: str, names: list[str]) -> None:
    assert [command.name for command in matching(TABLE, query, worst=PART)] == names


def test_the_palette_also_finds_letters_in_their_order_behind_better_fits() -> None:
    assert [command.name for command in matching(TABLE, "fbc")] == ["chrome.flip"]
    assert matching(TABLE, "dtb")[0].name == "tag.delete"
    assert matching(TABLE, "dl") == []


def text(rows: list[Row]) -> list[str]:
    return ["".join(words for _, words in row.pieces).rstrip() for row in rows]


def test_the_help_opens_on_what_can_be_done_now_and_then_tells_all_by_group() -> None:
    assert text(helping.rows(TABLE, TABLE[3:4], "", 60)) == [
        "What can be done now",
        "  ↓  j              Down a line",
        "",
        "Tags",
        "  1                 Tag the selection as a quote",
        "  d                 Delete the bound annotation",
        "",
        "Movement",
        "  q                 Take the quotation, or the next one",
        "  ↓  j              Down a line",
        "",
        "Article",
        "  Z                 Flip the block between body and chrome",
        "  J  Ctrl+N         Go to the next article",
        "  Ctrl+↓  Ctrl+→",
        "",
        "Program",
        "  Ctrl+P            Export the annotations as CSV",
    ]


def test_a_search_in_the_help_tells_each_command_once() -> None:
    assert text(helping.rows(TABLE, TABLE[3:4], "line", 60)) == ["Movement", "  ↓  j              Down a line"]


@pytest.mark.parametrize("width", [20, 36, 80, 200])
def test_every_key_and_every_sentence_is_in_the_help_at_any_width(width: int) -> None:
    told = " ".join(" ".join(text(helping.rows(TABLE, (), "", width))).split())
    for word in ("Ctrl+→", "Z", "Export", "CSV", "chrome"):
        assert word in told
    assert all(len(line) <= width for line in text(helping.rows(TABLE, (), "", width)))


def test_the_palette_tells_the_keys_at_the_right() -> None:
    assert text(palette.rows(TABLE, "down line", 30)) == ["Down a line               ↓  j"]
    assert all(len(line) <= 12 for line in text(palette.rows(TABLE, "", 12)))


class Desk(App[None], inherit_bindings=False):
    """Opens a dialog and keeps what it was dismissed with."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, dialog: Searching) -> None:
        super().__init__()
        self.dialog = dialog
        self.got: list[str | None] = []
        self.heard: list[tuple[str, int]] = []

    def get_default_screen(self) -> Screen[None]:
        return Screen(id="_default")

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.got.append)

    def on_key(self, event: Key) -> None:
        open_before = len(self.screen_stack)
        if open_before == 1 or not self.dialog.feed(pressed(event.key, event.character)):
            self.heard.append((event.key, open_before))


async def opened(dialog: Searching, *keys: str, size: tuple[int, int] = (80, 24)) -> tuple[list[str | None], list[str]]:
    """What the dialog was dismissed with, and the lines of its sheet."""
    app = Desk(dialog)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        sheet = dialog.sheet
        return app.got, [sheet.render_line(y).text.rstrip() for y in range(sheet.size.height)]


async def test_the_palette_runs_what_was_typed_and_marked() -> None:
    got, _ = await opened(PaletteScreen(TABLE), *"next", "down", "enter")
    assert got == ["article.next"]


async def test_the_mark_stays_among_what_was_found() -> None:
    got, _ = await opened(PaletteScreen(TABLE), "down", "down", *"csv", "enter")
    assert got == ["export"]


async def test_nothing_found_is_said_and_enter_waits() -> None:
    got, lines = await opened(PaletteScreen(TABLE), *"zzz", "enter")
    assert got == []
    assert lines[0] == "› zzz"
    assert lines[-1].startswith("nothing is called that")


@pytest.mark.parametrize("key", ["escape", "ctrl+p", "alt+g"])
async def test_escape_closes_without_a_choice(key: str) -> None:
    assert (await opened(PaletteScreen(TABLE), "d", key))[0] == [None]


async def test_leaving_is_left_to_the_app_and_works_over_a_dialog() -> None:
    app = Desk(HelpScreen(TABLE, ()))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert app.got == [None]
    assert app.heard == [("ctrl+q", 2)]


async def test_keys_that_are_typed_ahead_find_the_dialog_and_those_behind_it_the_app() -> None:
    app = Desk(PaletteScreen(TABLE))
    async with app.run_test() as pilot:
        early = PaletteScreen(TABLE)
        app.push_screen(early, app.got.append)
        for key in "csv":
            assert early.feed(key)
        await pilot.pause()
        early.feed("enter")
        assert not early.feed("z")
        await pilot.pause()
        assert app.got == ["export"]


async def test_a_click_on_a_row_runs_it_and_one_beside_the_sheet_closes() -> None:
    app = Desk(PaletteScreen(TABLE))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.click("Sheet", offset=(10, 3))
        await pilot.pause()
        app.push_screen(PaletteScreen(TABLE), app.got.append)
        await pilot.pause()
        await pilot.click(offset=(2, 2))
        await pilot.pause()
    assert app.got == ["move.quotation", None]


async def test_the_help_scrolls_to_its_end_and_not_beyond() -> None:
    _, lines = await opened(HelpScreen(TABLE, TABLE[:2]), "end", "pagedown", "down", size=(60, 12))
    assert lines[-2] == "  Ctrl+P            Export the annotations as CSV"
    assert lines[-1].startswith("Esc close")
    assert "below" not in lines[-1]


async def test_the_help_says_how_much_more_there_is() -> None:
    _, lines = await opened(HelpScreen(TABLE, ()), size=(80, 12))
    assert lines[-1].endswith("more below")


@pytest.mark.parametrize("size", [(40, 12), (20, 5), (10, 3), (4, 2)])
async def test_small_terminals_get_a_small_help(size: tuple[int, int]) -> None:
    got, lines = await opened(HelpScreen(TABLE, TABLE), "down", "q", size=size)
    assert got == []
    assert all(len(line) <= size[0] for line in lines)


def test_an_export_is_named_for_library_and_date_and_never_for_a_file_that_is_there(tmp_path: Path) -> None:
    day = date(2026, 11, 23)
    first = proposed("talks 2024", day, tmp_path)
    assert first == tmp_path / "talks-2024-2026-11-23.csv"
    first.touch()
    second = proposed("talks 2024", day, tmp_path)
    assert second.name == "talks-2024-2026-11-23-2.csv"
    second.touch()
    assert proposed("talks 2024", day, tmp_path).name == "talks-2024-2026-11-23-3.csv"
    assert proposed("../..", day, tmp_path).parent == tmp_path


def test_a_typed_path_is_read_from_the_folder_on(tmp_path: Path) -> None:
    assert chosen(" a.csv ", tmp_path) == tmp_path / "a.csv"
    assert chosen("/elsewhere/a.csv", tmp_path) == Path("/elsewhere/a.csv")
    assert chosen("~/a.csv", tmp_path) == Path.home() / "a.csv"
    assert chosen("  ", tmp_path) is None


def test_a_home_that_nobody_has_is_a_name_like_any_other(tmp_path: Path) -> None:
    assert chosen("~nobody-of-that-name/a.csv", tmp_path) == tmp_path / "~nobody-of-that-name/a.csv"
