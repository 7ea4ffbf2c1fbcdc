"""A team's library over real git: with postil's merge nothing is lost, in whatever order they pull and push."""

import json
import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from annotations import corrections, sources, tables
from annotations.annotation import Annotation
from annotations.edit import Change, Edit, Layer, field_set
from annotations.errors import DamagedFile
from annotations.rivals import kept, versions
from tests.annotations.shelf import AT, TEXT, article, quote, shelved, tagged
from tests.whole.clones import Clone, alone, git
from tui.cli import run

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")

UNION = "*.json merge=union\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with a configuration of git of its own, which is also the working folder."""
    for name in ("POSTIL_LIBRARY", "POSTIL_CODER"):
        monkeypatch.delenv(name, raising=False)
    alone(tmp_path, monkeypatch)
    monkeypatch.chdir(tmp_path)
    return tmp_path


Clones = Callable[..., list[Clone]]


@pytest.fixture
def clones(home: Path) -> Clones:
    """Make a shared library with one article, on which mh said something, and some clones of it."""

    def clones(n: int = 2, *, setup: bool = True, attributes: str = "", inner: str = "") -> list[Clone]:
        git(home, "init", "-q", "--bare", "hub.git")
        git(home, "clone", "-q", "hub.git", "machine0")
        _, [article_id] = shelved(home / "machine0" / inner)
        made = [Clone(home / f"machine{number}" / inner, article_id) for number in range(n)]
        (made[0].root / ".gitattributes").write_text(attributes)
        if setup:
            assert run(["--library", str(made[0].root), "git-setup"]) == 0
        made[0].says(tagged(7), tagged(8))
        made[0].git("push", "-q", "-u", "origin", "main")
        for one in made[1:]:
            git(home, "clone", "-q", "hub.git", f"machine{made.index(one)}")
            assert not setup or run(["--library", str(one.root), "git-setup"]) == 0
        return made

    return clones


def remark(known: Annotation, note: str, minutes: int) -> Edit:
    """The edit that gives an annotation a note, some minutes after the morning on which it was made."""
    at = AT + timedelta(minutes=minutes)
    return Edit((Change(known, known._replace(note=note, modified=at)),), f"noted {note}", at)


def marked(layer: Layer) -> dict[int, Annotation]:
    return {number: one for number, one in layer.annotations.items() if one.conflicts}


def test_lines_conflict_where_two_machines_tagged_different_words(clones: Clones) -> None:
    here, there = clones(setup=False)
    here.says(tagged(1))
    there.says(tagged(2))
    here.syncs()
    assert git(there.root, "pull", "-q", "--no-edit").returncode != 0
    with pytest.raises(DamagedFile):
        tables.parse(there.file, there.file.read_bytes())


def test_a_union_of_lines_is_no_file_of_annotations(clones: Clones) -> None:
    here, there = clones(setup=False, attributes=UNION)
    here.says(tagged(1))
    there.says(tagged(2))
    here.syncs()
    there.git("pull", "-q", "--no-edit")
    with pytest.raises(ValueError, match="delimiter"):
        json.loads(there.file.read_bytes())


def test_a_union_of_lines_doubles_an_annotation_and_so_loses_what_one_side_said(clones: Clones) -> None:
    here, there = clones(setup=False, attributes=UNION)
    for one, note in ((here, "an offer"), (there, "a threat")):
        known = {**one.layer().annotations, 7: quote(7)._replace(note=note)}
        one.file.write_bytes(tables.dump(tables.of(known, {}, {})))
        one.commits()
    here.syncs()
    there.git("pull", "-q", "--no-edit")
    assert there.file.read_text("utf-8").count('"7": {') == 2
    assert [one["note"] for one in json.loads(there.file.read_bytes())["_default"].values()] == ["an offer", ""]


@pytest.mark.parametrize("inner", ["", "talks/the library’s"])
def test_two_machines_of_one_coder_tag_different_words_and_it_merges_by_itself(clones: Clones, inner: str) -> None:
    here, there = clones(inner=inner)
    here.says(tagged(1), field_set({}, "status", "reading", AT))
    there.says(tagged(2), field_set({}, "note", "to be read again", AT))
    here.syncs()
    there.syncs()
    here.syncs()
    for one in (here, there):
        assert set(one.layer().annotations) == {1, 2, 7, 8}
        assert one.layer().own == {"status": "reading", "note": "to be read again"}
        assert not marked(one.layer())
    assert here.file.read_bytes() == there.file.read_bytes()


def test_the_driver_is_this_program_wherever_it_lies_and_whatever_lies_in_the_library(
    clones: Clones, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = home / "python’s 100%Own"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    here, there = clones()
    for name in ("tui", "annotations/__init__", "json"):
        (there.root / f"{name}.py").write_text("raise SystemExit('not from here')\n")
    here.says(tagged(1))
    there.says(tagged(2))
    here.syncs()
    there.syncs()
    assert set(there.layer().annotations) == {1, 2, 7, 8}


def test_a_true_conflict_keeps_both_on_every_machine(clones: Clones) -> None:
    here, there = clones()
    here.says(remark(quote(7), "an offer", 1))
    there.says(remark(quote(7), "a threat", 2))
    here.syncs()
    there.syncs()
    here.syncs()
    found = marked(there.layer())
    assert {one.note for one in found.values()} == {"an offer", "a threat"}
    assert found[7].note == "a threat"
    assert {one.conflicts for one in found.values()} == {(number,) for number in found}
    assert here.layer() == there.layer()
    assert set(here.layer().annotations) == {*found, 8}


def test_the_work_of_two_coders_merges_without_postil(clones: Clones) -> None:
    here, there = clones(setup=False)
    there.coder = "ib"
    here.says(tagged(1))
    there.says(tagged(7), remark(quote(7), "mine", 1))
    here.syncs()
    there.syncs()
    here.syncs()
    for one in (here, there):
        assert set(one.layer("mh").annotations) == {1, 7, 8}
        assert one.layer("ib").annotations[7].note == "mine"
        assert not marked(one.layer("mh"))


def test_corrections_merge_field_by_field(clones: Clones) -> None:
    here, there = clones()
    here.says(field_set({}, "title", "Ferry talks", AT), field_set({}, "author", "Ivo Brandt", AT))
    there.says(field_set({}, "title", "Talks on Skarra", AT), field_set({}, "kind 0-27", "body", AT))
    here.syncs()
    there.syncs()
    assert corrections.read(there.library, there.id) == {
        "author": "Ivo Brandt", "kind 0-27": "body", "title": "Talks on Skarra", "conflict title": "Ferry talks",
    }  # fmt: skip


def test_an_article_that_two_machines_added_is_one_that_was_added_first(clones: Clones) -> None:
    here, there = clones()
    text = TEXT.replace("Skarra", "Upland")
    for one, minutes in ((here, 9), (there, 5)):
        sources.write(one.library, article(text, minutes=minutes)._replace(file=f"{minutes}.txt"))
        one.commits()
    here.syncs()
    there.syncs()
    here.syncs()
    for one in (here, there):
        [added] = {*sources.ids(one.library)} - {one.id}
        loaded = sources.load(one.library, added)
        assert loaded.text == text
        assert (loaded.file, loaded.added) == ("5.txt", AT + timedelta(minutes=5))


@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_lost_in_whatever_order_three_clones_add_pull_and_push(clones: Clones, seed: int) -> None:
    random, machines = Random(seed), clones(3)
    said, replaced, tags, gone = set(), set(), {7, 8}, set()
    for step in range(12):
        one = random.choice(machines)
        layer = one.layer()
        known = random.choice(layer.in_order)
        rivals = versions(layer, known)
        what = random.choice(["tag", "note", "note", "sync"])
        if known.conflicts and what == "note":
            one.says(kept(layer, known, AT + timedelta(minutes=step)))
            replaced |= {rival.note for rival in rivals}
            gone |= {rival.id for rival in rivals}
        elif what == "note":
            one.says(remark(known, f"said at {step}", step))
            replaced.add(known.note)
            said.add(f"said at {step}")
        elif what == "tag":
            one.says(tagged(100 + step))
            tags.add(100 + step)
        else:
            one.syncs(*random.choice([(), ("--rebase",)]))
    for one in [*machines, *machines[:-1]]:
        one.syncs()
    first, second, third = (one.layer() for one in machines)
    assert first == second == third
    assert said - replaced <= {one.note for one in first.annotations.values()}
    assert tags - gone <= first.annotations.keys()


def test_a_damaged_side_is_a_conflict_that_git_shows(clones: Clones) -> None:
    here, there = clones()
    here.says(tagged(1))
    here.syncs()
    there.says(tagged(2))
    there.file.write_bytes(there.file.read_bytes()[:-9])
    there.commits()
    damaged = there.file.read_bytes()
    pulled = git(there.root, "pull", "-q", "--no-edit")
    assert pulled.returncode == 1
    assert "it is not whole" in pulled.stderr
    assert there.file.read_bytes() == damaged
    assert there.git("ls-files", "--unmerged")


def test_no_line_end_of_a_source_text_is_changed(clones: Clones, home: Path) -> None:
    with (home / ".gitconfig").open("a") as config:
        config.write("[core]\n    autocrlf = true\n")
    _, there = clones()
    assert (there.library.sources / f"{there.id}.txt").read_bytes() == TEXT.encode()
