"""A check names everything that is wrong, and mends what loses no word."""

from pathlib import Path

import pytest

from annotations import sources
from annotations.annotation import Link
from annotations.check import check, coders
from annotations.edit import Change, Edit
from annotations.store import Store
from seeds.span import Span
from tests.annotations.shelf import AT, Desk, article, now, quote, said, shelved, tagged


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "talks")
    made.filled(flush=True)
    return made


def said_by_jo(desk: Desk, edit: Edit) -> None:
    store = Store(desk.library, "jo", now=now)
    store.commit(desk.id, edit)
    store.close()


def found(desk: Desk, *, repair: bool = False) -> list[str]:
    return [str(finding) for finding in check(desk.library, repair=repair, now=now)]


def test_a_library_in_order_has_nothing_to_report(desk: Desk) -> None:
    said_by_jo(desk, tagged(3))
    assert found(desk) == found(desk, repair=True) == []
    assert coders(desk.library) == ["jo", "mh"]


@pytest.mark.parametrize("which", ["file", "log", "corrections"])
def test_damage_is_named_once_and_mended_on_request(desk: Desk, which: str) -> None:
    said_by_jo(desk, said("title", None, "New"))
    path: Path = getattr(desk.where, which)
    damaged = b"{" + path.read_bytes()
    path.write_bytes(damaged)
    [said_of_it] = found(desk)
    assert str(path) in said_of_it
    assert path.read_bytes() == damaged
    assert found(desk, repair=True)
    assert found(desk) == []
    assert set(desk.store().open(desk.id).layer.annotations) == {7, 8}
    assert desk.store().open(desk.id).layer.corrections == {"title": "New"}


def test_damaged_corrections_of_an_article_that_nobody_coded_are_mended_too(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    path = made.corrections / f"{known}.json"
    path.parent.mkdir()
    path.write_text('{\n"schema": 1,\n"title": "New",\n=====\n}\n', "utf-8")
    assert [finding.place for finding in check(made)] == [str(path)]
    assert list(check(made, repair=True, now=now))
    assert list(check(made)) == []
    assert sources.corrections(made, known) == {"title": "New"}
    assert not list(made.root.rglob("*.log"))


def test_a_change_from_outside_is_named(desk: Desk) -> None:
    text = desk.where.file.read_text("utf-8")
    desk.where.file.write_text(text.replace("“offer”", "“bid”"), "utf-8")
    assert "1 changed" in found(desk)[0]


def test_a_text_that_changed_is_named(desk: Desk) -> None:
    (desk.library.sources / f"{desk.id}.txt").write_text("other words", "utf-8")
    assert "not the text that was added" in found(desk)[0]


def test_annotations_that_stand_elsewhere_are_named(desk: Desk) -> None:
    far = quote(20)._replace(spans=(Span(5000, 5002),))
    wrong = quote(21)._replace(exact=("other words",), links=(Link("answers", 99),))
    desk.store().commit(desk.id, Edit((Change(None, far), Change(None, wrong)), "", AT))
    reported = "\n".join(found(desk))
    assert "a20: it ends at 5002, behind the text's end" in reported
    assert "a21: its words, or what stood around them, are not at its place" in reported
    assert "a21: it links to a99, which is not there" in reported
    assert "a7" not in reported


def test_what_speaks_of_no_article_is_named(desk: Desk) -> None:
    (desk.library.sources / f"{desk.id}.json").unlink()
    places = [said_of_it.split(":")[0] for said_of_it in found(desk)]
    gone = (desk.library.sources / f"{desk.id}.txt", desk.where.corrections, desk.where.file, desk.where.log)
    assert places == [str(path) for path in gone if path.exists()]


def test_a_newer_file_is_named_and_left_alone(desk: Desk) -> None:
    newer = desk.where.file.read_bytes().replace(b'"schema": 2', b'"schema": 9')
    desk.where.file.write_bytes(newer)
    assert "schema 9" in found(desk, repair=True)[0]
    assert desk.where.file.read_bytes() == newer


def test_a_file_that_a_killed_writer_left_behind_is_found_and_brought_up_to_date(desk: Desk) -> None:
    Store(desk.library, "jo", now=now).commit(desk.id, tagged(3))
    (finding,) = found(desk)
    assert "lacks edits that the history holds" in finding
    assert "brought up to date" in found(desk, repair=True)[0]
    assert '"quote"' in (desk.library.annotations / "jo" / f"{desk.id}.json").read_text("utf-8")
    assert found(desk) == []


def test_opening_and_closing_brings_a_file_up_to_date_that_somebody_left_behind(desk: Desk) -> None:
    Store(desk.library, "jo", now=now).commit(desk.id, tagged(3))
    again = Store(desk.library, "jo", now=now)
    again.open(desk.id)
    again.close()
    assert found(desk) == []


def test_a_link_that_leads_nowhere_is_dropped_as_an_edit_that_can_be_undone(desk: Desk) -> None:
    linked = quote(21)._replace(links=(Link("answers", 99), Link("answers", 7)))
    desk.store().commit(desk.id, Edit((Change(None, linked),), "linked", AT))
    assert ["a99" in one for one in found(desk) if "links" in one] == [True]
    assert any("the link was dropped" in one for one in found(desk, repair=True))
    assert found(desk) == []
    folio = desk.store().open(desk.id)
    assert folio.layer.annotations[21].links == (Link("answers", 7),)
    assert folio.history.done[-1][-1].label == "dropped links that led nowhere"


@pytest.mark.parametrize("ending", [" (conflicted copy 2026-11-25).json", ".sync-conflict-20261125.json", " 2.json"])
def test_a_copy_that_a_synced_folder_made_is_named_and_never_an_article(desk: Desk, ending: str) -> None:
    for folder in (desk.library.sources, desk.where.file.parent):
        (folder / f"{desk.id}{ending}").write_bytes((folder / f"{desk.id}.json").read_bytes())
    reported = found(desk)
    assert [f"a copy of {desk.id}" in one and "postil merge" in one for one in reported] == [True, True]
    assert sources.ids(desk.library) == [desk.id]
    assert set(desk.store().open(desk.id).layer.annotations) == {7, 8}


def test_an_id_that_two_articles_share_is_named(tmp_path: Path) -> None:
    made, ids = shelved(tmp_path / "talks", article(), article("Other words\nThat nobody wrote.\nFollow us\n"))
    store = Store(made, "mh", now=now)
    for one in ids:
        store.commit(one, tagged(7))
    store.close()
    reported = [str(finding) for finding in check(made)]
    assert sum("has the same id" in one for one in reported) == 1


def test_what_is_no_file_of_a_library_is_named(desk: Desk) -> None:
    (desk.where.file.parent / "notes.txt").write_text("buy milk", "utf-8")
    (desk.library.annotations / "-x").mkdir()
    reported = found(desk)
    assert "notes.txt: it is no file of a library" in reported[0]
    assert "-x: it is no coder's folder, and is not read" in reported[1]


def test_each_article_is_a_step(tmp_path: Path) -> None:
    made, ids = shelved(tmp_path / "talks", article(), article("Other words\nThat nobody wrote.\nFollow us\n"))
    steps: list[int] = []
    assert list(check(made, step=lambda: steps.append(1))) == []
    assert len(steps) == len(ids)


def test_of_an_earlier_version_no_places_are_asked(tmp_path: Path) -> None:
    made, [first] = shelved(tmp_path / "talks")
    later = article("Ferry talks begin\nOther words.\nFollow us\n")._replace(replaces=first)
    assert sources.write(made, later)
    store = Store(made, "mh", now=now)
    wrong = quote(20)._replace(spans=(Span(5000, 5002),))
    for known in sources.ids(made):
        store.commit(known, Edit((Change(None, wrong),), "", AT))
    store.close()
    reported = [str(finding) for finding in check(made)]
    assert [first in one for one in reported] == [False]
    assert "behind the text's end" in reported[0]


def test_a_description_that_git_could_not_merge_is_read_as_that_of_the_earlier_adding(desk: Desk) -> None:
    path = desk.library.sources / f"{desk.id}.json"
    first, rest = path.read_text("utf-8").split("\n", 1)
    later = first.replace("2026-11-23", "2026-11-24").replace("ferry.txt", "other.txt")
    path.write_text(f"<<<<<<< HEAD\n{later}\n=======\n{first}\n>>>>>>> theirs\n{rest}", "utf-8")
    assert sources.load(desk.library, desk.id).file == sources.head(desk.library, desk.id)["file"] == "ferry.txt"
    assert ["git left two versions" in one for one in found(desk)] == [True]
    assert "that of the earlier adding was kept" in found(desk, repair=True)[0]
    assert found(desk) == []
    assert path.read_text("utf-8") == f"{first}\n{rest}"
