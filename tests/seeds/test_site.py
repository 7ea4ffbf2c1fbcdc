"""What stands on several pages of a site is folded away, and nothing that may be the article's own."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from seeds.article import Article, Block, Kind, Meta
from seeds.site import PAGES, Seen, judged, key, keys, site
from seeds.span import Span

OWN = (
    "Crews of the island ferries met the port authority on Friday for the first time since the strike began.",
    "“We will sit down on Monday,” Mara Holt, the union's secretary, told reporters at the harbour.",
)
SURE = {Kind.TITLE: 0.9, Kind.CHROME: 0.99}


def page(*lines: str, score: float = 0.6) -> Article:
    """An article of these lines. One may begin with "kind: "; it is body otherwise. What is in OWN is sure."""
    blocks, text = [], ""
    for line in lines:
        kind, _, words = line.rpartition(": ") if line.split(": ")[0] in {*Kind} else ("body", "", line)
        sure = 0.97 if words in OWN else SURE.get(Kind(kind), score)
        blocks.append(Block(Span(len(text), len(text) + len(words)), Kind(kind), sure, "as it stands"))
        text += words + "\n"
    return Article(
        "d00000000000", text, tuple(blocks), Meta(title="Ferry talks begin"), datetime(2026, 5, 3, tzinfo=UTC)
    )


def seen(*lines: str, pages: int = PAGES - 1) -> Seen:
    """A site on which these lines stand on so many other pages."""
    return Seen("tern.example", {one: pages for line in lines if (one := key(line)) is not None})


def folded(article: Article, known: Seen) -> list[str]:
    """The lines that are folded away and were not."""
    after = judged(article, keys(article), known)
    assert [block.span for block in after.blocks] == [block.span for block in article.blocks]
    pairs = zip(article.blocks, after.blocks, strict=True)
    return [now.span.of(article.text) for before, now in pairs if before.kind is not now.kind is Kind.CHROME]


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        pytest.param("Share this story", ["Share this story", *OWN], id="above"),
        pytest.param(
            "Listen to the Tern hour",
            ["Listen to the Tern hour", "heading: Why it matters", *OWN],
            id="above a heading",
        ),
        pytest.param("Most read on the islands", [*OWN, "Most read on the islands"], id="behind"),
        pytest.param("heading: Most read", [*OWN, "heading: Most read"], id="a heading of nothing"),
        pytest.param("Ferry fares will rise in June", [*OWN, "Ferry fares will rise in June"], id="a teaser"),
        pytest.param("World", [*OWN, "chrome: Menu", "World"], id="a word beyond other furniture"),
        pytest.param("Thank you.", [*OWN, "chrome: Menu", "Thank you."], id="a short sentence beyond it"),
        pytest.param(
            "Sign up to our morning newsletter and get the island news every day.",
            [*OWN, "Sign up to our morning newsletter and get the island news every day."],
            id="a sentence with words of furniture",
        ),
        pytest.param("12 comments", [*OWN, "7 Comments"], id="another number, other case"),
    ],
)
def test_what_stands_on_several_pages_is_folded_away(line: str, lines: list[str]) -> None:
    *_, words = line.rpartition(": ")
    assert len(folded(page(*lines), seen(words))) == 1
    assert folded(page(*lines), seen(words, pages=PAGES - 2)) == []


def test_the_reason_tells_on_how_many_pages() -> None:
    article = page(*OWN, "Most read on the islands")
    after = judged(article, keys(article), seen("Most read on the islands", pages=3))
    assert after.blocks[-1].reason == "the same line stands on 4 pages of tern.example"


WHAT = "What happened"
BACKGROUND = "The strike began in March, when two sailings a day were cut without a word to the crews."


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        pytest.param("No comment.", [OWN[0], "No comment.", OWN[1]], id="a refrain between paragraphs"),
        pytest.param("“No comment.”", [*OWN, "chrome: Menu", "“No comment.”"], id="a refrain in quotation marks"),
        pytest.param("No comment.", [*OWN, "No comment."], id="a refrain at the end"),
        pytest.param(WHAT, [f"heading: {WHAT}", *OWN], id="a heading of every report at the top"),
        pytest.param(WHAT, [WHAT, *OWN], id="one that is taken for body"),
        pytest.param(WHAT, [WHAT, "Share this", *OWN], id="one with furniture under it"),
        pytest.param(WHAT, [OWN[0], f"heading: {WHAT}", OWN[1]], id="a heading inside"),
        pytest.param("Advertisement", [OWN[0], "Advertisement", OWN[1]], id="whatever stands inside"),
        pytest.param("SKARRA, May 3 (Tern) --", ["SKARRA, May 3 (Tern) --", *OWN], id="a dateline"),
        pytest.param(
            "SKARRA, May 3 (Tern) --",
            ["SKARRA, May 3 (Tern) --", f"heading: {WHAT}", *OWN],
            id="a dateline above a heading",
        ),
        pytest.param(BACKGROUND, [*OWN, BACKGROUND], id="background told again"),
        pytest.param(BACKGROUND, [BACKGROUND, *OWN], id="background told first"),
        pytest.param(BACKGROUND, [*OWN, "chrome: Menu", BACKGROUND], id="background behind an advertisement"),
        pytest.param("Mara Holt", [*OWN, "Mara Holt"], id="a name under the text"),
        pytest.param("Ferry talks begin", ["Ferry talks begin", f"heading: {WHAT}", *OWN], id="the title's words"),
        pytest.param("Ferry talks begin", ["title: Ferry talks begin", *OWN], id="the title"),
        pytest.param(
            "News from the islands", ["standfirst: News from the islands", f"heading: {WHAT}", *OWN], id="a standfirst"
        ),
        pytest.param("By Mara Holt", ["byline: By Mara Holt", f"heading: {WHAT}", *OWN], id="a byline"),
        pytest.param("Photo by Ilse Brandt", [*OWN, "credit: Photo by Ilse Brandt"], id="a credit"),
        pytest.param("Most read", ["Most read"], id="all that is left"),
    ],
)
def test_what_may_be_the_articles_own_stays(line: str, lines: list[str]) -> None:
    assert folded(page(*lines), seen(line, *(["Share this"] if "Share this" in lines else []), pages=50)) in (
        [],
        ["Share this"],
    )


def test_what_the_cleaner_is_sure_of_stays() -> None:
    line = "Most read on the islands"
    assert folded(page(*OWN, line, score=0.95), seen(line, pages=50)) == []


def test_what_a_reader_folded_away_is_folded_wherever_it_stands() -> None:
    known = Seen("tern.example", {}, {key("Advertisement") or 0})
    article = page(OWN[0], "Advertisement", OWN[1], score=0.97)
    after = judged(article, keys(article), known)
    assert after.blocks[1].kind is Kind.CHROME
    assert after.blocks[1].reason == "a reader folded this line away on tern.example"


@pytest.mark.parametrize("lines", [["title: Advertisement", *OWN], ["Advertisement"]], ids=["title", "all there is"])
def test_even_a_reader_folds_no_title_and_not_all_there_is_on_another_page(lines: list[str]) -> None:
    assert folded(page(*lines), Seen("tern.example", {}, {key("Advertisement") or 0})) == []


def test_what_a_reader_made_body_is_never_folded_by_memory() -> None:
    one = key("Most read on the islands") or 0
    article = page(*OWN, "Most read on the islands")
    assert folded(article, Seen("tern.example", {one: 9}, {one}, {one})) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Share this!", "SHARE  this", True),
        ("5 comments", "1,024 comments", False),
        ("5 comments", "24 comments", True),
        ("Straße", "STRASSE", True),
        ("Share this", "Share that", False),
        ("分享", "分享 ", True),
    ],
)
def test_lines_are_the_same_but_for_case_signs_and_numbers(one: str, other: str, same: bool) -> None:
    assert (key(one) == key(other)) is same


@pytest.mark.parametrize("words", ["", "***", "12", "3 – 4", "word " * 500])
def test_what_holds_no_word_or_is_too_long_is_no_line(words: str) -> None:
    assert key(words) is None


@pytest.mark.parametrize(
    ("meta", "name"),
    [
        (Meta(url="https://www.Tern.example/2024/05/talks"), "tern.example"),
        (Meta(url="https://tern.example:8080/", publication="The Tern"), "tern.example"),
        (Meta(url="talks.html", publication="The Tern"), "The Tern"),
        (Meta(url="http://[::1/", publication="The\x1b[31m Tern"), "The␛[31m Tern"),
        (Meta(), ""),
    ],
)
def test_a_site_is_a_host_or_else_a_publication(meta: Meta, name: str) -> None:
    assert site(meta) == name


def test_an_article_of_no_memory_is_as_it_was() -> None:
    empty: Mapping[int, int] = {}
    article = page(*OWN, "Most read on the islands")
    assert judged(article, keys(article), Seen("tern.example", empty)) is article
