"""Rows of a width: what stands in each, and that every cell is a code point's and every code point has a cell."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.graphemes import grapheme_at
from tui.cells import clusters, shown
from tui.wrap import HANG, cell_of, offset_at, row_at, wrap

WORDS = st.text(st.sampled_from("abcdé—“” \u00a0\n\t\u0301\u200b\u200d👩🚀🇳🇴停火，。하नि"), max_size=60)
PLAIN_WORDS = st.text(st.sampled_from("abcdé— \n"), max_size=60)
WIDTHS = st.integers(1, 12)


def rows(text: str, width: int) -> list[str]:
    starts = wrap(text, 0, len(text), width)
    return [text[a:b] for a, b in pairwise([*starts, len(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("one two", ["one two"]),
        ("one two three", ["one two ", "three"]),
        ("one two  three", ["one two  ", "three"]),
        ("exactly8 wide", ["exactly8 ", "wide"]),
        ("incomprehensible", ["incompre", "hensible"]),
        ("a\nb", ["a\n", "b"]),
        ("a\n\nb", ["a\n", "\n", "b"]),
        ("full row\nnext", ["full row\n", "next"]),
        ("it was—so they said", ["it was—", "so they ", "said"]),
        ("no\u00a0break here", ["no\u00a0break ", "here"]),
        ("停火以后再谈工资", ["停火以后", "再谈工资"]),
        ("停火以后。再谈", ["停火以", "后。再谈"]),
        ("停火「以后再谈", ["停火「以", "后再谈"]),
        ("停火以「后再谈", ["停火以", "「后再谈"]),
        ("👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾", ["👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾", "👩🏽‍🌾"]),
        ("cafe\u0301s are e\u0301", ["cafe\u0301s ", "are e\u0301"]),
    ],
)
def test_rows_of_eight_cells(text: str, expected: list[str]) -> None:
    assert rows(text, 8) == expected


def test_what_may_not_begin_a_row_begins_one_where_nothing_else_fits() -> None:
    assert rows("a停，", 3) == ["a停", "，"]


@given(WORDS, WIDTHS)
def test_rows_follow_on_each_other_and_leave_nothing_out(text: str, width: int) -> None:
    assert "".join(rows(text, width)) == text


@given(WORDS, WIDTHS)
def test_no_row_is_wider_than_the_width_and_what_hangs(text: str, width: int) -> None:
    for row in rows(text, width):
        words = row.rstrip()
        assert shown(row, 0, len(row))[1] <= width + HANG or len(list(clusters(row, 0, len(row)))) == 1
        assert shown(words, 0, len(words))[1] <= width or len(list(clusters(words, 0, len(words)))) == 1


@given(WORDS, WIDTHS)
def test_no_row_cuts_a_grapheme(text: str, width: int) -> None:
    assert all(grapheme_at(text, start).start == start for start in wrap(text, 0, len(text), width))


@given(PLAIN_WORDS, WIDTHS)
def test_text_is_broken_alike_whether_its_cells_are_counted_or_measured(text: str, width: int) -> None:
    measured = rows(f"{text}\n停", width)
    assert "".join(measured[: len(rows(f"{text}\n", width))]) == f"{text}\n"
    assert measured[: len(rows(f"{text}\n", width))] == rows(f"{text}\n", width)


@given(WORDS, WIDTHS)
def test_every_code_point_has_a_cell_and_the_cell_gives_its_grapheme_back(text: str, width: int) -> None:
    starts = wrap(text, 0, len(text), width)
    for offset in range(len(text)):
        number = row_at(starts, offset)
        start, end = starts[number], [*starts[1:], len(text)][number]
        assert start <= offset < end
        cell = cell_of(text, start, end, offset)
        assert offset_at(text, start, end, cell) == grapheme_at(text, offset).start


@given(WORDS, WIDTHS)
def test_every_cell_of_a_row_is_of_a_grapheme_that_begins_at_or_before_it(text: str, width: int) -> None:
    starts = wrap(text, 0, len(text), width)
    for start, end in pairwise([*starts, len(text)]):
        for cell in range(shown(text, start, end)[1]):
            at = offset_at(text, start, end, cell)
            first = cell_of(text, start, end, at)
            assert first <= cell < first + shown(text, at, grapheme_at(text, at).end)[1]


def test_a_cell_behind_the_row_is_its_last_grapheme() -> None:
    assert offset_at("one two", 0, 7, 40) == 6
    assert offset_at("停火", 0, 2, 40) == 1
