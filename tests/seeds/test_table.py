"""Corpora: every row becomes a document, what was guessed is said, and what cannot be read is named by its line."""

import csv
import json
from collections.abc import Mapping

import pytest

from seeds.article import Meta
from seeds.errors import Refused
from seeds.many.table import Columns, rows
from seeds.read import Raw

TALKS = "“We will sit down again on Monday” is what Mara Holt said of the harbour talks."
GUESSED = Columns()


def given(
    table: str | bytes, name: str = "articles.csv", columns: Columns = GUESSED, said: list[str] | None = None
) -> list[Raw | Refused]:
    data = table.encode() if isinstance(table, str) else table
    return list(rows(Raw(data, f"news/{name}", name), columns, (said if said is not None else []).append))


def articles(table: str | bytes, name: str = "articles.csv", columns: Columns = GUESSED) -> list[Raw]:
    found = given(table, name, columns)
    assert not [str(one) for one in found if isinstance(one, Refused)]
    return [one for one in found if isinstance(one, Raw)]


def told(table: str, name: str = "articles.csv", columns: Columns = GUESSED) -> list[str]:
    """What is read of each row: its text, or the sentence where it was refused."""
    return [str(one) if isinstance(one, Refused) else one.data.decode() for one in given(table, name, columns)]


def lines(*values: object) -> str:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


def test_a_row_is_its_text_under_the_name_of_the_table_and_its_id() -> None:
    (found,) = articles(f"id,headline,body\n17,Talks resume,{TALKS}\n")
    assert (found.data.decode(), found.kind, found.encoding) == (TALKS, "text", "utf-8")
    assert (found.origin, found.name, found.given.title) == ("news/articles.csv#17", "articles.csv#17", "Talks resume")


def test_a_row_without_an_id_goes_by_its_number() -> None:
    assert [one.name for one in articles("text\nOne.\n\nTwo.\n")] == ["articles.csv#1", "articles.csv#2"]
    assert [one.name for one in articles(lines({"text": "One."}, {"text": "Two."}), "a.jsonl")] == [
        "a.jsonl#1",
        "a.jsonl#2",
    ]


def test_a_column_that_is_the_same_in_two_rows_identifies_none() -> None:
    assert [one.name for one in articles("id,uid,text\n7,a,One.\n7,b,Two.\n")] == ["articles.csv#a", "articles.csv#b"]


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("id,headline,body", "text from column “body”, title from “headline”, id from “id”"),
        ("Doc_ID,Title,Full Text", "text from column “Full Text”, title from “Title”, id from “Doc_ID”"),
        ("url,Titel,Inhalt", "text from column “Inhalt”, title from “Titel”, id from “url”, address from “url”"),
        ("page,kicker,transcript", "text from column “transcript”"),
        ("date,byline,texte", "text from column “texte”, date from “date”, author from “byline”"),
    ],
)
def test_what_was_guessed_of_the_columns_is_said_once(header: str, sentence: str) -> None:
    said: list[str] = []
    found = given(f"{header}\n17,Talks,{TALKS}\n18,Tides,{TALKS}\n", said=said)
    assert [one.data.decode() for one in found if isinstance(one, Raw)] == [TALKS, TALKS]
    assert said == [f"articles.csv: {sentence}"]


def test_what_was_asked_for_is_taken_and_not_said() -> None:
    said: list[str] = []
    (found,) = given("a,b,text\nT,We agree.,9\n", columns=Columns(text="B", title="a", id="text"), said=said)
    assert isinstance(found, Raw)
    assert (found.data, found.given.title, found.name) == (b"We agree.", "T", "articles.csv#9")
    assert said == []
    assert articles("headline,id\nWe agree.,1\n", columns=Columns(text="headline"))[0].given.title == ""


@pytest.mark.parametrize("asked", [Columns(text="story"), Columns(text="body", title="story"), Columns(id="story")])
def test_a_column_that_is_not_there_is_refused_with_those_that_are(asked: Columns) -> None:
    sentence = ["news/articles.csv: has no column “story”; its columns are “id”, “body”"]
    assert told("id,body\n1,We agree.\n", columns=asked) == sentence


def test_what_a_table_knows_of_an_article_goes_where_it_belongs_and_all_else_is_kept() -> None:
    known = {
        "text": TALKS,
        "published": "2024-05-03T08:30:00Z",
        "authors": ["Mara Holt", "Ivo Brand"],
        "source": "Harbour Post",
        "url": "https://post.example/1",
        "lang": "en",
    }
    other = {"section": "World", "words": 1200, "tags": ["strike", "é"], "place": {"x": 1.5}, "draft": False}
    (found,) = articles(lines(known | other | {"note": None, "empty": ""}), "a.jsonl")
    assert found.given._replace(extra={}) == Meta(
        publication="Harbour Post",
        author="Mara Holt, Ivo Brand",
        published_at="2024-05-03T08:30:00Z",
        url="https://post.example/1",
        language="en",
        extra={},
    )
    assert found.given.extra == {
        "section": "World",
        "words": "1200",
        "tags": '["strike","é"]',
        "place": '{"x":1.5}',
        "draft": "false",
    }


@pytest.mark.parametrize(
    ("date", "published_at", "extra"),
    [
        ("2024-05-03", "2024-05-03", {}),
        ("3 May 2024", "2024-05-03", {"date": "3 May 2024"}),
        ("2024-05-03 08:30:00", "2024-05-03", {"date": "2024-05-03 08:30:00"}),
        ("3/5/2024", "", {"date": "3/5/2024"}),
        ("spring", "", {"date": "spring"}),
    ],
)
def test_a_date_is_read_where_it_is_plain_and_kept_as_it_was_written(
    date: str, published_at: str, extra: Mapping[str, str]
) -> None:
    (found,) = articles(f"date,text\n{date},{TALKS}\n")
    assert (found.given.published_at, found.given.extra) == (published_at, extra)


def test_what_is_no_address_and_no_language_is_kept_under_its_own_name() -> None:
    (found,) = articles("url,language,id,text\nsee page 4,plain English,1,We agree.\n")
    assert (found.given.url, found.given.language) == ("", "")
    assert found.given.extra == {"url": "see page 4", "language": "plain English"}


def test_html_in_a_row_stays_text() -> None:
    (found,) = articles("id,text\n1,<p>We agree.</p>\n")
    assert (found.data, found.kind) == (b"<p>We agree.</p>", "text")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_though_the_others_stand_in_the_texts(delimiter: str) -> None:
    text = "Tides, talks; gates | cranes\tand a strike"
    assert told(f'id{delimiter}text\n1{delimiter}"{text}"\n2{delimiter}"{text}"\n') == [text, text]


def test_quoted_line_ends_quotation_marks_and_windows_line_ends_are_read() -> None:
    assert told('\ufeffid,text\r\n1,"We ""agree"",\r\n\r\nshe said."\r\n') == ['We "agree",\n\nshe said.']


def test_a_table_in_another_encoding_is_read_and_the_guess_is_said() -> None:
    said: list[str] = []
    (found,) = given("id;text\n1;„Wir verhandeln über die Häfen“\n".encode("cp1252"), said=said)
    assert isinstance(found, Raw)
    assert found.data.decode() == "„Wir verhandeln über die Häfen“"
    assert said[1:] == ["articles.csv: decoded as windows-1252 by a guess"]
    assert articles("id,text\n1,Über\n".encode("utf-16"))[0].data.decode() == "Über"


def test_a_field_of_a_megabyte_is_read_and_the_limit_of_csv_is_as_before() -> None:
    long = "We agree. " * 110_000
    reading = rows(Raw(f'id,text\n1,"{long}"\n2,Short.\n'.encode(), "a.csv", "a.csv"), Columns(), lambda _: None)
    before = csv.field_size_limit()
    found = next(reading)
    assert csv.field_size_limit() == before
    assert isinstance(found, Raw)
    assert found.data.decode() == long
    assert len(list(reading)) == 1
    assert csv.field_size_limit() == before


def test_rows_that_do_not_fit_the_header_are_named_by_their_line_and_the_others_go_on() -> None:
    assert told('id,title,text\n1,T,"two\nlines"\n2,T\n,,\n3,T,x,y\n4,T,\n5,T,Five.\n') == [
        "two\nlines",
        "news/articles.csv, line 4: has 2 cells where the header names 3; "
        "put quotation marks around what holds the delimiter or a line end",
        "news/articles.csv, line 6: has 4 cells where the header names 3; "
        "put quotation marks around what holds the delimiter or a line end",
        "news/articles.csv, line 7: there is no text in column “text”; fill it in, or leave the row out",
        "Five.",
    ]


def test_a_quotation_mark_that_is_never_closed_swallows_no_row_in_silence() -> None:
    first, second = told('id,text\n1,One.\n2,"Two.\n3,Three.\n')
    assert first == "One."
    assert second.startswith("news/articles.csv, line 3: a quotation mark is opened in this line and never closed")


def test_a_broken_line_in_the_middle_of_json_lines_is_named_and_the_others_are_read() -> None:
    assert told('{"text": "One."}\n{"text": "Two.\n\n[3]\n{"text": 4}\n{"text": "Five."}', "a.jsonl") == [
        "One.",
        "news/a.jsonl, line 2: is broken JSON at character 10; mend the line and add the file again",
        "news/a.jsonl, line 4: is no JSON object; give each article as {…} with its text in it",
        "news/a.jsonl, line 5: there is no text in column “text”; fill it in, or leave the row out",
        "Five.",
    ]


@pytest.mark.parametrize("line", ["[" * 100_000, '{"n": ' + "9" * 5_000 + "}", '{"a":' * 100_000])
def test_a_hostile_line_is_refused_alone(line: str) -> None:
    found = told(f'{{"text": "One."}}\n{line}\n{{"text": "Three."}}\n', "a.jsonl")
    assert (found[0], found[2]) == ("One.", "Three.")
    assert found[1].startswith("news/a.jsonl, line 2: is no JSON that can be read")


def test_line_separators_within_a_string_cut_no_line_of_json() -> None:
    assert told('{"text": "One\u2028two\x85three"}\n{"text": "Four."}\n', "a.jsonl") == [
        "One\u2028two\x85three",
        "Four.",
    ]


def test_a_list_in_json_is_read_like_lines() -> None:
    assert told('[{"text": "One."},\n 2,\n {"text": ["Three.", "Four."]}]', "a.json") == [
        "One.",
        "news/a.json, item 2: is no JSON object; give each article as {…} with its text in it",
        "Three.\n\nFour.",
    ]


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ("The talks went on all night.\nWe agree, she said, and left.\n", "its first line does not name columns"),
        ("1,2024-05-03,We agree.\n2,2024-05-04,They left.\n", "its first line does not name columns"),
        ("id,text\n", "there is no row in it"),
        ("\n\n", "there is nothing in this table"),
        ("id,url,date\n1,https://post.example/1,2024-05-03\n", "none of its columns holds a text: “id”, “url”, “date”"),
        (b"PK\x03\x04" + bytes(40), "is an Excel workbook"),
    ],
)
def test_what_is_no_table_of_articles_is_refused_once_with_the_next_step(table: str | bytes, sentence: str) -> None:
    (refused,) = given(table)
    assert isinstance(refused, Refused)
    assert str(refused).startswith(f"news/articles.csv: {sentence}")
    assert refused.remedy


def test_where_no_row_can_be_read_that_is_said_once() -> None:
    (sentence,) = told("{\n" * 500, "a.jsonl")
    assert sentence.startswith("news/a.jsonl, line 1: is broken JSON at character 2, and no row can be read")


def test_columns_without_a_name_and_with_the_same_name_are_all_kept() -> None:
    (found,) = articles(",text,note,note,note 2\n0,We agree.,a,b,c\n")
    assert found.given.extra == {"column 1": "0", "note": "a", "note 2": "b", "note 2 2": "c"}


def test_hostile_names_of_columns_reach_no_terminal_and_fill_no_screen() -> None:
    said: list[str] = []
    given(f"\x1b[2Jbody,x\n{TALKS},a\n", said=said)
    assert said == ["articles.csv: text from column “␛[2Jbody”"]
    (found,) = articles(f"text,\x1b]0;x\x07,../../{'n' * 5_000}\nWe agree.,a,b\n")
    assert found.given.extra == {"␛]0;x␇": "a", f"../../{'n' * 5_000}": "b"}
    header = ",".join(["text", *(f"{number}{'n' * 90}" for number in range(300))])
    (sentence,) = told(f"{header}\nWe agree.{',' * 300}\n", columns=Columns("\x1b[2J" * 1_000))
    assert "\x1b" not in sentence
    assert len(sentence) < 2_000


def test_nul_bytes_and_surrogates_become_characters_that_can_be_stored() -> None:
    assert told("id,text\n1,We\0agree.\n") == ["We\ufffdagree."]
    (found,) = articles('{"text": "We\\ud800\\u0000agree.", "a\\ud800": "b\\ud800"}\n{"text": "x"}\n', "a.jsonl")[:1]
    assert found.data.decode() == "We\ufffd\ufffdagree."
    assert found.given.extra == {"a�": "b\ufffd"}
