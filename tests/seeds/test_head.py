"""What an article says of itself, and what it does not."""

import pytest

from seeds.article import Block, Kind, Meta
from seeds.head import meta
from seeds.span import Span

BODY = "The port authority and the union met on 24 April 2024 for the first time."


def read(*lines: tuple[Kind, str]) -> Meta:
    """The meta of an article with these blocks, its title first and its body last."""
    blocks, text = [], ""
    for kind, words in [(Kind.TITLE, "Talks  resume"), *lines, (Kind.BODY, BODY)]:
        blocks.append(Block(Span(len(text), len(text) + len(words)), kind, 1.0, ""))
        text += words + "\n\n"
    return meta(text, blocks, "en")


def test_the_title_block_gives_the_title_on_one_line() -> None:
    assert read() == Meta(title="Talks resume", language="en")


def test_an_article_without_a_title_has_none() -> None:
    assert meta("We agree.", [Block(Span(0, 9), Kind.BODY, 1.0, "")]) == Meta()


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Mara Holt", "Mara Holt"),
        ("BY MARA HOLT", "MARA HOLT"),
        ("By Jonas Pell, Labour correspondent", "Jonas Pell"),
        ("By Dorrit Vane and Pavel Imre", "Dorrit Vane and Pavel Imre"),
        ("By Jonas Pell | 3 May 2024", "Jonas Pell"),
        ("By Jonas Pell - 3 May 2024", "Jonas Pell"),
        ("By Jonas Pell in Ternhaven", "Jonas Pell"),
        ("By J. R. O’Dowd-Keane", "J. R. O’Dowd-Keane"),
        ("By Layla al-Nuri", "Layla al-Nuri"),
        ("By ليلى النوري", "ليلى النوري"),
        ("Von Henrike Lohm, Grünach", "Henrike Lohm"),
        ("Par Élise Aubert", "Élise Aubert"),
        ("Jonas Pell", "Jonas Pell"),
        ("Jonas Pell · 3 May 2024", "Jonas Pell"),
        ("3 May 2024", ""),
        ("Published Friday, 3 May 2024", ""),
        ("Jonas Pell May 3, 2024", "Jonas Pell"),
        ("May 3, 2024 by Jonas Pell", ""),
        ("By Jonas Pell Updated on", "Jonas Pell"),
        ("About The Author", ""),
        ("2 hours ago", ""),
        ("By", ""),
        ("by the numbers", ""),
    ],
)
def test_a_byline_names_the_author(byline: str, author: str) -> None:
    assert read((Kind.BYLINE, byline)).author == author


@pytest.mark.parametrize(
    ("kind", "line", "day"),
    [
        (Kind.BYLINE, "3 May 2024", "2024-05-03"),
        (Kind.BYLINE, "By Jonas Pell | Friday, 3 May 2024, 18:20", "2024-05-03"),
        (Kind.CHROME, "3. Mai 2024", "2024-05-03"),
        (Kind.CHROME, "Published 3 May 2024, updated 5 May 2024", "2024-05-03"),
        (Kind.CHROME, "Updated 5 May 2024. Published 3 May 2024", "2024-05-03"),
        (Kind.BYLINE, "3 May 2024 - 5 May 2024", ""),
        (Kind.CHROME, "Last updated on 5 May 2024", ""),
        (Kind.CAPTION, "The port on 3 May 2024", ""),
        (Kind.STANDFIRST, "The talks of 3 May 2024", ""),
        (
            Kind.CHROME,
            "Since July 1, 2024, we have disabled all ads to improve your reading experience, and it costs us",
            "",
        ),
        (Kind.BYLINE, "last Friday", ""),
    ],
)
def test_a_line_that_is_there_for_the_date_gives_the_day(kind: Kind, line: str, day: str) -> None:
    assert read((kind, line)).published_at == day


def test_the_date_in_a_page_header_is_the_day_of_the_visit() -> None:
    text = "Monday, 6 May 2024\n\nTalks resume\n\nThey met."
    kinds = [(0, 18, Kind.CHROME), (20, 32, Kind.TITLE), (34, 43, Kind.BODY)]
    assert meta(text, [Block(Span(s, e), kind, 1.0, "") for s, e, kind in kinds]).published_at == ""


def test_a_day_of_publication_is_found_below_the_article_too() -> None:
    text = "Talks resume\n\nThey met.\n\nFirst published: 3 May 2024"
    kinds = [(0, 12, Kind.TITLE), (14, 23, Kind.BODY), (25, 52, Kind.CHROME)]
    assert meta(text, [Block(Span(s, e), kind, 1.0, "") for s, e, kind in kinds]).published_at == "2024-05-03"


@pytest.mark.parametrize(
    ("line", "publication"),
    [
        ("© 2024 The Tern Courier. All rights reserved.", "The Tern Courier"),
        ("Copyright © 2019–2024 Upland Radio", "Upland Radio"),
        ("(c) 2024, Bank of the Isles Gazette", "Bank of the Isles Gazette"),
        ("This article was first published in The Tern Courier on 3 May 2024", "The Tern Courier"),
        ("© 2024 Upland Radio All Rights Reserved", "Upland Radio"),
        ("© 2024 Tern Courier Ltd", "Tern Courier"),
        ("Published in Politics", ""),
        ("© Agency", ""),
        ("A message from The Tern Courier", ""),
        ("Published 3 May 2024", ""),
        ("Published by the union", ""),
    ],
)
def test_a_publication_is_named_only_where_a_line_says_so(line: str, publication: str) -> None:
    assert read((Kind.CHROME, line)).publication == publication


def test_what_the_body_says_is_not_said_of_the_article() -> None:
    found = read((Kind.BODY, "By Monday, the list published in The Tern Courier on 3 May 2024 was gone."))
    assert (found.publication, found.author, found.published_at) == ("", "", "")
