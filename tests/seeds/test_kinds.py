"""What a document is, by its bytes before its name."""

import bz2
import gzip
import io
import lzma
import random
import tarfile
import zipfile

import pytest

from seeds.kinds import kind_of
from seeds.read import Raw

NEWS = "Harbour strike talks resume after pause\n\n“We will sit down again on Monday,” Mara Holt said.\n"


def kind(data: bytes, name: str = "talks.txt") -> str:
    return kind_of(Raw(data, name, name))


def zipped(**files: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return target.getvalue()


def tarred(name: str = "talks.txt") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        archive.addfile(tarfile.TarInfo(name))
    return target.getvalue()


@pytest.mark.parametrize(
    ("expected", "data"),
    [
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
        ("pdf", b"\n\n%PDF-1.4"),
        ("image", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("image", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        ("image", b"GIF89a\x01\x00"),
        ("image", b"RIFF\x24\x00\x00\x00WEBPVP8 "),
        ("image", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
        ("media", b"ID3\x04\x00\x00"),
        ("media", b"\x00\x00\x00\x18ftypmp42"),
        ("image", b"\x00\x00\x00\x18ftypheic"),
        ("gzip", gzip.compress(NEWS.encode(), mtime=0)),
        ("rtf", rb"{\rtf1\ansi We agree.}"),
        ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)),
        ("docx", zipped(word__document_xml="<w:document/>")),
        ("epub", zipped(mimetype="application/epub+zip", chapter_xhtml="<p>")),
        ("odt", zipped(mimetype="application/vnd.oasis.opendocument.text")),
        ("table", zipped(xl__workbook_xml="<workbook/>")),
        ("zip", zipped(talks_txt="We agree.")),
        ("zip", zipped(crossword__talks_txt="We agree.", xxl__talks_txt="application/epub+zip")),
        ("zip", zipped()),
        ("tar", tarred()),
        ("tar", gzip.compress(tarred(), mtime=0)),
        ("tar", bz2.compress(tarred())),
        ("tar", lzma.compress(tarred())),
        ("archive", bz2.compress(NEWS.encode())),
        ("archive", lzma.compress(NEWS.encode())),
        ("gzip", gzip.compress(NEWS.encode(), mtime=0)[:12]),
        ("gzip", b"\x1f\x8b\x08\x00" + b"\xff" * 20),
        ("archive", b"7z\xbc\xaf\x27\x1c\x00\x04"),
        ("archive", b"Rar!\x1a\x07\x01\x00"),
        ("archive", b"\x28\xb5\x2f\xfd\x24\x0a"),
        ("archive", b"WARC/1.1\r\nWARC-Type: response\r\n"),
        ("html", b"<!DOCTYPE html>\n<html><head><title>Talks"),
        ("html", b"\xef\xbb\xbf  <HTML lang=en>"),
        ("html", b"<!-- saved from url --><html>"),
        ("html", b"<div><p>We agree.</p><p>They said.</p></div>"),
        ("html", b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n"),
        ("feed", b'<?xml version="1.0"?><rss version="2.0"><channel>'),
        ("feed", b'<feed xmlns="http://www.w3.org/2005/Atom">'),
        ("feed", b'<!-- <html> --><!DOCTYPE rss [<!ENTITY a "b">]>\n<rss><![CDATA[<!doctype html><html>'),
        ("html", b"<!DOCTYPE html><html><body><feed > of news"),
        ("feed", b'{"version": "https://jsonfeed.org/version/1.1", "items": []}'),
        ("xml", b'<?xml version="1.0"?><nitf><body/></nitf>'),
        ("jsonl", b'{"text": "We agree."}\n{"text": "They said."}\n'),
        ("json", b'{\n  "text": "We agree."\n}\n'),
        ("json", b'["We agree."]'),
        ("binary", b"\x7fELF\x02\x01\x01\x00"),
        ("binary", b"SQLite format 3\x00"),
        ("binary", bytes(range(32))),
        ("binary", random.Random(4).randbytes(5000)),
    ],
)  # fmt: skip
def test_a_document_is_told_by_its_bytes_whatever_its_name(expected: str, data: bytes) -> None:
    assert kind(data) == expected


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "one line",
        "[Update] The talks resume.\n\nWe agree.",
        "{not JSON}\n",
        "<3 from the islands\n\nWe agree.",
        "<p>one paragraph</p> is how a tag is closed.",
        "def talk():\n    return {1: 2}\n",
        "PK was his nickname.",
        "BMW workers go back",
        "\x1b[31mred\x1b[0m " * 40,
        "one NUL \0 in a text",
        "The PDF (%PDF) is a format.",
    ],
)
def test_a_text_that_only_looks_like_something_else_is_a_text(text: str) -> None:
    assert kind(text.encode()) == "text"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp1252"])
def test_a_text_in_another_encoding_is_a_text(encoding: str) -> None:
    assert kind(NEWS.encode(encoding)) == "text"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.csv", "table"), ("a.TSV", "table"), ("a.jsonl", "jsonl"), ("csv", "text"), ("a.pdf", "text"), ("", "text")],
)
def test_a_name_decides_only_where_the_bytes_are_silent(name: str, expected: str) -> None:
    assert kind(b"id,text\n1,We agree\n", name) == expected


def test_one_object_is_a_corpus_of_one_where_the_name_says_so() -> None:
    assert kind(b'{"text": "We agree."}\n', "a.jsonl") == "jsonl"
    assert kind(b'{"text": "We agree."}\n', "a.json") == "json"


def test_a_beginning_that_leads_nowhere_takes_no_time() -> None:
    assert kind(b"<?a?>" * 3_000) == "text"
    assert kind(b"<!DOCTYPE x[]>" * 1_000) == "text"
