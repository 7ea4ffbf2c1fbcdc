"""A spreadsheet never takes a cell for a formula, and every cell comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.export.guard import FORMULA, guarded, unguarded

TRAPS = st.text(st.sampled_from("'=+-@\t\r\n\0＋－＝＠a1 "), max_size=8)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+49 30", "-5", "@here", "\tx", "\rx", "\nx", "\0", "＋1", "－1", "＝A1", "＠x"]
)
def test_what_begins_like_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "We agree", "“=1”", " =1", "'90s", "'", "905-940", "“We”\n=x"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell
    assert unguarded(cell) == cell


def test_an_apostrophe_that_was_there_is_not_taken_for_the_guard() -> None:
    assert guarded("'=1") == "''=1"
    assert unguarded("''=1") == "'=1"


@given(cell=st.text() | TRAPS)
def test_every_cell_comes_back(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not FORMULA.match(guarded(cell)) or guarded(cell).startswith("'")
