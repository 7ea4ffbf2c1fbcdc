import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment import quotations as module
from seeds.segment.graphemes import snapped
from seeds.segment.quotations import quotations
from seeds.span import Span

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def cut(text: str, end: int | None = None) -> list[str]:
    return [found.of(text) for found in quotations(text, Span(0, len(text) if end is None else end))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” he said, “to meet.”", ["“We agree,”", "“to meet.”"]),
        ('"We agree," he said, "to meet."', ['"We agree,"', '"to meet."']),
        ("‘We’re going,’ she said. ‘The rebels’ war.’", ["‘We’re going,’", "‘The rebels’ war.’"]),
        ("„Wir sagten ‚nein‘“, sagte er.", ["„Wir sagten ‚nein‘“", "‚nein‘"]),
        ("»Gut«, rief sie. «Bon», dit-il, « Oui ».", ["»Gut«", "«Bon»", "« Oui »"]),
        ("”Vi går”, sade han. »Ja», sade hon. „Tak” rzekł.", ["”Vi går”", "»Ja»", "„Tak”"]),
        ("«Он сказал „нет“ и ушёл»", ["«Он сказал „нет“ и ушёл»", "„нет“"]),
        ("他说：“我们‘同意’。”「はい」『いいえ』", ["“我们‘同意’。”", "‘同意’", "「はい」", "『いいえ』"]),
        ('他说"好"。', ['"好"']),
        ('“text“ ”text” “mixed" and "mixed”', ["“text“", "”text”", '“mixed"', '"mixed”']),
    ],
)
def test_quotations_stand_between_the_marks_of_any_language(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One ‘two “three” two’ one”", ["“One ‘two “three” two’ one”", "‘two “three” two’", "“three”"]),
        ('"He told me "go" and left," she said', ['"He told me "go" and left,"', '"go"']),
        ("'\"We\" he said' and \"'no'\"", ["'\"We\" he said'", '"We"', "\"'no'\"", "'no'"]),
    ],
)
def test_nested_quotations_are_listed_outer_before_inner(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the rebels' closing statement before any 'transition' takes place", ["'transition'"]),
        ("the rebels’ closing statement before any ‘transition’ takes place", ["‘transition’"]),
        ("Lavrov says Russia 'supports' new talks, and Assad's allies", ["'supports'"]),
        ("'the rebels' statement', he said", ["'the rebels' statement'"]),
        ("'We're the boys' friends.' Then the girls' bags", ["'We're the boys' friends.'"]),
        ("\"it's the rebels' war\", no 'cause the rebels' war", ["\"it's the rebels' war\""]),
    ],
)
def test_an_apostrophe_neither_opens_nor_closes(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "born in the '90s, the class of '98",
        "rock 'n' roll, and let 'em go, 'til dawn",
        "since the '90s, the rebels' war",
        "the class of '98 and the dogs' bone",
        'a 6"x4" board',
        'a 5\' 10" man with a 6" gun',
        'צה"ל',
        "James' book and the dogs' bone",
        "it’s, don't, ’tis",
        '" " and “”',
        "“never closed",
        "closed without an opening”",
    ],
)
def test_what_only_looks_like_a_mark_makes_no_quotation(text: str) -> None:
    assert cut(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"a 6" gun," he said', ['"a 6" gun,"']),
        ('"in 2012" and "in 2013"', ['"in 2012"', '"in 2013"']),
        ('("We") said:"No" he—"yes"—and "…no" "well…"', ['"We"', '"No"', '"yes"', '"…no"', '"well…"']),
        ('"We agree, he said. "We go," she said.', ['"We go,"']),
        ('"text ", he said', ['"text "']),
        ("“go”\u0301\u200f on", ["“go”\u0301\u200f"]),
    ],
)
def test_careless_typing_costs_as_little_as_can_be(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “One. \n\n“Two,” he said.", ["“One."]),
        ('"One.\n"Two."', ['"One.']),
        ("« Un\n\n» Deux »", ["« Un"]),
        ("“One.\n\nTwo.”", []),
        ("“One. “Two.” Three\n\n“Four.”", ["“One. “Two.” Three", "“Two.”"]),
    ],
)
def test_speech_that_goes_on_in_the_next_paragraph_ends_with_its_own(text: str, expected: list[str]) -> None:
    assert cut(text, text.index("\n")) == expected


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two real articles are not beside the project")
def test_in_the_real_articles_every_quotation_is_found_and_nothing_else() -> None:
    found = []
    for path in sorted(SEEDS.glob("*.txt")):
        text, at = path.read_text("utf-8"), 0
        for line in text.split("\n"):
            found += [quotation.of(text) for quotation in quotations(text, Span(at, at + len(line)))]
            at += len(line) + 1
    beginnings = [quotation[1:20] for quotation in found]
    assert beginnings == [
        "On Jan. 13 there wi", "We do not need Gene", 'undesirable"', 'foreign agent."', "discredits the deci",
        "supports'", "We support the idea", 'common ground"', 'transitional"', "transition'",
    ]  # fmt: skip


@given(st.text(st.sampled_from("ab s.,\"'“”‘’«»„ \n1\u0301\u200f"), max_size=50))
def test_quotations_are_inside_the_block_and_cut_no_grapheme(text: str) -> None:
    found = quotations(text, Span(0, len(text)))
    assert all(snapped(text, quotation) == quotation for quotation in found)
    assert list(found) == sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def lines_run(text: str) -> int:
    """How many lines of the module are run for a text."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace if frame.f_code.co_filename == module.__file__ else None

    sys.settrace(trace)
    try:
        quotations(text, Span(0, len(text)))
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("text", ["“", "'a ", "' ", "«“‘", "s' b"])
def test_four_times_the_marks_that_nothing_closes_take_no_more_than_four_times_the_work(text: str) -> None:
    assert lines_run(text * 1200) < 4.5 * lines_run(text * 300)
