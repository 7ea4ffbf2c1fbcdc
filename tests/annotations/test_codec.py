"""What is read again equals what was written, and what is no annotation is told apart with a reason."""

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import codec
from annotations.annotation import MAX_ID, Annotation, Link
from annotations.edit import OWN_FIELDS, Change, Edit, FieldChange
from annotations.entity import Entity
from seeds.span import Span
from tests.annotations.shelf import AT, quote

TEXTS = st.text(max_size=12)
IDS = st.integers(1, MAX_ID - 1)
TIMES = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))
SPANS = st.tuples(st.integers(0, 10**6), st.integers(1, 1000)).map(lambda pair: Span(pair[0], sum(pair)))
ENTITIES = st.builds(Entity, TEXTS, st.none() | TEXTS, st.none() | SPANS)


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    edges = sorted(draw(st.lists(st.integers(0, 10**6), unique=True, max_size=6)))
    spans = tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=False))
    return Annotation(
        draw(IDS), draw(TEXTS), spans, tuple(draw(TEXTS) for _ in spans), draw(TEXTS), draw(TEXTS), draw(TIMES),
        draw(TIMES), draw(st.dictionaries(TEXTS, TEXTS | ENTITIES, max_size=3)), draw(TEXTS),
        tuple(draw(st.lists(st.builds(Link, TEXTS, IDS), max_size=2))), draw(TEXTS),
        draw(st.none() | st.floats(0, 1)),
    )  # fmt: skip


FIELDS = st.builds(FieldChange, st.sampled_from([*OWN_FIELDS, "title"]), st.none() | TEXTS, st.none() | TEXTS)
CHANGES = st.builds(Change, st.none() | annotations(), st.none() | annotations())
EDITS = st.builds(Edit, st.lists(FIELDS | CHANGES, max_size=3).map(tuple), TEXTS, TIMES, TEXTS)


@given(annotations())
def test_an_annotation_is_read_as_it_was_written(annotation: Annotation) -> None:
    line = codec.dumps(codec.document(annotation))
    assert "\n" not in line
    assert codec.annotation(annotation.id, json.loads(line.encode())) == annotation


@given(EDITS)
def test_an_edit_is_read_as_it_was_written(edit: Edit) -> None:
    assert codec.edit(json.loads(codec.dumps(codec.edit_json(edit)).encode())) == edit


def test_times_are_in_utc_as_exactly_as_they_are_known() -> None:
    there = datetime(2026, 11, 23, 12, 0, tzinfo=timezone(timedelta(hours=2)))
    assert codec.time(there) == "2026-11-23T10:00:00Z"
    assert codec.moment(codec.time(AT)) == AT
    with pytest.raises(ValueError, match="without a zone"):
        codec.moment("2026-11-23T10:00:00")


def test_other_scripts_can_be_read_in_the_file_and_half_characters_do_not_break_it() -> None:
    assert codec.dumps({"name": "مرا هولت"}) == '{"name": "مرا هولت"}'
    assert json.loads(codec.dumps("\ud800 alone").encode()) == "\ud800 alone"


def test_a_document_needs_only_tag_spans_words_and_time() -> None:
    known = {"tag": "quote", "spans": [[0, 2]], "exact": ["We"], "created": "2026-11-23T10:00:00Z"}
    found = codec.annotation(5, known)
    assert (found.origin, found.note, found.confidence) == ("reader", "", None)
    assert found.modified == found.created


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("tag", 3, "text was expected, not 3"),
        ("spans", [[5, 2]], "no span: 5-2"),
        ("spans", [[5, 5]], "empty span"),
        ("spans", [[0.5, 2]], "whole numbers"),
        ("spans", [[1, 2, 3]], "too many values"),
        ("spans", [[9, 12], [1, 3]], "the words of each span"),
        ("exact", [], "the words of each span"),
        ("exact", None, "is no annotation"),
        ("created", "yesterday", "yesterday"),
        ("attributes", {"speaker": 3}, "is no annotation"),
        ("attributes", [], "is no annotation"),
        ("links", [{"type": "answers", "to": -1}], "-1 is no id"),
        ("confidence", 2, "from 0 to 1"),
        ("confidence", True, "from 0 to 1"),
    ],
)
def test_what_is_no_annotation_is_refused_with_the_reason(field: str, value: Any, why: str) -> None:
    known: dict[str, Any] = {**codec.document(quote(7)), field: value}
    with pytest.raises(ValueError, match=why):
        codec.annotation(7, known)


def test_spans_out_of_order_are_refused() -> None:
    known: dict[str, Any] = {**codec.document(quote(7)), "spans": [[9, 12], [1, 3]], "exact": ["one", "two"]}
    with pytest.raises(ValueError, match="out of order"):
        codec.annotation(7, known)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(ValueError, match="has no tag"):
        codec.annotation(7, {"spans": [], "exact": [], "created": "2026-11-23T10:00:00Z"})
