"""What the history tells, and a way back to what was said at some time."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotations.edit import Layer
from annotations.errors import DamagedFile, NoPast
from annotations.past import entries, layer_at, taken_back
from tests.annotations.shelf import AT, Desk, deleted, noted, quote, said, tagged

ONE, TWO, THREE, FOUR = (AT + timedelta(minutes=minutes) for minutes in range(4))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk where seven was tagged at one, noted at two, and eight tagged at three while seven was deleted."""
    made = Desk(tmp_path / "talks")
    store = made.store()
    store.commit(made.id, tagged(7)._replace(at=ONE))
    store.commit(made.id, noted(quote(7), "first")._replace(at=TWO))
    store.commit(made.id, tagged(8)._replace(at=THREE))
    store.commit(made.id, deleted(quote(7)._replace(note="first"))._replace(at=THREE))
    return made


def test_the_history_tells_who_did_what_when(desk: Desk) -> None:
    told = entries(desk.library, "mh", desk.id)
    assert [(one.at, one.coder, one.what) for one in told] == [
        (ONE, "mh", "tagged (7,)"),
        (TWO, "mh", "noted “first”"),
        (THREE, "mh", "tagged (8,)"),
        (THREE, "mh", "deleted a7"),
    ]
    assert entries(desk.library, "jo", desk.id) == []


def test_undo_and_redo_are_told_as_such(desk: Desk) -> None:
    store = desk.store()
    undo = store.open(desk.id).history.undo(FOUR)
    assert undo
    redo = store.commit(desk.id, undo).history.redo(FOUR)
    assert redo
    store.commit(desk.id, redo)
    assert [one.what for one in entries(desk.library, "mh", desk.id)][-2:] == [
        "undone: deleted a7",
        "done again: deleted a7",
    ]


def test_a_change_from_outside_is_told_with_what_it_was(desk: Desk) -> None:
    desk.store().flush(desk.id)
    path = desk.where.file
    path.write_bytes(path.read_bytes().replace(b'"note": ""', b'"note": "from afar"'))
    desk.store().open(desk.id)
    last = entries(desk.library, "mh", desk.id)[-1]
    assert last.what == "your annotations were changed by another program (1 changed: “We will sit down on Monday,”)"
    assert last.at == datetime.fromtimestamp(path.stat().st_mtime_ns / 1e9, UTC)


@pytest.mark.parametrize(
    ("at", "notes"),
    [
        (ONE, {7: ""}),
        (TWO, {7: "first"}),
        (THREE - timedelta(seconds=1), {7: "first"}),
        (THREE, {8: ""}),
        (FOUR, {8: ""}),
    ],
)
def test_an_earlier_state_is_what_was_said_then(desk: Desk, at: datetime, notes: dict[int, str]) -> None:
    layer = layer_at(desk.library, "mh", desk.id, at)
    assert {one.id: one.note for one in layer.annotations.values()} == notes


def test_before_the_first_edit_nothing_was_said(desk: Desk) -> None:
    assert layer_at(desk.library, "mh", desk.id, ONE - timedelta(days=1)) == Layer()


def test_before_a_history_that_came_with_words_nobody_knows(desk: Desk) -> None:
    desk.store().flush(desk.id)
    desk.where.log.unlink()
    desk.store().commit(desk.id, tagged(9)._replace(at=FOUR))
    assert set(layer_at(desk.library, "mh", desk.id, FOUR).annotations) == {8, 9}
    with pytest.raises(NoPast, match="what was said before is not kept"):
        layer_at(desk.library, "mh", desk.id, ONE)
    with pytest.raises(NoPast, match="nothing was ever said of it here"):
        layer_at(desk.library, "jo", desk.id, ONE)


def test_a_clock_that_went_back_changes_nothing_of_the_order(desk: Desk) -> None:
    desk.store().commit(desk.id, tagged(9)._replace(at=TWO))
    assert set(layer_at(desk.library, "mh", desk.id, TWO).annotations) == {8, 9}
    assert set(layer_at(desk.library, "mh", desk.id, ONE).annotations) == {7}


def test_what_was_taken_back_is_an_edit_that_can_be_undone(desk: Desk) -> None:
    store = desk.store()
    store.commit(desk.id, said("status", None, "done")._replace(at=FOUR))
    now = store.open(desk.id).layer
    edit = taken_back(now, layer_at(desk.library, "mh", desk.id, TWO), "restored", FOUR)
    assert edit
    folio = store.commit(desk.id, edit)
    assert {one.id: one.note for one in folio.layer.annotations.values()} == {7: "first"}
    assert folio.layer.status == "unread"
    undo = folio.history.undo(FOUR)
    assert undo
    assert store.commit(desk.id, undo).layer == now
    assert taken_back(now, now, "restored", FOUR) is None


def test_a_damaged_history_is_said(desk: Desk) -> None:
    lines = desk.where.log.read_bytes().split(b"\n")
    desk.where.log.write_bytes(b"\n".join([*lines[:2], b"nonsense", *lines[3:]]))
    with pytest.raises(DamagedFile, match="line 3"):
        layer_at(desk.library, "mh", desk.id, ONE)
