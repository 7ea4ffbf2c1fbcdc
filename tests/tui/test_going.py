"""Going on by hits and pages where there is something pending, or nothing further."""

from tests.tui.opened import Open, screen, selected


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
