"""The samples are what a first run shows: their cleaning has to be right to the word."""

import re
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from seeds.article import Article, Kind
from seeds.build import build
from seeds.read import read
from seeds.samples import sample_paths

FIRST_AND_LAST = {
    "harbour-strike.txt": (
        "Harbour strike talks resume after pause",
        "“We will sit down again on Monday,”",
        "“for a round one.”",
        ["What each side wants"],
    ),
    "ceasefire-line.txt": (
        "Ceasefire line redrawn as four delegations meet in Orrin",
        "The generals had brought maps",
        "corrected the spelling.",
        ["The bridge at Hallin"],
    ),
    "ten-conditions.txt": (
        "Minister rejects ten conditions for water talks",
        "“I have read them twice,",
        "is the river.",
        ["Terms from the plain"],
    ),
    "talsperre.txt": (
        "Streit um die Talsperre: Gespräche beginnen doch am 14. Mai",
        "„Wir setzen uns wieder an einen Tisch“",
        "dass die Geräte stehen bleiben.",
        ["Was auf dem Spiel steht"],
    ),
    "island-ferry.txt": (
        "Islanders lift ferry blockade after midnight call",
        "The blockade of the Marra ferry",
        "“call me before, not after.”",
        [],
    ),
}
"""Of each sample: its title, how its body begins and ends, and the headings between."""

HEADS = {
    "harbour-strike.txt": ("The Tern Courier", "Jonas Pell", "2024-05-03", "en"),
    "ceasefire-line.txt": ("Upland Radio", "Dorrit Vane and Pavel Imre", "2024-05-01", "en"),
    "ten-conditions.txt": ("The Lowmark Gazette", "Odile Farran", "2024-04-29", "en"),
    "talsperre.txt": ("Hochtaler Bote", "Henrike Lohm", "2024-05-03", "de"),
    "island-ferry.txt": ("The Strait Observer", "Tess Garrow", "2024-05-02", "en"),
}

FURNITURE = re.compile(
    r"""\s*(\*\ |×|👍|💬|©|Skip\ to|Support\ us|Sign\ (in|up)|Share|Copy\ link|Email|Print|Save|Listen|Subscribe|Accept
    |Read\ more|Related|You\ may|More\ from|Get\ the|Enter\ your|Your\ email|Upland\ Radio\ is\ paid|Become|We\ use
    |Good\ journalism|For\ the\ price|Not\ now|Comments|Privacy|Contact|Cookie|Terms\ and|No\ advertising|Give\ what
    |The\ Tern\ Courier\ has|The\ stories\ that|One\ email|The\ Slack|Zum\ Inhalt|Menü|Artikel\ teilen|Drucken|Mehr\ zum
    |Newsletter|Jeden\ Morgen|Jetzt|Impressum|Datenschutz|Cold\ stores\ full|Explainer|Six\ years|What\ the\ gauges
    |Chronik|Kommentar|Karte|Thirty-one\ days\ on|The\ pilot\ who)""",
    re.VERBOSE,
)
"""How the site furniture of the samples begins."""

PROSE = (Kind.BODY, Kind.HEADING)


@pytest.fixture(params=sample_paths(), ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Article:
    path: Path = request.param
    return build(read(path), added=datetime(2024, 6, 1, tzinfo=UTC))


def test_there_is_one_of_each_and_the_harbour_strike_comes_first() -> None:
    assert [path.name for path in sample_paths()] == list(FIRST_AND_LAST)
    assert all(path.is_file() for path in sample_paths())


def test_its_title_is_right(sample: Article) -> None:
    assert sample.meta.title == FIRST_AND_LAST[sample.file][0]


def test_what_it_says_of_itself_is_read(sample: Article) -> None:
    meta = sample.meta
    assert (meta.publication, meta.author, meta.published_at, meta.language) == HEADS[sample.file]


def test_nothing_of_its_body_is_lost_and_nothing_else_is_body(sample: Article) -> None:
    _, first, last, headings = FIRST_AND_LAST[sample.file]
    expected = [
        line
        for line in sample.text[sample.text.index(first) : sample.text.index(last) + len(last)].splitlines()
        if line
    ]
    assert [b.span.of(sample.text) for b in sample.blocks if b.kind in PROSE] == expected
    assert [b.span.of(sample.text) for b in sample.blocks if b.kind is Kind.HEADING] == headings


def test_no_furniture_is_seen_and_all_of_it_is_kept(sample: Article) -> None:
    seen = [b.span.of(sample.text) for b in sample.blocks if b.kind is not Kind.CHROME]
    assert [words for words in seen if FURNITURE.match(words)] == []
    hidden = [b.span.of(sample.text) for b in sample.blocks if b.kind is Kind.CHROME]
    assert sum(bool(FURNITURE.match(words)) for words in hidden) >= 6


def test_its_picture_has_a_caption_or_credit_and_its_author_a_byline(sample: Article) -> None:
    kinds = [block.kind for block in sample.blocks]
    assert sum(kind in (Kind.CAPTION, Kind.CREDIT) for kind in kinds) == 1
    assert kinds.count(Kind.BYLINE) >= 1


def test_its_blocks_hold_every_word_in_order(sample: Article) -> None:
    edges = [0, *(edge for block in sample.blocks for edge in (block.span.start, block.span.end)), len(sample.text)]
    assert all(not sample.text[end:start].strip() for end, start in zip(edges[::2], edges[1::2], strict=True))
    assert all(before <= after for before, after in pairwise(edges))


def test_it_is_as_long_as_a_news_article(sample: Article) -> None:
    assert 350 <= len(sample.text.split()) <= 700


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("harbour-strike.txt", "“I would rather say it at a table,” he added, “than at a fence.”"),
        ("ceasefire-line.txt", "Amara Lindqvist-Oye"),
        ("ten-conditions.txt", "provided that the complaint was at least suspended"),
        ("talsperre.txt", "wir sollen ‚die Waffen ruhen lassen‘“"),
        ("island-ferry.txt", "🏴\u200d☠\ufe0f"),
        ("island-ferry.txt", "🤝🏽"),
        ("island-ferry.txt", "ليلى النوري"),
    ],
)
def test_each_has_what_it_is_there_for(name: str, words: str) -> None:
    path = next(path for path in sample_paths() if path.name == name)
    assert words in path.read_text("utf-8")
