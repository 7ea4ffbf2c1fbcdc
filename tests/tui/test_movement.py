"""Movement as marked strings: paragraphs are parted by empty lines, as the blocks of an article are."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.graphemes import graphemes
from seeds.span import Span
from tests.tui.marks import drawn, parsed
from tui.movement import narrowed, step, take, to, widen
from tui.selection import Selection, caret
from tui.units import Unit, Units

SPEECH = "“We agree,” Mara Holt said. “To meet.”\n\nMr. Tarn left."


def units(text: str) -> Units:
    return Units(text, [Span(*match.span()) for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)], "en")


def moved(marked: str, move: Callable[[Units, Selection], Selection | None]) -> str:
    text, selection = parsed(marked)
    return drawn(text, move(units(text), selection))


@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [
        ("the [q|]uick fox", Unit.WORD, "the [quick|] fox"),
        ("the [quick|] brown fox", Unit.WORD, "the quick [brown|] fox"),
        ("the quick[ |]brown fox", Unit.WORD, "the quick [brown|] fox"),
        ("the [quick bro|]wn fox", Unit.WORD, "the quick brown [fox|]"),
        ("the [quick|]\n\nbrown fox", Unit.WORD, "the quick\n\n[brown|] fox"),
        ("[a|] fox", Unit.WORD, "a [fox|]"),
        ("the [fox|]", Unit.WORD, "nowhere"),
        ("[H|]e came. “We agree,” he said.", Unit.QUOTATION, "He came. [“We agree,”|] he said."),
        ("He came. “W[e|] agree,” he said.", Unit.QUOTATION, "He came. [“We agree,”|] he said."),
        ("[“We agree,”|] Mara Holt said.", Unit.NAME, "“We agree,” [Mara Holt|] said."),
        ("“We [a|]gree,” said Holt. He left.", Unit.SENTENCE, "[“We agree,” said Holt.|] He left."),
        ("[“We agree,” said Holt.|] He left.", Unit.SENTENCE, "“We agree,” said Holt. [He left.|]"),
        ("He sta[y|]s, if they leave.", Unit.CLAUSE, "[He stays|], if they leave."),
        ("[He stays|], if they leave.", Unit.CLAUSE, "He stays, [if they leave.|]"),
        ("He stays[,|] if they leave.", Unit.CLAUSE, "He stays, [if they leave.|]"),
        ("He stays, [if they leave.|]\n\nSo she said.", Unit.CLAUSE, "He stays, if they leave.\n\n[So she said.|]"),
        ("One. [T|]wo. \n\nThree.", Unit.PARAGRAPH, "[One. Two.|] \n\nThree."),
        ("- One. [T|]wo.\n- Three.", Unit.PARAGRAPH, "[- One. Two.|]\n- Three."),
        ("[- One. Two.|]\n- Three.", Unit.PARAGRAPH, "- One. Two.\n[- Three.|]"),
        ("- One. [T|]wo.\n- Three.\n\nFour.", Unit.BLOCK, "[- One. Two.\n- Three.|]\n\nFour."),
        ("[- One. Two.\n- Three.|]\n\nFour.", Unit.BLOCK, "- One. Two.\n- Three.\n\n[Four.|]"),
        ("[One. Two.|] \n\nThree.", Unit.PARAGRAPH, "One. Two. \n\n[Three.|]"),
        ("On[e. Two.\n\nTh|]ree.\n\nFour.", Unit.PARAGRAPH, "One. Two.\n\nThree.\n\n[Four.|]"),
        ("“One [‘two’|] one” “three”", Unit.QUOTATION, "[“One ‘two’ one”|] “three”"),
        ("[“One ‘two’ one”|] “three”", Unit.QUOTATION, "“One ‘two’ one” [“three”|]"),
    ],
)
def test_a_unit_key_takes_the_unit_around_the_selection_or_else_the_next(before: str, unit: Unit, after: str) -> None:
    assert moved(before, lambda u, s: take(u, unit, s)) == after


@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [
        ("the quick [brown|] fox", Unit.WORD, "the [|quick] brown fox"),
        ("the quick [br|]own fox", Unit.WORD, "the quick [|brown] fox"),
        ("one\n\n[two|]", Unit.WORD, "[|one]\n\ntwo"),
        ("[one|] two", Unit.WORD, "nowhere"),
        ("“One ‘two’ one” th[r|]ee", Unit.QUOTATION, "[|“One ‘two’ one”] three"),
        ("He stays, if [they|] leave.", Unit.CLAUSE, "He stays, [|if they leave.]"),
        ("He stays, [|if they leave.]", Unit.CLAUSE, "[|He stays], if they leave."),
        ("One.\n\n- Two.\n- [Three.|]", Unit.PARAGRAPH, "One.\n\n- Two.\n[|- Three.]"),
        ("One.\n\n- Two.\n[|- Three.]", Unit.PARAGRAPH, "One.\n\n[|- Two.]\n- Three."),
        ("One.\n\n[- Two.\n- Three.|]", Unit.BLOCK, "[|One.]\n\n- Two.\n- Three."),
        ("One. Two.\n\n[T|]hree.", Unit.SENTENCE, "One. Two.\n\n[|Three.]"),
        ("One. Two.\n\n[Three.|]", Unit.SENTENCE, "One. [|Two.]\n\nThree."),
        ("One. Two.\n\n[Three.|]", Unit.PARAGRAPH, "[|One. Two.]\n\nThree."),
    ],
)
def test_an_uppercase_key_takes_the_one_before(before: str, unit: Unit, after: str) -> None:
    assert moved(before, lambda u, s: take(u, unit, s, back=True)) == after


@pytest.mark.parametrize(
    ("before", "unit", "back", "after"),
    [
        ("the [q|]uick brown fox", Unit.WORD, False, "the [quick|] brown fox"),
        ("the [quick|] brown fox", Unit.WORD, False, "the [quick brown|] fox"),
        ("the [quick|]\n\nbrown fox", Unit.WORD, False, "the [quick\n\nbrown|] fox"),
        ("the [|quick] brown fox", Unit.WORD, True, "[|the quick] brown fox"),
        ("the [quick brown|] fox", Unit.WORD, True, "the [quick b|]rown fox"),
        ("the quick [b|]rown fox", Unit.WORD, True, "the [|quick b]rown fox"),
        ("[One.|] Two. Three.", Unit.SENTENCE, False, "[One. Two.|] Three."),
        ("He [s|]tays, if they leave.", Unit.CLAUSE, False, "He [stays|], if they leave."),
        ("He [stays|], if they leave.", Unit.CLAUSE, False, "He [stays, if they leave.|]"),
        ("- On[e|].\n- Two.", Unit.PARAGRAPH, False, "- On[e.|]\n- Two."),
        ("- On[e.|]\n- Two.", Unit.BLOCK, False, "- On[e.\n- Two.|]"),
        ("On[e|]. Two.\n\nThree.", Unit.PARAGRAPH, False, "On[e. Two.|]\n\nThree."),
        ("On[e. Two.|]\n\nThree.", Unit.PARAGRAPH, False, "On[e. Two.\n\nThree.|]"),
        ("“One ‘tw[o’|] one”", Unit.QUOTATION, False, "“One ‘tw[o’ one”|]"),
        ("[fox|]", Unit.WORD, False, "nowhere"),
    ],
)
def test_extending_moves_the_head_to_the_end_of_a_unit(before: str, unit: Unit, back: bool, after: str) -> None:
    assert moved(before, lambda u, s: take(u, unit, s, back=back, extend=True)) == after


@pytest.mark.parametrize(
    ("before", "by", "extend", "after"),
    [
        ("the [q|]uick", 1, False, "the q[u|]ick"),
        ("the [quick|] fox", 1, False, "the quick[ |]fox"),
        ("the [|quick] fox", -1, False, "the[ |]quick fox"),
        ("the [👩‍🚀|] flew", -1, False, "the[ |]👩‍🚀 flew"),
        ("the[ |]👩‍🚀 flew", 1, False, "the [👩‍🚀|] flew"),
        ("on[e|]\n\ntwo", 1, False, "one\n\n[t|]wo"),
        ("one\n\n[t|]wo", -1, False, "on[e|]\n\ntwo"),
        ("[o|]ne", -1, False, "[o|]ne"),
        ("tw[o|]", 5, False, "tw[o|]"),
        ("[o|]ne\n\ntwo", 4, False, "one\n\nt[w|]o"),
        ("o[n|]e", 1, True, "o[ne|]"),
        ("o[n|]e", -1, True, "[|on]e"),
        ("[on|]e", -1, True, "[o|]ne"),
        ("o[|ne]", 1, True, "on[e|]"),
        ("on[e|]\n\ntwo", 1, True, "on[e\n\nt|]wo"),
        ("cafe\u0301 [s|]o", -2, True, "caf[|e\u0301 s]o"),
    ],
)
def test_a_step_goes_by_graphemes_over_the_borders_of_paragraphs(
    before: str, by: int, extend: bool, after: str
) -> None:
    assert moved(before, lambda u, s: step(u, s, by, extend=extend)) == after


@pytest.mark.parametrize(
    ("before", "offset", "extend", "after"),
    [
        ("[o|]ne\n\ntwo", 6, False, "one\n\nt[w|]o"),
        ("[o|]ne\n\ntwo", 3, False, "on[e|]\n\ntwo"),
        ("[o|]ne\n\ntwo", 99, False, "one\n\ntw[o|]"),
        ("[o|]ne\n\ntwo", -3, False, "[o|]ne\n\ntwo"),
        ("[t|]he 👩‍🚀 flew", 5, False, "the [👩‍🚀|] flew"),
        ("o[n|]e\n\ntwo", 6, True, "o[ne\n\ntw|]o"),
        ("one\n\nt[w|]o", 0, True, "[|one\n\ntw]o"),
    ],
)
def test_a_place_is_the_nearest_grapheme_that_can_be_entered(
    before: str, offset: int, extend: bool, after: str
) -> None:
    assert moved(before, lambda u, s: to(u, s, offset, extend=extend)) == after


def test_a_caret_in_text_that_is_folded_away_steps_out_of_it() -> None:
    text = "one\n\nmenu\n\ntwo"
    folded = Units(text, [Span(0, 3), Span(11, 14)])
    inside = Selection(9, 10)
    assert drawn(text, step(folded, inside, 1)) == "one\n\nmenu\n\nt[w|]o"
    assert drawn(text, to(folded, inside, 6)) == "on[e|]\n\nmenu\n\ntwo"


def test_widening_goes_through_ever_larger_units_and_then_stops() -> None:
    text, selection = parsed("He left. “We [a|]gree. Now,” Mara Holt said.")
    seen, wider = [], widen(units(text), selection)
    while wider:
        seen.append(wider.span.of(text))
        wider = widen(units(text), wider)
    assert seen[0] == "agree"
    assert "“We agree. Now,”" in seen
    assert seen[-1] == text
    assert seen == sorted(seen, key=len)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“We [agree|],” he said. So.", "[“We agree,”|] he said. So."),
        ("[“We agree,”|] he said. So.", "[“We agree,” he said.|] So."),
        ("[“We agree,” he said.|] So.", "[“We agree,” he said. So.|]"),
        ("[“We agree,” he said. So.|]", "nowhere"),
        ("“We [|agree],” he said.", "[|“We agree,”] he said."),
        ("He stays, [if|] they leave. So.", "He stays, [if they leave.|] So."),
        ("He stays, [if they leave.|] So.", "[He stays, if they leave.|] So."),
        ("“[We|] stay, if “they” leave,” he said.", "[“We stay|], if “they” leave,” he said."),
        ("[“We stay|], if “they” leave,” he said.", "[“We stay, if “they” leave,”|] he said."),
        ("- On[e.|] Two.\n- Three.", "[- One.|] Two.\n- Three."),
        ("[- One.|] Two.\n- Three.", "[- One. Two.|]\n- Three."),
        ("[- One. Two.|]\n- Three.", "[- One. Two.\n- Three.|]"),
        ("[- One. Two.\n- Three.|]", "nowhere"),
        ("by Mara [H|]olt and", "by Mara [Holt|] and"),
        ("by Mara [Holt|] and", "by [Mara Holt|] and"),
    ],
)
def test_widening_keeps_the_end_that_moves(before: str, after: str) -> None:
    assert moved(before, widen) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[“We agree,” he said. So.|]", "“We agree,” he said. [So.|]"),
        ("[|“We agree,” he said. So.]", "[|“We agree,” he said.] So."),
        ("[|“We agree,” he said.] So.", "[|“We agree,”] he said. So."),
        ("[- One. Two.\n- Three.|]", "- One. Two.\n[- Three.|]"),
        ("[He stays, if they leave.|]", "He stays, [if they leave.|]"),
        ("“We [agree|],” he said.", "“We agre[e|],” he said."),
        ("“We agre[e|],” he said.", "nowhere"),
    ],
)
def test_narrowing_takes_the_largest_smaller_unit_at_the_caret(before: str, after: str) -> None:
    assert moved(before, narrowed) == after


def test_a_quotation_and_the_name_behind_it_take_two_keys() -> None:
    text, found = SPEECH, units(SPEECH)
    quotation = take(found, Unit.QUOTATION, Selection(0, 1))
    assert quotation is not None
    assert drawn(text, quotation).startswith("[“We agree,”|]")
    assert drawn(text, take(found, Unit.NAME, quotation)) == SPEECH.replace("Mara Holt", "[Mara Holt|]")


def test_the_caret_is_the_grapheme_at_the_moving_end() -> None:
    text, forward = parsed("th[e 👩‍🚀|] flew")
    assert caret(forward, text).of(text) == "👩‍🚀"
    assert caret(forward.swapped(), text).of(text) == "e"


def test_in_an_empty_text_nothing_moves_and_nothing_fails() -> None:
    nothing, here = Units("", []), Selection(0, 0)
    assert step(nothing, here, 1) == step(nothing, here, -1, extend=True) == to(nothing, here, 7) == here
    assert [take(nothing, unit, here) for unit in Unit] == [None] * len(Unit)
    assert widen(nothing, here) is narrowed(nothing, here) is None


TEXTS = st.text(
    st.sampled_from("ab ,.;-“”'\"‘’\n\u0301\u200d\u200b\u00ad\u2067\u00a0👩🚀🏽🇩🇪हि你Aกำ한عש\u05b7Ａ，"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip("\n") != "")
MOVES: list[Callable[[Units, Selection], Selection | None]] = [
    widen,
    narrowed,
    lambda u, s: step(u, s, 1),
    lambda u, s: step(u, s, -1, extend=True),
    lambda _, s: s.swapped(),
    *(lambda u, s, unit=unit: take(u, unit, s) for unit in Unit),
    *(lambda u, s, unit=unit: take(u, unit, s, back=True) for unit in Unit),
    *(lambda u, s, unit=unit: take(u, unit, s, extend=True) for unit in Unit),
    *(lambda u, s, unit=unit: take(u, unit, s, back=True, extend=True) for unit in Unit),
]


@given(TEXTS, st.lists(st.sampled_from(MOVES), max_size=12))
def test_no_movement_ever_cuts_a_grapheme_or_selects_nothing(
    text: str, moves: list[Callable[[Units, Selection], Selection | None]]
) -> None:
    found = units(text)
    boundaries = {0} | {grapheme.end for grapheme in graphemes(text, Span(0, len(text)))}
    selection = to(found, Selection(0, 0), 0)
    for move in moves:
        selection = move(found, selection) or selection
        assert selection.anchor in boundaries
        assert selection.head in boundaries
        assert len(selection.span) > 0


@given(TEXTS)
def test_stepping_forward_and_back_visits_the_same_places(text: str) -> None:
    found = units(text)
    here = to(found, Selection(0, 0), 0)
    ways = [here]
    while (further := step(found, ways[-1], 1)) != ways[-1]:
        ways.append(further)
    back = ways[-1]
    for place in reversed(ways):
        assert back == place
        back = step(found, back, -1)
