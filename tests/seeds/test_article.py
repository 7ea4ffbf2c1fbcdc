from datetime import UTC, datetime

import pytest

from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span

BLOCKS = tuple(Block(Span(start, start + 5), Kind.BODY, 1.0, "") for start in (2, 10, 20))
ARTICLE = Article("d1", "x" * 30, BLOCKS, Meta(), datetime(2026, 5, 3, tzinfo=UTC))


@pytest.mark.parametrize(
    ("span", "touched"),
    [
        ((0, 2), []),
        ((0, 3), [2]),
        ((7, 10), []),
        ((6, 11), [2, 10]),
        ((3, 30), [2, 10, 20]),
        ((25, 30), []),
        ((12, 12), [10]),
    ],
)
def test_a_span_touches_the_blocks_that_it_shares_a_code_point_with(span: tuple[int, int], touched: list[int]) -> None:
    assert [block.span.start for block in ARTICLE.touched(Span(*span))] == touched
