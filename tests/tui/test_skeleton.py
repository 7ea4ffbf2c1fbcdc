import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.printable import HIDDEN
from tui.skeleton import STROKED, bare, skeleton

MIXED = st.text(
    st.sampled_from("aeİIıßçéÉñøŁđςΣά йё“’—–\u00a0\n\u0301\u0323\u00ad\u200b\u05b4\u064bکשक़िが가"), max_size=30
)


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("Erdoğan", "erdogan"),
        ("Łódź", "lodz"),
        (unicodedata.normalize("NFD", "Łódź"), "lodz"),
        ("Søren Đorđe Ħal Ŧ Diyarbakır", "soren dorde hal t diyarbakir"),
        ("İzmir ǿ ệ", "izmir o e"),
        ("ΛΌΓΟΣ λόγος", "λογοσ λογοσ"),
        ("ёлка, Їжак", "елка, іжак"),
        ("أحمد قالَ", "احمد قال"),
        ("שָׁלוֹם \ufb2a", "שלום ש"),
        ("1 \u212b", "1 a"),
        ("don’t ‘won’t’", "don't 'won't'"),
        ("“a” „b“ «c»", '"a" "b" "c"'),
        ("a‐b‑c–d—e", "a-b-c-d-e"),
        ("minis\u00adter\u200b\ufeff", "minister"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_diacritics_and_the_kinds_of_marks_are_alike_and_hidden_characters_are_left_out(words: str, plain: str) -> None:
    assert bare(words) == plain


@pytest.mark.parametrize("words", ["straße", "æon", "कि", "น้ำ", "が", "각", "a\u00a0\n b", "№ ﬁ", "\u0929", "\u0958"])
def test_what_makes_another_word_stays(words: str) -> None:
    assert bare(words) == words


def test_capitals_stay_where_they_are_asked_for() -> None:
    assert bare("Łódź", cased=True) == "Lodz"


def test_every_character_is_one_in_the_skeleton_or_left_out() -> None:
    text = "".join(map(chr, range(sys.maxunicode + 1)))
    bones = skeleton(text)
    assert len(bones.cased) == len(bones.lower) == len(text) - len(bones.gaps)
    assert not HIDDEN.search(bones.lower)
    assert not set(STROKED) & set(bones.lower)


@given(MIXED)
def test_a_skeleton_is_put_together_from_those_of_its_characters(text: str) -> None:
    assert skeleton(text).lower == "".join(map(bare, text))
    assert bare(bare(text)) == bare(text)


@given(MIXED)
def test_a_text_and_its_decomposed_form_have_one_skeleton(text: str) -> None:
    plain = "".join(character for character in text if character not in "가が")
    assert bare(unicodedata.normalize("NFD", plain)) == bare(plain)


@given(MIXED)
def test_places_are_known_in_the_text_and_in_its_skeleton(text: str) -> None:
    bones = skeleton(text)
    assert [bare(text[bones.origin(index)]) for index in range(len(bones.lower))] == list(bones.lower)
    kept = [offset for offset, character in enumerate(text) if bare(character)]
    assert [bones.origin(index) for index in range(len(kept))] == kept
    assert [bones.index_of(offset) for offset in range(len(text))] == [
        sum(one < offset for one in kept) for offset in range(len(text))
    ]


def test_the_skeleton_of_the_last_text_is_kept() -> None:
    text = "Łódź, they said."
    assert skeleton(text) is skeleton(text)


def test_a_text_of_hundreds_of_different_letters_is_no_exception() -> None:
    text = "".join(map(chr, range(0xA0, 0x2000)))
    assert bare(text + text) == "".join(map(bare, text)) * 2
