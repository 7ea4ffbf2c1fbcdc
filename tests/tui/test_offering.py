"""What was half-typed when the program ended is offered at the next start, and its key goes on with it."""

from pathlib import Path

import pytest

from annotations import files
from annotations.library import Library
from tests.tui.half_typed import drafts_of, first_words, kept, leave_typing, notes
from tests.tui.news import caret, focused, line, reading, shelf, told
from tests.tui.opened import LINE, TALKS, Open, article, screen, selected, tagged
from tui.blanks import Subject
from tui.drafts import write_drafts


async def test_a_half_typed_note_is_offered_at_the_next_start_and_its_key_goes_on_with_it(
    reader: Open, library: Library
) -> None:
    await leave_typing(reader(), "enter", "q", "1", "c", *"He means it")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "half-typed note: “He means it”; c goes on with it" in told(app)
        assert selected(app) == "“We agree,”"
        assert focused(app) == "list"
        assert app.asking.strip is None
        await pilot.press("c")
        assert line(app, "note  ").split() == ["note", "He", "means", "it", "Enter", "done", "Esc", "close"]
        await pilot.press("!", "enter")
        assert notes(app) == ["He means it!"]
        await pilot.press("tab", "c")
        assert app.asking.strip
        assert app.asking.strip.typing == ("note", "He means it!")
    assert not drafts_of(library).exists()
    assert "half-typed" not in await first_words(reader())


async def test_esc_takes_a_draft_back_for_good(reader: Open, library: Library) -> None:
    await leave_typing(reader(), "enter", "q", "1", "c", "N", "o")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "c", "t", "escape", "c")
        assert app.asking.strip
        assert app.asking.strip.typing == ("note", "")
    assert not drafts_of(library).exists()
    assert "half-typed" not in await first_words(reader())


async def test_a_note_on_another_article_opens_that_one(reader: Open) -> None:
    await leave_typing(reader(), "J", "C", *"Dull")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("K", "ctrl+q")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "half-typed note: “Dull”; C goes on with it" in told(app)
        assert "2 of 2" in screen(app) or "Nobody in Orvane" in screen(app)
        await pilot.press("C", "enter")
        assert app.desk.session
        assert app.desk.session.layer.own["note"] == "Dull"


async def test_the_newest_of_several_drafts_is_offered_first_and_the_others_at_later_starts(
    reader: Open, library: Library
) -> None:
    await leave_typing(reader(), "I", "tab", "tab", *"2024-05")
    await leave_typing(reader(), "J", "I", *" again")
    assert "half-typed title: “A line redrawn again”; I goes on with it" in await first_words(reader())
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("I", "escape")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "half-typed date: “2024-05”; I goes on with it" in told(app)
        await pilot.press("I")
        assert app.asking.strip
        assert app.asking.strip.typing == ("published_at", "2024-05")
        await pilot.press("up", "up", "enter")
    assert kept(library) == []


async def test_a_draft_waits_until_its_annotation_is_there_again_and_an_older_one_is_offered_meanwhile(
    reader: Open, library: Library
) -> None:
    await leave_typing(reader(), "J", "C", *"Dull")
    await leave_typing(reader(), "K", "enter", "q", "1", "c", *"Mine")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "d")
        assert tagged(app) == []
    assert "half-typed note: “Dull”" in await first_words(reader())
    assert kept(library) == ["Dull", "Mine"]
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("K", "u", "u")
        assert tagged(app) == [("quote", "“We agree,”")]
    assert "half-typed note: “Mine”" in await first_words(reader())


async def test_a_draft_that_was_saved_in_the_last_moment_is_not_offered(reader: Open, library: Library) -> None:
    await leave_typing(reader(), "enter", "q", "1", "c", *"Saved")
    left = drafts_of(library).read_bytes()
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("c", "enter")
    files.replace(drafts_of(library), left)
    assert "half-typed" not in await first_words(reader())
    assert not drafts_of(library).exists()


async def test_the_offer_takes_no_key_that_means_something_else(reader: Open) -> None:
    await leave_typing(reader(), "enter", "q", "1", "m", "3", "c", "N")
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("J", "c")
        assert app.asking.strip is None
        assert "c is a key of the text" in told(app)
        await pilot.press("K", "tab", "c")
        assert app.asking.strip is None
        assert "no annotation is bound" in told(app)
        await pilot.press("g", "a", "shift+tab", "c")
        assert app.asking.strip is None


async def test_the_annotation_is_in_sight_at_once_wherever_it_stands(tmp_path: Path) -> None:
    library = shelf(tmp_path, "Ferries\n\n" + "\n\n".join(f"Report {n} says no more." for n in range(60)))
    await leave_typing(reading(library), "enter", "G", "s", "S", "2", "c", "N", size=(90, 20))
    app = reading(library)
    async with app.run_test(size=(90, 20)) as pilot:
        await pilot.press("enter", "g", "ctrl+q")
    app = reading(library)
    async with app.run_test(size=(90, 20)) as pilot:
        await pilot.press("enter", "c")
        assert caret(app) > 500
        assert app.asking.strip
        assert app.asking.strip.typing == ("note", "N")


async def test_what_is_typed_is_shown_short_and_as_a_terminal_may_see_it(reader: Open, library: Library) -> None:
    subject = Subject(article(TALKS).id, None, "article.note")
    write_drafts(library, drafts_of(library), [((subject, "note"), "\x1b[31m" + "red " * 40)])
    words = await first_words(reader())
    assert "“␛[31mred red" in words
    assert "…”; C goes on with it" in words


@pytest.mark.parametrize("odd", [("sing", "title"), ("article.known", "text"), ("note", "note"), ("fields", "speaker")])
async def test_a_draft_of_nothing_that_is_known_here_is_left_alone(
    odd: tuple[str, str], reader: Open, library: Library
) -> None:
    blank = Subject(article(LINE).id, None, odd[0]), odd[1]
    write_drafts(library, drafts_of(library), [(blank, "x"), ((blank[0]._replace(article="d9"), odd[1]), "y")])
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert "half-typed" not in told(app)
        assert "“We agree,” Mara Holt said" in screen(app)
    assert kept(library) == ["x", "y"]
