"""How far down a page a place is: told from lengths, and told back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.span import Span
from tui.scale import STEPS, Scale

PROSE = "It rained in Orvane, and nobody left. " * 20


def scale(paragraphs: list[str], folded: tuple[int, ...] = (), width: int = 40) -> Scale:
    text, starts, hidden = "", [], []
    for number, words in enumerate(paragraphs):
        if number in folded:
            hidden.append(Span(len(text), len(text) + len(words)))
        else:
            starts.append(len(text))
        text += words + "\n\n"
    return Scale(text, starts, len(text), hidden, width)


@given(st.lists(st.integers(1, 300), min_size=1, max_size=STEPS * 3), st.floats(0, 1, exclude_max=True))
def test_rows_lead_back_to_the_block_that_they_are_above_of(lengths: list[int], part: float) -> None:
    page = scale(["x" * length for length in lengths])
    block, within = page.block(part * page.total)
    assert 0 <= block < len(lengths)
    assert abs(page.above(block, within) - part * page.total) < 1 + page.total / 100


def test_rows_grow_from_none_to_all_over_the_blocks() -> None:
    page = scale([PROSE] * 2000)
    above = [page.above(block, 0.0) for block in range(2000)]
    assert above[0] == 0
    assert above == sorted(above)
    assert page.above(1999, 1.0) == pytest.approx(page.total, rel=1e-3)


def test_text_that_is_folded_away_takes_no_rows() -> None:
    long = PROSE * 50
    assert scale([PROSE, long, PROSE], folded=(1,)).total < 2 * scale([PROSE, PROSE]).total
    assert scale([PROSE, long, PROSE]).total > 10 * scale([PROSE, PROSE]).total


def test_lines_of_verse_take_a_row_each() -> None:
    assert scale(["Rain.\n" * 100]).total == pytest.approx(102, abs=2)


def test_a_page_without_blocks_has_no_rows() -> None:
    page = Scale("", [], 0, (), 40)
    assert page.total <= 1
    assert page.block(3.0)[0] == 0
