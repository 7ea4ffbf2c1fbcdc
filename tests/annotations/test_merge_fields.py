"""Fields, corrections, sources and tables of somebody else merge one by one."""

from pathlib import PurePath

import pytest

from annotations.edit import STATUSES
from annotations.errors import DamagedFile
from annotations.merge import merged
from annotations.merge_fields import FURTHER, merged_fields
from annotations.merge_file import merged_file
from annotations.source_file import written
from annotations.tables import Tables
from tests.annotations.shelf import article

Values = dict[str, str]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "found"),
    [
        ({"title": "a"}, {"title": "b"}, {"title": "a"}, {"title": "b"}),
        ({"title": "a"}, {}, {"title": "a"}, {}),
        ({"title": "a"}, {}, {"title": "b"}, {"title": "b"}),
        ({}, {"title": "b"}, {"author": "c"}, {"title": "b", "author": "c"}),
        ({}, {"title": "Talks"}, {"title": "Ferry talks"}, {"title": "Ferry talks", "conflict title": "Talks"}),
        ({}, {"title": "one"}, {"title": "two"}, {"title": "two", "conflict title": "one"}),
        ({}, {"status": "done"}, {"status": "reading"}, {"status": "done", "conflict status": "reading"}),
        ({}, {"status": "skipped"}, {"status": "done"}, {"status": "done", "conflict status": "skipped"}),
        ({}, {"kind 3-9": "chrome"}, {"kind 3-9": "body"}, {"kind 3-9": "body"}),
        ({"kind 3-9": "body"}, {"kind 3-9": "chrome"}, {"kind 3-9": "title"}, {"kind 3-9": "title"}),
        ({}, {"carried": "d1 aa"}, {"carried": "d1 bb"}, {"carried": "d1 bb"}),
        ({"note": "a"}, {"note": "ab"}, {"note": "b", "conflict note": "a"}, {"note": "ab", "conflict note": "b"}),
        (
            {"title": "a"},
            {"title": "b", "conflict title": "a"},
            {"title": "c", "conflict title": "a"},
            {"title": "c", "conflict title": "a\nb"},
        ),
        ({}, {"title": "a", "conflict title": "bb"}, {"title": "bb"}, {"title": "bb", "conflict title": "a"}),
        (
            {},
            {"status": "done", "conflict status": "reading"},
            {"status": "skipped"},
            {"status": "done", "conflict status": "skipped"},
        ),
        ({"note": "a", "conflict note": "b"}, {"note": "a"}, {"note": "a", "conflict note": "b"}, {"note": "a"}),
    ],
)
def test_fields_merge_one_by_one(base: Values, ours: Values, theirs: Values, found: Values) -> None:
    assert merged_fields(base, ours, theirs)[0] == found
    assert merged_fields(base, theirs, ours)[0] == found


def test_of_three_notes_none_is_lost() -> None:
    two, _ = merged_fields({}, {"note": "one\nof two lines"}, {"note": "two"})
    three, [sentence] = merged_fields({}, two, {"note": "three"})
    assert three["note"] == "one\nof two lines"
    assert three["conflict note"].split("\n———\n") == ["two", "three"]
    assert sentence == "the article's note was changed in two places: both are kept"
    assert merged_fields({}, three, {"note": "two"}) == (three, ())


def test_a_block_that_was_flipped_in_two_ways_is_told_and_shown() -> None:
    _, [sentence] = merged_fields({}, {"kind 3-9": "chrome"}, {"kind 3-9": "body"})
    assert sentence == "a block was set to body and to chrome in two places: body holds"


def test_of_where_annotations_were_carried_from_nothing_is_told() -> None:
    assert merged_fields({}, {"carried": "d1 aa"}, {"carried": "d1 bb"})[1] == ()


def test_every_status_has_its_place_on_the_way() -> None:
    assert sorted(FURTHER) == sorted(STATUSES)


def test_tables_of_somebody_else_merge_by_document_and_ours_holds() -> None:
    base, ours, theirs = (
        Tables({}, {}, {"memos": memos})
        for memos in (
            {"1": {"x": 1}, "2": {"x": 1}, "3": {"x": 1}},
            {"1": {"x": 2}, "2": {"x": 1}, "4": {"x": 4}},
            {"1": {"x": 3}, "2": {"x": 2}, "3": {"x": 1}},
        )
    )
    found, [sentence] = merged(base, ours, theirs)
    assert found.others == {"memos": {"1": {"x": 2}, "2": {"x": 2}, "4": {"x": 4}}}
    assert sentence == "document 1 of the table “memos” was changed in two places: ours is kept"


def test_of_two_sources_added_in_the_same_moment_each_machine_takes_the_same_one() -> None:
    one, two = (written(article()._replace(file=name), "aa", 0) for name in ("a.txt", "b.txt"))
    path = PurePath("sources/d00000000000.json")
    assert merged_file(path, b"", one, two) == merged_file(path, b"", two, one) == (one, ())


def test_a_source_that_one_side_alone_rewrote_is_as_that_side_left_it() -> None:
    one, two = (written(article()._replace(file=name), "aa", 0) for name in ("a.txt", "b.txt"))
    path = PurePath("sources/d00000000000.json")
    assert merged_file(path, one, one, two) == merged_file(path, one, two, one) == (two, ())


def test_a_source_that_is_cut_is_damaged() -> None:
    whole = written(article(), "aa", 0)
    with pytest.raises(DamagedFile, match="theirs"):
        merged_file(PurePath("sources/d00000000000.json"), b"", whole, whole[:-5])
