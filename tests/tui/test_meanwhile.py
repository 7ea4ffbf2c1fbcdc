"""What another program did to an article, in words."""

import pytest

from annotations.annotation import Annotation
from annotations.edit import Layer
from tests.annotations.shelf import quote
from tui.meanwhile import Meanwhile, meanwhile


def layer(*annotations: Annotation, own: str = "", corrections: tuple[str, ...] = ()) -> Layer:
    status = {"status": own} if own else {}
    return Layer({one.id: one for one in annotations}, status, dict.fromkeys(corrections, "x"))


ONE, TWO, THREE = quote(1), quote(2), quote(3)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (layer(ONE), layer(ONE, TWO, THREE), "2 annotations were added"),
        (layer(ONE, TWO), layer(ONE._replace(note="x"), TWO), "1 annotation was changed"),
        (layer(ONE, TWO, THREE), layer(), "3 annotations were deleted"),
        (
            layer(ONE, TWO),
            layer(ONE._replace(note="x"), THREE, own="done"),
            "1 annotation was added, 1 was changed, 1 was deleted and the status was changed",
        ),
        (layer(), layer(own="done"), "the status was changed"),
        (layer(), layer(corrections=("published_at",)), "the date was changed"),
        (
            layer(),
            layer(corrections=("kind 0-4", "kind 6-9", "title")),
            "a block was changed and the title was changed",
        ),
    ],
)
def test_what_another_postil_did_is_counted_and_named(before: Layer, after: Layer, said: str) -> None:
    assert meanwhile(before, after) == f"{said} by another postil"


def test_the_store_s_own_words_go_before_and_all_is_told_once() -> None:
    news = Meanwhile()
    news.note(layer(ONE), layer(ONE, TWO), ("your annotations were changed by another program",))
    news.note(layer(ONE, TWO), layer(ONE), ())
    news.note(layer(ONE, TWO), layer(ONE), ())
    same = layer(ONE)
    news.note(same, same, ())
    assert news.told() == "your annotations were changed by another program; 1 annotation was deleted by another postil"
    assert news.told() == ""
