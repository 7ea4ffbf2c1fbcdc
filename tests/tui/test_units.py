from collections.abc import Callable

import pytest

from seeds.segment.clauses import clauses
from seeds.segment.paragraphs import items
from seeds.segment.sentences import sentences
from seeds.segment.words import words
from seeds.span import Span
from tui.units import Unit, Units

TEXT = "“One ‘two’ three,” he said. Four.\n\n  Five six. \n\n七八。"
BLOCKS = [Span(0, 33), Span(35, 47), Span(49, 52)]


def words_of(found: Span | None) -> str | None:
    return found.of(TEXT) if found else None


@pytest.mark.parametrize(
    ("unit", "around", "at"),
    [
        (Unit.GRAPHEME, None, None),
        (Unit.WORD, None, "two"),
        (Unit.QUOTATION, "‘two’", "‘two’"),
        (Unit.CLAUSE, "“One ‘two’ three,”", "“One ‘two’ three,”"),
        (Unit.SENTENCE, "“One ‘two’ three,” he said.", "“One ‘two’ three,” he said."),
        (Unit.PARAGRAPH, TEXT[:33], TEXT[:33]),
        (Unit.BLOCK, TEXT[:33], TEXT[:33]),
    ],
)
def test_around_is_larger_than_the_span_and_at_may_be_the_span_itself(
    unit: Unit, around: str | None, at: str | None
) -> None:
    found, two = Units(TEXT, BLOCKS, "en"), Span(6, 9)
    assert words_of(found.around(unit, two)) == around
    assert words_of(found.at(unit, two)) == at


def test_of_nested_quotations_the_one_around_the_inner_is_the_outer() -> None:
    found = Units(TEXT, BLOCKS, "en")
    inner = found.at(Unit.QUOTATION, Span(6, 7))
    assert inner is not None
    assert words_of(found.around(Unit.QUOTATION, inner)) == "“One ‘two’ three,”"


def test_after_and_before_cross_the_borders_of_blocks() -> None:
    found = Units(TEXT, BLOCKS, "en")
    assert words_of(found.after(Unit.WORD, 30)) == "Five"
    assert words_of(found.before(Unit.WORD, 35)) == "Four"
    assert words_of(found.after(Unit.GRAPHEME, 33)) == " "
    assert words_of(found.before(Unit.GRAPHEME, 49)) == " "
    assert words_of(found.before(Unit.QUOTATION, len(TEXT))) == "“One ‘two’ three,”"
    assert found.after(Unit.QUOTATION, 1) == Span(5, 10)
    assert words_of(found.after(Unit.CLAUSE, 1)) == "he said."
    assert words_of(found.after(Unit.CLAUSE, 30)) == "Five six."
    assert words_of(found.before(Unit.CLAUSE, 35)) == "Four."
    assert words_of(found.after(Unit.BLOCK, 1)) == "Five six."
    assert found.after(Unit.WORD, len(TEXT)) is None
    assert found.before(Unit.WORD, 0) is None


def test_what_is_folded_away_between_the_blocks_has_no_units() -> None:
    found = Units(TEXT, [BLOCKS[0], BLOCKS[2]], "en")
    assert words_of(found.after(Unit.WORD, 33)) == "七八"
    assert found.at(Unit.WORD, Span(37, 38)) is None


@pytest.mark.parametrize("unit", [Unit.PARAGRAPH, Unit.BLOCK])
def test_a_paragraph_has_no_white_space_at_its_ends(unit: Unit) -> None:
    assert words_of(Units(TEXT, BLOCKS).at(unit, Span(40, 41))) == "Five six."


def test_each_item_of_a_list_is_a_paragraph_and_the_list_a_block() -> None:
    text = "We want:\n\n- peace, if both agree\n- no war"
    found = Units(text, [Span(0, 8), Span(10, len(text))], "en")
    peace = found.at(Unit.PARAGRAPH, Span(12, 13))
    assert peace is not None
    assert peace.of(text) == "- peace, if both agree"
    assert found.after(Unit.PARAGRAPH, peace.end) == Span(len(text) - 8, len(text))
    assert found.before(Unit.PARAGRAPH, peace.start) == Span(0, 8)
    assert found.around(Unit.PARAGRAPH, peace) is None
    assert found.around(Unit.BLOCK, peace) == Span(10, len(text))
    assert Units(text, [Span(0, len(text))]).at(Unit.PARAGRAPH, peace) == Span(0, len(text))


@pytest.mark.parametrize("unit", [Unit.PARAGRAPH, Unit.BLOCK])
def test_a_block_in_which_nothing_is_seen_is_no_paragraph(unit: Unit) -> None:
    text = "one\n\u200b \u00ad\ntwo"
    found = Units(text, [Span(0, 3), Span(4, 7), Span(8, 11)])
    assert found.after(unit, 1) == Span(8, 11)
    assert found.before(unit, 8) == Span(0, 3)
    assert found.at(unit, Span(5, 6)) is None


def recorder(asked: list[Span], segment: Callable[..., tuple[Span, ...]]) -> Callable[..., tuple[Span, ...]]:
    def recording(text: str, span: Span, *rest: str) -> tuple[Span, ...]:
        asked.append(span)
        return segment(text, span, *rest)

    return recording


def test_a_block_is_segmented_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Span] = []
    monkeypatch.setattr("seeds.segment.words.words", recorder(asked, words))
    found = Units(TEXT, BLOCKS)
    for offset in range(30):
        found.at(Unit.WORD, Span(offset, offset + 1))
    assert asked == [BLOCKS[0]]


def test_a_key_in_a_line_of_two_million_characters_segments_only_what_is_near(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "He said that “we will agree”. " * 70_000
    asked: list[Span] = []
    monkeypatch.setattr("seeds.segment.sentences.sentences", recorder(asked, sentences))
    found = Units(text, [Span(0, len(text))])
    sentence = found.at(Unit.SENTENCE, Span(1_000_005, 1_000_006))
    assert sentence is not None
    assert sentence.of(text) == "He said that “we will agree”."
    assert sum(map(len, asked)) < 20_000
    after = found.after(Unit.SENTENCE, sentence.end)
    assert after is not None
    assert after.start == sentence.end + 1


@pytest.mark.parametrize("segment", ["clauses", "paragraphs"])
def test_a_key_in_a_huge_block_asks_for_clauses_and_items_only_near_by(
    segment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "- He said, if asked, that we agree.\n" * 60_000
    asked: list[Span] = []
    monkeypatch.setattr("seeds.segment.clauses.clauses", recorder(asked, clauses))
    monkeypatch.setattr("seeds.segment.paragraphs.items", recorder(asked, items))
    found = Units(text, [Span(0, len(text) - 1)], "en")
    start = 36 * 30_000
    here = found.at(Unit.CLAUSE if segment == "clauses" else Unit.PARAGRAPH, Span(start + 11, start + 13))
    assert here is not None
    assert here.of(text) == ("if asked" if segment == "clauses" else "- He said, if asked, that we agree.")
    assert 0 < sum(map(len, asked)) < 20_000


def test_in_a_huge_list_the_items_follow_each_other_without_a_hole() -> None:
    text = "- one item\n" * 1000 + ("- " + "a long item of words, " * 12 + "\n") * 1000
    found, offset, seen = Units(text, [Span(0, len(text) - 1)]), 0, list[Span]()
    assert found.at(Unit.CLAUSE, Span(0, 1))
    while here := found.after(Unit.PARAGRAPH, offset):
        seen.append(here)
        offset = here.end
    assert len(seen) == 2000
    assert all(one.of(text).startswith("- ") and "\n" not in one.of(text) for one in seen)
    assert found.before(Unit.PARAGRAPH, len(text)) == seen[-1]
    assert found.around(Unit.BLOCK, seen[1000]) == Span(0, len(text) - 2)


def test_a_huge_line_is_one_paragraph_and_one_block() -> None:
    text = "He said so. " * 2_000
    found = Units(text, [Span(0, len(text))], "en")
    assert found.at(Unit.PARAGRAPH, Span(9_000, 9_001)) == found.at(Unit.BLOCK, Span(0, 1)) == Span(0, len(text) - 1)


def test_in_a_huge_line_the_units_follow_each_other_without_a_hole() -> None:
    text = "word " * 5_000
    found, offset, count = Units(text, [Span(0, len(text))]), 0, 0
    while here := found.after(Unit.WORD, offset):
        assert here.of(text) == "word"
        offset, count = here.end, count + 1
    assert count == 5_000
    back = found.before(Unit.WORD, len(text))
    assert back == Span(len(text) - 5, len(text) - 1)
