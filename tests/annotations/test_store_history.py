"""A history may end in half a record, which a kill leaves; anything else that does not fit is mended and said."""

import json
from pathlib import Path

import pytest

from annotations import committing, log
from annotations.errors import NewerSchema
from annotations.library import Library
from annotations.state import read
from annotations.store import Store
from tests.annotations.shelf import AT, Desk, article, now, said, shelved, tagged


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "talks")


def test_a_history_cut_anywhere_loses_nothing_that_was_flushed(desk: Desk) -> None:
    layer = desk.filled(flush=True)
    whole = desk.where.log.read_bytes()
    for at in range(len(whole)):
        desk.where.log.write_bytes(whole[:at])
        assert read(desk.where).layer.annotations == layer.annotations, at


def test_a_history_cut_in_its_last_record_ends_before_it_and_that_is_said(desk: Desk) -> None:
    desk.filled(flush=False)
    whole = desk.where.log.read_bytes()
    start = whole.rindex(b"\n", 0, len(whole) - 1) + 1
    for at in range(start + 1, len(whole) - 1):
        desk.where.log.write_bytes(whole[:at])
        state = read(desk.where)
        assert state.repair, at
        assert "cut off at its end" in state.repair.notices[0], at
        assert state.layer.annotations[7].note == "", at
    desk.where.log.write_bytes(whole[:-40])
    store = desk.store()
    assert "cut off" in store.commit(desk.id, tagged(9)).notices[0]
    assert store.open(desk.id).notices == ()
    assert set(desk.store().open(desk.id).layer.annotations) == {7, 8, 9}


def test_a_long_leftover_is_cut_off_by_a_short_record(desk: Desk) -> None:
    desk.store().commit(desk.id, tagged(*range(1, 20)))
    whole = desk.where.log.read_bytes()
    desk.where.log.write_bytes(whole[:-100])
    store = desk.store()
    store.commit(desk.id, tagged(99))
    assert store.open(desk.id).notices == ()
    assert set(desk.store().open(desk.id).layer.annotations) == {99}
    assert desk.store().open(desk.id).notices == ()


def test_a_flipped_bit_anywhere_in_the_history_is_reported_and_loses_nothing_that_was_flushed(desk: Desk) -> None:
    layer = desk.filled(flush=True)
    whole = bytearray(desk.where.log.read_bytes())
    last = whole.rindex(b"\n", 0, len(whole) - 1)  # a mark behind it: nothing hangs on that
    for at in range(0, last, 3):
        flipped = bytearray(whole)
        flipped[at] ^= 1
        desk.where.log.write_bytes(flipped)
        state = read(desk.where)
        assert state.layer.annotations == layer.annotations, at
        assert state.repair, at
        assert state.repair.damaged, at


def test_a_damaged_history_is_set_aside_and_begins_anew(desk: Desk) -> None:
    layer = desk.filled(flush=True)
    lines = desk.where.log.read_bytes().split(b"\n")
    desk.where.log.write_bytes(b"\n".join([*lines[:2], b"nonsense", *lines[3:]]))
    folio = desk.store().open(desk.id)
    assert folio.layer == layer
    assert "line 3" in folio.notices[0]
    assert [path.suffix for path in desk.kept()] == [".log"]
    assert not folio.history.done
    assert desk.store().open(desk.id).notices == ()
    assert set(desk.store().commit(desk.id, tagged(9)).layer.annotations) == {7, 8, 9}


def test_of_a_damaged_history_without_a_file_all_that_can_be_read_holds(desk: Desk) -> None:
    desk.filled(flush=False)
    lines = desk.where.log.read_bytes().split(b"\n")
    desk.where.log.write_bytes(b"\n".join([*lines[:2], b"nonsense", *lines[3:]]))
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == {7, 8}
    assert folio.layer.annotations[7].note == "the first “offer”"
    assert folio.layer.status == "unread"  # that was the line that is gone
    assert desk.store().open(desk.id).layer == folio.layer


def test_corrections_that_are_damaged_give_what_can_be_read_and_are_kept(desk: Desk) -> None:
    desk.store().commit(desk.id, said("title", None, 'A "new" title'))
    desk.store().commit(desk.id, said("url", None, "a\\b"))
    text = desk.where.corrections.read_text("utf-8")
    desk.where.corrections.write_text(text.replace("}", '<<<<<<< HEAD\n"author": "Jo"\n'), "utf-8")
    folio = desk.store().open(desk.id)
    assert folio.layer.corrections == {"title": 'A "new" title', "url": "a\\b", "author": "Jo"}
    assert "was damaged" in folio.notices[0]
    assert desk.store().open(desk.id).notices == ()
    assert len(desk.kept()) == 1


def test_a_correction_that_was_killed_on_its_way_is_there_at_the_next_start(desk: Desk) -> None:
    desk.store().commit(desk.id, said("title", None, "One"))
    before = desk.where.corrections.read_bytes()
    desk.store().commit(desk.id, said("title", "One", "Two"))
    *records, mark, rest = desk.where.log.read_bytes().split(b"\n")
    assert b"written" in mark
    desk.where.log.write_bytes(b"\n".join([*records, rest]))
    desk.where.corrections.write_bytes(before)
    assert desk.store().open(desk.id).layer.corrections == {"title": "Two"}
    assert json.loads(desk.where.corrections.read_bytes())["title"] == "Two"


def test_a_correction_that_was_killed_on_its_way_gives_way_to_what_others_said_since(desk: Desk) -> None:
    desk.store().commit(desk.id, said("title", None, "One"))
    *records, mark, rest = desk.where.log.read_bytes().split(b"\n")
    assert b"written" in mark
    desk.where.log.write_bytes(b"\n".join([*records, rest]))
    desk.where.corrections.write_text('{"schema": 2, "title": "Two"}', "utf-8")
    assert desk.store().open(desk.id).layer.corrections == {"title": "Two"}


def test_what_another_coder_corrected_since_is_not_undone_by_an_older_edit(desk: Desk) -> None:
    desk.store().commit(desk.id, said("title", None, "One"))
    Store(desk.library, "jo", now=now).commit(desk.id, said("title", "One", None))
    assert desk.store().open(desk.id).layer.corrections == {}


def test_a_history_of_ten_thousand_costs_a_commit_no_more_than_an_empty_one(desk: Desk) -> None:
    """Counted in bytes written, not in seconds."""
    store = desk.store()
    store.commit(desk.id, tagged(*range(1, 10_001)))
    before = desk.where.log.stat().st_size
    store.commit(desk.id, tagged(20_000)._replace(at=AT))
    assert desk.where.log.stat().st_size - before < 2000


def test_a_mark_never_counts_as_a_record(desk: Desk) -> None:
    desk.filled(flush=True)
    known = log.parse(desk.where.log.read_bytes())
    assert (known.n, known.written, known.marked) == (3, 3, True)


def test_a_library_is_moved_with_all_that_was_not_flushed(desk: Desk, tmp_path: Path) -> None:
    layer = desk.filled(flush=False)
    moved = desk.library.root.rename(tmp_path / "elsewhere")
    assert Store(Library.open(moved), "mh", now=now).open(desk.id).layer == layer


def test_a_correction_whose_file_the_disk_refused_once_is_kept_whatever_is_done_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = desk.store()
    with monkeypatch.context() as patch:
        patch.setattr(committing, "put", _refuse)
        store.commit(desk.id, said("title", None, "One"))
    store.commit(desk.id, tagged(9))
    store.close()
    folio = desk.store().open(desk.id)
    assert folio.layer.corrections == {"title": "One"}
    assert json.loads(desk.where.corrections.read_bytes())["title"] == "One"


def _refuse(_: Path) -> None:
    raise OSError(5, "Input/output error")


def test_records_that_do_not_fit_together_are_set_aside_and_the_next_edit_works(desk: Desk) -> None:
    layer = desk.filled(flush=True)
    data = desk.where.log.read_bytes().removesuffix(log.TAIL)
    wrong = log.of_edit(4, 12345, tagged(9))
    desk.where.log.write_bytes(data + wrong + log.TAIL)
    desk.where.file.unlink()
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) >= set(layer.annotations)
    assert "do not fit together" in folio.notices[0]
    assert [path.suffix for path in desk.kept()] == [".log"]
    assert 10 in desk.store().commit(desk.id, tagged(10)).layer.annotations
    assert desk.store().open(desk.id).notices == ()


def test_an_undo_that_another_program_overtook_is_a_step_of_its_own(desk: Desk) -> None:
    store = desk.store()
    undo = store.commit(desk.id, tagged(1)).history.undo(AT)
    assert undo
    desk.store().commit(desk.id, tagged(2))
    folio = store.commit(desk.id, undo)
    assert set(folio.layer.annotations) == {2}
    assert [step[0].label for step in folio.history.done] == ["tagged (1,)", "tagged (2,)", "tagged (1,)"]
    assert folio.history.undone == ()
    assert desk.store().open(desk.id).history == folio.history


def test_one_newer_file_keeps_no_other_from_being_brought_up_to_date(tmp_path: Path) -> None:
    other = article("Other words\nThat nobody wrote.\nFollow us\n")
    made, ids = shelved(tmp_path / "talks", article(), other)
    store = Store(made, "mh", now=now)
    for known in ids:
        store.commit(known, tagged(7))
    path = made.annotations / "mh" / f"{ids[0]}.json"
    path.parent.mkdir(parents=True)
    path.write_text('{"_default": {}, "article": {"1": {"schema": 99}}}', "utf-8")
    with pytest.raises(NewerSchema):
        store.close()
    assert (made.annotations / "mh" / f"{ids[1]}.json").exists()


@pytest.mark.parametrize("how", ["gone", "cut", "emptied"])
def test_corrections_are_restored_from_the_histories_of_all_who_made_them(desk: Desk, how: str) -> None:
    desk.store().commit(desk.id, said("publication", None, "Mine"))
    Store(desk.library, "zoe", now=now).commit(desk.id, said("title", None, "Zoe's"))
    path = desk.where.corrections
    data = path.read_bytes()
    path.unlink() if how == "gone" else path.write_bytes(data[: 30 if how == "cut" else 0])
    folio = desk.store().open(desk.id)
    assert folio.layer.corrections == {"publication": "Mine", "title": "Zoe's"}
    assert any("2 restored from the history" in notice for notice in folio.notices)
    assert path.read_bytes() == data
    assert desk.store().open(desk.id).notices == ()


def test_corrections_that_were_let_go_do_not_come_back(desk: Desk) -> None:
    desk.store().commit(desk.id, said("publication", None, "Mine"))
    desk.store().commit(desk.id, said("publication", "Mine", None))
    desk.where.corrections.unlink()
    folio = desk.store().open(desk.id)
    assert (folio.layer.corrections, folio.notices) == ({}, ())
