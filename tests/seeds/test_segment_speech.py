"""Split speech as marked strings: the given quotation stands in square brackets, the other part in braces."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.quotations import quotations
from seeds.segment.speech import other_part
from seeds.span import Span


def drawn(marked: str) -> str:
    """The text with its brackets, and braces around the other part of what stands in them."""
    text = re.sub(r"[\[\]{}]", "", marked)
    bare = re.sub(r"[{}]", "", marked)
    given = Span(bare.index("["), bare.index("]") - 1)
    other = other_part(text, Span(0, len(text)), given)
    shown = {given: f"[{given.of(text)}]"} | ({other: f"{{{other.of(text)}}}"} if other else {})
    edges = [0, *(edge for span in sorted(shown) for edge in (span.start, span.end)), len(text)]
    return "".join(shown.get(Span(*ends), text[ends[0] : ends[1]]) for ends in pairwise(edges))


@pytest.mark.parametrize(
    "marked",
    [
        "[“We agree,”] Mara Holt said, {“to meet.”}",
        "{“We agree,”} Mara Holt said, [“to meet.”]",
        "[“We agree,”] he said. {“To meet is all.”}",
        "{“We agree,”} he said. [“To meet is all.”] Tarn left the room by the side door.",
        "[“We agree,”] he said. {“To meet is all.”} Tarn left.",
        '["We agree,"] he said, {"to meet."}',
        "['We agree,'] said Mr. J. Tarn of the U.N., {'to meet.'}",
        "[“Will you go?”] asked Mara Holt. {“I will.”}",
        "[“Will you go?”] Mara Holt asked. {“I will.”}",
        "[„Wir kommen“], sagte Mara Holt, {„wenn Tarn kommt“}.",
        "[„Wir kommen“], sagte sie. {„Morgen.“}",
        "[« Nous viendrons »], a dit Ada Quill, {« à midi »}.",
        "[»Wir kommen«], rief sie, {»morgen«}.",
        "[“We agree”] he said, {“to meet.”}",
        "[“We agree—”] he coughed — {“to meet.”}",
        "[“We agree”] — he said — {“to meet.”}",
        "[“We agree,”] said Mara Holt: {“We meet.”}",
        "The port is shut. [“We agree,”] he said,\n{“to meet.”}",
        "Holt said: [“We agree,”] then, {“today.”}",
        "他说，[“我们同意，”]他又说，{“见面。”}",
        "[“We agree,”] he said, {“to meet,”} he went on, “today.”",
        "“We agree,” he said, [“to meet,”] he went on, {“today.”}",
        "“We agree,” he said, {“to meet,”} he went on, [“today.”]",
        "[“We ‘may’ agree,”] he said, {“to meet.”}",
    ],
)
def test_the_other_part_stands_on_the_other_side_of_the_tag(marked: str) -> None:
    assert drawn(marked) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "[“We agree,”] Holt said. “Never,” said Tarn.",
        "[“We agree,”] Holt said. “Why not?” Tarn asked.",
        "[“We agree,”] Holt said. “Why not?” asked Mara Holt, the union's old secretary.",
        "[“We agree,”] said Holt, and Tarn said, “Never.”",
        "[“We agree,”] said Holt while Tarn said, “Never.”",
        "[“We agree,”] said Holt. Tarn said, “Never.”",
        "[“We agree.”] Mara Holt nodded. “To meet.”",
        "[“We agree.”] Mara Holt then said, “To meet.”",
        "[“Will you go?”], “I will.”",
        "[“Deal,”] and then, “pact.”",
        "[“Will you go?”] The port was shut. “Never.”",
        "the [“deal”] and the “pact”",
        "The [“deal,”] he thinks, is off. “We agree.”",
        "[“Deal,”] “pact,” and “treaty”",
        "[“Deal”] or not, “pact” or not",
        "[“Peace”] is dead, “war” is not",
        "[“We agree,”] he said of the “deal.”",
        "[“We agree,”] he said of it, ‘the deal.’",
        "[“We agree,”] said Holt (born 1960), “to meet.”",
        "[“We agree,”] said Holt, " + "who had come by boat, " * 6 + "“to meet.”",
        "- [“We agree,”] said Holt.\n- “Never.”",
        "“We [‘may’] agree,” he said, “to meet.”",
        "[“We agree,”] he said.",
        "We [agree], he said, “to meet.”",
    ],
)
def test_where_it_is_not_surely_one_speech_there_is_no_other_part(marked: str) -> None:
    assert drawn(marked) == marked


def test_speech_in_the_next_paragraph_is_no_part() -> None:
    text = "“We agree,” he said.\n\n“To meet is all.”"
    assert other_part(text, Span(0, 20), Span(0, 11)) is None
    assert other_part(text, Span(22, 39), Span(22, 39)) is None


def test_in_a_huge_block_only_the_piece_around_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“We agree,” he said, “to meet.” " * 30_000
    asked: list[Span] = []

    def recording(text: str, span: Span) -> tuple[Span, ...]:
        asked.append(span)
        return quotations(text, span)

    monkeypatch.setattr("seeds.segment.speech.quotations", recording)
    given = Span(32 * 15_000, 32 * 15_000 + 11)
    assert other_part(text, Span(0, len(text)), given) == Span(given.end + 10, given.end + 20)
    assert sum(map(len, asked)) < 20_000


PARTS = (
    "“We agree,” ",
    "“to meet.” ",
    "‘Never,’ ",
    "he said, ",
    "he said. ",
    "\n",
    "— ",
    "“e\u0301?”",
    "Tarn ",
    ", ",
    ". ",
)


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_the_other_part_is_another_quotation_of_the_block(text: str) -> None:
    block = Span(0, len(text))
    for found in quotations(text, block):
        other = other_part(text, block, found)
        assert other is None or (other in quotations(text, block) and not other.overlaps(found))
