"""Corrections: the reader's word outranks the cleaner's, and what fits nothing is left alone."""

from datetime import UTC, datetime

import pytest

from seeds.article import Article, Block, Kind, Meta
from seeds.correct import corrected
from seeds.span import Span

ARTICLE = Article(
    id="d1",
    text="Talks resume\n\nShare this\n\nWe agree.",
    blocks=(
        Block(Span(0, 12), Kind.TITLE, 0.9, "above the body"),
        Block(Span(14, 24), Kind.CHROME, 0.8, "a share bar"),
        Block(Span(26, 35), Kind.BODY, 0.7, "prose"),
    ),
    meta=Meta(title="Talks resume", language="en", extra={"wave": "2"}),
    added=datetime(2024, 5, 3, tzinfo=UTC),
)


@pytest.mark.parametrize("field", ["title", "publication", "author", "published_at", "url", "language"])
def test_a_field_of_the_meta_is_what_people_said(field: str) -> None:
    after = corrected(ARTICLE, {field: "said"})
    assert getattr(after.meta, field) == "said"
    others = after.meta._replace(**{field: getattr(ARTICLE.meta, field)})
    assert (others, after.blocks) == (ARTICLE.meta, ARTICLE.blocks)


def test_a_column_of_a_corpus_is_what_people_said_and_a_new_one_stands_beside_it() -> None:
    after = corrected(ARTICLE, {"meta_wave": "3", "meta_first desk": "north"})
    assert after.meta.extra == {"wave": "3", "first desk": "north"}
    assert ARTICLE.meta.extra == {"wave": "2"}


def test_a_flipped_block_is_of_its_new_kind_for_certain_and_by_the_readers_word() -> None:
    after = corrected(ARTICLE, {"kind 14-24": "body"})
    assert after.blocks[1] == Block(Span(14, 24), Kind.BODY, 1.0, "the reader's word")
    assert (after.blocks[0], after.blocks[2]) == (ARTICLE.blocks[0], ARTICLE.blocks[2])


@pytest.mark.parametrize(
    "corrections",
    [
        {},
        {"kind 14-23": "body"},
        {"kind 14-24": "verse"},
        {"kind": "body", "kind x-y": "body"},
        {"retrieved_at": "2024", "status": "done", "schema": "1"},
    ],
)
def test_what_is_unknown_or_fits_no_block_changes_nothing(corrections: dict[str, str]) -> None:
    assert corrected(ARTICLE, corrections) == ARTICLE


def recut(*spans: tuple[int, int]) -> Article:
    """An article of three lines, cut into these blocks."""
    text = "Share this\nwith your friends\nWe agree, Mara Holt said."
    return ARTICLE._replace(text=text, blocks=tuple(Block(Span(*span), Kind.BODY, 0.7, "prose") for span in spans))


LINES = (0, 10), (11, 28), (29, 54)


@pytest.mark.parametrize(
    ("spans", "flip", "kinds"),
    [
        pytest.param(LINES, "kind 0-28", "chrome chrome body", id="one block became two"),
        pytest.param([(0, 28), LINES[2]], "kind 0-10", "body body", id="two became one, and more would be folded away"),
        pytest.param([(0, 54)], "kind 11-54", "chrome", id="two became one that is little else"),
        pytest.param([(0, 54)], "kind 0-28", "body", id="two became one that is half something else"),
        pytest.param(LINES, "kind 3-28", "body body body", id="no line of this text: another text was flipped"),
        pytest.param(LINES, "kind 0-25", "body body body", id="no end of a line"),
        pytest.param(LINES, "kind 0-99", "body body body", id="longer than the text"),
    ],
)
def test_a_block_that_was_folded_away_stays_so_though_it_is_cut_otherwise(
    spans: list[tuple[int, int]], flip: str, kinds: str
) -> None:
    before = recut(*spans)
    after = corrected(before, {flip: "chrome"})
    assert " ".join(block.kind for block in after.blocks) == kinds
    assert [block.span for block in after.blocks] == [block.span for block in before.blocks]


def test_what_the_reader_unfolded_is_shown_with_all_that_is_in_its_block() -> None:
    before = recut((0, 54))
    folded = before._replace(blocks=tuple(block._replace(kind=Kind.CHROME) for block in before.blocks))
    assert corrected(folded, {"kind 11-28": "body"}).blocks[0].kind is Kind.BODY


def test_of_two_flips_the_one_that_fits_a_block_better_holds() -> None:
    flips = {"kind 0-28": "chrome", "kind 0-10": "caption"}
    for said in (flips, dict(reversed(flips.items()))):
        assert [block.kind for block in corrected(recut(*LINES), said).blocks] == ["caption", "chrome", "body"]


def test_a_flip_whose_numbers_no_text_has_is_left_alone() -> None:
    assert corrected(ARTICLE, {"kind 24-14": "body", f"kind 0-{'9' * 5000}": "body"}) == ARTICLE
