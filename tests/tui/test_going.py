"""Going on by hits and pages where there is something pending, or nothing further."""

from pathlib import Path

import pytest

from annotations import index, sources
from annotations.library import Library
from tests.tui.opened import Open, article, screen, selected
from tui import clipboard
from tui.app import Postil
from tui.clipboard import Outcome
from tui.start import desk_of


async def test_a_search_that_was_cancelled_goes_on_where_it_is_asked_for_again(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/", *"the", "enter", "escape", "n")
        assert selected(app) == "the"
        assert "2 of 2" in screen(app)


async def test_a_hit_is_extended_to_while_movements_extend(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "v", "/", *"meet", "enter")
        assert selected(app) == "“We agree,” Mara Holt said, “to meet"


async def test_a_page_down_at_the_end_does_not_go_back(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "G", "pagedown")
        session = app.desk.session
        assert session
        assert session.selection.span.end == len(session.text)


async def test_a_bare_caret_is_searched_for_as_its_word(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/", *"the", "enter", "escape", "escape", "*")
        assert selected(app) == "The"


async def test_a_bound_annotation_is_copied_whole_from_a_bare_caret(
    reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    def copy(text: str, **_: object) -> Outcome:
        copied.append(text)
        return Outcome("copied", "copied")

    monkeypatch.setattr(clipboard, "copy", copy)
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1")
        rows = screen(app).split("\n")
        y = next(number for number, row in enumerate(rows) if "We agree" in row)
        await pilot.click(offset=(rows[y].index("agree"), y))
        await pilot.press("Y")
        await app.workers.wait_for_complete()
        assert copied == ["“We agree,”"]


async def test_unfolding_below_the_screen_is_said(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "z")
        assert "unfolded, dimmed; z folds it away again" in screen(app)


async def test_a_search_that_is_cancelled_leaves_bound_what_was_bound(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "q", "1", "/", *"the", "escape")
        await pilot.pause()
        assert "1 quote, direct" in screen(app)


async def test_a_block_that_undo_brings_back_is_gone_to(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "G", "Z", "g", "u", "s")
        assert selected(app) == "The port wants the pickets gone first."


async def test_a_name_of_one_word_is_called_a_name(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "named")
    list(sources.write_many(library, [article("Talks resume\n\nOn Monday they met in Orvane again.")]))
    app = Postil(desk_of(library, "mh"), "mh")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "m")
        assert selected(app) == "Orvane"
        assert app.status.left == "name"
        await pilot.press("w")
        assert app.status.left == "word"


async def test_an_article_that_went_meanwhile_leaves_the_list(library: Library) -> None:
    gone = index.rows(library, "mh")[0]
    for path in library.sources.glob(f"{gone.id}.*"):
        path.unlink()
    app = Postil(desk_of(library, "mh"), "mh")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        while len(app.desk.rows) == 2:
            await pilot.pause()
        assert [row.id for row in app.desk.rows] != [gone.id]
        assert app.desk.session
