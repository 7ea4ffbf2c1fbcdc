"""The list is there at once, and true a moment later."""

import os
from pathlib import Path

import pytest

from annotations import index, sources
from annotations.count import counted, words
from annotations.edit import Change, Edit
from annotations.index import Row
from annotations.library import Library
from annotations.store import Store
from seeds.article import Kind
from tests.annotations.shelf import AT, article, deleted, now, quote, said, shelved, tagged

TITLES = ("Ferry talks begin", "A mine is closed", "Border talks end")


@pytest.fixture
def talks(tmp_path: Path) -> tuple[Library, list[str]]:
    given = [article(f"{title}\nThe crews met today.\nFollow us\n", title=title) for title in TITLES]
    return shelved(tmp_path / "talks", *given)


def test_rows_are_in_the_order_of_adding(talks: tuple[Library, list[str]]) -> None:
    made, known = talks
    assert [row.title for row in index.rows(made, "mh")] == list(TITLES)
    earlier = article("From long ago\nbody\n", title="From long ago", minutes=-5)
    assert sources.write(made, earlier)
    assert [row.title for row in index.rows(made, "mh")] == ["From long ago", *TITLES]
    assert known != sorted(known)  # else this shows nothing


def test_a_row_says_what_is_known_and_what_was_said(talks: tuple[Library, list[str]]) -> None:
    made, known = talks
    store = Store(made, "mh", now=now)
    participant = quote(9)._replace(tag="participant")
    store.commit(known[0], tagged(7, 8))
    store.commit(known[0], Edit((Change(None, participant),), "", AT))
    store.commit(known[0], said("status", None, "done"))
    expected = Row(
        known[0], "Ferry talks begin", "The Tern Courier", "2024-05-03", "en", 7, 2, "done",
        {"quote": 2, "participant": 1}, "ferry.txt",
    )  # fmt: skip
    assert index.rows(made, "mh")[0] == expected
    store.flush()
    assert index.rows(made, "mh")[0] == expected
    assert index.rows(made, "jo")[0] == expected._replace(status="unread", counts={})


def test_the_cache_gives_the_same_rows_without_a_look_at_the_articles(talks: tuple[Library, list[str]]) -> None:
    made, known = talks
    assert index.cached(made, "mh") == []
    rows = index.rows(made, "mh")
    (made.sources / f"{known[1]}.txt").unlink()
    assert index.cached(made, "mh") == rows
    assert index.rows(made, "mh") == rows


@pytest.mark.parametrize("flush", [False, True])
def test_a_refresh_sees_what_changed(talks: tuple[Library, list[str]], flush: bool) -> None:
    made, known = talks
    rows = index.rows(made, "mh")
    store = Store(made, "mh", now=now)
    store.commit(known[1], tagged(7))
    store.commit(known[2], said("title", None, "Border talks fail"))
    store.commit(known[2], said("kind 0-16", None, "chrome"))
    if flush:
        store.flush()
    assert sources.write(made, article("Anew\nbody\n", title="Anew", minutes=1))
    *steps, found = index.refresh(made, "mh", rows)
    assert steps == [None] * len(steps)
    assert found
    assert found[0] is rows[0]
    assert [row.title for row in found] == ["Ferry talks begin", "A mine is closed", "Border talks fail", "Anew"]
    assert [row.counts for row in found] == [{}, {"quote": 1}, {}, {}]
    assert (found[2].words, found[2].folded) == (4, 5)
    assert index.cached(made, "mh") == found
    undo = store.open(known[1]).history.undo(AT)
    assert undo
    store.commit(known[1], undo)
    assert index.rows(made, "mh")[1].counts == {}


def test_a_tag_of_another_program_is_counted(talks: tuple[Library, list[str]]) -> None:
    made, known = talks
    other = Store(made, "jo", now=now)
    other.commit(known[0], tagged(7, 8))
    other.flush()
    index.rows(made, "mh")
    (made.annotations / "jo").rename(made.annotations / "mh")
    assert index.rows(made, "mh")[0].counts == {"quote": 2}


def test_an_article_that_is_gone_leaves_the_list_when_it_is_made_true(talks: tuple[Library, list[str]]) -> None:
    made, known = talks
    index.rows(made, "mh")
    for suffix in ("json", "txt"):
        (made.sources / f"{known[1]}.{suffix}").unlink()
    assert [row.id for row in index.rows(made, "mh")] == [known[0], known[2]]
    assert [row.id for row in index.cached(made, "mh")] == [known[0], known[2]]


def test_nothing_is_written_where_nothing_changed(talks: tuple[Library, list[str]]) -> None:
    made, _ = talks
    index.rows(made, "mh")
    path = made.local / "index" / "mh.json"
    before = path.stat()
    os.utime(path, ns=(1, 1))
    index.rows(made, "mh")
    assert path.stat().st_mtime_ns == 1
    assert path.stat().st_ino == before.st_ino


def test_an_absent_library_has_no_rows_and_is_not_made(tmp_path: Path) -> None:
    opened = Library.open(tmp_path / "talks")
    assert index.cached(opened, "mh") == index.rows(opened, "mh") == []
    assert not (tmp_path / "talks").exists()


@pytest.mark.parametrize(
    "cache",
    [b"", b"0\n", b"2\n[1]", b"3\n", b"3\n[", b"3\n[1]\n\n[2]", b"3\n[]\n\n", b"\xff", b"3\n3\n\n3\n", b"3\n\n\n[]"],
)
def test_a_cache_that_is_none_is_made_again(talks: tuple[Library, list[str]], cache: bytes) -> None:
    made, _ = talks
    rows = index.rows(made, "mh")
    path = made.local / "index" / "mh.json"
    path.write_bytes(cache)
    assert index.cached(made, "mh") == []
    assert index.rows(made, "mh") == rows
    whole = path.read_bytes()
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at])
        assert index.rows(made, "mh") == rows


@pytest.mark.parametrize("text", [b"Another text.", b"", b"\xff\xfe\xfd"])
def test_an_article_whose_text_was_changed_or_spoilt_keeps_its_title_in_the_list(
    talks: tuple[Library, list[str]], text: bytes
) -> None:
    made, known = talks
    Store(made, "mh", now=now).commit(known[1], said("publication", None, "Upland Radio"))
    path = made.sources / f"{known[1]}.txt"
    whole = path.read_bytes()
    path.write_bytes(text)
    rows = index.rows(made, "mh")
    assert [row.id for row in rows] == known
    assert (rows[1].title, rows[1].publication, rows[1].words) == (TITLES[1], "Upland Radio", 0)
    path.write_bytes(whole)
    assert index.rows(made, "mh")[1].words == 8


def test_an_article_of_which_nothing_can_be_read_stays_in_the_list(talks: tuple[Library, list[str]]) -> None:
    made, known = talks
    (made.sources / f"{known[1]}.json").write_bytes(b"{")
    assert [row.title for row in index.rows(made, "mh") if row.id == known[1]] == [known[1]]


def test_damaged_annotations_count_what_can_be_restored(talks: tuple[Library, list[str]]) -> None:
    made, known = talks
    store = Store(made, "mh", now=now)
    store.commit(known[0], tagged(7))
    store.flush()
    path = made.annotations / "mh" / f"{known[0]}.json"
    path.write_bytes(path.read_bytes()[:50])
    assert index.rows(made, "mh")[0].counts == {"quote": 1}
    store.commit(known[0], deleted(quote(7)))
    assert index.rows(made, "mh")[0].counts == {}


def test_a_long_list_is_refreshed_in_slices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, _ = shelved(tmp_path / "talks", *(article(f"Article {number}\nbody\n") for number in range(50)))
    monkeypatch.setattr(index, "SLICE", 0.0)
    *steps, found = index.refresh(made, "mh", [])
    assert len(steps) > 50
    assert found
    assert len(found) == 50


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        ("The port\u00a0authority — 3,000 people.", 6),
        ("停火谈判，周一开始。", 8),
        ("BBCの記者 Holt", 5),
        ("휴전 협상이 시작됐다", 3),
        ("اجتمعوا اليوم", 2),
    ],
)
def test_words_are_counted_by_one_rule(text: str, number: int) -> None:
    assert words(text) == number


def test_chrome_is_counted_apart() -> None:
    given = article("Title here\nA body of words.\nFollow us\n")
    assert [block.kind for block in given.blocks] == [Kind.TITLE, Kind.BODY, Kind.CHROME]
    assert counted(given) == (6, 2)
