"""What is known of an article is corrected in the reader as by the command, and what is no date or language is said."""

from annotations.edit import CONFLICT, Edit, FieldChange
from annotations.library import Library
from annotations.store import Store
from tests.tui.opened import Open, screen
from tui.app import Postil
from tui.blanks import META
from tui.here import now


def known(app: Postil, field: str) -> str:
    assert app.desk.session
    return str(getattr(app.desk.session.article.meta, field))


async def test_the_language_is_corrected_in_the_strip_and_undone(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("I", "shift+tab", "backspace", "backspace", *"pt-BR", "enter")
        assert known(app, "language") == "pt-BR"
        await pilot.press("enter", "u")
        assert known(app, "language") == "en"


async def test_what_is_no_language_is_said_and_not_taken(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("I", "shift+tab", "backspace", "backspace", *"German", "enter")
        assert "'German' is no tag of a language; write en, de or pt-BR" in screen(app)
        assert known(app, "language") == "en"


async def test_every_field_that_is_known_can_be_corrected_in_the_strip(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("I")
        for words in META.values():
            assert words in screen(app)
        assert "meta_" not in screen(app)


async def test_a_column_of_which_two_machines_said_something_else_can_be_settled(
    reader: Open, library: Library
) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        assert app.desk.session
        article_id = app.desk.session.article.id
        changes = (FieldChange("meta_wave", None, "2"), FieldChange(f"{CONFLICT}meta_wave", None, "3"))
        Store(library, "ada", now=now).commit(article_id, Edit(changes, "merged", now()))
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("I", "shift+tab")
        assert "meta_wave (elsewhere: 3)" in screen(app)
        await pilot.press("enter")
        assert app.desk.session
        assert app.desk.session.layer.corrections == {"meta_wave": "2"}
