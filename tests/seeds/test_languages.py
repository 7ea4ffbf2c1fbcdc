"""What holds in each language: one invented article with its furniture, as scraped text and as a page.

Beside <tag>.txt and <tag>.html stands <tag>.article: title, author, day of publication and paper, one a line; the
sentences, one a line, with an empty line between paragraphs; behind a line of dashes the quotations.
"""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from seeds import clean
from seeds.article import Article, Kind
from seeds.build import build
from seeds.read import Raw
from seeds.segment.quotations import quotations
from seeds.segment.sentences import sentences
from seeds.span import Span

FOLDER = Path(__file__).with_name("languages")
LANGUAGES = ("en", "de", "fr", "es", "ru", "ar", "zh", "tr")
BESIDE = frozenset({Kind.TITLE, Kind.BYLINE})

every_language = pytest.mark.parametrize("language", LANGUAGES)


class Expected(NamedTuple):
    """What a reader of the article would say of it; `paragraphs` as lists of sentences."""

    title: str
    author: str
    day: str
    paper: str
    paragraphs: list[list[str]]
    quotations: list[str]


@cache
def expected(language: str) -> Expected:
    article, _, marked = (FOLDER / f"{language}.article").read_text("utf-8").partition("\n---\n")
    (title, author, day, paper), *paragraphs = (part.split("\n") for part in article.strip().split("\n\n"))
    return Expected(title, author, day, paper, paragraphs, marked.strip("\n").split("\n"))


@cache
def read(name: str) -> Article:
    return made((FOLDER / name).read_bytes(), name)


def made(data: bytes, name: str = "a.txt") -> Article:
    return build(Raw(data, name, name), added=datetime(2025, 1, 1, tzinfo=UTC))


def shown(article: Article) -> list[str]:
    return clean.cleaned(article.text, article.blocks).split("\n\n")


def joined(language: str) -> list[str]:
    """The paragraphs of the article of a language."""
    return [("" if language == "zh" else " ").join(paragraph) for paragraph in expected(language).paragraphs]


@every_language
@pytest.mark.parametrize("form", ["txt", "html"])
def test_the_article_is_shown_and_the_furniture_folded(language: str, form: str) -> None:
    assert shown(read(f"{language}.{form}")) == joined(language)


@every_language
def test_an_article_is_found_where_no_empty_line_parts_anything(language: str) -> None:
    lines = (FOLDER / f"{language}.txt").read_text("utf-8").split("\n")
    found = made("\n".join(filter(None, lines)).encode())
    assert "".join(shown(found)).replace("\n", "") == "".join(joined(language))
    assert found.meta.title == expected(language).title


@every_language
@pytest.mark.parametrize("form", ["txt", "html"])
def test_title_author_day_paper_and_language_are_found(language: str, form: str) -> None:
    meta, told = read(f"{language}.{form}").meta, expected(language)
    assert (meta.title, meta.author, meta.published_at) == (told.title, told.author, told.day)
    assert (meta.publication, meta.language) == (told.paper, language)


@every_language
def test_title_byline_and_date_are_shown_as_such(language: str) -> None:
    article = read(f"{language}.txt")
    beside = [(block.kind, block.span.of(article.text)) for block in article.blocks if block.kind in BESIDE]
    assert [kind for kind, _ in beside] == [Kind.TITLE, Kind.BYLINE, Kind.BYLINE]
    assert expected(language).author in beside[1][1]
    assert "2024" in beside[2][1]


@every_language
def test_sentences_end_where_they_end_in_that_language(language: str) -> None:
    for paragraph, words in zip(expected(language).paragraphs, joined(language), strict=True):
        found = sentences(words, Span(0, len(words)), language)
        assert [sentence.of(words) for sentence in found] == paragraph


@every_language
def test_quotations_stand_between_the_marks_of_that_language(language: str) -> None:
    found = [
        quotation.of(words)
        for words in joined(language)
        for quotation in _outer(quotations(words, Span(0, len(words))))
    ]
    assert found == expected(language).quotations


def _outer(found: tuple[Span, ...]) -> list[Span]:
    kept: list[Span] = []
    for span in found:
        if not (kept and span in kept[-1]):
            kept.append(span)
    return kept
