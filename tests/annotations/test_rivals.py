"""A reader settles a conflict: one version stays, or goes, and no mark is left that leads nowhere."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from annotations.annotation import Annotation, Link
from annotations.edit import Change, Edit, Layer
from annotations.merge import linked
from annotations.rivals import kept, versions, without_rival
from tests.annotations.shelf import AT, quote

LATER = AT + timedelta(minutes=5)


def layer(*annotations: Annotation) -> Layer:
    return Layer({one.id: one for one in annotations})


def torn(number: int, *others: int, note: str = "") -> Annotation:
    return linked(quote(number)._replace(note=note), others)


def test_the_version_that_is_kept_stays_alone_and_without_its_mark() -> None:
    before = layer(torn(7, 8, note="mine"), torn(8, 7, note="yours"), quote(9))
    edit = kept(before, before.annotations[8], LATER)
    after = before.apply(edit)
    assert set(after.annotations) == {8, 9}
    assert after.annotations[8] == quote(8)._replace(note="yours", modified=LATER)
    assert edit.label == "kept this version of the quote “We will sit down on Monday,”"
    assert edit.at == LATER
    assert after.apply(edit.inverse()) == before


def test_all_versions_of_a_version_go() -> None:
    before = layer(torn(7, 8, 9), torn(8, 7), torn(9, 7), torn(10, 11), torn(11, 10))
    assert [one.id for one in versions(before, before.annotations[8])] == [7, 9]
    after = before.apply(kept(before, before.annotations[8], LATER))
    assert {number: one.conflicts for number, one in after.annotations.items()} == {8: (), 10: (11,), 11: (10,)}


def test_what_was_deleted_in_the_other_place_only_loses_its_mark() -> None:
    before = layer(torn(7, 7), quote(8))
    edit = kept(before, before.annotations[7], LATER)
    assert before.apply(edit) == layer(quote(7)._replace(modified=LATER), quote(8))
    assert edit.label == "kept the quote “We will sit down on Monday,”"


def test_a_mark_that_leads_nowhere_is_taken_off_as_well() -> None:
    before = layer(torn(7, 99))
    assert before.apply(kept(before, before.annotations[7], LATER)).annotations[7].links == ()


def test_links_to_a_version_that_goes_lead_to_the_one_that_stays() -> None:
    answer = quote(9)._replace(links=(Link("responds-to", 7), Link("responds-to", 8), Link("see", 10)))
    before = layer(torn(7, 8), torn(8, 7), answer, quote(10))
    after = before.apply(kept(before, before.annotations[8], LATER))
    assert after.annotations[9].links == (Link("responds-to", 8), Link("see", 10))
    assert after.annotations[10] == quote(10)


def test_a_link_to_ones_own_other_version_is_none_to_oneself() -> None:
    mine = torn(7, 8)._replace(links=(Link("see", 8), Link("conflict", 8), Link("see", 9)))
    before = layer(mine, torn(8, 7), quote(9))
    assert before.apply(kept(before, mine, LATER)).annotations[7].links == (Link("see", 9),)


def test_of_two_versions_the_other_one_is_unmarked_when_one_is_deleted() -> None:
    before = layer(torn(7, 8), torn(8, 7), torn(10, 11), torn(11, 10))
    assert without_rival(before, before.annotations[7]) == (Change(before.annotations[8], quote(8)),)


def test_of_three_versions_the_others_stay_marked_when_one_is_deleted() -> None:
    before = layer(torn(7, 8, 9), torn(8, 7), torn(9, 7, 9))
    deleted = Edit((Change(before.annotations[7], None), *without_rival(before, before.annotations[7])), "", AT)
    after = before.apply(deleted)
    assert {number: one.conflicts for number, one in after.annotations.items()} == {8: (9,), 9: (8, 9)}


def test_without_a_conflict_nothing_changes_when_one_is_deleted() -> None:
    before = layer(torn(7, 7), quote(8))
    assert without_rival(before, before.annotations[7]) == ()


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=8), st.integers(1, 6))
def test_no_mark_leads_to_what_is_gone(pairs: list[tuple[int, int]], number: int) -> None:
    links: dict[int, set[int]] = {one: set() for one in range(1, 7)}
    for one, two in pairs:
        links[one].add(two)
        links[two].add(one)
    before = layer(*(torn(one, *to) for one, to in links.items()))
    known = before.annotations[number]
    deletion = Edit((Change(known, None), *without_rival(before, known)), "", AT)
    for edit in (kept(before, known, LATER), deletion):
        after = before.apply(edit).annotations
        assert all(to in after for one in after.values() for to in one.conflicts)
