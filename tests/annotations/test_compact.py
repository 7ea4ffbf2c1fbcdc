"""A history stays within bounds, and what is let go of is only what undo does not reach."""

from pathlib import Path

import pytest

from annotations import compact, history, log
from annotations.check import check
from annotations.compact import compacted
from annotations.edit import Change, Edit
from annotations.past import entries
from tests.annotations.shelf import AT, Desk, deleted, noted, quote, said, tagged


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk on which a history is long with more than twelve records, and keeps the last three."""
    monkeypatch.setattr(compact, "LONGEST", 12)
    monkeypatch.setattr(compact, "KEPT", 3)
    return Desk(tmp_path / "talks")


def test_a_long_history_keeps_its_last_edits_and_the_state_before_them(desk: Desk) -> None:
    store = desk.store()
    for number in range(1, 14):
        store.commit(desk.id, tagged(number))
    store.flush()
    folio = desk.store().open(desk.id)
    assert folio.notices == ()
    assert set(folio.layer.annotations) == set(range(1, 14))
    assert [step[0].label for step in folio.history.done] == ["tagged (11,)", "tagged (12,)", "tagged (13,)"]
    assert entries(desk.library, "mh", desk.id)[0].what == "what was done before this is no longer kept"
    assert list(check(desk.library)) == []


def test_a_history_is_never_longer_than_its_bound_however_long_one_works(desk: Desk) -> None:
    store = desk.store()
    longest = 0
    for number in range(1, 80):
        store.commit(desk.id, tagged(number))
        store.flush()
        longest = max(longest, desk.where.log.read_bytes().count(b'"label"'))
    assert longest <= 14
    assert set(desk.store().open(desk.id).layer.annotations) == set(range(1, 80))


def test_a_large_history_is_shortened_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compact, "LONGEST", 1000)
    monkeypatch.setattr(compact, "LARGEST", 20_000)
    store = desk.store()
    for number in range(1, 40):
        store.commit(desk.id, tagged(number))
        store.flush()
        store.commit(desk.id, deleted(quote(number)))
        store.flush()
    assert desk.where.log.stat().st_size < 25_000
    assert desk.store().open(desk.id).layer.annotations == {}


def test_an_undo_after_shortening_takes_back_what_it_says(desk: Desk) -> None:
    store = desk.store()
    for number in range(1, 14):
        folio = store.commit(desk.id, tagged(number))
    store.flush()
    undo = store.open(desk.id).history.undo(folio.history.done[-1][-1].at)
    assert undo
    assert set(store.commit(desk.id, undo).layer.annotations) == set(range(1, 13))
    assert set(desk.store().open(desk.id).layer.annotations) == set(range(1, 13))


def test_a_history_that_begins_with_the_words_of_another_program_is_shortened(desk: Desk) -> None:
    desk.filled(flush=True)
    desk.where.log.unlink()
    store = desk.store()
    for number in range(20, 40):
        store.commit(desk.id, tagged(number))
    store.commit(desk.id, said("status", "reading", "done"))
    store.flush()
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == {7, 8, *range(20, 40)}
    assert folio.layer.status == "done"


def test_what_the_annotation_file_lacks_is_never_let_go(desk: Desk) -> None:
    store = desk.store()
    for number in range(1, 14):
        store.commit(desk.id, tagged(number))
    assert compacted(desk.where.log.read_bytes()) is None


def test_a_damaged_history_is_left_for_the_repair(desk: Desk) -> None:
    store = desk.store()
    for number in range(1, 10):
        store.commit(desk.id, tagged(number))
    store.flush()
    lines = desk.where.log.read_bytes().split(b"\n")
    assert compacted(b"\n".join([*lines[:2], b"nonsense", *lines[3:]])) is None
    assert compacted(b"\n".join(lines)[:-20]) is None
    assert compacted(b"") is None


def test_records_that_do_not_lead_where_they_say_are_not_thrown_away(desk: Desk) -> None:
    store = desk.store()
    for number in range(1, 7):
        store.commit(desk.id, tagged(number))
    wrong = log.of_edit(7, 12345, noted(quote(6), "no such state"))
    known = log.parse(desk.where.log.read_bytes())
    more = b"".join(log.of_edit(n, 12345, tagged(n)) for n in range(8, 12))
    assert compacted(desk.where.log.read_bytes()[: known.end] + wrong + more + log.of_mark(11)) is None


def test_as_many_edits_are_kept_as_undo_reaches_back() -> None:
    assert compact.KEPT == history.REACH


def test_the_last_edit_can_be_undone_however_large_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compact, "LARGEST", 2_000)
    store = desk.store()
    store.commit(desk.id, tagged(1))
    store.commit(desk.id, tagged(*range(2, 40)))
    store.commit(desk.id, Edit(tuple(Change(quote(n), None) for n in range(2, 40)), "deleted many", AT))
    store.flush()
    folio = desk.store().open(desk.id)
    assert [step[0].label for step in folio.history.done] == ["deleted many"]
    assert folio.notices == ()
    desk.store().commit(desk.id, tagged(50))
    assert desk.store().open(desk.id).notices == ()
