import pytest

from seeds.span import Span
from tests.tui.marks import drawn, parsed
from tests.tui.reading import after, marked, means, press, reading, refused, tag, words
from tui import movement
from tui.edges import Move, move_edge, on_edge
from tui.intent import Intent, Refusal
from tui.marking import tag_selection
from tui.selection import Selection
from tui.session import Session
from tui.units import Unit, Units


def step(session: Session, by: int) -> Move:
    return lambda selection: movement.step(session.units, selection, by, extend=True)


def word(session: Session, *, back: bool) -> Move:
    return lambda selection: movement.take(session.units, Unit.WORD, selection, back=back, extend=True)


def tagged(marks: str) -> Session:
    return press(reading(marks), lambda session: tag_selection(session, tag("quote"), means()))


def moved(session: Session, move: Move) -> Intent | Refusal:
    return move_edge(session, move, means(), "run")


@pytest.mark.parametrize(
    ("before", "by", "expected"),
    [
        ("a [quick|] fox", 1, "a [quick f|]ox"),
        ("a [quick|] fox", -1, "a [quic|]k fox"),
        ("a [quick f|]ox", -1, "a [quick|] fox"),
        ("a [|quick] fox", -1, "[|a quick] fox"),
        ("a [|quick] fox", 1, "a q[|uick] fox"),
        ("wir [gehen|]. 👩‍🚀 flew", 1, "wir [gehen.|] 👩‍🚀 flew"),
        ("[gehen.|] 👩‍🚀 flew", 1, "[gehen. 👩‍🚀|] flew"),
    ],
)
def test_an_edge_moves_by_graphemes_past_white_space(before: str, by: int, expected: str) -> None:
    session = tagged(before)
    assert on_edge(session)
    there = after(session, moved(session, step(session, by)))
    assert marked(there) == expected
    assert words(there) == [("quote", (expected.split("[")[1].split("]", maxsplit=1)[0].replace("|", ""),))]


def test_an_edge_moves_by_words() -> None:
    session = tagged("a [quick|] brown fox")
    there = after(session, moved(session, word(session, back=False)))
    assert marked(there) == "a [quick brown|] fox"


def test_an_edge_never_crosses_the_other_and_stops_at_the_text_s_end() -> None:
    session = tagged("a quick [fo|]x")
    session = after(session, moved(session, step(session, -1)))
    assert "no further" in refused(moved(session, step(session, -1)))
    session = tagged("a quick [fox|]")
    assert "no further" in refused(moved(session, step(session, 1)))


def test_only_the_whole_words_as_the_selection_make_the_edges_move() -> None:
    session = tagged("a [quick|] fox")
    assert not on_edge(session.select(Selection(0, 1)))


def test_moving_into_the_next_paragraph_goes_on_there() -> None:
    session = tagged("a [fox|]\n\nran")
    assert words(after(session, moved(session, step(session, 1)))) == [("quote", ("fox\n\nr",))]


@pytest.mark.parametrize(
    ("before", "back", "after"),
    [
        ("[Mara Holt said|] they agree", True, "[Mara Holt|] said they agree"),
        ("[Mara Holt s|]aid they", True, "[Mara Holt|] said they"),
        ("[Mara Holt|] said they", False, "[Mara Holt said|] they"),
        ("[Mara Ho|]lt said", False, "[Mara Holt|] said"),
        ("Mara [|Holt said]", True, "[|Mara Holt said]"),
        ("Mara H[|olt said]", True, "Mara [|Holt said]"),
        ("[|Mara Holt said]", False, "Mara [|Holt said]"),
        ("“[We|] agree", True, "nowhere"),
        ("they [agree|]", False, "nowhere"),
    ],
)
def test_an_edge_goes_by_whole_words(before: str, back: bool, after: str) -> None:
    text, selection = parsed(before)
    units = Units(text, [Span(0, len(text))], "en")
    assert drawn(text, movement.by_word(units, selection, back=back)) == after


def test_an_edge_that_is_drawn_onto_a_space_ends_with_the_word_before_it() -> None:
    session = press(reading("[Mara|] Holt said they agree."), lambda s: tag_selection(s, tag("participant"), means()))
    onto = Selection(0, session.text.index(" said") + 1)
    moved = after(session, move_edge(session, lambda _: onto, means(), "run"))
    assert moved.layer.in_order[0].exact == ("Mara Holt",)
    again = move_edge(moved, lambda _: onto, means(), "run")
    assert "no further" in refused(again)
