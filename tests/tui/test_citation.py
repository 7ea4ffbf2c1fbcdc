"""A citation: the words, and as much of their source as is known."""

from datetime import UTC, datetime

import pytest

from annotations.annotation import Annotation
from annotations.entity import Entity
from seeds.article import Article, Meta
from seeds.span import Span
from tui.citation import citation, plain_date

NOW = datetime(2026, 11, 23, tzinfo=UTC)
WHOLE = Meta(
    title="Harbour strike talks resume after pause",
    publication="The Tern Courier",
    published_at="2024-05-03",
    url="https://tern.example/strike",
)


def article(meta: Meta) -> Article:
    return Article("d0", "“We will sit down.”", (), meta, NOW)


def quote(speaker: Entity | None) -> Annotation:
    attributes = {"speaker": speaker} if speaker else {}
    return Annotation(1, "quote", (Span(0, 19),), ("“We will sit down.”",), "", "", NOW, NOW, attributes)


def test_a_quotation_is_cited_with_its_speaker_and_all_that_is_known() -> None:
    assert citation(article(WHOLE), quote(Entity("Mara Holt")), "“We will sit down.”") == (
        "“We will sit down.” — Mara Holt, Harbour strike talks resume after pause, The Tern Courier, 3 May 2024, "
        "https://tern.example/strike"
    )


def test_what_is_not_known_is_left_out() -> None:
    meta = Meta(title="Talks", published_at="2024-05")
    assert citation(article(meta), quote(None), "sit down") == "“sit down” — Talks, May 2024"


def test_words_without_any_source_stand_alone() -> None:
    assert citation(article(Meta()), None, "sit down") == "“sit down”"


@pytest.mark.parametrize(
    ("words", "cited"),
    [
        ("„Wir kommen“", "„Wir kommen“"),
        ("«Nous venons»", "«Nous venons»"),
        ("“We agree,” he said, “to meet”", "““We agree,” he said, “to meet””"),
        ("before\n any\u00a0talks", "“before any talks”"),
        ("red \x1b[31mherring\u202e", "“red ␛[31mherring”"),
        ("“", "““”"),
    ],
)
def test_words_get_marks_unless_one_pair_stands_around_them(words: str, cited: str) -> None:
    assert citation(article(Meta()), None, words) == cited


@pytest.mark.parametrize(
    ("iso", "people"),
    [
        ("2024-05-03", "3 May 2024"),
        ("2024-05-03T10:20:00Z", "3 May 2024"),
        ("2024-12", "December 2024"),
        ("2024", "2024"),
        ("", ""),
        ("2024-13-01", "2024-13-01"),
        ("last spring", "last spring"),
    ],
)
def test_dates_are_written_as_exactly_as_they_are_known(iso: str, people: str) -> None:
    assert plain_date(iso) == people
