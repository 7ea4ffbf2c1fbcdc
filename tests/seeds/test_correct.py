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
