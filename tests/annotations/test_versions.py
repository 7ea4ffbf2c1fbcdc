"""A later version takes the earlier one's place in the list, and no file can make an article vanish from it."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import index, sources, versions
from annotations.carry import carry
from annotations.codebook import DEFAULT
from annotations.edit import Change, Edit
from annotations.export.fields import Fields
from annotations.export.rows import FIXED
from annotations.export.table import Choice, table
from annotations.library import Library
from annotations.state import places
from annotations.store import Store
from seeds.errors import Problem
from tests.annotations.shelf import AT, TEXT, article, now, quote, said, shelved, tagged

TITLES = ("Ferry talks begin", "A mine is closed", "Border talks end", "Ferry talks fail")


def add(library: Library, title: str, replaces: str = "", minutes: int = 0) -> str:
    text = f"{title}\nThe crews met today.\nFollow us\n"
    written = sources.write(library, article(text, title=title, minutes=minutes)._replace(replaces=replaces))
    assert written
    return written.id


def replace(library: Library, article_id: str, replaces: str) -> None:
    path = library.sources / f"{article_id}.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"replaces": replaces}))


def listed(library: Library, coder: str = "mh") -> list[str]:
    """The titles of the list; what the cache tells is the same."""
    rows = index.rows(library, coder)
    assert index.cached(library, coder) == rows
    assert index.rows(library, coder) == rows
    return [row.title for row in rows]


@pytest.fixture
def shelf(tmp_path: Path) -> tuple[Library, dict[str, str]]:
    library, _ = shelved(tmp_path / "talks", article("Earlier than all\nbody\n", title="Earlier", minutes=-9))
    known = {title: add(library, title) for title in TITLES[:3]}
    known[TITLES[3]] = add(library, TITLES[3], known[TITLES[0]], 5)
    return library, known


def test_the_later_version_stands_where_the_first_one_stood(shelf: tuple[Library, dict[str, str]]) -> None:
    library, known = shelf
    assert listed(library) == ["Earlier", "Ferry talks fail", "A mine is closed", "Border talks end"]
    add(library, "Ferry talks go on", known["Ferry talks fail"], 9)
    assert listed(library) == ["Earlier", "Ferry talks go on", "A mine is closed", "Border talks end"]


def test_two_versions_of_the_same_article_are_both_listed(shelf: tuple[Library, dict[str, str]]) -> None:
    library, known = shelf
    add(library, "Ferry talks go on", known["Ferry talks begin"], 9)
    assert listed(library)[:3] == ["Earlier", "Ferry talks fail", "Ferry talks go on"]


def test_a_later_version_that_goes_gives_the_place_back(shelf: tuple[Library, dict[str, str]]) -> None:
    library, known = shelf
    listed(library)
    for suffix in ("json", "txt"):
        (library.sources / f"{known['Ferry talks fail']}.{suffix}").unlink()
    assert listed(library) == ["Earlier", *TITLES[:3]]


def test_what_replaces_nothing_that_is_here_stands_in_its_own_place(shelf: tuple[Library, dict[str, str]]) -> None:
    library, _ = shelf
    add(library, "Late", "d00000000000", 7)
    assert listed(library)[-1] == "Late"


def test_articles_that_replace_each_other_in_a_ring_are_all_listed(shelf: tuple[Library, dict[str, str]]) -> None:
    library, known = shelf
    replace(library, known["Ferry talks begin"], known["Ferry talks fail"])
    assert listed(library) == ["Earlier", *TITLES]
    replace(library, known["A mine is closed"], known["A mine is closed"])
    replace(library, known["Border talks end"], known["Ferry talks begin"])
    assert listed(library) == ["Earlier", "Border talks end", "A mine is closed", "Ferry talks fail"]


def test_a_title_means_the_newest_version_and_an_id_means_any(shelf: tuple[Library, dict[str, str]]) -> None:
    library, known = shelf
    first, last = known["Ferry talks begin"], known["Ferry talks fail"]
    for word in ("ferry talks", "Ferry talks begin", "BEGIN", "fail"):
        assert sources.resolve(library, word) == last
    for one in known.values():
        assert sources.resolve(library, one) == sources.resolve(library, one[:9]) == one
    second = add(library, "Ferry talks go on", first, 9)
    with pytest.raises(Problem) as raised:
        sources.resolve(library, "begin")
    assert last in str(raised.value)
    assert second in str(raised.value)


def test_what_is_still_to_be_carried_over_counts(tmp_path: Path) -> None:
    library, [first] = shelved(tmp_path / "talks")
    store = Store(library, "mh", now=now)
    store.commit(first, tagged(7, 8))
    store.commit(first, said("status", None, "done"))
    later = sources.write(library, article("News.\n" + TEXT, minutes=1)._replace(replaces=first))
    assert later
    [row] = index.rows(library, "mh")
    assert (row.id, row.counts, row.status) == (later.id, {"quote": 2}, "done")
    assert [row.counts for row in index.rows(library, "jo")] == [{}]
    carry(store, later, AT)
    assert [row.counts for row in index.rows(library, "mh")] == [{"quote": 2}]
    store.commit(first, tagged(9))
    assert [row.counts for row in index.rows(library, "mh")] == [{"quote": 3}]


def test_nothing_is_written_where_nothing_changed(shelf: tuple[Library, dict[str, str]]) -> None:
    library, known = shelf
    Store(library, "mh", now=now).commit(known["Ferry talks begin"], tagged(7))
    index.rows(library, "mh")
    path = library.local / "index" / "mh.json"
    before = path.stat()
    index.rows(library, "mh")
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def exported(library: Library, *ids: str, everybody: bool = False) -> tuple[list[Mapping[str, str]], list[str]]:
    """The rows of an export, and what was left out."""
    refused: list[Problem] = []
    found = table(Store(library, "mh", now=now), Choice(ids, everybody=everybody), refused.append)
    return list(found.rows), list(map(str, refused))


def test_what_is_still_to_be_carried_over_is_exported_with_the_version_that_is_listed(tmp_path: Path) -> None:
    library, [first] = shelved(tmp_path / "talks")
    for coder, number in (("mh", 7), ("jo", 8)):
        store = Store(library, coder, now=now)
        store.commit(first, tagged(number))
        store.close()
    later = sources.write(library, article("News.\n" + TEXT, minutes=1)._replace(replaces=first))
    assert later
    for everybody, ids in ((False, ["a7"]), (True, ["a7", "a8"])):
        rows, refused = exported(library, everybody=everybody)
        assert refused == []
        assert sorted(row["annotation_id"] for row in rows) == ids
        assert {row["article_id"] for row in rows} == {later.id}
        assert all(("News.\n" + TEXT)[int(row["start"]) : int(row["end"])] == row["text_exact"] for row in rows)
    assert [row["article_id"] for row in exported(library, first)[0]] == [first]


@pytest.mark.parametrize("own", [False, True])
def test_what_cannot_be_read_of_the_earlier_version_is_told_once_and_the_rest_is_exported(
    tmp_path: Path, own: bool
) -> None:
    library, [first] = shelved(tmp_path / "talks")
    store = Store(library, "mh", now=now)
    store.commit(first, tagged(7))
    store.close()
    later = sources.write(library, article("News.\n" + TEXT, minutes=1)._replace(replaces=first))
    assert later
    if own:
        store.commit(later.id, tagged(9))
    path = places(library, "mh", first).file
    path.write_bytes(path.read_bytes()[:30])
    rows, refused = exported(library)
    assert [row["annotation_id"] for row in rows] == (["a9"] if own else [])
    assert len(refused) == 1
    assert str(path) in refused[0]


def test_an_annotation_without_a_place_is_a_row_with_its_words(tmp_path: Path) -> None:
    library, [known] = shelved(tmp_path / "talks")
    store = Store(library, "mh", now=now)
    lost = quote(7)._replace(spans=(), exact=("We  never\nmet.",), note="where?")
    store.commit(known, tagged(8))
    store.commit(known, Edit((Change(None, lost),), "carried over", AT))
    row, there = exported(library)[0]
    assert (row["text"], row["text_exact"]) == ("We never met.", "We  never\nmet.")
    assert (row["anchor_status"], row["note"], row["tag"]) == ("orphaned", "where?", "quote")
    empty = {name for name in FIXED if not row.get(name)}
    assert empty >= {
        "start", "end", "spans", "block_kind", "paragraph_no", "sentence_no", "context_before", "sentence",
        "context_after", "within_ids",
    }  # fmt: skip
    assert there["anchor_status"] == "exact"
    assert "a7" not in there["within_ids"]


def test_where_a_name_was_read_is_told_of_the_text_as_it_is(tmp_path: Path) -> None:
    library, [known] = shelved(tmp_path / "talks")
    Store(library, "mh", now=now).commit(known, tagged(7))
    (library.sources / f"{known}.txt").write_text("News.\n" + TEXT, "utf-8")
    sources.agree(library, sources.changed(library, known))
    [row] = exported(library)[0]
    start, end = (int(row[f"quote_speaker_{which}"]) for which in ("start", "end"))
    assert ("News.\n" + TEXT)[start:end] == row["quote_speaker"] == "Mara Holt"
    assert row["anchor_status"] == "moved"
    assert "quote_speaker_start" in Fields(DEFAULT, FIXED).columns


IDS = st.sampled_from("abcdefgh")


@given(st.dictionaries(IDS, st.sampled_from("abcdefghxy"), min_size=1))
def test_whatever_files_say_something_is_listed_and_everything_can_be_reached(replaces: dict[str, str]) -> None:
    links = versions.earlier(replaces)
    shown = replaces.keys() - set(links.values())
    assert shown
    assert {one for article in replaces for one in versions.newest(links, article)} == shown
    firsts = versions.origins(links)
    assert firsts.keys() == links.keys()
    for one, first in firsts.items():
        assert first not in links
        assert one in links
    for one, before in replaces.items():
        assert links.get(one, before) == before
