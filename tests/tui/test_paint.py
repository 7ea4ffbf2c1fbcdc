"""Which words of a row are drawn how: drawn here as `style(words)`, plain words as they are."""

from itertools import groupby
from typing import Any

import pytest

from annotations.annotation import Annotation
from annotations.codebook import DEFAULT
from seeds.span import Span
from tests.tui.pages import body, place, tagged
from tui.layout import Layout
from tui.marks import Marks
from tui.paint import Look, gutter, hits_in, stretches

TEXT = "“We agree,” Mara Holt said."


def look(text: str, *annotations: Annotation, width: int = 72, bound: int | None = None, **more: Any) -> Look:
    """The first row of a text."""
    page = Layout(body(text), width)
    row = page.row(page.place_of(0))
    return Look(row, Marks(annotations, DEFAULT).touching(row.start, row.end), bound=bound)._replace(**more)


def drawn(text: str, seen: Look) -> str:
    parts = []
    for style, group in groupby(stretches(text, seen), lambda stretch: stretch.style):
        words, name = "".join(stretch.words for stretch in group), style.removeprefix("body").removeprefix("+")
        parts.append(f"{name}({words})" if name else words)
    return "".join(parts)


def keys(seen: Look) -> list[tuple[str, str]]:
    """What stands in the gutter, from left to right, which is always three cells wide."""
    cells = gutter(seen)
    assert len(cells) == 3
    return [(stretch.words, stretch.style) for stretch in cells if stretch.words != " "]


def at(words: str, text: str = TEXT) -> Span:
    return place(text, words)


def edges(words: str, text: str = TEXT) -> tuple[int, int]:
    span = place(text, words)
    return span.start, span.end


def test_words_of_an_annotation_stand_on_its_hue() -> None:
    assert drawn(TEXT, look(TEXT, tagged("quote", at("“We agree,”")))) == "tag-blue(“We agree,”) Mara Holt said."


def test_the_shorter_of_two_is_on_top_and_the_one_beneath_is_a_line() -> None:
    seen = look(TEXT, tagged("precondition", at(TEXT)), tagged("participant", at("Mara Holt"), id=2))
    assert drawn(TEXT, seen) == "tag-orange(“We agree,” )tag-green+several(Mara Holt)tag-orange( said.)"


def test_two_of_one_tag_that_touch_are_drawn_in_two_shades() -> None:
    seen = look(TEXT, *(tagged("quote", Span(*at), id=at[0]) for at in ((0, 11), (11, 21), (22, 26))))
    assert drawn(TEXT, seen) == "tag-blue(“We agree,”)other-blue( Mara Holt) tag-blue(said)."


def test_two_of_one_tag_that_overlap_are_told_apart() -> None:
    seen = look(TEXT, tagged("quote", Span(0, 16)), tagged("quote", Span(12, 21), id=2))
    assert drawn(TEXT, seen) == "tag-blue(“We agree,” )other-blue+several(Mara)other-blue( Holt) said."


def test_every_span_of_a_split_quotation_is_drawn_and_what_parts_them_is_not() -> None:
    text = "“We agree,” he said, “to meet.”"
    seen = look(text, tagged("quote", at("“We agree,”", text), at("“to meet.”", text)))
    assert drawn(text, seen) == "tag-blue(“We agree,”) he said, tag-blue(“to meet.”)"


def test_the_selection_lies_over_tags_and_hits_and_the_caret_over_the_selection() -> None:
    seen = look(
        TEXT, tagged("quote", at("“We agree,”")),
        hits=((4, 9, True), (12, 16, False)), selected=edges("agree,” Mara"), caret=edges("M"),
    )  # fmt: skip
    assert drawn(TEXT, seen) == (
        "tag-blue(“We )tag-blue+hit-here+selected(agree)tag-blue+selected(,”)selected( )"
        "hit+selected+head(M)hit+selected(ara) Holt said."
    )


def test_the_bound_annotation_stands_in_its_own_strong_hue_wherever_the_selection_is() -> None:
    quote, name = tagged("quote", at(TEXT)), tagged("participant", at("Mara Holt"), id=2)
    selected = edges("Mara Holt")
    seen = look(TEXT, quote, name, bound=2, selected=selected)
    assert drawn(TEXT, seen) == "tag-blue(“We agree,” )bound-green+several(Mara Holt)tag-blue( said.)"
    assert "bound-blue+several(Mara Holt)" in drawn(TEXT, look(TEXT, quote, name, bound=1))


def test_marks_end_with_the_words_of_a_row_and_the_caret_may_stand_on_what_hangs() -> None:
    text = "one two three"
    seen = look(text, tagged("quote", Span(0, 13)), width=8, selected=(0, 8))
    assert drawn(text, seen) == "tag-blue+selected(one two) "
    assert drawn(text, seen._replace(caret=(7, 8))) == "tag-blue+selected(one two)head( )"


def test_a_mark_that_ends_inside_a_grapheme_is_drawn_on_the_whole_of_it() -> None:
    text = "in 👩🏽‍🌾🇳🇴 e\u0301"
    seen = look(text, tagged("quote", Span(0, 5)), selected=(8, 11), caret=(10, 11))
    assert drawn(text, seen) == "tag-blue(in 👩🏽‍🌾)selected(🇳🇴 )selected+head(e\u0301)"


def test_what_must_not_reach_a_terminal_is_drawn_as_a_mark_or_left_out() -> None:
    text = "a\x1b[31mb\u202ec\td"
    assert drawn(text, look(text)) == "a␛[31mbc    d"


@pytest.mark.parametrize(
    ("annotations", "expected"),
    [
        ([], []),
        ([tagged("quote", Span(0, 11))], [("1", "key-blue+strong")]),
        (
            [tagged("quote", Span(0, 11)), tagged("participant", Span(12, 21), id=2)],
            [("1", "key-blue+strong"), ("3", "key-green+strong")],
        ),
        ([tagged("quote", Span(0, 4)), tagged("quote", Span(5, 9), id=2)], [("1", "key-blue+strong")]),
        (
            [tagged(tag, Span(n, n + 1), id=n) for n, tag in enumerate(("quote", "precondition", "participant"), 1)],
            [("1", "key-blue+strong"), ("+", "quiet")],
        ),
        ([tagged("a tag that the codebook lost", Span(0, 4))], [("?", "key-grey+strong")]),
    ],
)
def test_the_gutter_shows_up_to_two_keys(annotations: list[Annotation], expected: list[tuple[str, str]]) -> None:
    assert keys(look(TEXT, *annotations)) == expected


def test_the_key_is_strong_where_the_annotation_begins_or_is_bound() -> None:
    text = "one two three four"
    page = Layout(body(text), 8)
    row = page.row(page.place_of(10))
    marks = Marks([tagged("quote", Span(0, 18))], DEFAULT).touching(row.start, row.end)
    assert keys(Look(row, marks)) == [("1", "key-blue")]
    assert keys(Look(row, marks, bound=1)) == [("1", "key-blue+strong")]


def test_of_many_hits_those_on_the_row_are_found() -> None:
    hits = [Span(at, at + 3) for at in range(0, 100_000, 10)]
    found = hits_in(hits, 5001, 50_002, 50_022)
    assert found == ((50_000, 50_003, False), (50_010, 50_013, True), (50_020, 50_023, False))
    assert hits_in(hits, -1, 50_003, 50_010) == ()


def test_of_many_annotations_those_on_a_row_are_found_a_long_one_before_them_too() -> None:
    many = [tagged("precondition", Span(0, 100_000), id=1)]
    many += [tagged("quote", Span(at, at + 5), id=at + 2) for at in range(0, 100_000, 10)]
    found = Marks(many, DEFAULT).touching(50_000, 50_010)
    assert [(mark.start, mark.end) for mark in found] == [(0, 100_000), (50_000, 50_005)]
