"""The app through Textual's Pilot: what a reader sees after some keys, on articles of a few lines."""

from pathlib import Path

import pytest

from annotations.errors import NotSaved
from annotations.store import Folio
from tests.tui.opened import Open, screen, selected, tagged


async def test_the_list_has_the_focus_and_the_first_article_stands_beside_it(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)):
        shown = screen(app)
        assert "1 of 2" in shown
        assert "A line redrawn" in shown
        assert "The Tern Courier" in shown
        assert "“We agree,” Mara Holt said" in shown
        assert "1 line of site furniture folded" in shown
        assert "Share this" not in shown


async def test_four_keys_tag_a_quotation_and_its_speaker(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "m", "e")
        assert "quote, direct · speaker Mara Holt" in screen(app)
        assert "1·0·0" in screen(app)


async def test_what_was_tagged_is_there_after_a_restart_and_undo_asks_before_it_reaches_back(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        assert tagged(app) == [("quote", "“We agree,”")]
        await pilot.press("enter", "u")
        assert tagged(app)
        assert "Press again" in screen(app)
        await pilot.press("u")
        assert not tagged(app)
        await pilot.press("U")
        assert tagged(app)


async def test_a_split_quotation_is_added_and_the_edges_of_the_bound_one_move(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "q", "+")
        assert tagged(app) == [("quote", "“We agree,”", "“to meet.”")]
        await pilot.press("a", "shift+left")
        assert tagged(app) == [("quote", "“We agree,”", "“to meet.")]
        await pilot.press("shift+left", "u")
        assert tagged(app) == [("quote", "“We agree,”", "“to meet.”")]


async def test_a_tag_that_cannot_be_saved_is_not_shown(reader: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    app = reader()

    def full(*_: object) -> Folio:
        raise NotSaved("talks", "nothing was saved: the disk is full", "make room and try again")

    async with app.run_test(size=(120, 30)) as pilot:
        monkeypatch.setattr(app.desk.store, "commit", full)
        await pilot.press("enter", "q", "1")
        assert "the disk is full; make room and try again" in screen(app)
        assert not tagged(app)
        assert "1·0·0" not in screen(app)


async def test_unfolding_in_place_and_flipping_a_block_and_taking_it_back(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "z")
        assert "Menu" in screen(app)
        assert "Share this" in screen(app)
        await pilot.press("z", "G", "Z")
        assert "2 lines of site furniture folded" in screen(app)
        assert "pickets" not in screen(app)
        await pilot.press("u")
        assert "pickets" in screen(app)


async def test_a_block_with_a_tag_of_mine_is_not_folded_away(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "G", "2", "Z")
        assert "holds an annotation of yours" in screen(app)
        assert "pickets" in screen(app)


async def test_done_marks_the_article_and_opens_the_next_one(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("R")
        assert "✓ Talks resume" in screen(app)
        assert "Nobody in Orvane knew" in screen(app)
        await pilot.press("R")
        assert "every article is done" in screen(app)


async def test_fields_and_notes_are_asked_for_in_the_strip_and_kept(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "i", *"Holt", "enter", "m", "enter")
        await pilot.press("c", *"odd", "enter")
        await pilot.pause()
        assert "quote, mixed · speaker Holt · note: odd" in screen(app)


async def test_esc_cancels_one_thing_at_a_time_and_never_leaves_the_text(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "v", "w", "w")
        assert selected(app) == "Talks resume"
        await pilot.press("escape")
        assert selected(app) == "Talks resume"
        await pilot.press("escape")
        assert selected(app) == "e"
        await pilot.press("escape", "w")
        assert selected(app) == "resume"


async def test_widening_and_narrowing_go_the_same_way(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "right", "right", "right")
        seen = []
        for _ in range(4):
            await pilot.press("=")
            seen.append(selected(app))
        assert seen[0] == "Mara"
        assert seen[1] == "Mara Holt"
        for words in reversed(seen[:-1]):
            await pilot.press("-")
            assert selected(app) == words


async def test_search_marks_as_one_types_and_esc_goes_back(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "w", "/", *"pickets")
        assert "1 of 1" in screen(app)
        await pilot.press("escape")
        assert selected(app) == "Talks"
        await pilot.press("/", *"the", "enter")
        assert selected(app) == "The"
        await pilot.press("n")
        assert selected(app) == "the"
        assert "2 of 2" in screen(app)


async def test_a_hit_in_folded_text_is_unfolded_when_one_goes_there(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/", *"share", "enter")
        assert selected(app) == "Share"
        assert "Share this" in screen(app)


async def test_the_mouse_places_drags_and_takes_words_and_sentences(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        rows = screen(app).split("\n")
        y = next(number for number, row in enumerate(rows) if "Mara Holt" in row)
        x = rows[y].index("Mara")
        await pilot.click(offset=(x, y))
        assert selected(app) == "M"
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 8, y))
        await pilot.mouse_up(offset=(x + 8, y))
        assert selected(app) == "Mara Holt"
        await pilot.click(offset=(x + 6, y), times=2)
        assert selected(app) == "Holt"
        await pilot.click(offset=(x + 6, y), times=3)
        assert "said" in selected(app)


@pytest.mark.parametrize("size", [(20, 5), (40, 12), (80, 24), (200, 60)])
async def test_every_size_of_terminal_shows_the_text_and_keeps_the_place(reader: Open, size: tuple[int, int]) -> None:
    app = reader()
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter", "m")
        await pilot.resize_terminal(60, 20)
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert selected(app) == "Mara Holt"
        assert "Mara" in screen(app)


async def test_a_caret_never_stands_inside_a_character(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("J", "enter", *(["right"] * 36))
        assert selected(app) == "👩‍🚀"


async def test_the_article_where_one_was_is_open_at_the_next_start_at_its_place(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("J", "enter", "s", "s")
    app = reader()
    async with app.run_test(size=(120, 30)):
        assert "2 of 2" in screen(app)
        session = app.desk.session
        assert session
        assert session.selection.span.start == session.text.index("Nobody")


async def test_the_palette_exports_and_overwrites_nothing(
    reader: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.csv").write_text("mine")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "ctrl+p", *"export", "enter", "enter")
        await app.workers.wait_for_complete()
        (written,) = tmp_path.glob("talks-*.csv")
        assert "1 row in " in screen(app)
        assert "“We agree,”" in written.read_text("utf-8")
        await pilot.press("ctrl+p", *"export", "enter")
        await pilot.press("ctrl+u", *"mine.csv", "enter")
        await pilot.pause()
        assert "is there already" in screen(app)
        assert (tmp_path / "mine.csv").read_text() == "mine"
