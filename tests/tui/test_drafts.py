"""The file of drafts: read as written, shared by two readers, never written over where it cannot be read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import files
from annotations.errors import DamagedFile, NewerSchema
from annotations.library import Library
from annotations.migrate import SCHEMA
from tests.tui.half_typed import drafts_of
from tui.blanks import Blank, Subject
from tui.drafts import changed, parse, read_drafts, write_drafts, written

NOTE: Blank = (Subject("d1", 7, "note"), "note")
SPEAKER: Blank = (Subject("d1", 7, "fields"), "speaker")
TITLE: Blank = (Subject("d2", None, "article.known"), "title")

blanks = st.tuples(st.builds(Subject, st.text(), st.none() | st.integers(), st.text()), st.text())


@given(st.dictionaries(blanks, st.text()))
def test_drafts_are_read_as_they_were_written_and_in_their_order(drafts: dict[Blank, str]) -> None:
    assert list(parse("mh.json", written(drafts)).items()) == list(drafts.items())


def test_what_was_typed_last_is_the_newest_and_what_is_no_draft_any_more_is_gone() -> None:
    known = changed({NOTE: "one", SPEAKER: "Mara", TITLE: "Ferries"}, [(NOTE, "one more"), (SPEAKER, None)])
    assert list(known.items()) == [(TITLE, "Ferries"), (NOTE, "one more")]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"schema": 1}',
        b'{"schema": "one", "drafts": []}',
        b'{"schema": 1, "drafts": [{"article": "d1"}]}',
        b'{"schema": 1, "drafts": [{"article": "d1", "annotation": true, "command": "c", "field": "f", "words": "w"}]}',
        b'{"schema": 1, "drafts": [{"article": "d1", "annotation": null, "command": "c", "field": "f", "words": 3}]}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_holds_no_drafts_and_is_kept_when_the_next_draft_is_written(
    content: bytes, library: Library
) -> None:
    path = drafts_of(library)
    with pytest.raises(DamagedFile):
        parse(path, content)
    files.replace(path, content)
    assert read_drafts(path) == {}
    said = write_drafts(library, path, [(NOTE, "one")])
    (kept,) = (library.local / "damaged").iterdir()
    assert kept.read_bytes() == content
    assert str(kept) in said
    assert read_drafts(path) == {NOTE: "one"}


def test_a_newer_file_is_left_alone(library: Library) -> None:
    path = drafts_of(library)
    newer = json.dumps({"schema": SCHEMA + 1, "drafts": "elsewhere"}).encode()
    files.replace(path, newer)
    assert read_drafts(path) == {}
    with pytest.raises(NewerSchema):
        write_drafts(library, path, [(NOTE, "one")])
    assert path.read_bytes() == newer


def test_two_readers_lose_no_draft_of_each_other(library: Library) -> None:
    path = drafts_of(library)
    write_drafts(library, path, [(NOTE, "one"), (SPEAKER, "Mara")])
    write_drafts(library, path, [(TITLE, "Ferries")])
    write_drafts(library, path, [(NOTE, "one more"), (SPEAKER, None)])
    assert read_drafts(path) == {TITLE: "Ferries", NOTE: "one more"}


def test_git_leaves_drafts_out_and_no_file_stays_without_one(library: Library) -> None:
    path = drafts_of(library)
    (library.local / ".gitignore").unlink()
    write_drafts(library, path, [(NOTE, "one")])
    assert (library.local / ".gitignore").read_text("utf-8") == "*\n"
    write_drafts(library, path, [(NOTE, None)])
    assert not path.exists()
