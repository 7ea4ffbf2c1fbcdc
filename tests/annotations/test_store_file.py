"""Whatever happens to an annotation file, no annotation that can be had is lost, and what was mended is said."""

from datetime import timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotations import tables
from annotations.annotation import Annotation
from annotations.errors import DamagedFile, NewerSchema
from annotations.state import read
from annotations.storage import Replacing
from annotations.store import Store
from tests.annotations.shelf import AT, Desk, now, quote, tagged


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "talks")


def test_a_file_cut_anywhere_is_reported_and_restored(desk: Desk) -> None:
    layer = desk.filled(flush=True)
    whole = desk.where.file.read_bytes()
    for at in range(len(whole) - 1):
        desk.where.file.write_bytes(whole[:at])
        state = read(desk.where)
        assert state.layer == layer, at
        assert state.repair, at
        assert [damage.path for damage in state.repair.damaged] == [desk.where.file], at
    desk.where.file.write_bytes(whole[:-1])  # but for the last line end it is whole
    assert read(desk.where).repair is None


@pytest.mark.parametrize("at", [0, 1, 100, 400, -2])
def test_a_cut_file_is_set_aside_with_a_report_and_written_anew(desk: Desk, at: int) -> None:
    layer = desk.filled(flush=True)
    whole = desk.where.file.read_bytes()
    desk.where.file.write_bytes(whole[:at])
    folio = desk.store().open(desk.id)
    assert folio.layer == layer
    assert "2 annotations restored" in folio.notices[0]
    assert len(folio.history.done) == 3
    assert desk.where.file.read_bytes() == whole
    [copy] = desk.kept()
    assert copy.read_bytes() == whole[:at]
    assert str(desk.where.file) in copy.with_suffix(".report").read_text("utf-8")
    assert str(copy) in folio.notices[-1]
    assert desk.store().open(desk.id).notices == ()


def test_a_cut_file_without_a_history_gives_what_is_left_of_it(desk: Desk) -> None:
    desk.filled(flush=True)
    desk.where.log.unlink()
    whole = desk.where.file.read_bytes()
    second = whole.index(b'"8":')
    desk.where.file.write_bytes(whole[: second + 40])
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == {7}
    assert "1 annotation read from what is left" in folio.notices[0]
    assert desk.kept()[0].read_bytes() == whole[: second + 40]
    assert set(desk.store().commit(desk.id, tagged(9)).layer.annotations) == {7, 9}


def conflicted(desk: Desk, *theirs: Annotation) -> bytes:
    """The annotation file as git leaves it where another clone added these."""
    [first, *lines] = desk.where.file.read_text("utf-8").split("\n")
    added = tables.dump(tables.of({one.id: one for one in theirs}, {}, {})).decode().split("\n")[1 : 1 + len(theirs)]
    rest = lines[len(added) :]
    mine, yours = "\n".join(lines[: len(added)]), "\n".join(added).removesuffix(",") + ","
    text = f"{first}\n<<<<<<< HEAD\n{mine}\n=======\n{yours}\n>>>>>>> theirs\n" + "\n".join(rest)
    return text.encode()


def test_both_versions_that_git_left_in_a_file_are_merged(desk: Desk) -> None:
    desk.filled(flush=True)
    changed = quote(7)._replace(note="theirs", modified=AT + timedelta(hours=1))
    desk.where.file.write_bytes(conflicted(desk, changed))
    folio = desk.store().open(desk.id)
    notes = sorted(one.note for one in folio.layer.annotations.values())
    assert notes == ["", "the first “offer”", "theirs"]
    assert folio.layer.annotations[7].note == "theirs"
    assert folio.layer.annotations[7].conflicts
    assert "git had left two versions" in folio.notices[0]
    assert folio.layer.status == "reading"
    assert b"<<<<<<<" in desk.kept()[0].read_bytes()
    again = desk.store().open(desk.id)
    assert (again.layer, again.notices) == (folio.layer, ())
    assert tables.parse("", desk.where.file.read_bytes()).annotations == folio.layer.annotations


def test_of_two_versions_one_of_which_is_damaged_all_that_can_be_read_is_kept(desk: Desk) -> None:
    desk.filled(flush=True)
    text = conflicted(desk, quote(9)).replace(b'"9": {', b'"9: {')
    desk.where.file.write_bytes(text)
    folio = desk.store().open(desk.id)
    assert set(folio.layer.annotations) == {7, 8}
    assert "was damaged" in folio.notices[0]
    assert desk.kept()[0].read_bytes() == text


def test_a_file_that_is_gone_is_restored_and_said(desk: Desk) -> None:
    layer = desk.filled(flush=True)
    desk.where.file.unlink()
    folio = desk.store().open(desk.id)
    assert folio.layer == layer
    assert folio.notices == ("the file of your annotations was gone: 2 annotations restored from the history",)
    assert desk.where.file.exists()


def test_a_file_that_was_never_written_is_not_missed(desk: Desk) -> None:
    layer = desk.filled(flush=False)
    folio = desk.store().open(desk.id)
    assert folio.layer == layer
    assert folio.notices == ()


def test_a_file_that_came_without_a_history_is_restored_from_the_one_that_begins_with_it(desk: Desk) -> None:
    desk.filled(flush=True)
    desk.where.log.unlink()
    store = desk.store()
    store.commit(desk.id, tagged(9))
    store.flush()
    desk.where.file.write_bytes(b"")
    assert set(desk.store().open(desk.id).layer.annotations) == {7, 8, 9}


def test_a_newer_file_is_refused_with_the_version_to_get(desk: Desk) -> None:
    desk.filled(flush=True)
    newer = desk.where.file.read_bytes().replace(b'"schema": 2', b'"schema": 9')
    desk.where.file.write_bytes(newer)
    with pytest.raises(NewerSchema, match=r"schema 9.*pip install --upgrade postil"):
        desk.store().open(desk.id)
    assert desk.where.file.read_bytes() == newer


def test_another_coders_damaged_file_is_an_error_and_left_alone(desk: Desk) -> None:
    desk.filled(flush=True)
    desk.where.file.write_bytes(b"{")
    with pytest.raises(DamagedFile):
        Store(desk.library, "jo", now=now).layer_of("mh", desk.id)
    assert desk.where.file.read_bytes() == b"{"


@pytest.mark.parametrize(
    "text",
    [b"[]", b'{"_default": 3}', '{"_default": {}}'.encode("utf-16"),
     b"\xff\xfe", b'{"_default": {"7": {}}}', b'{"_default": {"x": {}}}', b"NaN",
     b'{"article": {"1": {"status": "eaten"}}}', b'{"article": {"1": {"schema": 1, "note": 3}}}', b"[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_something_else_is_damaged_and_never_an_empty_one(desk: Desk, text: bytes) -> None:
    layer = desk.filled(flush=True)
    desk.where.file.write_bytes(text)
    folio = desk.store().open(desk.id)
    assert folio.layer == layer
    assert folio.notices


def test_the_storage_can_be_used_by_tinydb_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    with TinyDB(path, storage=Replacing) as db:
        db.insert({"a": 1})
        db.table("article").insert({"schema": 1})
    with TinyDB(path, access_mode="r") as db:
        assert db.all() == [{"a": 1}]
    path.write_bytes(b"")
    with TinyDB(path, storage=Replacing) as db, pytest.raises(ValueError, match="Expecting value"):
        db.all()
