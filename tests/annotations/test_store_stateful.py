"""Whatever is done to an article in whatever order, the store says what a plain model in memory says."""

import os
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tinydb import TinyDB

from annotations import tables
from annotations.edit import Edit
from annotations.merge_file import merged_file
from annotations.store import Folio
from annotations.tables import Tables
from tests.annotations.model import File, Model
from tests.annotations.shelf import AT, Desk, deleted, noted, quote, said, tagged

NOTES = st.sampled_from(["", "on the pier", "“who says so?”\n\u2028", "\ud800"])
STATUSES = st.sampled_from(["reading", "done", "skipped"])
PICK = st.integers(0, 5)
TITLES = st.sampled_from(["Talks", "No ferry", None])
RUNS = st.sampled_from(["", "typing"])


def changed_elsewhere(known: Tables, pick: int, note: str, how: str, number: int) -> Tables:
    """What another machine made of a file."""
    found, edition = dict(known.annotations), f"{number:016x}"
    one = found[sorted(found)[pick % len(found)]] if found else None
    if how == "add" or one is None:
        found[number] = quote(number)
    elif how == "note":
        found[one.id] = one._replace(note=note, modified=AT + timedelta(minutes=number))
    else:
        del found[one.id]
    return known._replace(annotations=found, edition=edition)


class Library(RuleBasedStateMachine):
    """One article, one coder, and everything that may happen to the two files of theirs."""

    def __init__(self) -> None:
        super().__init__()
        self.unsynced = patch.object(os, "fsync", lambda _: None)
        self.unsynced.start()
        self.folder = TemporaryDirectory()
        self.desk = Desk(Path(self.folder.name) / "talks")
        self.store, self.model = self.desk.store(), Model()
        self.older: list[tuple[bytes, File]] = []
        self.next, self.outside, self.merges = 1, False, 0
        self.notices: tuple[str, ...] = ()

    def teardown(self) -> None:
        try:
            self.store.close()
            self.model.flush()
            self.assert_file()
        finally:
            self.unsynced.stop()
            self.folder.cleanup()

    def do(self, edit: Edit) -> None:
        folio = self.store.commit(self.desk.id, edit)
        self.model.commit(edit)
        self.assert_shown(folio)

    @rule(many=st.integers(1, 2))
    def tag(self, many: int) -> None:
        taken = self.model.layer.annotations
        free = [number for number in range(self.next, self.next + 20) if number not in taken][:many]
        self.next = free[-1] + 1
        self.do(tagged(*free))

    @precondition(lambda self: self.model.layer.annotations)
    @rule(pick=PICK)
    def delete(self, pick: int) -> None:
        self.do(deleted(self.picked(pick)))

    @precondition(lambda self: self.model.layer.annotations)
    @rule(pick=PICK, note=NOTES, run=RUNS)
    def note(self, pick: int, note: str, run: str) -> None:
        self.do(noted(self.picked(pick), note)._replace(run=run))

    @rule(status=STATUSES)
    def status(self, status: str) -> None:
        self.do(said("status", self.model.layer.own.get("status"), status))

    @rule(title=TITLES)
    def correct(self, title: str | None) -> None:
        self.do(said("title", self.model.layer.corrections.get("title"), title))

    @rule(again=st.booleans())
    def undo_or_redo(self, again: bool) -> None:
        history = self.model.history
        if edit := history.redo(AT) if again else history.undo(AT):
            self.do(edit)

    @rule()
    def flush(self) -> None:
        self.store.flush(self.desk.id)
        self.model.flush()
        self.keep()

    @rule()
    def crash(self) -> None:
        """Or another program that begins: a store that knows nothing."""
        self.store = self.desk.store()

    @rule(number=st.integers(100, 999), part=st.floats(0.01, 0.99))
    def crash_in_the_middle_of_an_edit(self, number: int, part: float) -> None:
        """What a kill leaves of an edit that was never acknowledged: a part of its record."""
        before = self.desk.where.log.read_bytes() if self.desk.where.log.exists() else b""
        self.desk.store().commit(self.desk.id, tagged(number))
        after = self.desk.where.log.read_bytes()
        start = next((at for at, byte in enumerate(before) if after[at] != byte), len(before))
        self.desk.where.log.write_bytes(after[: start + max(1, int((len(after) - start - 2) * part))])
        self.store = self.desk.store()

    @precondition(lambda self: self.model.file)
    @rule(pick=PICK, note=NOTES, how=st.sampled_from(["insert", "update", "remove", "status"]))
    def change_from_outside(self, pick: int, note: str, how: str) -> None:
        with TinyDB(self.desk.where.file) as db:
            known = sorted(db.all(), key=lambda document: document.doc_id)
            one = known[pick % len(known)] if known else None
            if how == "status":
                db.table("article").update({"status": "done"})
            elif one is None:
                return
            elif how == "insert":
                db.insert({**one, "note": note})
            elif how == "update":
                db.update({"note": note}, doc_ids=[one.doc_id])
            else:
                db.remove(doc_ids=[one.doc_id])
        assert self.model.file
        self.found(File(self.in_file(), self.model.file.edition))

    @precondition(lambda self: self.older)
    @rule(pick=PICK)
    def put_an_older_file_back(self, pick: int) -> None:
        data, file = self.older[pick % len(self.older)]
        self.desk.where.file.parent.mkdir(parents=True, exist_ok=True)
        self.desk.where.file.write_bytes(data)
        self.found(file)

    @precondition(lambda self: self.older and self.model.file)
    @rule(pick=PICK, note=NOTES, how=st.sampled_from(["add", "note", "delete"]))
    def merge(self, pick: int, note: str, how: str) -> None:
        """Another machine went on from an earlier file, and git merges what it did into the one that is here."""
        assert self.model.file
        base, ours = self.older[pick % len(self.older)][0], self.desk.where.file.read_bytes()
        self.merges += 1
        theirs = changed_elsewhere(tables.parse("", base), pick, note, how, 1000 + self.merges)
        path = self.desk.where.file.relative_to(self.desk.library.root)
        data, _ = merged_file(path, base, ours, tables.dump(tables.of(*theirs[:4])))
        self.desk.where.file.write_bytes(data)
        here = self.in_file() == self.model.file.said
        self.found(self.model.file if here else File(self.in_file(), -self.merges))

    @precondition(lambda self: self.model.file)
    @rule()
    def delete_the_file(self) -> None:
        self.desk.where.file.unlink()
        self.model.lost()

    @invariant()
    def the_store_says_what_the_model_says(self) -> None:
        self.assert_shown(self.store.open(self.desk.id))
        if self.outside:
            assert any("changed by another program" in notice for notice in self.notices)
        self.outside, self.notices = False, ()
        if self.model.file is None and self.desk.where.file.exists():
            self.model.lost()  # mended late: there was nothing in it when it went
        self.assert_file()

    def assert_shown(self, folio: Folio) -> None:
        self.notices += folio.notices
        assert folio.layer == self.model.layer
        assert folio.history == self.model.history

    def assert_file(self) -> None:
        assert self.in_file() == (self.model.file.said if self.model.file else ({}, {}))

    def found(self, file: File) -> None:
        self.outside = self.model.found(file)

    def picked(self, pick: int) -> Any:
        ones = self.model.layer.in_order
        return ones[pick % len(ones)]

    def in_file(self) -> tuple[dict[int, Any], dict[str, str]]:
        if not self.desk.where.file.exists():
            return {}, {}
        found = tables.parse("", self.desk.where.file.read_bytes())
        return found.annotations, found.own

    def keep(self) -> None:
        if self.model.file:
            self.older.append((self.desk.where.file.read_bytes(), self.model.file))


TestStore = Library.TestCase
TestStore.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


def test_what_is_changed_from_outside_in_a_file_that_was_restored_is_taken(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "talks")
    store = desk.store()
    store.commit(desk.id, said("status", None, "reading"))
    store.flush(desk.id)
    store.commit(desk.id, tagged(7))
    desk.where.file.unlink()
    assert set(store.open(desk.id).layer.annotations) == {7}
    with TinyDB(desk.where.file) as db:
        db.remove(doc_ids=[7])
    assert not store.open(desk.id).layer.annotations
