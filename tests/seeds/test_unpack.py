"""Opening what holds many articles: each comes by itself, whatever it came in."""

import gzip
import io
import json
import zipfile

import pytest

from seeds.errors import Refused
from seeds.many.columns import Columns
from seeds.many.unpack import unpack
from seeds.read import Raw

FEED = b"<rss><channel><title>Post</title><item><description>From a feed.</description></item></channel></rss>"
TABLE = b"id,body\n17,From a table.\n"
LINES = b'{"text": "From a line."}\n{"text": "From another."}\n'
LIST = json.dumps([{"id": 3, "text": "From a list."}]).encode()


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return target.getvalue()


def told(data: bytes, name: str, columns: Columns | None = None, said: list[str] | None = None) -> list[str]:
    """What a document holds: the place of each and its text, or the sentence where it was refused."""
    raw = Raw(data, name or "-", name)
    return [
        str(found) if isinstance(found, Refused) else f"{found.origin} = {found.data.decode()}"
        for found in unpack(raw, columns or Columns(), (said if said is not None else []).append)
    ]


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (FEED, "feed.xml", "feed.xml#1 = From a feed."),
        (TABLE, "a.csv", "a.csv#17 = From a table."),
        (LINES, "a.txt", "a.txt#1 = From a line."),
        (b'{"text": "Alone."}', "a.jsonl", "a.jsonl#1 = Alone."),
        (LIST, "a.json", "a.json#3 = From a list."),
        (zipped(a_txt=b"From a zip."), "a.zip", "a.zip/a.txt = From a zip."),
        (zipped(f_xml=FEED), "a.zip", "a.zip/f.xml#1 = From a feed."),
        (gzip.compress(TABLE, mtime=0), "a.csv.gz", "a.csv.gz/a.csv#17 = From a table."),
    ],
)
def test_what_holds_articles_is_opened(data: bytes, name: str, expected: str) -> None:
    assert told(data, name)[0] == expected


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"We agree.", "a.txt"),
        (b"<html><p>We agree.", "a.html"),
        (b'{"a": 1}', "a.json"),
        (b"7z\xbc\xaf\x27\x1c", "a.7z"),
    ],
)
def test_what_holds_no_others_is_itself(data: bytes, name: str) -> None:
    raw = Raw(data, name, name)
    assert list(unpack(raw, Columns(), lambda _: None)) == [raw]


def test_an_archive_in_an_archive_is_refused_and_the_rest_goes_on() -> None:
    inner = zipped(b_txt=b"Hidden.")
    assert told(zipped(a_zip=inner, b_gz=gzip.compress(b"x", mtime=0), c_txt=b"We agree."), "all.zip") == [
        "all.zip/a.zip: is an archive in an archive; unpack it first",
        "all.zip/b.gz: is an archive in an archive; unpack it first",
        "all.zip/c.txt = We agree.",
    ]


def test_the_columns_asked_for_hold_for_tables_in_an_archive_and_what_was_guessed_is_said() -> None:
    said: list[str] = []
    data = zipped(a_csv=b"note,body\nx,One.\n", b_csv=b"id,text\n1,Two.\n")
    assert told(data, "all.zip", Columns(text="note"), said) == [
        "all.zip/a.csv#1 = x",
        "all.zip/b.csv: has no column “note”; its columns are “id”, “text”",
    ]
    assert told(data, "all.zip", said=said) == ["all.zip/a.csv#1 = One.", "all.zip/b.csv#1 = Two."]
    assert said == ["a.csv: text from column “body”", "b.csv: text from column “text”, id from “id”"]


def test_a_table_from_standard_input_is_one_where_its_column_is_named() -> None:
    assert told(TABLE, "", Columns(text="body")) == ["-#17 = From a table."]
    assert told(TABLE, "") == [f"- = {TABLE.decode()}"]


def test_a_feed_among_pages_that_is_html_stops_nothing() -> None:
    data = zipped(a_xml=b"<rss><channel></channel></rss>", b_xml=FEED)
    first, second = told(data, "all.zip")
    assert first.startswith("all.zip/a.xml: there is no entry in this feed")
    assert second == "all.zip/b.xml#1 = From a feed."
