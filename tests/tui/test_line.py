"""A line under the hands of somebody who types: the caret is `|`, what is selected stands in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.segment.graphemes import grapheme_at
from tui.dialogs.line import LIMIT, Line, after
from tui.dialogs.window import offset_at, revealed
from tui.fit import cells

TYPED = st.text(st.sampled_from("ab ,é漢🇩🇪👩‍🚀́ل"), max_size=30)


def line(marked: str) -> Line:
    """The line that a marked string shows."""
    selected = "[" in marked
    bare = marked.replace("[", "").replace("]", "")
    head = bare.index("|")
    text = bare.replace("|", "")
    if not selected:
        return Line(text, head, head)
    start = marked.replace("|", "").index("[")
    end = marked.replace("|", "").index("]") - 1
    return Line(text, head, start if head == end else end)


def marked(shown: Line) -> str:
    text = shown.text[: shown.head] + "|" + shown.text[shown.head :]
    if shown.head == shown.anchor:
        return text
    if shown.head > shown.anchor:
        return f"{text[: shown.anchor]}[{text[shown.anchor : shown.head + 1]}]{text[shown.head + 1 :]}"
    return f"{text[: shown.head]}[{text[shown.head : shown.anchor + 1]}]{text[shown.anchor + 1 :]}"


@pytest.mark.parametrize(
    ("before", "key", "then"),
    [
        ("Mara |", "H", "Mara H|"),
        ("Mara|Holt", "space", "Mara |Holt"),
        ("Mara |Holt", "left", "Mara| Holt"),
        ("|Mara", "left", "|Mara"),
        ("Mara|", "right", "Mara|"),
        ("Mara |Holt", "ctrl+left", "|Mara Holt"),
        ("Mara Ho|lt", "ctrl+left", "Mara |Holt"),
        ("|Mara Holt", "ctrl+right", "Mara| Holt"),
        ("Mara| Holt", "alt+right", "Mara Holt|"),
        ("Mara |Holt", "home", "|Mara Holt"),
        ("Mara |Holt", "end", "Mara Holt|"),
        ("Mara |Holt", "shift+right", "Mara [H|]olt"),
        ("Mara [H|]olt", "shift+left", "Mara |Holt"),
        ("Mara |Holt", "shift+home", "[|Mara ]Holt"),
        ("Mara [Ho|]lt", "left", "Mara |Holt"),
        ("Mara [|Ho]lt", "right", "Mara Ho|lt"),
        ("[Mara|] Holt", "A", "A| Holt"),
        ("[Mara |]Holt", "backspace", "|Holt"),
        ("Mara |Holt", "backspace", "Mara|Holt"),
        ("Mara |Holt", "delete", "Mara |olt"),
        ("Mara Holt|", "ctrl+w", "Mara |"),
        ("Mara |Holt", "ctrl+u", "|Holt"),
        ("Mara |Holt", "ctrl+k", "Mara |"),
        ("the 👩‍🚀|flew", "left", "the |👩‍🚀flew"),
        ("the |👩‍🚀flew", "right", "the 👩‍🚀|flew"),
        ("the 👩‍🚀|flew", "backspace", "the |flew"),
        ("cafe\u0301|", "backspace", "caf|"),
        ("🇩🇪🇫🇷|", "left", "🇩🇪|🇫🇷"),
        ("|", "backspace", "|"),
    ],
)
def test_keys_edit_a_line(before: str, key: str, then: str) -> None:
    edited = after(line(before), key)
    assert edited is not None
    assert marked(edited) == then


@pytest.mark.parametrize("key", ["enter", "escape", "tab", "up", "pagedown", "ctrl+p", "f1", "alt+g"])
def test_other_keys_are_left_to_whoever_owns_the_line(key: str) -> None:
    assert after(Line.of("Mara"), key) is None


def test_a_pasted_text_becomes_one_line_without_control_characters() -> None:
    assert Line.of("a").paste(" first\r\nsecond\tthird\x1b[31m\u202e").text == "a first second third␛[31m"


def test_a_paste_of_a_megabyte_is_cut_at_the_limit_and_keeps_what_stood_around_it() -> None:
    pasted = Line("before  after", 7, 7).paste("word " * 200_000)
    assert len(pasted.text) == LIMIT
    assert pasted.text.startswith("before word ")
    assert pasted.text.endswith(" after")


@given(
    TYPED, st.lists(st.sampled_from(["left", "right", "home", "end", "ctrl+left", "ctrl+right", "backspace", "delete"]))
)
def test_the_caret_never_stands_inside_a_grapheme(text: str, keys: list[str]) -> None:
    typed = Line.of(text)
    for key in keys:
        typed = after(typed, key) or typed
        assert typed.head == len(typed.text) or grapheme_at(typed.text, typed.head).start == typed.head


@given(TYPED, st.integers(1, 20), st.data())
def test_what_is_drawn_of_a_long_line_fits_and_holds_the_caret(text: str, room: int, data: st.DataObject) -> None:
    room += 1
    typed = Line.of(text)
    first = 0
    for key in data.draw(st.lists(st.sampled_from(["left", "right", "home", "end"]), min_size=1)):
        typed = after(typed, key) or typed
        seen = revealed(typed.text, typed.head, first, room)
        first = seen.start
        assert seen.start <= typed.head <= seen.end
        assert cells(typed.text[seen.start : seen.end]) <= room
        caret = cells(typed.text[typed.head : typed.right()]) or 1
        assert cells(typed.text[seen.start : typed.head]) + caret <= room


def test_a_line_that_fits_is_drawn_from_its_beginning() -> None:
    assert revealed("Mara Holt", 9, 5, 20).start == 0


@pytest.mark.parametrize(("cell", "offset"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 3), (9, 3)])
def test_a_click_finds_the_grapheme_in_the_cell(cell: int, offset: int) -> None:
    assert offset_at("a漢b", 0, cell) == offset
