"""A corrected or longer version takes an article's place, and what was marked goes along with its words."""

import csv
import io
import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from annotations import index
from annotations.library import Library
from tests.tui.cli.conftest import FERRY, HARBOUR, Postil

QUOTE = "“Nobody walked out.”"
LONGER = HARBOUR.replace(
    "By Mara Holt\n", "By Mara Holt\n\nThis report was extended on Tuesday with what the port said.\n"
)
SHORTER = LONGER.replace(" " + QUOTE, "")


@pytest.fixture
def tagged(postil: Postil, harbour: str) -> str:
    """The id of an article in which three things were marked."""
    postil("tag", harbour, "--tag", "quote", "--text", QUOTE, "--speaker", "Ivo Brandt", "--note", "really?")
    postil("tag", harbour, "--tag", "participant", "--text", "Ivo Brandt")
    postil("tag", harbour, "--tag", "participant", "--text", "Harbour talks resume")
    return harbour


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sources(home: Path) -> Path:
    return home / "data/postil/library/sources"


def test_the_new_version_takes_the_place_and_the_tags_with_it(postil: Postil, home: Path, tagged: str) -> None:
    (home / "ferry.txt").write_text(FERRY, "utf-8")
    postil("add", "ferry.txt")
    (home / "longer.txt").write_text(LONGER, "utf-8")
    updated = postil("update", "harbour", "longer.txt")
    assert updated.code == 0
    assert updated.out == f"added\t{updated.id}\tHarbour talks resume\n"
    assert updated.id != tagged
    assert updated.err == "carried over 3 annotations from the earlier version: 1 stands as it stood, 2 moved\n"
    listed = postil("list", "--json").objects
    assert [(row["id"], row["annotations"]) for row in listed[:1]] == [(updated.id, {"quote": 1, "participant": 2})]
    assert len(listed) == 2
    found = rows(postil("export").out)
    assert [row["article_id"] for row in found] == [updated.id] * 3
    for row in found:
        assert LONGER[int(row["start"]) : int(row["end"])] == row["text_exact"]
        assert row["anchor_status"] == "exact"
    quote = next(row for row in found if row["tag"] == "quote")
    assert LONGER[int(quote["quote_speaker_start"]) : int(quote["quote_speaker_end"])] == "Ivo Brandt"
    assert json.loads((sources(home) / f"{updated.id}.json").read_bytes())["replaces"] == tagged


def test_other_programs_and_the_next_start_see_it_at_once(postil: Postil, home: Path, tagged: str) -> None:
    (home / "longer.txt").write_text(LONGER, "utf-8")
    updated = postil("update", tagged, "longer.txt")
    library = Library.open(home / "data/postil/library")
    with TinyDB(library.annotations / "mh" / f"{updated.id}.json", access_mode="r") as plain:
        assert len(plain.all()) == 3
    assert [row.id for row in index.cached(library, "mh")] == [updated.id]


def test_what_lost_its_place_is_named_and_exported_without_one(postil: Postil, home: Path, tagged: str) -> None:  # noqa: ARG001  # it is there to be updated
    (home / "shorter.txt").write_text(SHORTER, "utf-8")
    updated = postil("update", "harbour", "shorter.txt")
    assert updated.code == 0
    report, lost = updated.err.splitlines()
    assert report.endswith(": 1 stands as it stood, 1 moved, 1 has lost its place")
    assert lost.startswith(f"lost its place: quote {QUOTE} (a")
    row = next(row for row in rows(postil("export").out) if row["tag"] == "quote")
    assert (row["text"], row["start"], row["anchor_status"], row["note"]) == (QUOTE, "", "orphaned", "really?")
    assert QUOTE in postil("show", updated.id).out


def test_the_earlier_version_can_still_be_named_by_its_id(postil: Postil, home: Path, tagged: str) -> None:
    (home / "longer.txt").write_text(LONGER, "utf-8")
    updated = postil("update", tagged, "longer.txt")
    assert postil("show", tagged, "--raw").out == HARBOUR
    assert postil("show", "harbour talks", "--raw").out == LONGER
    assert len(rows(postil("export", tagged).out)) == 3
    assert postil("tag", tagged, "--tag", "participant", "--text", "the union").code == 0
    assert len(rows(postil("export", updated.id).out)) == 4
    assert [row["id"] for row in postil("list", "--json").objects] == [updated.id]


def test_the_same_text_changes_nothing(postil: Postil, home: Path, tagged: str) -> None:
    before = {path.name: path.read_bytes() for path in sources(home).iterdir()}
    (home / "again.txt").write_bytes(HARBOUR.replace("\n", "\r\n").encode())
    same = postil("update", "harbour", "again.txt")
    assert (same.code, same.out) == (0, f"known\t{tagged}\tHarbour talks resume\n")
    assert "nothing was changed" in same.err
    assert {path.name: path.read_bytes() for path in sources(home).iterdir()} == before


def test_the_same_update_again_is_known_and_does_what_is_left_to_do(postil: Postil, home: Path, tagged: str) -> None:
    (home / "longer.txt").write_text(LONGER, "utf-8")
    first = postil("--coder", "jo", "update", tagged, "longer.txt")
    assert first.err == "there is nothing of yours to carry over\n"
    again = postil("--coder", "mh", "update", tagged, "longer.txt")
    assert (again.code, again.out) == (0, first.out.replace("added", "known"))
    assert again.err.startswith("carried over 3 annotations")
    third = postil("--coder", "mh", "update", tagged, "longer.txt")
    assert third.err == "there is nothing of yours to carry over\n"
    assert len(rows(postil("export").out)) == 3


def test_a_text_that_is_another_article_already_is_refused_with_what_to_do(
    postil: Postil, home: Path, ferry: str, tagged: str
) -> None:
    before = {path.name: path.read_bytes() for path in sources(home).iterdir()}
    refused = postil("update", tagged, "ferry.txt")
    assert (refused.code, refused.out) == (1, "")
    assert f"as {ferry}" in refused.err
    assert "read on in that one" in refused.err
    assert {path.name: path.read_bytes() for path in sources(home).iterdir()} == before


def test_a_version_that_is_replaced_already_is_refused_with_the_newest(
    postil: Postil, home: Path, harbour: str
) -> None:
    (home / "longer.txt").write_text(LONGER, "utf-8")
    (home / "shorter.txt").write_text(SHORTER, "utf-8")
    newest = postil("update", harbour, "longer.txt").id
    refused = postil("update", harbour, "shorter.txt")
    assert (refused.code, refused.out) == (1, "")
    assert f"postil update {newest} FILE" in refused.err
    assert postil("update", newest, "shorter.txt").code == 0
    assert len(postil("list", "--json").objects) == 1


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [("empty.txt", b"", "is empty"), ("paper.pdf", b"%PDF-1.7", "is a PDF"), (".", b"", "folder")],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_changed(
    postil: Postil, home: Path, name: str, data: bytes, why: str
) -> None:
    article_id = postil("add", "-", stdin=HARBOUR.encode()).id
    if name != ".":
        (home / name).write_bytes(data)
    refused = postil("update", article_id, name)
    assert (refused.code, refused.out) == (1, "")
    assert why in refused.err
    assert [row["id"] for row in postil("list", "--json").objects] == [article_id]


def test_an_article_that_is_not_there_is_refused(postil: Postil, home: Path, harbour: str) -> None:  # noqa: ARG001  # another one is there
    (home / "longer.txt").write_text(LONGER, "utf-8")
    refused = postil("update", "nowhere", "longer.txt")
    assert (refused.code, refused.out) == (1, "")
    assert "there is none by that id or title" in refused.err


def test_standard_input_is_a_version_and_what_was_guessed_is_a_note(postil: Postil, harbour: str) -> None:
    updated = postil("update", harbour, "-", stdin=LONGER.replace("Mara", "Mära").encode("cp1252"))
    assert updated.code == 0
    assert "note: standard input: " in updated.err
    assert "Mära" in postil("show", updated.id, "--raw").out


def test_what_was_corrected_holds_unless_the_new_text_says_otherwise(postil: Postil, home: Path, harbour: str) -> None:
    postil("set", harbour, "--title", "Talks on the quay", "--publication", "The Tern Courier", "--author", "M. Holt")
    (home / "longer.txt").write_text(LONGER.replace("By Mara Holt", "By Ivo Lund"), "utf-8")
    updated = postil("update", harbour, "longer.txt")
    assert "not kept, as the new text says something of its own: author" in updated.err
    [row] = postil("list", "--json").objects
    assert (row["title"], row["publication"]) == ("Talks on the quay", "The Tern Courier")
    assert "Ivo Lund" in postil("show", updated.id).out


def test_an_earlier_version_that_was_spoilt_is_told_and_carried_over_when_it_is_whole_again(
    postil: Postil, home: Path, tagged: str
) -> None:
    path = home / "data/postil/library/annotations/mh" / f"{tagged}.json"
    whole = path.read_bytes()
    path.write_bytes(whole[:40])
    (home / "longer.txt").write_text(LONGER, "utf-8")
    updated = postil("update", tagged, "longer.txt")
    assert updated.code == 1
    assert updated.out.startswith("added\t")
    assert path.name in updated.err
    path.write_bytes(whole)
    assert postil("update", tagged, "longer.txt").err.startswith("carried over 3 annotations")


def test_a_text_that_was_changed_in_place_is_updated_with_the_original_at_hand(
    postil: Postil, home: Path, tagged: str
) -> None:
    """Somebody wrote the longer version over the text in the library, then heard of the command."""
    (sources(home) / f"{tagged}.txt").write_text(LONGER, "utf-8")
    (home / "longer.txt").write_text(LONGER, "utf-8")
    updated = postil("update", tagged, "longer.txt")
    assert updated.code == 0
    assert updated.err.endswith("1 stands as it stood, 2 moved\n")
    (home / "harbour.txt").write_text(HARBOUR, "utf-8")
    back = postil("update", tagged, "harbour.txt")
    assert back.code == 1
    assert "add the document again" in back.err


def test_a_hostile_text_obeys_nothing_on_the_terminal(postil: Postil, home: Path, tagged: str) -> None:
    (home / "evil.txt").write_text("Talks \x1b]0;gone\x07\u202eresume\n\n" + FERRY, "utf-8")
    updated = postil("update", tagged, "evil.txt")
    assert updated.code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(updated.out + updated.err)
