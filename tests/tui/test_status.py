"""The status line and the footer, in any width."""

import pytest
from textual.app import App, ComposeResult

from tui.fit import cells, fitted
from tui.panes.status import Status, fitting

HINTS = (("1", "quote"), ("2", "precondition"), ("⇧Tab", "list"))


class Bottom(App[None]):
    def compose(self) -> ComposeResult:
        yield Status()


async def lines(width: int, **said: str) -> list[str]:
    app = Bottom()
    async with app.run_test(size=(width, 2)) as pilot:
        status = app.query_one(Status)
        status.left, status.right, status.hints = "quotation · 1 quote", "¶ 1 of 14   mh   saved", HINTS
        for name, words in said.items():
            setattr(status, name, words)
        await pilot.pause()
        return [status.render_line(y).text for y in (0, 1)]


async def test_left_and_right_stand_at_their_edges() -> None:
    status, footer = await lines(60)
    assert status == "quotation · 1 quote" + " " * 17 + "¶ 1 of 14   mh   saved"
    assert footer.rstrip() == "1 quote   2 precondition   ⇧Tab list"


async def test_a_message_stands_in_place_of_the_left_text() -> None:
    status, _ = await lines(60, message="tagged as quote", level="warning")
    assert status.startswith("tagged as quote   ")
    assert status.endswith("mh   saved")


async def test_where_there_is_no_room_the_right_text_goes_and_then_the_end_of_the_left() -> None:
    assert (await lines(30))[0] == "quotation · 1 quote".ljust(28)
    assert (await lines(12))[0] == "quotation…"


@pytest.mark.parametrize(
    ("width", "kept"),
    [(100, "1 2 ⇧Tab"), (36, "1 2 ⇧Tab"), (35, "1 ⇧Tab"), (19, "1 ⇧Tab"), (18, "1"), (7, "1"), (6, "")],
)
def test_hints_are_left_out_from_the_end_but_the_last_one_stays(width: int, kept: str) -> None:
    assert " ".join(key for key, _ in fitting(HINTS, width)) == kept


async def test_a_message_that_is_too_long_for_a_line_takes_the_footer_too() -> None:
    status, footer = await lines(32, message="no annotation is bound: a goes to the next one")
    assert status.rstrip() == "no annotation is bound: a goes"
    assert footer.rstrip() == "to the next one"
    status, footer = await lines(22, message="no annotation is bound: a goes to the next one")
    assert footer.rstrip() == "bound: a goes to th…"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("Mara Holt", 9, "Mara Holt"),
        ("Mara Holt", 8, "Mara Ho…"),
        ("Mara Holt", 6, "Mara…"),
        ("漢字の本", 8, "漢字の本"),
        ("漢字の本", 6, "漢字…"),
        ("👩‍🚀👩‍🚀", 3, "👩‍🚀…"),
        ("Mara", 1, "…"),
        ("Mara", 0, ""),
    ],
)
def test_a_text_that_is_too_wide_is_cut_between_graphemes(text: str, width: int, shown: str) -> None:
    assert fitted(text, width) == shown
    assert cells(shown) <= max(width, cells(text) if width >= cells(text) else width)
