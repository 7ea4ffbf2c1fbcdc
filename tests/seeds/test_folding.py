"""What another cleaning folds away or shows is told by the words, though the blocks are cut otherwise."""

from datetime import UTC, datetime

import pytest

from seeds.article import Article, Block, Kind, Meta
from seeds.folding import foldings
from seeds.span import Span

TEXT = "Share this\nwith your friends\nWe agree, Mara Holt said."


def cut(*blocks: tuple[int, int, str]) -> Article:
    found = tuple(Block(Span(start, end), Kind(kind), 0.9, "as it stands") for start, end, kind in blocks)
    return Article("d00000000000", TEXT, found, Meta(), datetime(2026, 5, 3, tzinfo=UTC))


BEFORE = cut((0, 28, "chrome"), (29, 54, "body"))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param(BEFORE, [], id="the same"),
        pytest.param(cut((0, 10, "chrome"), (11, 28, "chrome"), (29, 54, "heading")), [], id="two for one"),
        pytest.param(cut((0, 10, "chrome"), (11, 28, "byline"), (29, 54, "body")), [(11, False)], id="a part is shown"),
        pytest.param(cut((0, 54, "body")), [(0, False)], id="one that is shown, mostly folded before"),
        pytest.param(cut((0, 28, "chrome"), (29, 54, "chrome")), [(29, True)], id="one more is folded away"),
    ],
)
def test_a_block_is_told_that_is_folded_otherwise_than_most_of_its_words_were(
    after: Article, told: list[tuple[int, bool]]
) -> None:
    assert [(one.block.span.start, one.folds) for one in foldings(BEFORE, after)] == told
