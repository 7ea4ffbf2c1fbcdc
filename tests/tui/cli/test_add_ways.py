"""Ways of adding: chosen files of a folder, corpora, feeds, archives and addresses; a look before, a report behind."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from seeds.read import Raw, read
from tests.seeds.servers import Answer, Served, page, serving, without_proxy
from tests.tui.cli.conftest import FERRY, HARBOUR, Postil

FEED = """\
<rss version="2.0"><channel><title>Upland Radio</title>
<item><title>Quarry talks</title><link>https://upland.example/1</link><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>
<description>The quarry's owners and its workers met for the first time since March.</description></item>
<item><title>Bridge vote</title><link>https://upland.example/2</link>
<description>The council votes on the bridge on Monday, and nobody knows the end of it.</description></item>
</channel></rss>
"""

PAGE = f"""\
<!DOCTYPE html><html lang="en"><head><title>Harbour talks resume</title></head>
<body><article><h1>Harbour talks resume</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in HARBOUR.split(chr(10) * 2)[2:])}</article></body></html>
"""


@contextmanager
def asked(monkeypatch: pytest.MonkeyPatch, **answers: Answer) -> Iterator[Served]:
    """A server that answers /NAME so."""
    without_proxy(monkeypatch)
    with serving({f"/{name}": answer for name, answer in answers.items()}) as server:
        yield server


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))


def beginnings(postil: Postil, out: str) -> list[str]:
    """The first words of each article that was added."""
    ids = [line.split("\t")[1] for line in out.splitlines() if line.startswith("added\t")]
    return [" ".join(postil("show", one, "--raw").out.split()[:3]) for one in ids]


def zipped(**files: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return target.getvalue()


def test_of_a_folder_only_what_matches_is_added(postil: Postil, home: Path) -> None:
    (home / "texts/more").mkdir(parents=True)
    (home / "texts/a.txt").write_text(HARBOUR, "utf-8")
    (home / "texts/more/b.text").write_text(FERRY, "utf-8")
    (home / "texts/notes.md").write_text("Not an article.", "utf-8")
    added = postil("add", "texts", "--match", "*.txt", "--match", "more/*")
    assert (added.code, beginnings(postil, added.out)) == (0, ["Harbour talks resume", "Ferry line asks"])
    none = postil("add", "texts", "--match", "*.pdf")
    assert none.code == 1
    assert "no file in this folder matches “*.pdf”" in none.err


def test_a_corpus_gives_an_article_a_row_by_the_columns_that_are_named(postil: Postil, home: Path) -> None:
    (home / "corpus.csv").write_text(
        "key,kopf,inhalt2,desk\n7,Quarry talks,The quarry's owners met its workers.,north\n"
        "9,Bridge vote,The council votes on Monday.,south\n",
        "utf-8",
    )
    words = ("--text-column", "inhalt2", "--title-column", "kopf", "--id-column", "key")
    added = postil("add", "corpus.csv", *words)
    assert (added.code, added.err) == (0, "2 added to library, 0 known, 0 refused\n")
    assert [line.split("\t")[2] for line in added.out.splitlines()] == ["Quarry talks", "Bridge vote"]
    exported = list(csv.DictReader(io.StringIO(postil("export", "--articles").out, newline="")))
    assert [(row["article_file"], row["meta_desk"]) for row in exported] == [
        ("corpus.csv#7", "north"),
        ("corpus.csv#9", "south"),
    ]


def test_the_columns_that_were_guessed_are_said(postil: Postil, home: Path) -> None:
    (home / "corpus.csv").write_text("id,headline,body\n7,Quarry talks,The owners met the workers.\n", "utf-8")
    said = postil("add", "corpus.csv").err
    assert said.startswith("note: corpus.csv: text from column “body”, title from “headline”, id from “id”\n")
    asked = postil("add", "corpus.csv", "--text-column", "words")
    assert asked.code == 1
    assert "has no column “words”; its columns are “id”, “headline”, “body”" in asked.err


def test_a_feed_and_an_archive_give_what_is_in_them(postil: Postil, home: Path) -> None:
    (home / "feed.xml").write_text(FEED, "utf-8")
    (home / "texts.zip").write_bytes(zipped(b_txt=FERRY, a_txt=HARBOUR))
    added = postil("add", "feed.xml", "texts.zip")
    assert (added.code, len(added.out.splitlines())) == (0, 4)
    assert beginnings(postil, added.out) == [
        "The quarry's owners",
        "The council votes",
        "Harbour talks resume",
        "Ferry line asks",
    ]
    rows = postil("list", "--json").objects
    assert [row["publication"] for row in rows[:2]] == ["Upland Radio", "Upland Radio"]
    assert rows[0]["published_at"].startswith("2024-05-03")


def test_addresses_are_fetched_and_a_refusal_lets_the_rest_go_on(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "ferry.txt").write_text(FERRY, "utf-8")
    answers = {"talks": page(PAGE.encode(), "Content-Type: text/html"), "gone": page(b"", status="410 Gone")}
    with asked(monkeypatch, **answers, feed=page(FEED.encode())) as server:
        places = [f"{server.address}/{name}" for name in ("talks", "gone", "feed")]
        added = postil("add", *places, "ferry.txt")
    assert added.code == 1
    assert beginnings(postil, added.out) == [
        "Harbour talks resume",
        "The quarry's owners",
        "The council votes",
        "Ferry line asks",
    ]
    assert f"refused: {places[1]}: the server answered 410 Gone; the page is gone" in added.err
    assert added.err.splitlines()[-1] == "4 added to library, 0 known, 1 refused"
    exported = list(csv.DictReader(io.StringIO(postil("export", "--articles").out, newline="")))
    assert exported[0]["url"] == places[0]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", exported[0]["retrieved_at"])
    assert exported[3]["retrieved_at"] == ""


def test_clean_and_update_take_an_address_too(postil: Postil, harbour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    later = page((HARBOUR + "\nThe talks were broken off at night.\n").encode(), "Content-Type: text/plain")
    with asked(monkeypatch, talks=page(PAGE.encode()), later=later, feed=page(FEED.encode())) as server:
        shown = postil("clean", f"{server.address}/talks")
        feed = postil("clean", f"{server.address}/feed")
        updated = postil("update", harbour, f"{server.address}/later")
    assert "“We will sit down again on Friday,”" in shown.out
    assert "<p>" not in shown.out
    assert (feed.code, feed.out) == (1, "")
    assert "is a feed, which holds several articles; add it to a library with postil add" in feed.err
    assert updated.code == 0
    assert "broken off at night" in postil("show", updated.id, "--raw").out


def test_a_dry_run_shows_what_would_become_of_each_and_adds_nothing(
    postil: Postil, home: Path, harbour: str, tmp_path: Path
) -> None:
    before = sorted(tmp_path.rglob("data/**/*"))
    (home / "ferry.txt").write_text(
        "Ferry line asks for a mediator\n\nUpland Radio\n3 May 2024\n\n" + FERRY.partition("\n\n")[2], "utf-8"
    )
    (home / "twice.txt").write_bytes((home / "ferry.txt").read_bytes())
    (home / "empty.txt").touch()
    (home / "crlf.txt").write_bytes(HARBOUR.replace("\n", "\r\n").encode())
    shown = postil("add", "--dry-run", "harbour.txt", "ferry.txt", "twice.txt", "empty.txt", "crlf.txt")
    lines = shown.out.splitlines()
    assert shown.code == 1
    assert lines[0] == f"known\t{harbour}\tHarbour talks resume"
    assert re.fullmatch(r"would add\td[0-9a-f]{11}\t\w.+", lines[1])
    assert re.fullmatch(r"  .*3 May 2024 · en · \d+ words · \d+ folded", lines[2])
    assert lines[3].startswith("  The company that runs the ferries")
    assert lines[-2:] == [lines[1].replace("would add", "known"), lines[0]]
    assert "refused: empty.txt: is empty" in shown.err
    assert shown.err.splitlines()[-1] == "1 would be added to library, 3 known, 1 refused"
    assert sorted(tmp_path.rglob("data/**/*")) == before


def test_what_is_nearly_the_same_text_is_added_and_said(postil: Postil, home: Path, harbour: str) -> None:
    (home / "agency.txt").write_text(f"Talks in Tern go on\n{HARBOUR.partition(chr(10))[2]}\nMore soon.\n", "utf-8")
    (home / "ferry.txt").write_text(FERRY, "utf-8")
    added = postil("add", "agency.txt", "ferry.txt")
    assert (added.code, added.out.count("added\t")) == (0, 2)
    assert added.err.splitlines() == [
        f"note: agency.txt: nearly the same text as {harbour} Harbour talks resume",
        "2 added to library, 0 known, 1 near-duplicate, 0 refused",
    ]


def test_the_report_has_a_row_a_document_with_what_became_of_it(postil: Postil, home: Path, harbour: str) -> None:
    (home / "texts").mkdir()
    (home / "texts/a.txt").write_text(HARBOUR + "\nMore soon.\n", "utf-8")
    (home / "texts/b.txt").touch()
    (home / "=c.txt").write_text(FERRY, "utf-8")
    added = postil("add", "harbour.txt", "texts", "=c.txt", "--report", "texts/report.csv")
    assert added.code == 1
    data = (home / "texts/report.csv").read_bytes()
    assert data.startswith(b'"path","what","article_id","title","why","next_step"\r\n"harbour.txt","known","')
    assert all(line.startswith(b'"') for line in data.removesuffix(b"\r\n").split(b"\r\n"))
    rows = table(home / "texts/report.csv")
    ids = [line.split("\t")[1] for line in added.out.splitlines()]
    assert [tuple(row.values()) for row in rows] == [
        ("harbour.txt", "known", harbour, "Harbour talks resume", "", ""),
        ("texts/a.txt", "near-duplicate", ids[1], "Harbour talks resume",
         f"nearly the same text as {harbour} Harbour talks resume", ""),
        ("texts/b.txt", "refused", "", "", "is empty", "an article needs words"),
        ("'=c.txt", "added", ids[2], rows[3]["title"], "", ""),
    ]  # fmt: skip
    again = postil("add", "texts", "--report", "texts/report.csv")
    assert [row["path"] for row in table(home / "texts/report.csv")] == ["texts/a.txt", "texts/b.txt"]
    assert "report.csv" not in again.err


@pytest.mark.parametrize(
    ("report", "why"),
    [
        ("nowhere/report.csv", "there is no such folder to put it in; make it"),
        (".", "it is a folder; name a file in it"),
        ("ferry.txt", "it is one of the documents to add; name another file for the report"),
        ("diary.txt", "there is a file that is no report; name another file for the report"),
    ],
)
def test_a_report_that_cannot_be_written_is_said_before_anything_is_added(
    postil: Postil, home: Path, report: str, why: str
) -> None:
    (home / "ferry.txt").write_text(FERRY, "utf-8")
    (home / "diary.txt").write_text("Monday: no wind.", "utf-8")
    refused = postil("add", "ferry.txt", "--report", report)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("postil: ")
    assert why in refused.err
    assert not (home / "data").exists()
    assert (home / "ferry.txt").read_text("utf-8") == FERRY
    assert (home / "diary.txt").read_text("utf-8") == "Monday: no wind."


def test_a_document_that_was_added_is_known_again_before_it_is_read(
    postil: Postil, home: Path, harbour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tired(*_: object) -> None:
        raise AssertionError("it was made again")

    (home / "renamed.txt").write_bytes((home / "harbour.txt").read_bytes())
    monkeypatch.setattr("seeds.build.build", tired)
    assert postil("add", "renamed.txt").out == f"known\t{harbour}\tHarbour talks resume\n"


def test_an_article_does_not_wait_long_for_others_to_be_written_with_it(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = list[int]()

    def seen(path: Path) -> Raw:
        there.append(len(list(home.glob("data/**/sources/*.txt"))))
        return read(path)

    (home / "a.txt").write_text(HARBOUR, "utf-8")
    (home / "b.txt").write_text(FERRY, "utf-8")
    monkeypatch.setattr("tui.cli.documents.read", seen)
    monkeypatch.setattr("tui.cli.adding.PATIENCE", -1)
    postil("add", "a.txt", "b.txt")
    assert there == [0, 1]


def test_a_document_whose_article_was_damaged_is_added_again_and_mends_it(
    postil: Postil, home: Path, harbour: str
) -> None:
    (text,) = home.rglob(f"{harbour}.txt")
    text.unlink()
    assert postil("add", "harbour.txt").out == f"added\t{harbour}\tHarbour talks resume\n"
    assert postil("show", harbour, "--raw").out == HARBOUR
