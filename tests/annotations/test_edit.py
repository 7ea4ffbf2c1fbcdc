from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.annotation import Annotation
from annotations.edit import Change, Conflict, Edit, FieldChange, Layer
from annotations.history import History
from seeds.span import Span

NOW = datetime(2026, 5, 3, 10, tzinfo=UTC)


def note(id_: int, tag: str = "quote", text: str = "words", start: int = 0) -> Annotation:
    return Annotation(id_, tag, (Span(start, start + len(text)),), (text,), "", "", NOW, NOW)


@st.composite
def layers_and_edits(draw: st.DrawFn) -> tuple[Layer, Edit]:
    """A layer, and an edit that fits it: some annotations added, some changed, some deleted, a field set."""
    known = {i: note(i, draw(st.sampled_from(["quote", "participant"]))) for i in draw(st.sets(st.integers(1, 9)))}
    own = draw(st.dictionaries(st.sampled_from(["status", "note"]), st.text(min_size=1), max_size=2))
    changes: list[Change | FieldChange] = []
    for id_ in draw(st.sets(st.integers(1, 12))):
        before = known.get(id_)
        after = None if before and draw(st.booleans()) else note(id_, "precondition", "other", draw(st.integers(0, 50)))
        changes.append(Change(before, after))
    changes.append(FieldChange("status", own.get("status"), draw(st.none() | st.sampled_from(["done", "reading"]))))
    changes.append(FieldChange("kind 0-9", None, "chrome"))
    return Layer(known, own), Edit(tuple(changes), "an edit", NOW)


@given(layers_and_edits())
def test_an_edit_and_its_inverse_leave_the_layer_as_it_was(pair: tuple[Layer, Edit]) -> None:
    layer, edit = pair
    assert layer.apply(edit).apply(edit.inverse()) == layer


def test_an_edit_of_something_that_changed_meanwhile_is_refused_and_changes_nothing() -> None:
    layer = Layer({1: note(1)})
    stale = Edit((Change(None, note(2)), Change(note(1, "participant"), None)), "delete", NOW)
    with pytest.raises(Conflict, match="participant “words”: was changed by another program"):
        layer.apply(stale)
    assert list(layer.annotations) == [1]


def test_annotations_stand_in_the_order_of_the_text_the_longer_of_two_first() -> None:
    inner, outer, later = note(1, text="ab", start=3), note(2, text="abcd", start=3), note(3, start=9)
    assert Layer({3: later, 1: inner, 2: outer}).in_order == (outer, inner, later)


def committed(layer: Layer, history: History, edit: Edit | None) -> tuple[Layer, History]:
    assert edit is not None
    return layer.apply(edit), history.push(edit)


def test_a_run_of_edits_is_one_step_of_undo_and_one_of_redo() -> None:
    first, wider, widest = note(1), note(1, text="words a"), note(1, text="words a b")
    layer, history = committed(Layer(), History(), Edit((Change(None, first),), "tagged", NOW))
    for before, after in ((first, wider), (wider, widest)):
        layer, history = committed(layer, history, Edit((Change(before, after),), "edge", NOW, run="r1"))
    layer, history = committed(layer, history, history.undo(NOW))
    assert layer.annotations == {1: first}
    layer, history = committed(layer, history, history.redo(NOW))
    assert layer.annotations == {1: widest}
    layer, history = committed(layer, history, history.undo(NOW))
    layer, history = committed(layer, history, history.undo(NOW))
    assert layer == Layer()
    assert history.undo(NOW) is None


def test_a_new_edit_ends_what_could_be_done_again() -> None:
    layer, history = committed(Layer(), History(), Edit((Change(None, note(1)),), "tagged", NOW))
    layer, history = committed(layer, history, history.undo(NOW))
    layer, history = committed(layer, history, Edit((Change(None, note(2)),), "tagged", NOW))
    assert history.redo(NOW) is None


def test_two_runs_on_other_annotations_are_two_steps() -> None:
    history = History.of(
        Edit((Change(None, note(number)),), "edge", NOW, run=run) for number, run in ((1, "a"), (2, "b"), (3, "b"))
    )
    assert [len(step) for step in history.done] == [1, 2]
