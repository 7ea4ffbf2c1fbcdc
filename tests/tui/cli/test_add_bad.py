"""Bad input among good: a sentence with the place and the next step, the rest is added, and the exit code tells."""

import gzip
import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from seeds.web.fetch import Limits, fetch
from tests.seeds.servers import Answer, leading, page, serving, without_end, without_proxy, zeros
from tests.tui.cli.conftest import FERRY, HARBOUR, Postil, Result
from tests.whole.bad import refusals

Bad = Callable[..., Result]


@pytest.fixture
def bad(postil: Postil, home: Path) -> Bad:
    """Add some words and behind them a good document, which has to be there afterwards."""
    (home / "ferry.txt").write_text(FERRY, "utf-8")

    def bad(*words: str) -> Result:
        added = postil("add", *words, "ferry.txt")
        assert added.code == 1
        assert postil("show", added.out.splitlines()[-1].split("\t")[1], "--raw").out == FERRY
        assert "Traceback" not in added.err
        return added

    return bad


def test_a_broken_line_of_jsonl_is_named_and_the_others_are_added(bad: Bad, home: Path) -> None:
    (home / "a.jsonl").write_text(
        '{"title": "Quarry talks", "text": "They met."}\n{"title": "Brid\n\n{"title": "Bridge vote", "text": "Yes."}\n'
    )
    added = bad("a.jsonl")
    assert [line.split("\t")[2] for line in added.out.splitlines()[:2]] == ["Quarry talks", "Bridge vote"]
    assert refusals(added.err) == [
        "a.jsonl, line 2: is broken JSON at character 11; mend the line and add the file again"
    ]
    assert added.err.splitlines()[-1] == "3 added to library, 0 known, 1 refused"


def test_a_field_of_a_megabyte_is_an_article_among_others(postil: Postil, home: Path) -> None:
    long = "The dockers and the port authority met again on Monday. " * 20_000
    (home / "a.csv").write_text(f'id,title,text\n1,Quarry talks,They met.\n2,Long talks,"{long}"\n3,End,They left.\n')
    added = postil("add", "a.csv")
    assert (added.code, len(added.out.splitlines())) == (0, 3)
    words = [row["words"] for row in postil("list", "--json").objects]
    assert words[1] == len(long.split())


def test_what_leads_out_of_a_zip_is_refused_and_written_nowhere(bad: Bad, home: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in ("../out.txt", "/out.txt", "in.txt"):
            archive.writestr(name, HARBOUR + name)
    (home / "a.zip").write_bytes(target.getvalue())
    added = bad("a.zip")
    assert len(added.out.splitlines()) == 2
    assert len(refusals(added.err)) == 2
    assert all("its name leads out of the archive; unpack it, if you trust it" in line for line in refusals(added.err))
    assert not (home.parent / "out.txt").exists()


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a bomb of a test exceeds soon."""
    monkeypatch.setattr("seeds.many.bundle.LIMIT", 100_000)


@pytest.mark.usefixtures("small")
def test_a_gzip_bomb_is_a_sentence(bad: Bad, home: Path) -> None:
    (home / "bomb.txt.gz").write_bytes(gzip.compress(bytes(1_000_000)))
    (home / "talks.txt.gz").write_bytes(gzip.compress(HARBOUR.encode()))
    added = bad("bomb.txt.gz", "talks.txt.gz")
    assert len(added.out.splitlines()) == 2
    (sentence,) = refusals(added.err)
    assert sentence.startswith("bomb.txt.gz/bomb.txt: is larger than ")


def test_a_feed_that_is_a_page_is_refused_and_so_is_one_that_is_broken(bad: Bad, home: Path) -> None:
    (home / "page.rss").write_text(f"<!DOCTYPE html><html><body><article><p>{HARBOUR}</p></article></body></html>")
    (home / "broken.xml").write_text('<rss version="2.0"><channel><item><title>Quar')
    added = bad("page.rss", "broken.xml")
    assert len(added.out.splitlines()) == 1
    page, broken = refusals(added.err)
    assert page.startswith("page.rss: is a web page, and no feed as its name says; ")
    assert broken.startswith("broken.xml")


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"/a": without_end(page(b"<p>"), b"x")}, "took longer than 0.3 seconds; try again later"),
        ({"/a": page(zeros(30 << 20), "Content-Encoding: gzip")}, "the page is larger than 1 MB; save what you need"),
        ({"/a": leading("/b"), "/b": leading("/a")}, "the server leads in a circle; "),
        ({"/a": page(b"<!DOCTYPE html><html><body><script>go()</script></body></html>")}, "no word"),
        ({"/a": page(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")}, "is a PDF, and postil reads text; take its text out"),
    ],
    ids=["endless", "bomb", "circle", "no words", "pdf"],
)
def test_a_bad_server_is_a_sentence_and_the_run_goes_on(
    bad: Bad, monkeypatch: pytest.MonkeyPatch, answers: dict[str, Answer], why: str
) -> None:
    without_proxy(monkeypatch)
    limits = Limits(seconds=0.3 if why.startswith("took") else 10, size=1 << 20)
    monkeypatch.setattr("tui.cli.documents.fetch", partial(fetch, limits=limits))
    with serving(answers) as server:
        (sentence,) = refusals(bad(f"{server.address}/a").err)
    assert sentence.startswith(f"{server.address}/a: ")
    assert why in sentence


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"PK\x03\x04" + bytes(26) + b"word/document.xml"),
        ("a.epub", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip"),
    ],
)
def test_a_book_or_a_word_document_is_refused_with_the_way_to_its_text(
    bad: Bad, home: Path, name: str, data: bytes
) -> None:
    (home / name).write_bytes(data)
    (sentence,) = refusals(bad(name).err)
    assert "and postil reads text; " in sentence


def test_a_page_without_words_is_refused_in_clean_too(postil: Postil, home: Path) -> None:
    (home / "blank.html").write_text("<!DOCTYPE html><html><body><p>&nbsp;</p><img src='a.png'></body></html>")
    for command in ("add", "clean"):
        refused = postil(command, "blank.html")
        assert (refused.code, refused.out) == (1, "")
        assert "no word" in refused.err
