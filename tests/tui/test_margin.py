"""What stands in the lines of the margin: of each annotation a few short rows, in the order of the text."""

import pytest
from wcwidth import wcswidth

from annotations.annotation import Annotation
from annotations.codebook import DEFAULT
from seeds.printable import CONTROL, HIDDEN
from seeds.span import Span
from tests.tui.margins import FEW, HOSTILE, MANY, TERMS, THEIRS, Margin, in_order, made, saying
from tests.tui.pages import NOW
from tui import themes
from tui.fit import cells
from tui.margin import PEN, Entry, Listed, entry


def built(annotation: Annotation, width: int = 20) -> Entry:
    return entry(Listed(annotation), DEFAULT, width)


async def test_an_entry_says_key_words_who_is_named_and_where_there_is_a_note_its_beginning() -> None:
    app = Margin(*FEW, bound=12)
    async with app.run_test(size=(16, 20)):
        assert [strip.text[1:] for strip in app.strips()][:15] == [
            "Margin   2 of 5",
            "               ",
            "1 “We will sit ",
            "  again on Mon…",
            "  Mara Holt    ",
            "3 Mara Holt  ✎ ",
            "  of the docke…",
            "2 wants the    ",
            "  pickets with…",
            "  port authori…",
            " 3 talks on    ",
            "   wages       ",
            "1 “We wait,” … ",
            "  “and we do n…",
            "               ",
        ]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (24, ["2 wants the pickets", "  withdrawn before any…", "  port authority"]),
        (32, ["2 wants the pickets withdrawn", "  before any talks on wages", "  port authority"]),
    ],
)
async def test_a_wider_margin_shows_more_words_and_never_more_than_two_rows_of_them(
    width: int, lines: list[str]
) -> None:
    app = Margin(TERMS)
    async with app.run_test(size=(width, 9)):
        assert app.lines()[1:] == lines


async def test_the_head_counts_the_entries_and_gives_up_their_number_before_the_place() -> None:
    app = Margin(*MANY)
    async with app.run_test(size=(16, 9)):
        assert app.lines()[0] == "Margin   10,000"
        app.hold(9_999)
        assert app.lines()[0] == "Margin    9,999"


async def test_nothing_tagged_is_said_in_a_few_quiet_lines() -> None:
    app = Margin()
    async with app.run_test(size=(16, 9)):
        assert app.lines() == ["Margin", "nothing is", "tagged here yet"]
        assert app.pane.cursor == -1


async def test_what_is_said_of_the_whole_article_comes_first() -> None:
    app = Margin(*in_order(made(16, "quote", who="Ilse Marr"), *FEW))
    async with app.run_test(size=(24, 20)):
        assert app.lines()[1:4] == ["1 the article", "  Ilse Marr", "1 “We will sit again on"]


def test_white_space_is_one_space_and_several_spans_are_joined_by_an_ellipsis() -> None:
    assert built(saying("“We\n  wait”", "“and\u00a0wait”"), 30).words == ("“We wait” … “and wait”",)


def test_what_must_not_reach_a_terminal_is_drawn_as_a_mark_or_left_out() -> None:
    hostile = built(saying("\x1b[31m\u202ered", who="M\x07a\u200b", note="\u2066\x9b2J"))
    assert (hostile.words, hostile.who, hostile.note) == (("␛[31mred",), "M␇a", "�2J")


def test_words_are_cut_with_an_ellipsis_and_no_character_in_two() -> None:
    assert built(saying("停火以后再谈工资停火以后再谈工资"), 9).words == ("停火以后", "再谈工资…")
    assert built(saying("word " * 5_000), 9).words == ("word word", "word wor…")


def test_what_is_cut_short_says_so_where_hardly_anything_of_it_takes_a_cell() -> None:
    assert built(saying("e" + "\u0301" * 5_000), 9).words[0].endswith("…")
    assert built(saying("a" + " " * 5_000 + "b"), 9).words == ("a…",)


def test_a_name_that_is_the_words_themselves_is_not_said_twice() -> None:
    assert built(saying("Mara\nHolt", who="Mara Holt")).who == ""
    assert built(saying("Holt", who="Mara Holt")).who == "Mara Holt"


def test_a_tag_that_the_codebook_no_longer_has_keeps_its_words_and_whoever_is_named() -> None:
    known = entry(Listed(saying("We wait", who="Mara Holt")._replace(tag="rumour")), DEFAULT, 20)
    assert (known.key, known.hue, known.words, known.who) == ("?", "grey", ("We wait",), "Mara Holt")


def test_the_pen_takes_one_cell() -> None:
    assert wcswidth(PEN) == 1


@pytest.mark.parametrize("size", [(16, 30), (24, 30), (32, 30), (7, 9), (6, 9), (4, 2), (2, 9), (1, 1)])
async def test_any_size_holds_any_text_and_lets_nothing_reach_the_terminal(size: tuple[int, int]) -> None:
    app = Margin(*HOSTILE, bound=1, others=(("b\x1b[31m停火", HOSTILE),))
    async with app.run_test(size=size):
        for annotation in HOSTILE:
            app.pane.shown = app.pane.shown._replace(annotations=(annotation,))
            assert len(app.strips()) == size[1]
            for strip in app.strips():
                assert strip._cell_length == cells(strip.text) == size[0], strip.text
                assert not CONTROL.search(strip.text)
                assert not HIDDEN.search(strip.text)


async def test_what_lies_within_larger_words_of_the_same_coder_stands_further_in() -> None:
    said = made(21, "quote", "The port authority wants the pickets withdrawn")
    split = made(22, "quote", "“We wait,”", "“and we do not beg.”")
    inner = made(23, "participant", "said Holt"), made(24, "participant", "do not beg")
    same = made(25, "precondition", "The port authority wants the pickets withdrawn")
    app = Margin(*in_order(made(20, "quote"), said, same, made(26, "participant", "pickets"), split, *inner))
    async with app.run_test(size=(32, 30)):
        assert [line[:6].rstrip() for line in app.lines()[1:] if line.split()[0].isdigit()] == [
            "1 the", "1 The", "2 The", " 3 pic", "1 “We", "3 said", " 3 do",
        ]  # fmt: skip


async def test_words_are_found_to_be_nested_however_far_back_the_larger_ones_begin() -> None:
    whole = Annotation(50_000, "quote", (Span(0, 199_985),), ("all of it",), "", "", NOW, NOW)
    app = Margin(*in_order(whole, *MANY), bound=9_999)
    async with app.run_test(size=(24, 6)):
        assert " 1 words 09998" in app.lines()
        app.hold(10_000)
        assert app.lines()[-1] == "1 words 09999"


@pytest.mark.parametrize("colour", [True, False])
async def test_another_coders_entries_stand_among_ones_own_with_their_name_and_without_a_hue(
    monkeypatch: pytest.MonkeyPatch, colour: bool
) -> None:
    if not colour:
        monkeypatch.setenv("NO_COLOR", "1")
    app = Margin(*FEW[:3], bound=11, others=(("ab", THEIRS),))
    async with app.run_test(size=(32, 20)):
        assert app.lines() == [
            "Margin                   1 of 5", "1 “We will sit again on", "  Monday,”", "  Mara Holt",
            "1 “We will sit again on", "  Monday,”", "  ab: Mara Holt", "3 Mara Holt                  ✎",
            "  of the dockers' union", "2 wants the pickets withdrawn", "  before any talks on wages",
            "  port authority", "3 the pickets", "  ab",
        ]  # fmt: skip
        keys = {y: next(s.style for s in app.strips()[y] if s.text.strip(" ▎")) for y in (5, 8, 13)}
        quiet = themes.style("panel+quiet", themes.DARK, colour=colour)
        assert keys[5] == keys[13] == quiet
        assert keys[8] == themes.style("panel+key-green+strong", themes.DARK, colour=colour)
        assert keys[8] != quiet
