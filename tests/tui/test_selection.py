import pytest

from seeds.span import Span
from tests.tui.marks import drawn, parsed
from tui.selection import Selection


def test_a_selection_is_the_same_stretch_whichever_end_moves() -> None:
    forward = Selection.of(Span(4, 9))
    assert forward.span == forward.swapped().span == Span(4, 9)
    assert forward.forward
    assert not forward.swapped().forward
    assert forward.swapped() == Selection.of(Span(4, 9), forward=False)


@pytest.mark.parametrize("marked", ["the [quick|] fox", "the [|quick] fox", "[|a]", "[|]"])
def test_what_is_drawn_is_what_was_parsed(marked: str) -> None:
    assert drawn(*parsed(marked)) == marked


def test_a_text_without_a_mark_draws_no_selection() -> None:
    with pytest.raises(ValueError, match=r"no \| inside"):
        parsed("the [quick] fox")
