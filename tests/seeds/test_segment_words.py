from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.graphemes import snapped
from seeds.segment.words import words
from seeds.span import Span


def cut(text: str) -> list[str]:
    return [found.of(text) for found in words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the quick, brown fox.", ["the", "quick", "brown", "fox"]),
        ("don’t O'Brien's rebels' ’90s", ["don’t", "O'Brien's", "rebels", "90s"]),
        ("al-Jarba’s long-standing run-up — or not", ["al-Jarba’s", "long-standing", "run-up", "or", "not"]),
        ("the U.S. and z.B. this", ["the", "U.S.", "and", "z.B.", "this"]),
        ("$10,000 at 10:30, 3.5%", ["10,000", "at", "10:30", "3.5"]),
        ("cafe\u0301 e\u0301te\u0301", ["cafe\u0301", "e\u0301te\u0301"]),
        ("हिन्दी में लिखा", ["हिन्दी", "में", "लिखा"]),
        ('שָׁלוֹם, צה"ל', ["שָׁלוֹם", 'צה"ל']),
        ("co\u00adop\u00adera\u00adtion", ["co\u00adop\u00adera\u00adtion"]),
        ("ABC北京。ひらがなと漢字カタカナー", ["ABC", "北京", "ひらがなと", "漢字", "カタカナー"]),
        ("a\u00a0b\u2003c\nd", ["a", "b", "c", "d"]),
        ("\u2067שלום\u2069 said", ["\u2067שלום\u2069", "said"]),
        ("👩‍🚀 … — !", []),
    ],
)
def test_a_word_keeps_what_belongs_inside_it(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(st.text(max_size=60))
def test_words_follow_each_other_and_cut_no_grapheme(text: str) -> None:
    found = words(text, Span(0, len(text)))
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(snapped(text, word) == word and len(word) for word in found)


def test_only_the_words_of_the_span_are_found() -> None:
    text = "one two three"
    assert [word.of(text) for word in words(text, Span(4, 7))] == ["two"]
