"""What is a block: a line, unless lines belong together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.blocks import blocks
from seeds.runs import is_full, is_verse, measure

WRAPPED = """\
The delegates had been told to bring warm clothes, and most of
them had listened. By noon the heating in the old customs house
had failed for the second time, and the talks went on in coats,
with the interpreters blowing on their fingers.
"""

STANZA = """\
The ferry leaves at seven,
the ferry leaves at noon,
and those who miss the evening boat
will travel by the moon."""

SCRIPT = """\
def tides(day):
    low = read("low.csv")
    return low[day]
"""


def cut(text: str) -> list[str]:
    return [span.of(text) for span in blocks(text)]


def test_each_line_of_scraped_text_is_a_block_with_or_without_empty_lines_between() -> None:
    assert cut("Skip to content\nTalks resume\n\nThe two sides met again.\n") == [
        "Skip to content",
        "Talks resume",
        "The two sides met again.",
    ]


def test_white_space_around_a_line_is_no_part_of_its_block() -> None:
    assert cut("\n \t \n   \u00a0Talks resume\u3000 \n\n") == ["Talks resume"]


@pytest.mark.parametrize("text", ["", "\n\n", " \t\u00a0\n \u2003"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    assert blocks(text) == ()


def test_hard_wrapped_prose_is_one_block_a_paragraph_and_keeps_its_line_ends() -> None:
    assert cut(WRAPPED + "\n" + WRAPPED) == [WRAPPED.strip(), WRAPPED.strip()]


def test_paragraphs_that_follow_each_other_without_an_empty_line_part_where_a_word_would_have_fitted() -> None:
    assert cut("A headline\n" + WRAPPED + WRAPPED) == ["A headline", WRAPPED.strip(), WRAPPED.strip()]


def test_a_paragraph_of_two_lines_is_joined_where_the_rest_of_the_text_is_wrapped() -> None:
    two = "On the third day somebody found a stove in the cellar, and it\nwas carried up by both sides."
    assert cut(WRAPPED + "\n" + two) == [WRAPPED.strip(), two]


def test_two_lines_of_about_one_length_are_two_blocks_where_nothing_was_wrapped() -> None:
    lines = ["Ministers from both banks of the river met for the third time", "Pickets at the gate (Tern Press)"]
    assert cut("\n".join(lines)) == lines


def test_headlines_one_below_the_other_are_not_taken_for_wrapped_prose() -> None:
    lines = [
        "Ferry crews return to work after eleven days of strike",
        "What the islanders want from the new harbour council now",
        "Timeline of the talks from the first letter to the last",
        "Who pays for the new pier, and who will own it afterwards",
    ]
    assert cut("\n".join(lines)) == lines


def test_wrapped_lines_of_a_script_without_spaces_are_joined() -> None:
    line = "港口罢工谈判在中断九天之后重新开始双方代表星期四晚上在旧海关大楼会面并同意继续对话直到星期一"
    text = f"{line}\n{line}\n{line}\n谈判结束。"
    assert cut(text) == [text]


def test_a_stanza_is_one_block() -> None:
    assert cut(f"Ferries\n\n{STANZA}\n\n{STANZA}") == ["Ferries", STANZA, STANZA]


def test_a_menu_is_no_verse() -> None:
    lines = ["Home and news", "The islands today", "Tides and weather", "Letters, and more"]
    assert cut("\n".join(lines)) == lines


def test_code_is_one_block_and_keeps_the_indentation_of_its_first_line() -> None:
    indented = "    if tide:\n        return low\n    return high(tide)"
    assert cut(f"{SCRIPT}\n{indented}") == [SCRIPT.strip(), indented]


@pytest.mark.parametrize("marks", ["-*", "••", "1.2.", "a)b)", "(1)(2)", "++"])
def test_a_list_is_one_block_with_what_its_items_go_on_with(marks: str) -> None:
    one, two = marks[: len(marks) // 2], marks[len(marks) // 2 :]
    listed = f"{one} the pickets go\n   before Monday\n{two} talks begin"
    assert cut(f"Both sides agreed:\n{listed}\nNobody signed.") == ["Both sides agreed:", listed, "Nobody signed."]


def test_long_items_are_paragraphs_of_their_own() -> None:
    item = "• " + "The council wants the pier to be paid for by those who land there. " * 3
    assert cut(f"{item}\n{item}") == [item.strip(), item.strip()]


def test_a_dialogue_is_no_list() -> None:
    lines = ["— We agree, he said.", "— Then sign, she said."]
    assert cut("\n".join(lines)) == lines


def test_one_dash_makes_no_list() -> None:
    assert cut("- low tide at noon\nHigh tide at six") == ["- low tide at noon", "High tide at six"]


def test_only_a_line_feed_ends_a_line() -> None:
    assert cut("one\u2028two\x0bthree\x85four\x1cfive") == ["one\u2028two\x0bthree\x85four\x1cfive"]


def test_a_text_of_narrow_lines_was_not_wrapped() -> None:
    assert measure(["a b c", "d e f", "g h"]) == 0


def test_a_line_is_full_only_if_the_next_word_does_not_fit() -> None:
    assert is_full("the old customs", "house was cold", 18)
    assert not is_full("the old customs", "house was cold", 21)


def test_a_stanza_with_a_date_in_it_is_rather_a_line_of_dates() -> None:
    lines = ["By Mara Holt,", "Friday morning, 3 May 2024,", "in the old customs house."]
    assert not is_verse(lines)


lines = st.lists(st.text(alphabet=st.characters(exclude_characters="\n", codec="utf-8"), max_size=40), max_size=12)


@given(lines)
def test_blocks_are_in_order_without_overlap_and_only_white_space_stands_between(drawn: list[str]) -> None:
    text = "\n".join(drawn)
    at = 0
    for span in blocks(text):
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip()
        assert span.of(text).strip()
        assert "\n" not in (span.of(text)[0], span.of(text)[-1])
        at = span.end
    assert not text[at:].strip()
