"""What other programs do to an annotation file is taken, and named; what had not reached it is put on top."""

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from annotations import files, locks, tables
from annotations.merge_file import merged_file
from annotations.past import layer_at
from tests.annotations.shelf import AT, Desk, deleted, quote, said, tagged


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "talks")


def test_an_older_file_gets_the_rest_replayed_and_that_is_said_once(desk: Desk) -> None:
    store = desk.store()
    store.commit(desk.id, tagged(1))
    store.flush()
    older = desk.where.file.read_bytes()
    store.commit(desk.id, tagged(2))
    store.flush()
    desk.where.file.write_bytes(older)
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == {1, 2}
    [notice] = folio.notices
    assert notice.endswith("one of an earlier time: what it lacks, 1 edit, was put back from the history")
    assert desk.where.file.read_bytes() != older
    assert desk.store().open(desk.id).notices == ()


Outsider = Callable[[Any], object]


@pytest.mark.parametrize(
    ("change", "words", "left"),
    [
        (lambda db: db.remove(doc_ids=[7]), "1 deleted", {8}),
        (lambda db: db.update({"note": "seen"}, doc_ids=[7, 8]), "2 changed", {7, 8}),
        (lambda db: db.insert({**db.get(doc_id=7), "tag": "participant"}), "1 added", {7, 8, 9}),
    ],
)
def test_a_change_by_another_program_is_taken_and_named(
    desk: Desk, change: Outsider, words: str, left: set[int]
) -> None:
    desk.filled(flush=True)
    with TinyDB(desk.where.file) as db:
        change(db)
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == left
    assert words in folio.notices[0]
    assert desk.store().open(desk.id).notices == ()
    assert set(desk.store().commit(desk.id, tagged(99)).layer.annotations) == left | {99}


def test_a_change_by_another_program_while_the_store_is_open_is_taken_at_the_next_commit(desk: Desk) -> None:
    desk.filled(flush=False)
    store = desk.store()
    store.flush(desk.id)
    with TinyDB(desk.where.file) as db:
        db.remove(doc_ids=[8])
    folio = store.commit(desk.id, tagged(9))
    assert set(folio.layer.annotations) == {7, 9}
    assert "1 deleted" in folio.notices[0]


def test_a_change_from_outside_keeps_the_tags_that_had_not_reached_the_file(desk: Desk) -> None:
    desk.filled(flush=True)
    store = desk.store()
    store.commit(desk.id, tagged(9))
    store.commit(desk.id, deleted(quote(8)))
    with TinyDB(desk.where.file) as db:
        db.update({"note": "from afar"}, doc_ids=[8])
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == {7, 8, 9}
    assert folio.layer.annotations[8].note == "from afar"
    assert "deleted a8" in folio.notices[1]  # it does not fit any more, and is named
    assert [step[0].label for step in folio.history.done] == ["tagged (9,)"]
    again = desk.store()
    assert again.open(desk.id).layer == folio.layer
    again.flush(desk.id)
    assert desk.store().open(desk.id).layer == folio.layer


def test_a_file_that_another_program_wrote_otherwise_but_says_the_same_is_no_change(desk: Desk) -> None:
    layer = desk.filled(flush=True)
    desk.where.file.write_text(json.dumps(json.loads(desk.where.file.read_bytes()), indent=4), "utf-8")
    folio = desk.store().open(desk.id)
    assert folio.layer == layer
    assert folio.notices == ()
    assert len(folio.history.done) == 3


def test_tables_of_somebody_else_in_the_file_are_kept(desk: Desk) -> None:
    desk.filled(flush=True)
    with TinyDB(desk.where.file) as db:
        db.table("mine").insert({"a": 1})
    store = desk.store()
    store.commit(desk.id, tagged(9))
    store.flush()
    with TinyDB(desk.where.file, access_mode="r") as db:
        assert db.table("mine").all() == [{"a": 1}]
        assert len(db.all()) == 3


def test_a_change_from_outside_in_the_moment_of_a_flush_is_not_overwritten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.filled(flush=True)
    store = desk.store()
    store.commit(desk.id, tagged(9))
    really = locks.locked
    outside = [lambda: TinyDB(desk.where.file).remove(doc_ids=[8])]

    def locked(path: Path) -> AbstractContextManager[None]:
        if path.name == "files.lock" and outside:
            outside.pop()()
        return really(path)

    monkeypatch.setattr("annotations.store.locked", locked)
    store.flush()
    assert set(store.open(desk.id).layer.annotations) == {7, 9}
    with TinyDB(desk.where.file, access_mode="r") as db:
        assert {document.doc_id for document in db.all()} == {7, 9}


def test_what_was_deleted_on_another_machine_stays_deleted(desk: Desk) -> None:
    """The file is again what it was earlier here, but not because it lacks anything."""
    store = desk.store()
    store.commit(desk.id, tagged(1))
    store.flush()
    store.commit(desk.id, tagged(2))
    store.flush()
    here = desk.where.log.read_bytes()
    desk.where.log.unlink()  # the other machine has a history of its own
    other = desk.store()
    other.commit(desk.id, deleted(quote(2)))
    other.flush()
    desk.where.log.write_bytes(here)
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == {1}
    assert "1 deleted" in folio.notices[0]
    assert desk.store().open(desk.id).notices == ()


def test_a_file_of_another_machine_that_was_not_yet_written_again_is_no_change(desk: Desk) -> None:
    desk.filled(flush=True)
    desk.where.log.unlink()
    desk.store().commit(desk.id, tagged(9))  # killed before the file was replaced
    folio = desk.store().open(desk.id)
    assert (set(folio.layer.annotations), folio.notices) == ({7, 8, 9}, ())


@pytest.mark.parametrize(("field", "named"), [("status", "the article's status changed"), ("note", "note changed")])
def test_a_change_of_what_is_said_of_the_article_is_named(desk: Desk, field: str, named: str) -> None:
    desk.filled(flush=True)
    with TinyDB(desk.where.file) as db:
        db.table("article").update({field: "done"})
    folio = desk.store().open(desk.id)
    assert named in folio.notices[0]
    assert folio.layer.own[field] == "done"


@pytest.mark.parametrize(
    "change",
    [
        lambda db: db.update({"reviewed": True}, doc_ids=[7]),
        lambda db: db.table("article").update({"reviewed": "yes"}),
        lambda db: db.table("article").insert({"status": "done"}),
        lambda db: db.drop_table("_default"),
    ],
)
def test_what_would_be_lost_at_the_next_edit_is_set_aside_and_said(desk: Desk, change: Outsider) -> None:
    layer = desk.filled(flush=True)
    with TinyDB(desk.where.file) as db:
        change(db)
    broken = desk.where.file.read_bytes()
    folio = desk.store().open(desk.id)
    assert folio.layer == layer
    assert "was damaged" in folio.notices[0]
    assert desk.kept()[0].read_bytes() == broken


def test_an_id_that_stands_twice_in_a_file_is_damage(desk: Desk) -> None:
    layer = desk.filled(flush=True)
    lines = desk.where.file.read_bytes().split(b"\n")
    desk.where.file.write_bytes(b"\n".join([lines[0], lines[1], *lines[1:]]))
    folio = desk.store().open(desk.id)
    assert folio.layer == layer
    assert "was damaged" in folio.notices[0]


def test_a_merge_that_gives_an_earlier_state_is_taken_as_it_is(desk: Desk) -> None:
    """Deleted on another machine, while this one changed something and took it back: no file that lacks an edit."""
    store = desk.store()
    store.commit(desk.id, tagged(1))
    store.flush()
    store.commit(desk.id, tagged(2))
    store.flush()
    base = desk.where.file.read_bytes()
    store.commit(desk.id, said("note", None, "mine"))
    store.commit(desk.id, tagged(3))
    store.flush()
    store.commit(desk.id, said("note", "mine", None))
    store.commit(desk.id, deleted(quote(3)))
    store.flush()
    ours = desk.where.file.read_bytes()
    deleted_there = tables.of({1: quote(1)}, {}, {}, "0123456789abcdef")
    data, _ = merged_file(desk.where.file.relative_to(desk.library.root), base, ours, tables.dump(deleted_there))
    desk.where.file.write_bytes(data)
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == {1}
    assert "1 deleted" in folio.notices[0]


def test_a_mark_that_a_kill_prevented_brings_nothing_back_that_was_deleted_outside(desk: Desk) -> None:
    store = desk.store()
    store.commit(desk.id, tagged(1))
    store.commit(desk.id, tagged(2))
    unmarked = desk.where.log.read_bytes()
    store.flush()
    desk.where.log.write_bytes(unmarked)
    with TinyDB(desk.where.file) as db:
        db.remove(doc_ids=[1])
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == {2}
    assert folio.notices[0].endswith("(1 deleted: “We will sit down on Monday,”) and are shown so; undo begins anew")
    assert len(folio.notices) == 1


def test_a_mark_that_a_kill_prevented_is_made_at_the_next_leaving(desk: Desk) -> None:
    store = desk.store()
    store.commit(desk.id, tagged(1))
    unmarked = desk.where.log.read_bytes()
    store.flush()
    desk.where.log.write_bytes(unmarked)
    again = desk.store()
    again.open(desk.id)
    again.flush(desk.id)
    desk.where.file.unlink()
    assert "was gone" in desk.store().open(desk.id).notices[0]


def test_a_change_from_outside_while_the_file_is_made_is_not_overwritten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.filled(flush=True)
    store = desk.store()
    store.commit(desk.id, tagged(9))
    really, outside = files.stage, [lambda: TinyDB(desk.where.file).remove(doc_ids=[8])]

    def stage(path: Path, data: bytes) -> None:
        really(path, data)
        if path == desk.where.file and outside:
            outside.pop()()

    monkeypatch.setattr(files, "stage", stage)
    store.flush()
    assert set(store.open(desk.id).layer.annotations) == {7, 9}
    with TinyDB(desk.where.file, access_mode="r") as db:
        assert {document.doc_id for document in db.all()} == {7, 9}


def test_a_change_from_outside_with_an_old_time_stands_behind_what_was_done_before(desk: Desk) -> None:
    desk.filled(flush=True)
    with TinyDB(desk.where.file) as db:
        db.remove(doc_ids=[8])
    os.utime(desk.where.file, (1, 1))
    desk.store().open(desk.id)
    assert set(layer_at(desk.library, "mh", desk.id, AT - timedelta(seconds=1)).annotations) == set()
    assert set(layer_at(desk.library, "mh", desk.id, AT).annotations) == {7}
