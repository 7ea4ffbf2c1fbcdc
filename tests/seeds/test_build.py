"""From a document to an article, or to a sentence that says why not and what to do."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from seeds.article import Article, Kind
from seeds.build import ADVICE, article_id, build
from seeds.errors import Refused
from seeds.read import Raw, read

NOON = datetime(2024, 5, 3, 12, tzinfo=UTC)
FOUND = Path(__file__).parents[2] / "../shared/seeds"


def built(text: str | bytes, name: str = "talks.txt") -> Article:
    return build(Raw(text if isinstance(text, bytes) else text.encode(), name, name), added=NOON)


def test_an_article_keeps_its_text_where_it_came_from_and_when() -> None:
    article = built("Talks resume\r\n\r\n“We agree,” she said.\r\n")
    assert article.text == "Talks resume\n\n“We agree,” she said.\n"
    assert (article.file, article.origin, article.added) == ("talks.txt", "talks.txt", NOON)
    assert (article.meta.retrieved_at, article.meta.url) == ("", "")


def test_a_text_from_standard_input_has_no_file_and_still_a_title() -> None:
    article = build(Raw(b"We agree to meet on Monday.", "-", ""), added=NOON)
    assert (article.file, article.origin) == ("", "-")
    assert article.title == "We agree to meet on Monday."


def test_the_id_is_of_the_text_alone() -> None:
    text = "“We agree.”\n"
    assert built(text).id == article_id(text) == "d" + sha256(text.encode()).hexdigest()[:11]
    assert built(text.encode("utf-16"), "other.txt").id == article_id(text)
    assert article_id(text, 20) == "d" + sha256(text.encode()).hexdigest()[:20]


def test_what_was_guessed_is_noted() -> None:
    assert built("“We agree.”".encode("cp1252")).notices == ("decoded as windows-1252 by a guess",)


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"<rss version='2.0'><channel>", "a.xml", "is a feed, which holds several articles; add it"),
        (b"id,text\n1,We agree\n", "a.csv", "is a table, which holds several articles; add it"),
        (b'{"a": 1}\n{"a": 2}\n', "a.jsonl", "is JSON Lines, which hold several articles; add it"),
        (b"%PDF-1.7", "a.pdf", "is a PDF, and postil reads text; take its text out with pdftotext"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "is a picture"),
        (bytes(100), "a.txt", "is a binary file"),
    ],
)
def test_a_document_in_another_format_is_refused_with_the_next_step(data: bytes, name: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence) as refused:
        built(data, name)
    assert refused.value.place == name


def test_every_refusal_says_what_to_do_instead() -> None:
    assert all(why and remedy for why, remedy in ADVICE.values())


@pytest.mark.parametrize("text", [" \n\t\n ", "\u00a0\u3000", "\ufeff\u200b\u200e", "\x1b\x07 \n", "。", "* * *", "👍"])
def test_a_document_without_a_word_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="there is no word in it; an article needs words"):
        built(text)


@pytest.mark.parametrize("text", ["x", "部", "Gate 4", "\x1b[31mWe agree\x1b[0m", "\u202eWe agree"])
def test_the_shortest_text_is_an_article_that_can_be_read(text: str) -> None:
    article = built(text)
    assert article.text == text
    assert any(block.kind is not Kind.CHROME for block in article.blocks)


def test_a_line_of_two_megabytes_is_an_article() -> None:
    article = built("We agree to meet. " * 120_000)
    assert len(article.text) > 2_000_000
    assert article.meta.language in ("", "en")


@pytest.mark.skipif(not FOUND.is_dir(), reason="the real articles are not beside this project")
def test_real_articles_come_in_with_title_and_language() -> None:
    articles = [build(read(path), added=NOON) for path in sorted(FOUND.iterdir())]
    assert [article.title for article in articles] == [
        "Russia, U.S. and UN to Hold Talks on Syria on Monday",
        "Russia agrees to new round of Syria talks in New York",
    ]
    assert {article.meta.language for article in articles} == {"en"}
    assert {article.meta.published_at for article in articles} == {""}
