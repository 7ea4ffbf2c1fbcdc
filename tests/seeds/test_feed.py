"""Feeds: every entry becomes a document with what the feed says of it, and what is no feed a sentence."""

import json
from pathlib import Path
from time import process_time
from xml.sax.saxutils import escape

import pytest

from seeds.errors import Refused
from seeds.many.feed import entries
from seeds.read import Raw

CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
TALKS = "<p>The harbour talks &amp; the strike go on.</p><p>“We agree,” Mara Holt said.</p>"


def given(feed: str | bytes, kind: str = "feed") -> list[Raw | Refused]:
    data = feed.encode() if isinstance(feed, str) else feed
    return list(entries(Raw(data, "news/feed.xml", "feed.xml", kind=kind)))


def rss(*items: str, head: str = "<title>Harbour Post</title>", before: str = "") -> str:
    inside = head + "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?>{before}<rss version="2.0" {CONTENT}><channel>{inside}</channel></rss>'


def atom(entry: str, head: str = "<title>Harbour Post</title>") -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de-CH">{head}<entry>{entry}</entry></feed>'


def article(feed: str | bytes) -> Raw:
    (found,) = given(feed)
    assert isinstance(found, Raw), found
    return found


def refused(feed: str | bytes, kind: str = "feed") -> str:
    (found,) = given(feed, kind)
    assert isinstance(found, Refused)
    assert found.remedy
    return str(found)


def test_an_entry_of_rss_is_its_whole_content_with_all_that_the_feed_says_of_it() -> None:
    item = f"""<title>Talks &amp;amp; tides</title><link>https://post.example/talks</link>
      <guid isPermaLink="false">p-17</guid><dc:creator>Mara Holt</dc:creator>
      <pubDate>Fri, 03 May 2024 08:30:00 +0200</pubDate><description>Talks go on.</description>
      <content:encoded><![CDATA[{TALKS}]]></content:encoded>"""
    found = article(rss(item, head="<title>Harbour &amp; Post</title><language>en-gb</language>"))
    assert (found.data.decode(), found.kind, found.encoding) == (TALKS, "html", "utf-8")
    assert (found.origin, found.name) == ("news/feed.xml#p-17", "feed.xml")
    assert found.given._asdict() == {
        "title": "Talks & tides",
        "publication": "Harbour & Post",
        "author": "Mara Holt",
        "published_at": "2024-05-03T08:30:00+02:00",
        "retrieved_at": "",
        "url": "https://post.example/talks",
        "language": "en-gb",
        "extra": {},
    }


def test_an_entry_of_atom_is_its_content_in_its_language_by_all_its_authors() -> None:
    found = article(
        atom(
            "<title type='html'>&lt;b&gt;Talks&lt;/b&gt;</title><id>tag:post.example:17</id>"
            "<updated>2024-05-03T06:30:00Z</updated><link href='/talks'/>"
            "<author><name>Mara Holt</name></author><author><name>Ivo Brand</name></author>"
            f"<content type='html'>{escape(TALKS)}</content><summary>Talks.</summary>",
            "<title>Harbour Post</title><link href='https://post.example/'/>",
        )
    )
    assert (found.data.decode(), found.origin) == (TALKS, "news/feed.xml#tag:post.example:17")
    assert (found.given.title, found.given.author) == ("Talks", "Mara Holt, Ivo Brand")
    assert (found.given.published_at, found.given.url) == ("2024-05-03T06:30:00Z", "https://post.example/talks")
    assert found.given.language == "de-CH"


def test_who_edits_a_feed_wrote_none_of_its_entries_but_the_author_of_an_atom_feed_wrote_all() -> None:
    editor = "<title>Harbour Post</title><managingEditor>desk@post.example (The Desk)</managingEditor>"
    assert article(rss("<description>We agree.</description>", head=editor)).given.author == ""
    author = "<title>Harbour Post</title><author><name>Mara Holt</name></author>"
    assert article(atom("<summary>We agree.</summary>", author)).given.author == "Mara Holt"


def test_an_id_is_the_address_of_a_page_only_where_it_is_a_whole_address() -> None:
    head = "<title>Harbour Post</title><link>https://post.example/</link>"
    items = [f"<guid>{guid}</guid><description>We agree.</description>" for guid in ("p-17", "https://post.example/18")]
    found = [one.given.url for one in given(rss(*items, head=head)) if isinstance(one, Raw)]
    assert found == ["", "https://post.example/18"]


def test_an_entry_that_came_from_another_paper_names_that() -> None:
    item = "<description>We agree.</description><source url='https://tides.example/feed'>Tide Times</source>"
    assert article(rss(item)).given.publication == "Tide Times"


def test_an_entry_of_rdf_is_its_description() -> None:
    found = article(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<channel><title>Harbour Post</title></channel>"
        f'<item rdf:about="https://post.example/1"><description>{escape(TALKS)}</description></item></rdf:RDF>'
    )
    assert (found.data.decode(), found.origin) == (TALKS, "news/feed.xml#https://post.example/1")
    assert found.given.publication == "Harbour Post"


def test_a_json_feed_gives_its_items() -> None:
    items: list[object] = [
        {
            "id": 7,
            "content_html": TALKS,
            "title": "Talks",
            "date_published": "2024-05-03",
            "authors": [{"name": "M. H."}],
        },
        {"url": "https://post.example/2", "content_text": "No <b>deal</b> yet.", "author": {"name": "I. B."}},
        "nothing",
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "language": "en", "items": items}
    first, second, third = given(json.dumps(feed))
    assert isinstance(first, Raw)
    assert isinstance(second, Raw)
    assert (first.data.decode(), first.kind, first.origin) == (TALKS, "html", "news/feed.xml#7")
    assert first.given[:4] == ("Talks", "Harbour Post", "M. H.", "2024-05-03")
    assert (second.data, second.kind, second.origin) == (
        b"No <b>deal</b> yet.", "text", "news/feed.xml#https://post.example/2",
    )  # fmt: skip
    assert (second.given.author, second.given.language) == ("I. B.", "en")
    assert str(third).startswith("news/feed.xml, entry 3: is no object")


def test_what_a_sanitizer_would_take_out_of_a_content_stays() -> None:
    embedded = "<p>Before.</p><object><p>In an object.</p></object><form>In a form.</form><math>In a formula</math>"
    assert article(rss(f"<description><![CDATA[{embedded}]]></description>")).data.decode() == embedded


def test_plain_text_in_atom_stays_plain_text_and_is_html_where_it_is_plainly_that() -> None:
    plain = article(atom("<content type='text'>3 &lt; 4 &amp; so on.\n\nWe agree.</content>"))
    assert (plain.data, plain.kind) == (b"3 < 4 & so on.\n\nWe agree.", "text")
    mislabelled = article(atom("<summary>&lt;p&gt;We agree.&lt;/p&gt;</summary>"))
    assert (mislabelled.data, mislabelled.kind) == (b"<p>We agree.</p>", "html")


def test_an_entry_without_a_text_is_named_with_its_page_and_the_others_go_on() -> None:
    empty = "<title>Only a headline</title><link>https://post.example/2</link><description>&lt;img&gt;&amp;nbsp;</description>"
    first, second, third, fourth = given(
        rss(f"<description>{escape(TALKS)}</description>", empty, "", "<description>Yes.</description>")
    )
    assert isinstance(first, Raw)
    assert isinstance(fourth, Raw)
    assert str(second) == (
        "news/feed.xml, entry 2 (“Only a headline”): the feed holds no text of it; add its page, https://post.example/2"
    )
    assert str(third) == "news/feed.xml, entry 3: the feed holds no text of it; look for its page, and add that"
    assert first.origin == "news/feed.xml#1"


def test_a_feed_that_is_broken_xml_is_read_as_far_as_it_goes() -> None:
    feed = rss(f"<title>Tides & talks</title><description>{escape(TALKS)}</description>")
    found = article(feed.removesuffix("</channel></rss>") + "<p>")
    assert (found.data.decode(), found.given.title) == (TALKS, "Tides & talks")


@pytest.mark.parametrize(
    ("feed", "sentence"),
    [
        ("<!DOCTYPE html><html><body><p>We agree.</p></body></html>", "is an HTML page and no feed"),
        ("<div><p>One</p><p>Two</p><p>Three</p></div>", "is an HTML page and no feed"),
        (rss(), "there is no entry in this feed"),
        ("We agree.", "is no feed, or too damaged"),
        (rss("<description>&#1114112;&</description>"), "is no feed, or too damaged"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 3}', "there is no entry in this feed"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [', "is no JSON that can be read"),
        ('{"items": ' + "[" * 100_000, "is no JSON that can be read"),
    ],
)  # fmt: skip
def test_what_is_no_feed_says_so_with_the_next_step(feed: str, sentence: str) -> None:
    assert refused(feed).startswith(f"news/feed.xml: {sentence}")


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE r [<!ENTITY a "ha ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        '<!DOCTYPE r [<!ENTITY a "' + "ha" * 500 + '">]>',
        "<!-- <x> --><!DOCTYPE r [<!ENTITY a '<b>&lt;</b>'>\n<!ENTITY c '&a;&a;'>]>",
        '<!DOCTYPE r [<!ENTITY c "<b>We agree.</b>">]>',
        '<!DOCTYPE r [<!ENTITY % a "ha"><!ENTITY c "%a;">]>',
    ],
)
def test_entities_that_may_grow_without_end_are_refused_unread(doctype: str) -> None:
    assert "may grow without end" in refused(rss("<description>&c; We agree.</description>", before=doctype))


def test_a_harmless_entity_is_read() -> None:
    doctype = '\n<!DOCTYPE r [\n<!ENTITY mdash "&#8212;">\n]>'
    assert (
        article(rss("<description>Talks &mdash; at last.</description>", before=doctype)).data.decode()
        == "Talks — at last."
    )


def test_nothing_is_fetched_or_opened_by_what_a_feed_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other.xml").write_text(rss("<description>Not for you.</description>"))
    doctype = '<!DOCTYPE r [<!ENTITY c SYSTEM "file:///etc/hostname">]>'
    monkeypatch.setattr("urllib.request.urlopen", lambda *_: pytest.fail("something was fetched"))
    (found,) = given(rss("<description>We agree. &c;</description>", before=doctype))
    assert isinstance(found, Raw)
    assert b"We agree." in found.data
    assert refused(str(tmp_path / "other.xml")).startswith("news/feed.xml: is no feed")
    assert refused("https://post.example/feed").startswith("news/feed.xml: is no feed")


def test_a_title_full_of_escape_sequences_reaches_no_terminal() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "items": [
            {
                "id": "\x1b]0;a\x07",
                "title": "\x1b[2J\x1b[31mTalks\u202e\x9b1m\ud800\n\n on",
                "content_text": "We \ud800 agree.",
            },
            {"title": "\x1b[2J", "url": "https://post.example/\x1b[2J"},
        ],
    }
    found, empty = given(json.dumps(feed))
    assert isinstance(found, Raw)
    assert found.given.title == "␛[2J␛[31mTalks�1m� on"
    assert found.origin == "news/feed.xml#␛]0;a␇"
    assert found.data.decode() == "We \ufffd agree."
    assert "\x1b" not in str(empty)


def test_the_encoding_that_the_declaration_names_is_used() -> None:
    text = "Министр отверг условия переговоров о воде."
    feed = rss(f"<description>{text}</description>").replace("?>", ' encoding="iso-8859-5"?>', 1)
    assert article(feed.encode("iso-8859-5")).data.decode() == text
    assert article(feed.replace("iso-8859-5", "utf-16").encode("utf-16")).data.decode() == text


@pytest.mark.parametrize(
    "feed",
    [
        pytest.param("\n" * 100_000 + "<rss/>", id="lines"),
        pytest.param("<rss>" + "<!ENTITY" * 50_000, id="entities"),
        pytest.param(rss(f"<description>{'&lt;a' * 100_000}</description>"), id="tags"),
    ],
)
def test_what_means_nothing_takes_no_time(feed: str) -> None:
    before = process_time()
    assert len(given(feed)) == 1
    assert process_time() - before < 5


def test_a_feed_that_is_too_large_for_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seeds.many.feed.LIMIT", 100)
    assert "which no feed is" in refused(rss(f"<description>{escape(TALKS)}</description>"))
