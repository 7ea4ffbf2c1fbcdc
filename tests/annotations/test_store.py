"""Every test runs on memory, on the disk, and on the disk with the store opened again for every step."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from annotations import library, log
from annotations.edit import Conflict, Layer
from annotations.errors import NotSaved
from annotations.files import Stamp
from annotations.migrate import SCHEMA
from annotations.storage import Replacing
from annotations.store import Store
from tests.annotations.shelf import AT, Keeper, Memory, Reopened, deleted, noted, now, quote, said, shelved, tagged

ID = "d12345678901"


@pytest.fixture(params=["memory", "disk", "reopened"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Keeper:
    made = library.init(tmp_path / "talks")
    if request.param == "memory":
        return Memory()
    return Store(made, "mh", now=now) if request.param == "disk" else Reopened(lambda: Store(made, "mh", now=now))


def test_an_article_of_which_nothing_was_said_is_open_and_empty(store: Keeper) -> None:
    folio = store.open(ID)
    assert folio.layer == Layer()
    assert not folio.history.done
    assert folio.notices == ()


def test_a_tag_is_there_when_the_commit_returns_and_at_the_next_open(store: Keeper) -> None:
    folio = store.commit(ID, tagged(7))
    assert folio.layer.annotations == {7: quote(7)}
    assert store.open(ID) == folio


@pytest.mark.parametrize("flushed", [False, True])
def test_what_was_tagged_changed_and_deleted_stays_so(store: Keeper, flushed: bool) -> None:
    store.commit(ID, tagged(7, 8))
    store.commit(ID, noted(quote(7), "said on the pier"))
    if flushed:
        store.flush(ID)
    store.commit(ID, deleted(quote(8)))
    folio = store.open(ID)
    assert [one.note for one in folio.layer.in_order] == ["said on the pier"]
    assert [step[0].label for step in folio.history.done] == ["tagged (7, 8)", "noted “said on the pier”", "deleted a8"]


def test_undo_and_redo_outlive_the_flush(store: Keeper) -> None:
    store.commit(ID, tagged(7))
    store.flush(ID)
    undo = store.open(ID).history.undo(AT)
    assert undo
    assert not store.commit(ID, undo).layer.annotations
    store.flush(ID)
    redo = store.open(ID).history.redo(AT)
    assert redo
    assert store.commit(ID, redo).layer.annotations == {7: quote(7)}
    assert store.open(ID).history.redo(AT) is None


def test_an_edit_that_does_not_fit_changes_nothing(store: Keeper) -> None:
    before = store.commit(ID, tagged(7))
    with pytest.raises(Conflict):
        store.commit(ID, noted(quote(9), "of what?"))
    with pytest.raises(Conflict):
        store.commit(ID, tagged(7))
    assert store.open(ID) == before


def test_status_note_and_corrections_are_kept_and_can_be_taken_back(store: Keeper) -> None:
    store.commit(ID, said("status", None, "done"))
    store.commit(ID, said("note", None, "compare with\nthe Upland piece \u2028 \x1b[2J"))
    store.commit(ID, said("kind 0-27", None, "chrome"))
    folio = store.commit(ID, said("title", None, "Talks on Skarra"))
    assert folio.layer.status == "done"
    assert folio.layer.corrections == {"kind 0-27": "chrome", "title": "Talks on Skarra"}
    undo = folio.history.undo(AT)
    assert undo
    store.commit(ID, undo)
    store.flush(ID)
    assert store.open(ID).layer.corrections == {"kind 0-27": "chrome"}
    assert store.open(ID).layer.own["note"].startswith("compare with\nthe Upland piece \u2028")


def test_articles_do_not_touch_each_other(store: Keeper) -> None:
    store.commit(ID, tagged(7))
    store.commit("dffffffffff1", tagged(8))
    store.flush()
    assert set(store.open(ID).layer.annotations) == {7}
    assert set(store.open("dffffffffff1").layer.annotations) == {8}


STEPS = st.lists(st.sampled_from(["tag", "note", "delete", "undo", "redo", "status", "title", "flush"]), max_size=25)


@given(steps=STEPS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_done_the_disk_says_what_memory_says(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    made = library.init(tmp_path_factory.mktemp("talks"))
    keepers: list[Keeper] = [Memory(), Store(made, "mh", now=now), Reopened(lambda: Store(made, "again", now=now))]
    folios = [_done(keeper, steps, f"{number}") for number, keeper in enumerate(keepers)]
    assert folios[0] == folios[1] == folios[2]


def _done(store: Keeper, steps: list[str], own: str) -> tuple[object, ...]:
    article_id = f"d1234567890{own}"  # corrections are shared by all coders: an article each
    for number, step in enumerate(steps, 1):
        folio = store.open(article_id)
        annotations = folio.layer.in_order
        match step:
            case "tag":
                store.commit(article_id, tagged(number))
            case "note" if annotations:
                store.commit(article_id, noted(annotations[0], f"n{number}"))
            case "delete" if annotations:
                store.commit(article_id, deleted(annotations[-1]))
            case "undo" | "redo" if edit := getattr(folio.history, step)(AT):
                store.commit(article_id, edit)
            case "status":
                before = folio.layer.own.get("status")
                store.commit(article_id, said("status", before, "done" if before != "done" else "reading"))
            case "title":
                store.commit(article_id, said("title", folio.layer.corrections.get("title"), f"title {number}"))
            case "flush":
                store.flush(article_id)
    last = store.open(article_id)
    return last.layer, last.history, last.notices


def test_the_file_opens_with_plain_tinydb(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    store = Store(made, "mh", now=now)
    store.commit(known, tagged(7, 2**53 - 1))
    store.commit(known, said("status", None, "done"))
    store.flush()
    edition = log.parse((made.local / "history" / "mh" / f"{known}.log").read_bytes()).last
    with TinyDB(made.annotations / "mh" / f"{known}.json", access_mode="r") as db:
        assert sorted(document.doc_id for document in db.all()) == [7, 2**53 - 1]
        assert db.get(doc_id=7)["exact"] == list(quote(7).exact)
        assert db.table("article").all() == [{"schema": SCHEMA, "edition": edition, "status": "done"}]


def test_the_file_has_a_line_for_each_annotation(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    store = Store(made, "mh", now=now)
    store.commit(known, tagged(7, 8, 9))
    store.flush()
    lines = (made.annotations / "mh" / f"{known}.json").read_text("utf-8").split("\n")
    assert sum('"tag": "quote"' in line for line in lines) == 3
    assert all(line.count('"tag"') <= 1 for line in lines)
    assert any("“We will sit down on Monday,”" in line for line in lines)


def test_nothing_is_written_for_an_article_that_was_only_opened(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    before = sorted(made.root.rglob("*"))
    store = Store(made, "mh", now=now)
    store.open(known)
    store.flush()
    store.close()
    assert sorted(made.root.rglob("*")) == before


def test_a_correction_alone_makes_no_annotation_file(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    store = Store(made, "mh", now=now)
    store.commit(known, said("title", None, "Talks"))
    store.close()
    assert not (made.annotations / "mh").exists()
    assert Store(made, "other", now=now).open(known).layer.corrections == {"title": "Talks"}


def test_leaving_brings_the_file_up_to_date(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    store = Store(made, "mh", now=now)
    store.commit(known, tagged(7))
    assert not (made.annotations / "mh" / f"{known}.json").exists()
    store.close()
    assert (made.annotations / "mh" / f"{known}.json").exists()


def test_a_tag_made_while_the_file_was_being_replaced_is_in_it_after_leaving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, [known] = shelved(tmp_path / "talks")
    store = Store(made, "mh", now=now)
    store.commit(known, tagged(7))
    really, meanwhile = Replacing.write_over, [tagged(8)]

    def write_over(storage: Replacing, stamp: Stamp, data: dict[str, Any]) -> bool:
        if meanwhile:
            store.commit(known, meanwhile.pop())
        return really(storage, stamp, data)

    monkeypatch.setattr(Replacing, "write_over", write_over)
    store.flush()
    with TinyDB(made.annotations / "mh" / f"{known}.json", access_mode="r") as db:
        assert {document.doc_id for document in db.all()} == {7}
    store.close()
    with TinyDB(made.annotations / "mh" / f"{known}.json", access_mode="r") as db:
        assert {document.doc_id for document in db.all()} == {7, 8}
    assert Store(made, "mh", now=now).open(known).notices == ()


def test_each_coder_has_their_own_and_can_be_read_by_the_others(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    mine, theirs = Store(made, "mh", now=now), Store(made, "jo", now=now)
    mine.commit(known, tagged(7))
    theirs.commit(known, tagged(8))
    theirs.flush()
    assert set(mine.open(known).layer.annotations) == {7}
    assert mine.others(known) == ["jo"]
    assert set(theirs.layer_of("mh", known).annotations) == {7}
    assert mine.others("dffffffffff1") == []


def test_two_stores_of_one_coder_see_each_other(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    one, other = Store(made, "mh", now=now), Store(made, "mh", now=now)
    one.commit(known, tagged(7))
    folio = other.commit(known, tagged(8))
    assert set(folio.layer.annotations) == {7, 8}
    one.flush()
    assert set(one.commit(known, tagged(9)).layer.annotations) == {7, 8, 9}
    other.close()
    assert set(Store(made, "mh", now=now).open(known).layer.annotations) == {7, 8, 9}


def test_a_state_that_cannot_be_read_again_is_never_acknowledged(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    store = Store(made, "mh", now=now)
    empty = tagged(0)
    with pytest.raises(NotSaved, match="0 is no id"):
        store.commit(known, empty)
    assert store.open(known).layer == Layer()


def test_a_time_without_a_zone_is_refused_before_it_is_written(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    store = Store(made, "mh", now=now)
    edit = tagged(7)
    naive = type(edit)(edit.changes, edit.label, datetime(2026, 1, 1))
    with pytest.raises(NotSaved):
        store.commit(known, naive)
