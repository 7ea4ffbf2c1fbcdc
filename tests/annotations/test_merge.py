"""Two places changed the same file: nothing that either of them said is lost, and a conflict is marked, once."""

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from annotations import tables
from annotations.annotation import Annotation
from annotations.edit import CONFLICT
from annotations.merge import merged, same
from annotations.merge_fields import PARTED
from annotations.tables import Tables
from tests.annotations.forks import Fork, bases, file, forks, marks, sides, torn, version
from tests.bench import merging


@given(forks())
def test_it_does_not_matter_which_side_is_ours(fork: Fork) -> None:
    base, ours, theirs = fork
    one, two = merged(base, ours, theirs), merged(base, theirs, ours)
    assert one == two
    assert written(one.tables) == written(two.tables)


@given(forks())
def test_merging_again_changes_nothing_and_tells_no_conflict_again(fork: Fork) -> None:
    base, ours, theirs = fork
    found = merged(base, ours, theirs).tables
    for side in (ours, theirs):
        assert merged(base, found, side) == (found, ())
        assert merged(found, found, side).tables == side
        assert merged(base, base, side).tables == side


@given(forks())
def test_what_a_side_added_or_changed_is_there(fork: Fork) -> None:
    base, ours, theirs = fork
    found = merged(base, ours, theirs).tables.annotations
    for side in (ours, theirs):
        for number, one in side.annotations.items():
            before = base.annotations.get(number)
            if before is None or not same(before, one):
                assert any(same(known, one) for known in found.values()), one
    assert not _lacking(base, ours, theirs)


def _lacking(base: Tables, ours: Tables, theirs: Tables) -> list[object]:
    """What both sides have, or one of them since the base, as a version of some annotation or of the note on the
    article, and that is not there."""
    found = merged(base, ours, theirs).tables
    lacking: list[object] = []
    for group in _groups(base, ours, theirs):
        before, one, two = (_versions(known, group) for known in (base, ours, theirs))
        wanted = [version for version in one + two if not _in(version, before)]
        wanted += [version for version in one if _in(version, two)]
        lacking += [version for version in wanted if not _in(version, [*found.annotations.values()])]
    notes, mine, yours, there = (_article_notes(known) for known in (base, ours, theirs, found))
    return lacking + sorted(((mine & yours) | ((mine | yours) - notes)) - there)


def _article_notes(known: Tables) -> set[str]:
    rivals = known.own[f"{CONFLICT}note"].split(PARTED["note"]) if f"{CONFLICT}note" in known.own else []
    return {*rivals, *([known.own["note"]] if "note" in known.own else [])}


def _versions(known: Tables, group: set[int]) -> list[Annotation]:
    return [known.annotations[number] for number in group & known.annotations.keys()]


def _groups(*places: Tables) -> list[set[int]]:
    """The ids of the versions of each annotation, wherever they are linked."""
    groups: list[set[int]] = []
    for known in (known for place in places for known in place.annotations.values()):
        group = {known.id, *known.conflicts}
        beside = [other for other in groups if other & group]
        groups = [other for other in groups if not other & group] + [group.union(*beside)]
    return groups


def _in(version: Annotation, others: list[Annotation]) -> bool:
    return any(same(version, other) for other in others)


@given(forks())
def test_what_one_side_alone_touched_is_as_that_side_left_it(fork: Fork) -> None:
    base, ours, theirs = fork
    found = merged(base, ours, theirs).tables.annotations
    for side, idle in ((ours, theirs), (theirs, ours)):
        for number in base.annotations.keys() | side.annotations.keys():
            if idle.annotations.get(number) == base.annotations.get(number):
                assert found.get(number) == side.annotations.get(number)


@given(forks())
def test_there_is_a_conflict_only_where_both_touched_the_same_annotation(fork: Fork) -> None:
    base, ours, theirs = fork
    known = [side.annotations for side in fork]
    both = {number for number in {*known[0], *known[1], *known[2]} if _twice(number, *known)}
    found = merged(base, ours, theirs)
    for number, conflicts in marks(found.tables).items():
        told = {to for side in known[1:] if number in side for to in side[number].conflicts}
        assert number in both or {*conflicts} - told <= both
    if not both and not any(_twice(field, base.own, ours.own, theirs.own) for field in ("status", "note")):
        assert found.conflicts == ()


def _twice(key: object, base: Mapping[Any, Any], ours: Mapping[Any, Any], theirs: Mapping[Any, Any]) -> bool:
    """Whether both sides touched something."""
    return ours.get(key) != base.get(key) != theirs.get(key)


@given(st.data())
def test_three_places_come_to_the_same_in_any_order(data: st.DataObject) -> None:
    base = data.draw(bases())
    one, two, three = (data.draw(sides(base, 1)) for _ in range(3))

    def both(ours: Tables, theirs: Tables) -> Tables:
        return merged(base, ours, theirs).tables

    orders = both(both(one, two), three), both(one, both(two, three)), both(both(one, three), two)
    assert [order.own for order in orders] == [orders[0].own] * 3
    assert [_told(order) for order in orders] == [_told(orders[0])] * 3


def _told(known: Tables) -> set[tuple[int, frozenset[str]]]:
    """What the versions of each annotation say, the oldest id first: that of the annotation itself."""
    groups = [group & known.annotations.keys() for group in _groups(known)]
    return {(min(group), frozenset(known.annotations[number].note for number in group)) for group in groups}


@given(st.data())
def test_what_was_merged_here_and_there_and_changed_again_merges_without_loss_or_copies(data: st.DataObject) -> None:
    base = data.draw(bases())
    common, one, two = (data.draw(sides(base, 1)) for _ in range(3))
    merges = [merged(base, common, side).tables for side in (one, two)]
    ours, theirs = (data.draw(sides(merge, 4)) for merge in merges)
    found = merged(common, ours, theirs)
    assert found == merged(common, theirs, ours)
    assert not _lacking(common, ours, theirs)
    for side in (ours, theirs):
        assert merged(common, found.tables, side).tables == found.tables
    known_marks = marks(found.tables)
    assert all(number in known_marks[to] for number, to_all in known_marks.items() for to in to_all)


IDS = st.integers(1, 5)
STRAY = st.builds(torn, IDS, IDS, IDS, note=st.sampled_from("ab"), minute=st.integers(0, 2))


STRAYS = st.lists(STRAY | st.builds(version, IDS, st.sampled_from("ab")), max_size=4)


@given(st.tuples(STRAYS, STRAYS, STRAYS))
def test_marks_that_no_merge_would_leave_do_no_harm(places: tuple[list[Annotation], ...]) -> None:
    base, ours, theirs = (file(*place) for place in places)
    found = merged(base, ours, theirs)
    assert found == merged(base, theirs, ours)
    assert [number for number, one in found.tables.annotations.items() if one.id != number] == []


def written(found: Tables) -> bytes:
    return tables.dump(tables.of(found.annotations, found.own, found.others))


def test_random_merges_lose_nothing_and_mark_only_what_both_touched() -> None:
    counts = merging.run(60)
    assert counts[:3] == (0, 0, 0)
    assert counts.true > 60
