"""`postil merge` puts into one file what two say, and leaves it alone where one of them cannot be read."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from annotations import source_file, tables
from tests.annotations.shelf import TEXT, article, quote
from tests.tui.cli.conftest import Postil

PLACE = "--path=talks/annotations/mh/d00000000000.json"
THREE = ("base", "ours", "theirs")


@pytest.fixture
def folder(home: Path) -> Path:
    """The folder with a base and two sides of it, one of which changed what the other one deleted."""
    for name, one in zip(THREE, (quote(7), quote(7)._replace(note="ours"), quote(8)), strict=True):
        (home / name).write_bytes(tables.dump(tables.of({one.id: one}, {}, {})))
    return home


def test_what_both_say_is_in_ours_and_conflicts_are_told(folder: Path, postil: Postil) -> None:
    before = [(folder / name).read_bytes() for name in ("base", "theirs")]
    names = {path.name for path in folder.iterdir()}
    done = postil("merge", *THREE, PLACE)
    found = tables.parse("", (folder / "ours").read_bytes()).annotations
    assert set(found) == {7, 8}
    assert found[7].conflicts == (7,)
    assert (done.code, done.out) == (0, "")
    assert "was changed in one place and deleted in the other: it is kept, as a7" in done.err
    assert [(folder / name).read_bytes() for name in ("base", "theirs")] == before
    assert {path.name for path in folder.iterdir()} == names


def test_the_kind_of_file_is_known_by_its_place(folder: Path, postil: Postil) -> None:
    ours = folder / "annotations" / "mh" / "d1.json"
    ours.parent.mkdir(parents=True)
    (folder / "ours").rename(ours)
    assert postil("merge", "base", "annotations/mh/d1.json", "theirs").code == 0
    assert set(tables.parse("", ours.read_bytes()).annotations) == {7, 8}


@pytest.mark.parametrize("damaged", THREE)
def test_a_damaged_side_is_told_and_ours_is_left_alone(folder: Path, postil: Postil, damaged: str) -> None:
    (folder / damaged).write_bytes((folder / damaged).read_bytes()[:-5])
    before = (folder / "ours").read_bytes()
    refused = postil("merge", *THREE, PLACE)
    assert refused.code == 1
    assert f"d00000000000.json ({damaged})" in refused.err
    assert (folder / "ours").read_bytes() == before


@pytest.mark.parametrize("gone", THREE)
def test_a_file_that_is_not_there_is_named(folder: Path, postil: Postil, gone: str) -> None:
    (folder / gone).unlink()
    refused = postil("merge", *THREE, PLACE)
    assert refused.code == 1
    assert refused.err.startswith(f"postil: {gone}: ")


@pytest.mark.parametrize("path", ["postil.toml", "annotations/d1.json", "sources/d1.txt", "ours", "entities/d1.json"])
def test_another_kind_of_file_is_refused(folder: Path, postil: Postil, path: str) -> None:
    before = (folder / "ours").read_bytes()
    refused = postil("merge", *THREE, f"--path={path}")
    assert refused.code == 1
    assert "it is none of annotations/CODER/ID.json" in refused.err
    assert (folder / "ours").read_bytes() == before


def test_two_articles_under_one_id_are_not_made_one(home: Path, postil: Postil) -> None:
    for name, text in (("ours", TEXT), ("theirs", f"{TEXT}More\n")):
        (home / name).write_bytes(source_file.written(article(text), sha256(text.encode()).hexdigest(), 0))
    refused = postil("merge", os.devnull, "ours", "theirs", "--path=sources/d00000000000.json")
    assert refused.code == 1
    assert "the two sides are different articles" in refused.err
