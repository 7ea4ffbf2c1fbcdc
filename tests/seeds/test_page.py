"""A web page becomes an article that reads well, and nothing that stood on it is lost."""

import re

import pytest

from seeds.article import Block, Kind
from seeds.build import build
from seeds.clean import cleaned
from seeds.errors import Refused
from seeds.read import Raw
from tests.seeds.webpage import NOON, PAGE, PARAGRAPHS, block_of, paged, words


def test_the_article_of_a_page_is_shown_whole_and_in_order() -> None:
    shown = cleaned(*_parts())
    places = [shown.index(paragraph) for paragraph in PARAGRAPHS]
    assert places == sorted(places)
    assert "• the lockout notices withdrawn\n• the canteen opened\n• no dismissals until June" in shown


@pytest.mark.parametrize(
    "furniture",
    ["Ports", "Sign up for our newsletter", "Subscribe", "Read more", "Gulls close a school", "All rights reserved"],
)
def test_what_the_site_put_around_it_is_folded_and_still_there(furniture: str) -> None:
    text, blocks = _parts()
    assert furniture not in cleaned(text, blocks)
    assert furniture in text
    assert {block.kind for block in blocks if furniture in block.span.of(text)} == {Kind.CHROME}


def test_what_no_browser_draws_is_no_text() -> None:
    text, _ = _parts()
    assert "not for readers" not in text
    assert "color" not in text
    assert "NewsArticle" not in text


def test_the_markup_tells_the_kinds_of_blocks() -> None:
    article = paged()
    kinds = {
        "Harbour talks to resume": Kind.TITLE,
        "By Jonas Pell": Kind.BYLINE,
        "Pickets on the northern quay.": Kind.CAPTION,
        "A judge in the chair": Kind.HEADING,
        "Negotiators for the dockers": Kind.BODY,
        "the lockout notices": Kind.BODY,
    }
    assert {beginning: block_of(article, beginning).kind for beginning in kinds} == kinds
    assert block_of(article, PARAGRAPHS[3][:20]).reason == "the page sets it as a quotation"
    assert block_of(article, "the lockout notices").reason == "the page sets it as a list"
    assert block_of(article, "Ferry fares to rise").reason == "it is made of links"


def test_only_white_space_stands_between_the_blocks() -> None:
    text, blocks = _parts()
    ends = [0, *(block.span.end for block in blocks)]
    between = [text[end : block.span.start] for end, block in zip(ends, blocks, strict=False)]
    assert not "".join(between).strip()
    assert "".join(block.span.of(text) for block in blocks) == re.sub(r"\n\n", "", text)


def test_a_name_in_the_head_outranks_the_line_of_copyright() -> None:
    owner = PAGE.replace("© 2024 The Tern Courier. All", "© 2024 Upland Media Holdings. All")
    assert paged(owner).meta.publication == "The Tern Courier"


def test_several_authors_are_told_apart() -> None:
    both = PAGE.replace(
        '"author": {"@type": "Person", "name": "Jonas Pell"}',
        '"author": [{"@type": "Person", "name": "Jonas Pell"}, {"@type": "Person", "name": "Ilse Carrow"}]',
    )
    assert paged(both).meta.author == "Jonas Pell; Ilse Carrow"


def test_what_the_head_of_the_page_tells_is_known_of_the_article() -> None:
    meta = paged().meta
    assert meta.title == "Harbour talks to resume after four weeks"
    assert meta.author == "Jonas Pell"
    assert meta.publication == "The Tern Courier"
    assert meta.published_at == "2024-05-03"
    assert meta.url == "https://tern.example/ports/harbour-talks"
    assert meta.language == "en"
    assert meta.extra == {"modified_at": "2024-05-03T17:05:00Z"}


def test_a_page_whose_head_says_nothing_is_read_by_its_lines() -> None:
    bare = re.sub(r"<head>.*</head>", "<head></head>", PAGE, flags=re.DOTALL)
    meta = paged(bare).meta
    assert (meta.title, meta.author, meta.published_at) == (
        "Harbour talks to resume after four weeks", "Jonas Pell", "2024-05-03",
    )  # fmt: skip


def test_the_bytes_of_the_page_come_along() -> None:
    assert paged().page == PAGE.encode()


def test_a_paragraph_is_not_torn_at_its_links_and_accents_of_type() -> None:
    whole = "The <a href='/t'>Tern</a> talks: <b>no</b> date, <i>no</i> chair<sup>1</sup>, said&nbsp;Holt."
    article = paged(PAGE.replace(PARAGRAPHS[2], whole))
    assert "The Tern talks: no date, no chair1, said\u00a0Holt." in words(article, Kind.BODY)


def test_lines_that_the_page_breaks_by_hand_stay_one_block_and_long_ones_are_paragraphs() -> None:
    verse = "Quay and gull,<br>tide and rope,<br>nobody hopes"
    article = paged(PAGE.replace(f"<p>{PARAGRAPHS[4]}</p>", f"<p>{verse}</p><p>{PARAGRAPHS[0]}<br>{PARAGRAPHS[4]}</p>"))
    blocks = [block.span.of(article.text) for block in article.blocks]
    assert "Quay and gull,\ntide and rope,\nnobody hopes" in blocks
    assert PARAGRAPHS[4] in blocks


def test_the_cells_of_a_row_stay_on_one_line() -> None:
    table = "<table><tr><th>Ship<th>Days</tr><tr><td>Aurelia<td>11</tr></table>"
    article = paged(PAGE.replace(f"<p>{PARAGRAPHS[4]}</p>", table))
    assert "Ship | Days\n\nAurelia | 11" in article.text


@pytest.mark.parametrize(
    ("charset", "encoding", "declared"),
    [
        ("utf-8", "utf-8", ""),
        ("windows-1252", "windows-1252", ""),
        ("iso-8859-1", "windows-1252", ""),
        ("utf-8", "windows-1252", "windows-1252"),
        ("windows-1252", "utf-8", ""),
        ("x-nonsense", "windows-1252", ""),
    ],
)
def test_the_charset_is_that_of_the_bytes_then_the_servers_then_the_pages(
    charset: str, encoding: str, declared: str
) -> None:
    page = PAGE.replace('charset="utf-8"', f'charset="{charset}"')
    assert PARAGRAPHS[1] in paged(page.encode(encoding), declared).text


def test_letters_that_were_encoded_twice_are_repaired_and_that_is_said() -> None:
    article = paged(PAGE.encode().decode("latin-1"))
    assert "“We will sit down" in article.text
    assert any("encoded twice" in notice for notice in article.notices)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><script>document.write('talks')</script><noscript></noscript></body></html>",
        "<html>",
        "<html><body><img src='talks.png'> &nbsp; &#8203; </body></html>",
    ],
)
def test_a_page_without_a_word_is_refused_with_the_next_step(page: str) -> None:
    with pytest.raises(Refused, match="there is no word on this page; open it in a browser, and save the text"):
        paged(page)


def test_a_page_of_frames_is_refused_with_the_next_step() -> None:
    frames = "<frameset><frame src='a.html'><frame src='b.html'><noframes>No frames here.</noframes></frameset>"
    with pytest.raises(Refused, match="is made of frames, and its text is in other pages; add the pages of its frames"):
        paged(f"<html>{frames}</html>")


def test_a_page_that_shows_a_cookie_wall_alone_is_refused_with_the_next_step() -> None:
    wall = (
        "<div class='consent'><h2>We value your privacy</h2><p>We and our 842 partners store cookies on your device. "
        "With your consent we measure what you read.</p><button>Accept all</button></div>"
    )
    with pytest.raises(Refused, match="shows nothing but a question about cookies; answer it in a browser"):
        paged(f"<html><head><title>The Tern Courier</title></head><body>{wall}</body></html>")


def test_a_page_under_the_name_of_a_feed_is_refused() -> None:
    with pytest.raises(Refused, match=r"feed\.rss: is a web page, and no feed as its name says"):
        build(Raw(b"<html><body><h1>Feed not found</h1></body></html>", "feed.rss", "feed.rss"), added=NOON)


def test_nesting_ten_thousand_deep_is_read() -> None:
    deep = 10_000
    article = paged(f"<html><body>{'<div>' * deep}<p>{PARAGRAPHS[0]}</p>{'</div>' * deep}<p>{PARAGRAPHS[2]}</p>")
    shown = cleaned(article.text, article.blocks)
    assert PARAGRAPHS[0] in shown
    assert PARAGRAPHS[2] in shown
    assert article.notices == ("its markup is too much for a tree: read by its text alone",)


def test_fifty_megabytes_of_page_are_refused_before_they_are_read() -> None:
    with pytest.raises(Refused, match=r"a\.html: is larger than 20 MB, which no page is; open it in a browser"):
        paged(b"<html><p>" + b"talks " * (50 << 20 >> 3) * 2)


def test_a_cookie_wall_does_not_hide_the_article() -> None:
    wall = (
        "<div class='consent-overlay'><h2>We value your privacy</h2><p>We and our 842 partners store and access "
        "information on a device, such as cookies, and process personal data. You may accept or reject this.</p>"
        "<button>Accept all</button><button>Reject all</button></div>"
    )
    article = paged(PAGE.replace("<body>", f"<body>{wall}"))
    shown = cleaned(article.text, article.blocks)
    assert all(paragraph in shown for paragraph in PARAGRAPHS)
    assert "842 partners" not in shown
    assert "842 partners" in article.text


def test_control_characters_and_line_ends_written_as_entities_are_no_traps() -> None:
    article = paged(PAGE.replace(PARAGRAPHS[2], "Talks&#13;&#10;resume&#27;[31m on&#0; Monday&#xFFFE;, said Holt."))
    assert "\r" not in article.text
    assert "\ufffe" not in article.text
    assert "\x00" not in article.text


def _parts() -> tuple[str, tuple[Block, ...]]:
    article = paged()
    return article.text, article.blocks


@pytest.mark.parametrize(
    "page",
    [
        "<div>foo words<br>|</div><div>|<br>bar words</div>",
        "<div>" * 300 + "<p>talks</p>" * 50,
        "<a " * 20_000,
        f"<p {'x ' * 20_000}>talks</p>",
        "<i> </i>" * 20_000,
        "<h1>talks</h1>" * 3_000 + "<title>" + "a | " * 80 + "</title>",
        "<embed src=x><p>talks</p><source><p>more</p>",
    ],
    ids=["bars", "deep", "tags", "attributes", "spaces", "headlines", "void"],
)
def test_pages_made_to_choke_are_read_in_seconds_and_their_blocks_hold_no_line_end_at_their_ends(page: str) -> None:
    article = paged(f"<html><body>{page}<p>{PARAGRAPHS[0]}</p></body></html>")
    texts = [block.span.of(article.text) for block in article.blocks]
    assert texts == [text.strip() for text in texts]
    assert PARAGRAPHS[0] in article.text
