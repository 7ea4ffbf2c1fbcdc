"""A backup holds all that was acknowledged, names what is not in order, and is there whole or not at all."""

import os
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from annotations import archive, backup, files, sources, tables
from annotations.check import check
from annotations.errors import NotALibrary
from annotations.library import Library
from annotations.store import Store
from tests.annotations.backups import backed_up, members, restored, shared
from tests.annotations.shelf import TEXT, Desk, article, now, said, shelved, tagged

LONG = "ß" * 64
"""As long as a coder's name can be: with its folder and an id it is longer than what a plain header holds."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "talks")


def test_a_library_comes_back_byte_for_byte(tmp_path: Path) -> None:
    texts = [
        article("Über die Fähre\nEin Satz.\n", title="Über die Fähre"),
        article("휴전\n회담.\n", title="휴전 회담"),
    ]
    library, known = shelved(tmp_path / "gespräche", article(), *texts)
    for number, coder in enumerate(("mh", "Łucja", "김", LONG)):
        store = Store(library, coder, now=now)
        store.commit(known[0], tagged(10 * number + 1, 10 * number + 2))
        store.commit(known[1], said("note", None, "“ja” \U0001f6a2"))
        store.commit(known[2], said("title", None if not number else f"{number - 1}", f"{number}"))
        store.close()
    (library.root / "entities").mkdir()
    (library.root / "entities" / "e7.json").write_text('{"name": "Mara Holt"}\n', "utf-8")
    steps: list[str] = []
    written, told = backed_up(library, tmp_path / "b.tar.gz", step=lambda: steps.append(""))
    again = restored(tmp_path / "b.tar.gz", tmp_path / "wieder")
    assert not told
    assert not list(check(again))
    assert shared(again.root) == shared(library.root) == members(tmp_path / "b.tar.gz")
    assert written == (3, 8, (tmp_path / "b.tar.gz").stat().st_size)
    assert len(shared(again.root)) == 1 + 3 * 2 + 8 + 1 + 1 <= len(steps)


def test_edits_that_were_only_in_the_history_are_in_it(desk: Desk, tmp_path: Path) -> None:
    layer = desk.filled(flush=False)
    assert not desk.where.file.exists()
    written, told = backed_up(desk.library, tmp_path / "b.tar.gz")
    assert (written.annotations, told) == (1, [])
    again = restored(tmp_path / "b.tar.gz", tmp_path / "again")
    assert Store(again, "mh", now=now).open(desk.id).layer == layer
    assert shared(again.root) == shared(desk.library.root)


def test_they_are_in_it_too_where_the_library_can_only_be_read(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = desk.filled(flush=False)

    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(files, "stage", refuse)
    _, told = backed_up(desk.library, tmp_path / "b.tar.gz")
    assert (told, desk.where.file.exists()) == ([], False)
    data = members(tmp_path / "b.tar.gz")[f"annotations/mh/{desk.id}.json"]
    assert tables.parse("", data).annotations == layer.annotations


def test_articles_stand_before_what_is_said_of_them_and_the_same_library_gives_the_same_file(
    desk: Desk, tmp_path: Path
) -> None:
    desk.filled(flush=True)
    desk.store().commit(desk.id, said("title", None, "New"))
    backed_up(desk.library, tmp_path / "one.tar.gz")
    backed_up(desk.library, tmp_path / "two.tar.gz")
    assert (tmp_path / "one.tar.gz").read_bytes() == (tmp_path / "two.tar.gz").read_bytes()
    folders = [name.partition("/")[0] for name in members(tmp_path / "one.tar.gz")]
    assert folders == ["postil.toml", "sources", "sources", "annotations", "corrections"]


def test_nothing_is_said_of_an_article_that_was_added_and_tagged_while_the_list_was_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.filled(flush=True)
    listdir, added = os.listdir, list[str]()

    def meanwhile(folder: str) -> list[str]:
        found = listdir(folder)
        if not added:
            added.extend(one.id for one in sources.write_many(desk.library, [article("Harbour\nWords.\n")]) if one)
            desk.store().commit(added[0], said("status", None, "done"))
        return found

    monkeypatch.setattr(os, "listdir", meanwhile)
    names = backup.contents(desk.library, lambda problem: pytest.fail(str(problem))).names
    spoken_of = {Path(name).stem for name in names if name.startswith("annotations/")}
    assert spoken_of <= {Path(name).stem for name in names if name.startswith("sources/")}


def test_files_are_whole_though_somebody_writes_all_the_time(desk: Desk, tmp_path: Path) -> None:
    desk.filled(flush=True)
    other, numbers = desk.store(), iter(range(100, 200))

    def edit() -> None:
        other.commit(desk.id, tagged(next(numbers)))
        other.flush()

    assert backed_up(desk.library, tmp_path / "b.tar.gz", step=edit)[1] == []
    assert list(check(restored(tmp_path / "b.tar.gz", tmp_path / "again"))) == []


def test_what_is_damaged_is_told_and_what_can_be_read_of_it_is_in_the_backup(desk: Desk, tmp_path: Path) -> None:
    layer = desk.filled(flush=True)
    text = desk.library.sources / f"{desk.id}.txt"
    text.write_text("other words", "utf-8")
    desk.where.file.write_bytes(b"{")
    desk.where.corrections.parent.mkdir()
    desk.where.corrections.write_bytes(b"<<<<<<<\n")
    before = shared(desk.library.root)
    written, told = backed_up(desk.library, tmp_path / "b.tar.gz")
    assert written[:2] == (1, 1)
    assert [one.partition(":")[0].partition(",")[0] for one in told] == [
        str(text), str(desk.where.file), str(desk.where.corrections),
    ]  # fmt: skip
    found = members(tmp_path / "b.tar.gz")
    assert tables.parse("", found[f"annotations/mh/{desk.id}.json"]).annotations == layer.annotations
    assert found[f"corrections/{desk.id}.json"] == b"<<<<<<<\n"
    assert found[f"sources/{desk.id}.txt"] == b"other words"
    assert shared(desk.library.root) == before


def test_a_file_that_a_newer_postil_wrote_is_told_and_in_the_backup_as_it_is(desk: Desk, tmp_path: Path) -> None:
    desk.filled(flush=True)
    newer = desk.where.file.read_bytes().replace(b'"schema": ', b'"schema": 9')
    desk.where.file.write_bytes(newer)
    _, [told] = backed_up(desk.library, tmp_path / "b.tar.gz")
    assert "newest postil" in told
    assert members(tmp_path / "b.tar.gz")[f"annotations/mh/{desk.id}.json"] == newer


def test_what_is_left_out_is_named_but_for_hidden_files(desk: Desk, tmp_path: Path) -> None:
    desk.filled(flush=True)
    strange = [
        f"annotations/mh/{desk.id} (conflicted copy).json", "annotations/all/x", "annotations/notes.txt",
        "sources/scan.pdf", "sources/d00000000000.txt/page", "corrections/old/x",
    ]  # fmt: skip
    for name in (*strange, "sources/.DS_Store", f"annotations/mh/.{desk.id}.json.new"):
        (desk.library.root / name).parent.mkdir(parents=True, exist_ok=True)
        (desk.library.root / name).write_bytes(b"x")
    _, told = backed_up(desk.library, tmp_path / "b.tar.gz")
    named = {line.partition(": ")[0].removeprefix(f"{desk.library.root}/") for line in told}
    assert named == {*strange[:4], "sources/d00000000000.txt", "corrections/old"}
    assert not {name for name in members(tmp_path / "b.tar.gz") if "x" in name.split("/")}


def test_what_speaks_of_no_article_is_told_and_in_the_backup(desk: Desk, tmp_path: Path) -> None:
    desk.filled(flush=True)
    (desk.library.sources / f"{desk.id}.json").unlink()
    _, told = backed_up(desk.library, tmp_path / "b.tar.gz")
    assert [line.partition(":")[0] for line in told] == [
        str(desk.library.sources / f"{desk.id}.txt"), str(desk.where.file),
    ]  # fmt: skip
    assert members(tmp_path / "b.tar.gz")[f"annotations/mh/{desk.id}.json"] == desk.where.file.read_bytes()


def test_a_file_that_no_backup_could_give_back_is_left_out_and_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "LARGEST", len(TEXT.encode()) - 1)
    monkeypatch.setattr(sources, "load", lambda *_: None)
    [told] = [line for line in backed_up(desk.library, tmp_path / "b.tar.gz")[1] if ".txt" in line]
    assert "larger than" in told
    assert f"sources/{desk.id}.txt" not in members(tmp_path / "b.tar.gz")


def test_the_memory_that_it_takes_does_not_grow_with_the_library(tmp_path: Path) -> None:
    texts = (article(f"A long report\n{os.urandom(100_000).hex()}\n") for _ in range(24))
    library, _ = shelved(tmp_path / "talks", *texts)
    backed_up(library, tmp_path / "warm.tar.gz")
    tracemalloc.start()
    try:
        backed_up(library, tmp_path / "b.tar.gz")
        restored(tmp_path / "b.tar.gz", tmp_path / "again")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < sum(map(len, shared(library.root).values())) / 2


def test_where_there_is_no_library_there_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary, match="no library to back up"):
        backed_up(Library(tmp_path / "talks"), tmp_path / "b.tar.gz")


def test_it_is_called_after_the_library_and_the_day(desk: Desk) -> None:
    assert backup.default_name(desk.library, date(2026, 3, 9)) == "talks-2026-03-09.tar.gz"
