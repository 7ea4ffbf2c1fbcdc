"""Where two places changed one annotation, both versions are kept, and what is settled stays so."""

from datetime import timedelta

import pytest

from annotations import rivals
from annotations.annotation import MAX_ID
from annotations.edit import Change, Edit, Layer
from annotations.merge import NOTHING, linked, merged
from annotations.tables import Tables
from tests.annotations.forks import file, marks, notes, other, torn, version
from tests.annotations.shelf import AT


def test_of_two_versions_the_later_one_has_the_id_and_each_leads_to_the_other() -> None:
    base = file(version(7), version(8))
    found, [sentence] = merged(base, file(version(7, "early", 1), version(8)), file(version(7, "late", 2), version(8)))
    rival = other(7, found)
    assert (found.annotations[7].note, rival.note) == ("late", "early")
    assert rival.conflicts == (7,)
    assert 0 < rival.id < MAX_ID
    assert set(found.annotations) == {7, 8, rival.id}
    assert sentence == (
        f"the quote “We will sit down on Monday,” was changed in two places: both are kept, as a7 and {rival.label}"
    )


def test_the_id_of_the_other_version_is_the_next_one_if_something_else_has_it() -> None:
    base, ours, theirs = file(version(7)), file(version(7, "early", 1)), file(version(7, "late", 2))
    wanted = other(7, merged(base, ours, theirs).tables).id
    taken = version(wanted, "something else")
    found = merged(base, ours, Tables({**theirs.annotations, wanted: taken}, {}, {})).tables
    assert found.annotations[wanted] == taken
    assert other(7, found).id == wanted + 1


@pytest.mark.parametrize("minute", [1, 3])
def test_what_one_side_deleted_and_the_other_changed_is_kept_with_a_mark(minute: int) -> None:
    changed = file(version(7, "changed", minute))
    found, [sentence] = merged(file(version(7)), changed, NOTHING)
    assert notes(found) == {7: "changed"}
    assert marks(found) == {7: (7,)}
    assert "deleted in the other: it is kept, as a7" in sentence


def test_what_one_side_deleted_and_the_other_left_alone_is_gone() -> None:
    base = file(version(7), version(8))
    assert merged(base, file(version(8)), base) == (file(version(8)), ())


def test_an_id_that_both_sides_gave_to_different_annotations_holds_the_later_one() -> None:
    found = merged(NOTHING, file(version(7, "one", 2)), file(version(7, "other", 1))).tables
    assert (found.annotations[7].note, other(7, found).note) == ("one", "other")


def test_a_time_alone_is_no_conflict_and_the_later_one_holds() -> None:
    found = merged(file(version(7)), file(version(7, "same", 1)), file(version(7, "same", 2)))
    assert found == (file(version(7, "same", 2)), ())


def test_a_settled_conflict_stays_settled_where_the_other_side_left_it() -> None:
    torn = merged(file(version(7)), file(version(7, "early", 1)), file(version(7, "late", 2))).tables
    for stays in torn.annotations.values():
        layer = Layer(torn.annotations)
        settled = Tables(dict(layer.apply(rivals.kept(layer, stays, AT)).annotations), {}, {})
        found = merged(torn, settled, torn)
        assert notes(found.tables) == {stays.id: stays.note}
        assert not marks(found.tables)
        assert found.conflicts == ()


def test_a_conflict_that_was_settled_in_two_ways_keeps_both_and_says_so() -> None:
    torn = merged(file(version(7)), file(version(7, "early", 1)), file(version(7, "late", 2))).tables
    layer = Layer(torn.annotations)
    one, two = (
        Tables(dict(layer.apply(rivals.kept(layer, stays, AT + timedelta(minutes=3))).annotations), {}, {})
        for stays in torn.annotations.values()
    )
    found, sentences = merged(torn, one, two)
    assert sorted(notes(found).values()) == ["early", "late"]
    assert marks(found) == {number: (number,) for number in found.annotations}
    assert len(sentences) == 2


def test_what_was_deleted_and_kept_before_and_is_deleted_again_and_kept_is_marked_again() -> None:
    marked = file(linked(version(7, minute=1), [7]))
    ours = file(version(7, minute=2))
    assert merged(marked, ours, marked).tables == ours
    found = merged(marked, ours, NOTHING).tables
    assert marks(found) == {7: (7,)}
    assert merged(marked, found, ours).tables == merged(marked, found, NOTHING).tables == found


def test_a_version_never_takes_the_id_that_another_one_had() -> None:
    torn = merged(file(version(7)), file(version(7, "early", 1)), file(version(7, "late", 2))).tables
    known = other(7, torn).id
    ours, theirs = file(version(7, "early", 3)), file(version(7, "other", 4))
    found = merged(torn, ours, theirs).tables
    assert notes(found) == {7: "other", known + 1: "early"}
    assert merged(torn, found, ours).tables == merged(torn, found, theirs).tables == found


def test_a_version_that_one_side_settled_on_stays_beside_what_a_third_one_said_meanwhile() -> None:
    first, second, third = (file(version(7, note, minute)) for minute, note in enumerate(("one", "two", "three"), 1))
    base = file(version(7))
    torn_here, torn_there = merged(base, first, second).tables, merged(base, second, third).tables
    layer = Layer(torn_here.annotations)
    settled = layer.apply(rivals.kept(layer, torn_here.annotations[7], AT + timedelta(minutes=2)))
    found = merged(
        torn_here, Tables(dict(settled.annotations), {}, {}), merged(base, torn_here, torn_there).tables
    ).tables
    assert sorted(notes(found).values()) == ["three", "two"]
    assert (found.annotations[7].note, other(7, found).note) == ("three", "two")


def test_a_mark_of_a_deletion_is_no_other_version_that_says_the_same() -> None:
    marked = file(torn(7, 7, note="first", minute=1))
    assert merged(NOTHING, marked, file(version(7, "first", 1))).tables == marked


def test_a_version_that_was_changed_on_both_sides_keeps_both_even_if_one_says_the_same_as_another() -> None:
    ours = file(torn(7, 91, note="second", minute=1), torn(91, 7, note="third", minute=1))
    theirs = file(torn(7, 91, note="fourth", minute=9), torn(91, 7, note="fourth", minute=5))
    found = merged(file(version(7, "first")), ours, theirs).tables
    assert set(notes(found).values()) == {"second", "third", "fourth"}
    assert all(number in marks(found)[to] for number, to_all in marks(found).items() for to in to_all)


def test_a_version_that_was_changed_here_and_deleted_there_is_no_version_of_the_other_one_any_more() -> None:
    base = file(torn(7, 91, note="first", minute=2), torn(91, 7, note="second", minute=1))
    layer = Layer(base.annotations)
    known = base.annotations[7]
    deletion = Edit((Change(known, None), *rivals.without_rival(layer, known)), "deleted", AT)
    ours = Tables(dict(layer.apply(deletion).annotations), {}, {})
    theirs = file(torn(7, 91, note="third", minute=3), base.annotations[91])
    found = merged(base, ours, theirs).tables
    assert notes(found) == {7: "third", 91: "second"}
    assert marks(found) == {7: (7,)}


def test_a_version_that_both_sides_know_is_kept_even_if_the_base_was_so() -> None:
    base = file(version(7, "first", 1))
    ours, theirs = (
        file(torn(7, 91, note=note, minute=2), torn(91, 7, note="first", minute=1)) for note in ("one", "two")
    )
    assert sorted(notes(merged(base, ours, theirs).tables).values()) == ["first", "one", "two"]


def test_a_version_that_is_there_already_keeps_its_own_other_versions() -> None:
    leaf, more = torn(91, 7, 92, note="second", minute=1), torn(92, 91, note="third", minute=1)
    base, ours, theirs = (
        file(torn(7, 91, note=note, minute=minute), leaf, more)
        for minute, note in enumerate(("first", "second", "fourth"), 1)
    )
    found = merged(base, ours, theirs).tables
    assert notes(found) == {7: "fourth", 91: "second", 92: "third"}
    assert marks(found) == {7: (91,), 91: (7, 92), 92: (91,)}


def test_a_version_whose_id_was_taken_meanwhile_gets_no_second_copy() -> None:
    base, ours = file(version(7, "first", 1)), file(version(7, "second", 4))
    wanted = other(7, merged(base, ours, file(version(7, "third", 5))).tables).id
    theirs = file(torn(7, wanted, note="third", minute=5), torn(wanted, 7, note="third", minute=5))
    found = merged(base, ours, theirs).tables
    assert notes(found) == {7: "third", wanted: "third", wanted + 1: "second"}
    assert merged(base, found, ours).tables == found


def test_without_a_base_everything_is_an_addition() -> None:
    found = merged(NOTHING, file(version(7), status="reading"), file(version(8), status="reading"))
    assert found == (file(version(7), version(8), status="reading"), ())
