import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from seeds.printable import HIDDEN
from seeds.segment import graphemes as module
from seeds.segment.graphemes import grapheme_at, graphemes, next_boundary, previous_boundary, snapped
from seeds.span import Span

LETTERS = "ab \n.e\u0301\u0308\u200d👩🚀🏽🇩🇪🇫\u0e01\u0e33ह\u093f\u094d\u0924한\u1100\u1161\u11a8\u0600\u0903x"
TEXTS = st.text(st.one_of(st.sampled_from(LETTERS), st.characters(exclude_categories=["Cs"])), max_size=40)
HIDING = st.text(st.sampled_from(LETTERS + "\u200b\u00ad\u2067\u2069\ufeff\u200e"), max_size=40)


def cut(text: str) -> list[str]:
    return [found.of(text) for found in graphemes(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fox", ["f", "o", "x"]),
        ("cafe\u0301s", ["c", "a", "f", "e\u0301", "s"]),
        ("a👩‍🚀b", ["a", "👩‍🚀", "b"]),
        ("🇩🇪🇫🇷", ["🇩🇪", "🇫🇷"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("हिन्दी", ["हि", "न्दी"]),
        ("각", ["각"]),
        ("co\u00adop", ["c", "o\u00ad", "o", "p"]),
        ("to \u2067שלום\u2069.", ["t", "o", " \u2067", "ש", "ל", "ו", "ם\u2069", "."]),
        ("\u200fHi\n\ufeff\u200eyou", ["\u200fH", "i", "\n", "\ufeff\u200ey", "o", "u"]),
        ("a\u200b\n", ["a\u200b", "\n"]),
        ("e\u00ad\u0301", ["e\u00ad\u0301"]),
    ],
)
def test_a_grapheme_is_what_a_reader_takes_for_a_character(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(TEXTS.filter(lambda text: not HIDDEN.search(text)))
def test_without_hidden_characters_the_clusters_are_those_of_wcwidth(text: str) -> None:
    assert cut(text) == list(iter_graphemes(text))


@given(HIDING)
def test_no_grapheme_but_one_between_line_ends_is_wholly_hidden(text: str) -> None:
    clusters = cut(text)
    assert "".join(clusters) == text
    for line in re.split("(\n)", text):
        if HIDDEN.sub("", line):
            assert all(HIDDEN.sub("", cluster) for cluster in cut(line))


@given(HIDING)
def test_every_offset_finds_the_grapheme_that_reading_from_the_start_finds(text: str) -> None:
    for found in graphemes(text, Span(0, len(text))):
        for offset in range(found.start, found.end):
            assert grapheme_at(text, offset) == found
            assert next_boundary(text, offset) == found.end
            assert previous_boundary(text, offset + 1) == found.start
        assert snapped(text, Span(found.end - 1, found.end)) == found


def test_at_the_end_there_is_an_empty_grapheme_and_nothing_beyond() -> None:
    assert grapheme_at("ab", 2) == grapheme_at("ab", 9) == Span(2, 2)
    assert next_boundary("ab", 2) == 2
    assert previous_boundary("ab", 9) == 1
    assert previous_boundary("ab", 0) == 0


def test_snapping_widens_outwards_and_keeps_a_caret_a_caret() -> None:
    text = "a👩‍🚀b"
    assert snapped(text, Span(2, 3)) == Span(1, 4)
    assert snapped(text, Span(1, 4)) == Span(1, 4)
    assert snapped(text, Span(2, 2)) == Span(1, 1)


def test_characters_called_plain_never_join_each_other() -> None:
    plain = "".join(chr(code) for code in range(sys.maxunicode + 1) if module._plain().match(chr(code)))
    assert len(plain) > 100_000
    pairs = "".join(character * 2 for character in plain)
    assert list(iter_graphemes(pairs)) == list(pairs)
    assert not HIDDEN.search(plain)


def test_a_grapheme_longer_than_any_window_is_one() -> None:
    text = "a" + "\u0301" * 500 + "b"
    assert grapheme_at(text, 0) == grapheme_at(text, 300) == Span(0, 501)
    assert grapheme_at(text, 501) == Span(501, 502)
