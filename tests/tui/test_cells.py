"""Characters in cells: every grapheme has one, and what is counted without looking is what wcwidth finds."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcwidth

from seeds.printable import CONTROL, HIDDEN
from seeds.segment.graphemes import graphemes
from seeds.span import Span
from tui.cells import PLAIN, clusters, drawn, plain, shown

TEXTS = st.text(
    st.one_of(
        st.sampled_from("ab é—“”\n\t \u0301\u200d\u200b\u00ad\u202e\ufe0f👩🚀🏽🇳🇴停火하नमस्तेสันติ\x1b\x07"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


def test_a_character_that_is_counted_takes_one_cell_and_joins_nothing() -> None:
    counted = re.compile(f"[{PLAIN}]")
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if character != "\n" and counted.match(character):
            assert wcwidth(character) == 1, hex(code)
            assert list(iter_graphemes(f"a{character}{character}a")) == ["a", character, character, "a"], hex(code)
            assert not CONTROL.match(character), hex(code)
            assert not HIDDEN.match(character), hex(code)


@given(TEXTS)
def test_the_graphemes_are_those_that_a_caret_goes_by(text: str) -> None:
    found = [Span(start, end) for start, end, _ in clusters(text, 0, len(text))]
    assert found == list(graphemes(text, Span(0, len(text))))


@given(TEXTS)
def test_every_grapheme_takes_a_cell_and_together_they_are_as_wide_as_the_row(text: str) -> None:
    parts = list(clusters(text, 0, len(text)))
    assert all(cells > 0 for _, _, cells in parts)
    assert shown(text, 0, len(text))[1] == sum(cells for _, _, cells in parts)


@given(TEXTS)
def test_nothing_that_a_terminal_obeys_is_drawn(text: str) -> None:
    words, _ = shown(text, 0, len(text))
    assert not CONTROL.search(words)
    assert not HIDDEN.search(words)
    assert "\n" not in words
    assert "\t" not in words


@pytest.mark.parametrize(
    ("grapheme", "words", "cells"),
    [
        ("a", "a", 1), ("停", "停", 2), ("👩🏽‍🌾", "👩🏽‍🌾", 2), ("🇳🇴", "🇳🇴", 2), ("❤️", "❤️", 2),
        ("e\u0301", "e\u0301", 1),
        ("\x1b", "␛", 1), ("\x07", "␇", 1), ("\u0085", "�", 1), ("\u200b", "·", 1), ("a\u202e", "a", 1),
        ("\t", "    ", 4),
        ("\u0301", "◌\u0301", 1),
    ],
)  # fmt: skip
def test_what_is_drawn_for_a_grapheme(grapheme: str, words: str, cells: int) -> None:
    assert drawn(grapheme) == (words, cells)


def test_a_text_without_anything_special_is_known_at_a_look() -> None:
    assert plain("“Naïve”, said Lavrov — Лавров 3 €", 0, 33)
    assert not plain("停火", 0, 2)
