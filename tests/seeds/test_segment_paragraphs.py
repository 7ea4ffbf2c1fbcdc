"""Paragraphs as marked strings: each stands in square brackets."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.graphemes import snapped
from seeds.segment.paragraphs import is_list, item_pieces, items, paragraphs
from seeds.segment.pieces import LONGEST
from seeds.segment.trim import trimmed
from seeds.span import Span


def drawn(marked: str) -> str:
    """The text without its brackets, with those drawn in that stand around its paragraphs."""
    text = re.sub(r"[\[\]]", "", marked)
    shown, at = "", 0
    for paragraph in paragraphs(text, Span(0, len(text))):
        shown += f"{text[at : paragraph.start]}[{paragraph.of(text)}]"
        at = paragraph.end
    return shown + text[at:]


@pytest.mark.parametrize(
    "marked",
    [
        "[- peace now]\n[- no war]",
        "  [1. Holt leaves.] \n  [2. Tarn stays,\n     and waits.]\n  [3) Nobody sails.]",
        "[• One condition, which\ngoes on in small letters]\n[• Another]",
        "[a) guns]\n[b) boats]",
    ],
)
def test_each_item_of_a_list_is_a_paragraph(marked: str) -> None:
    assert drawn(marked) == marked


@pytest.mark.parametrize(
    "marked",
    [
        " [One line. Two sentences.] ",
        "[Prose that somebody wrapped\nby hand at a narrow measure]",
        "[We want:\n- peace now\n- no war]",
        "[- only one item\n  over two lines]",
        "[J. Tarn came with the boat at noon, when the fog had lifted and nobody was on the quay to see him or the\n"
        "A. Holt, who waited in the office until it was dark, and then went home by the long road over the hill\n"
        "and both of them were late for the talks, which had begun without either of them and had ended before\n"
        "they came in by the side door, where the pickets stood and sang for an hour.]",
        "[—]",
        "",
        " \n\u200b",
    ],
)
def test_every_other_block_is_one_paragraph(marked: str) -> None:
    assert drawn(marked) == marked


def test_only_the_block_is_looked_at() -> None:
    text = "- one\n- two\n- three\n- four"
    assert [found.of(text) for found in paragraphs(text, Span(6, 19))] == ["- two", "- three"]
    assert paragraphs(text, Span(6, 11)) == (Span(6, 11),)


@pytest.mark.parametrize(
    "item", ["- one\n", "- one, and\n  on\n", "- " + 60 * "long " + "\n- short\n", "- x" * 4000 + "\n- y\n"]
)
def test_a_huge_list_comes_in_pieces_that_hold_the_same_items(item: str) -> None:
    text = "- one\n- two\n" * 500 + item * (40_000 // len(item))
    block = Span(0, len(text) - 1)
    found = item_pieces(text, block)
    assert len(found) > 3
    assert all(one.end == two.start for one, two in pairwise(found))
    assert (found[0].start, found[-1].end) == (block.start, block.end)
    assert all(text[piece.start] == "-" for piece in found)
    assert tuple(one for piece in found for one in items(text, piece)) == paragraphs(text, block)


@pytest.mark.parametrize("text", ["x" * 3 * LONGEST, "We want:\n" + "- one\n" * LONGEST, "- one\n- two"])
def test_what_is_no_huge_list_is_one_piece(text: str) -> None:
    assert item_pieces(text, Span(0, len(text))) == (Span(0, len(text)),)


def test_whether_a_huge_block_is_a_list_its_beginning_tells() -> None:
    text = "- one\n" * LONGEST
    assert is_list(text, Span(0, len(text)))
    assert is_list(text + "And prose.\nMore of it.", Span(0, len(text) + 22))
    assert not is_list("And " + text, Span(0, len(text)))


@given(
    st.text(
        st.sampled_from("-1. \nab•)\u200b\u0301e👩\u200d🚀🏽🇩🇪हिन\u094dदी한กำعربש\u05b7Ａ\u00a0\u00ad"), max_size=50
    )
)
def test_paragraphs_lie_in_order_in_the_block_and_cut_no_grapheme(text: str) -> None:
    block = snapped(text, Span(min(1, len(text)), len(text)))
    found = paragraphs(text, block)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(snapped(text, one) == trimmed(text, one) == one and one in block and len(one) for one in found)
    covered = {offset for one in found for offset in range(one.start, one.end)}
    assert {match.start() for match in re.compile(r"\w").finditer(text, block.start)} <= covered
