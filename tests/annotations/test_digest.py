"""The digest of a state tells states apart, and an edit changes it without a look at the rest."""

from annotations import digest
from annotations.edit import Change, Edit, FieldChange, Layer
from tests.annotations.shelf import AT, quote

EDITS = [
    Edit((Change(None, quote(1)), Change(None, quote(2))), "", AT),
    Edit((Change(quote(1), quote(1)._replace(note="x")), FieldChange("status", None, "done")), "", AT),
    Edit((Change(quote(2), None), FieldChange("status", "done", "reading")), "", AT),
    Edit((FieldChange("title", None, "New"), FieldChange("note", None, "")), "", AT),
    Edit((FieldChange("status", "reading", None),), "", AT),
]


def test_an_edit_gives_the_digest_of_the_state_behind_it() -> None:
    layer, known, seen = Layer(), digest.EMPTY, [digest.EMPTY]
    for edit in EDITS:
        layer, known = layer.apply(edit), digest.after(known, edit)
        assert known == digest.of(layer.annotations, layer.own)
        seen.append(known)
    assert len(set(seen)) == len(seen)


def test_an_edit_and_its_inverse_give_the_digest_before() -> None:
    for edit in EDITS:
        assert digest.after(digest.after(17, edit), edit.inverse()) == 17


def test_the_order_of_annotations_does_not_matter() -> None:
    one, other = {1: quote(1), 2: quote(2)}, {2: quote(2), 1: quote(1)}
    assert digest.of(one, {}) == digest.of(other, {})
    assert digest.of(one, {}) != digest.of({1: quote(1), 3: quote(3)}, {})
