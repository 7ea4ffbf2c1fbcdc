"""Hints: where they are put, how short they are, and what of the text they leave to be read."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.codebook import DEFAULT
from seeds.span import Span
from tests.tui.pages import body
from tui.commands.jumping import between
from tui.fit import cells
from tui.jumps import LETTERS, Hint, cover, hints, labels, narrowed, targets
from tui.layout import Layout
from tui.looks import looks
from tui.marks import Marks
from tui.paint import gutter, stretches
from tui.scene import Scene
from tui.selection import Selection
from tui.units import Unit, Units

TALKS = "It rained. “We agree,” Mara Holt said, “to meet.”\n\nThe port, she said, is shut. “Why?”"


def units(text: str) -> Units:
    return Units(text, [block.span for block in body(*text.split("\n\n")).shown], "en")


def words(text: str, places: Sequence[Span]) -> list[str]:
    return [place.of(text) for place in places]


def row(text: str, hint: Hint) -> str:
    """A text of one row with a hint on it, as it stands on the screen behind its gutter."""
    shown = body(text)
    scene = Scene(shown, DEFAULT, (), Selection(len(text) - 1, len(text)), hints=(hint,))
    page = Layout(shown, 200)
    (look,) = looks(scene, [page.row(page.place_of(0))], Marks(), Span(0, 0), range(0))
    return "".join(stretch.words for stretch in (*gutter(look), *stretches(text, look)))


def test_sentences_and_quotations_that_begin_in_sight_get_a_hint() -> None:
    found = targets(units(TALKS), Span(0, len(TALKS)))
    assert words(TALKS, found) == [
        "It rained.", "“We agree,” Mara Holt said, “to meet.”", "“to meet.”", "The port, she said, is shut.", "“Why?”",
    ]  # fmt: skip
    assert targets(units(TALKS), Span(1, 12)) == found[1:2]


def test_in_one_sentence_every_word_gets_a_hint_too() -> None:
    sentence = units(TALKS).at(Unit.SENTENCE, Span(55, 56))
    found = words(TALKS, targets(units(TALKS), Span(0, len(TALKS)), sentence))
    assert found[3:] == ["The", "port", "she", "said", "is", "shut", "“Why?”"]


@pytest.mark.parametrize("count", [0, 1, 26, 27, 51, 52, 300, 676, 1000])
def test_labels_are_as_short_as_can_be_and_none_begins_another(count: int) -> None:
    found = labels(count)
    assert len(found) == len(set(found)) == min(count, 676)
    assert not any(b.startswith(a) for a, b in combinations(sorted(found), 2))
    assert sum(len(label) == 1 for label in found) == min(count, max(0, (676 - count) // 25))


def test_the_nearest_to_the_caret_are_typed_on_the_home_row() -> None:
    places = [Span(at, at + 5) for at in range(0, 200, 10)]
    found = hints(places, 100)
    assert [hint.target for hint in found] == places
    assert {hint.label for hint in found[6:15]} == set(LETTERS[:9]) == set("asdfghjkl")


def test_typing_a_letter_leaves_the_hints_that_go_on_with_it() -> None:
    found = hints([Span(at, at + 1) for at in range(60)], 0)
    assert [hint.label for hint in narrowed(found, "f")] == [""]
    assert all(len(hint.label) == 1 for hint in narrowed(found, "z"))
    assert narrowed(found, "xf") == (hint_of(found, "xf"),)
    assert narrowed(found, "1") == ()


def hint_of(found: Sequence[Hint], label: str) -> Hint:
    (hint,) = (hint for hint in found if hint.label == label)
    return hint._replace(label="")


@pytest.mark.parametrize(
    ("text", "target", "label", "expected"),
    [
        ("It rained. We left.", "We", "f", "   It rained.fWe left."),
        ("It rained. We left.", "We", "zd", "   It rainedzdWe left."),
        ("It rained. We left.", "It", "f", "  fIt rained. We left."),
        ("It rained. We left.", "It", "zd", " zdIt rained. We left."),
        ("She said “we left”.", "“we", "zd", "   She saidz“we left”."),
        ("She said “we left”.", "we left", "f", "   She said fwe left”."),
        ("下雨了。我们走了。", "我们", "f", "   下雨了 f我们走了。"),
        ("下雨了。我们走了。", "我们", "zd", "   下雨了zd我们走了。"),
        ("他说“好”。", "“好", "f", "   他说f好”。"),
        ("ab👩‍🚀 we left", "we", "zd", "   ab zdwe left"),
    ],
)
def test_a_hint_stands_on_what_is_no_letter_before_its_place(text: str, target: str, label: str, expected: str) -> None:
    start = text.index(target)
    assert row(text, Hint(label, Span(start, start + 1))) == expected


def test_where_a_hint_would_cover_a_letter_there_is_none() -> None:
    assert cover("我们走了", 0, Hint("f", Span(2, 4))) is None


@given(st.text(st.sampled_from("ab .“”,。我👩🚀\u200d🇩🇪é\u0301"), min_size=2, max_size=30), st.integers(1, 28))
def test_no_hint_covers_a_letter_or_a_digit_and_a_row_keeps_its_width(text: str, at: int) -> None:
    found = cover(text, 0, Hint("zd", Span(min(at, len(text) - 1), len(text))))
    if found and found.start < found.end:
        assert not any(map(str.isalnum, text[found.start : found.end]))
        assert cells(found.letters) == cells(text[found.start : found.end])


def test_two_hints_select_from_the_start_of_one_unit_to_the_end_of_the_other_whichever_comes_first() -> None:
    assert between(Span(4, 9), Span(20, 25)) == Selection(4, 25)
    assert between(Span(20, 25), Span(4, 9)) == Selection(25, 4)
    assert between(Span(4, 30), Span(4, 9)) == Selection(4, 9)
