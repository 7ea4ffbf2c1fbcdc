"""What is in sight of a page, and where the keys lead that go by rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.span import Span
from tests.tui.pages import body
from tui.layout import Layout, Place
from tui.window import CONTEXT, Window

PAGE = "\n".join(f"row {number:03}" for number in range(100))
"""A poem of a hundred lines: row N begins at 8 N."""


def window(height: int = 10, top: int = 0) -> Window:
    seen = Window(Layout(body(PAGE), 20), height)
    seen.scroll(top + 2)  # the meta line and the blank one below it
    return seen


def numbers(seen: Window) -> list[str]:
    return [seen.layout.text[row.start : row.end].strip()[-3:] for row in seen.rows]


def test_a_row_in_sight_does_not_scroll() -> None:
    seen = window(top=20)
    seen.reveal(Span(8 * 25, 8 * 25 + 1), 8 * 25)
    assert numbers(seen)[0] == "020"


@pytest.mark.parametrize(("row", "first"), [(28, 21), (29, 22), (31, 24), (21, 19), (15, 13)])
def test_a_row_nearby_is_scrolled_to_by_as_little_as_it_takes_with_some_context(row: int, first: int) -> None:
    seen = window(top=20)
    seen.reveal(Span(8 * row, 8 * row + 1), 8 * row)
    assert numbers(seen)[0] == f"{first:03}"


def test_a_row_far_away_comes_to_stand_in_the_upper_third() -> None:
    seen = window(height=12)
    seen.reveal(Span(8 * 70, 8 * 70 + 1), 8 * 70)
    assert numbers(seen).index("070") == 4


def test_a_stretch_that_fits_is_seen_whole() -> None:
    seen = window(top=20)
    seen.reveal(Span(8 * 30, 8 * 35), 8 * 30)
    assert {"030", "034"} <= set(numbers(seen))


def test_of_a_stretch_that_does_not_fit_the_moving_end_is_seen() -> None:
    seen = window(top=20)
    seen.reveal(Span(8 * 22, 8 * 40), 8 * 40 - 1)
    assert "039" in numbers(seen)


def test_scrolling_stops_at_both_ends() -> None:
    seen = window()
    seen.scroll(-1000)
    assert seen.top == Place(0, 0)
    seen.scroll(1000)
    assert numbers(seen)[-1] == "099"
    assert len(seen.rows) == 10


def test_a_page_keeps_some_rows_of_the_one_before() -> None:
    seen = window(top=20)
    offset = seen.page(8 * 22, 1)
    assert numbers(seen)[:CONTEXT] == ["028", "029"]
    assert offset == 8 * 30
    assert seen.page(offset, -1) == 8 * 22
    assert numbers(seen)[0] == "020"


def test_a_page_at_the_end_goes_to_the_last_row_and_never_back() -> None:
    seen = window(top=100)
    assert seen.page(8 * 95, 1) == 8 * 99
    assert seen.page(8 * 99 + 4, 1) == 8 * 99 + 4


def test_what_was_scrolled_away_is_out_of_sight_and_the_nearest_row_is_not() -> None:
    seen = window(top=20)
    assert not seen.sees(0)
    assert not seen.sees(8 * 30)
    assert seen.sees(8 * 29 + 7)
    assert seen.nearest(0) == 8 * 20
    assert seen.nearest(8 * 90) == 8 * 29


def test_going_down_keeps_to_its_cell_over_short_rows() -> None:
    seen = Window(Layout(body("a long first row", "short", "another long row"), 40), 10)
    offset, goal = seen.vertical(10, 1, None)
    assert (seen.layout.text[offset], goal) == ("t", 10)
    offset, goal = seen.vertical(offset, 1, goal)
    assert seen.layout.text[offset:].startswith("ng row"), seen.layout.text[offset:]
    assert seen.vertical(offset, 1, goal) == (offset, 10)


def test_going_down_over_wide_characters_keeps_to_the_cell_and_not_to_the_number() -> None:
    seen = Window(Layout(body("停火停火停火", "abcdefghijkl"), 40), 10)
    offset, _ = seen.vertical(3, 1, None)
    assert seen.layout.text[offset] == "g"


def test_the_ends_of_a_row_leave_out_what_hangs() -> None:
    seen = Window(Layout(body("one two three"), 8), 10)
    assert seen.row_at(5).of(seen.layout.text) == "one two"


@given(st.integers(5, 60), st.integers(5, 60), st.integers(0, 200))
def test_a_page_made_narrower_and_wide_again_comes_back_to_its_place(wide: int, narrow: int, down: int) -> None:
    shown = body(*("It rained in Orvane, and nobody left the hall before nine. " * 4 for _ in range(20)))
    before = Window(Layout(shown, wide), 10)
    before.scroll(down)
    between = Window(Layout(shown, narrow), 10, before.anchor)
    after = Window(Layout(shown, wide), 10, between.anchor)
    assert before.anchor == between.anchor == after.anchor
    assert after.sees(before.anchor)
    assert between.sees(before.anchor)


@given(st.integers(1, 12), st.lists(st.integers(-15, 15), max_size=8), st.integers(0, 799))
def test_whatever_was_scrolled_what_is_revealed_is_seen_and_no_row_is_wasted(
    height: int, ways: list[int], at: int
) -> None:
    seen = Window(Layout(body(PAGE), 20), height)
    for way in ways:
        seen.scroll(way)
    seen.reveal(Span(at, at + 1), at)
    assert seen.sees(at)
    assert len(seen.rows) == height


@pytest.mark.parametrize("height", [3, 10, 40])
def test_the_thumb_is_at_either_end_of_the_bar_only_where_the_page_is(height: int) -> None:
    seen = window(height)
    seen.scroll(-10)
    assert seen.thumb.start == 0
    tops = []
    while seen.top != seen.last:
        tops.append(seen.thumb.start)
        assert abs(len(seen.thumb) - max(height * height // 103, 1)) <= 1
        seen.scroll(1)
    assert seen.thumb.stop == height
    assert tops == sorted(tops)
    if height > 3:
        assert 0 not in tops[1:]


def test_a_page_that_is_wholly_in_sight_has_no_thumb() -> None:
    assert not Window(Layout(body("It rained."), 20), 10).thumb


def test_the_bar_leads_to_where_its_thumb_would_stand() -> None:
    seen = window(height=10)
    seen.scroll_to(0)
    assert seen.thumb.start == 0
    seen.scroll_to(9)
    assert seen.top == seen.last
    seen.scroll_to(5)
    assert 5 in seen.thumb
    assert 40 < int(numbers(seen)[5]) < 60


def test_in_a_text_of_long_and_short_paragraphs_the_thumb_tells_how_much_is_read() -> None:
    seen = Window(Layout(body(*("It rained. " * 300 for _ in range(20)), *("Rain.\n" * 3 for _ in range(20))), 40), 20)
    total = len(list(seen.layout.after(Place(0, 0))))
    row = next(number for number, place in enumerate(seen.layout.after(Place(0, 0))) if place.item == 11)
    seen.scroll(row)
    assert abs(seen.thumb.start - 20 * row / total) <= 2


def test_a_row_is_put_in_the_middle() -> None:
    seen = window(height=11)
    seen.centre(8 * 50)
    assert numbers(seen)[5] == "050"
    seen.centre(0)
    assert seen.top == Place(0, 0)
