"""Two programs on one library at the same time: each one's work comes to the other's screen, and nobody's is lost."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.whole.terminal import Terminal, postil, running, until

OFFER, HOLT = "“We will sit down again on Friday,”", "Mara Holt"


@pytest.fixture
def readers(tagged: Path) -> Iterator[tuple[Terminal, Terminal]]:
    """Two readers in the text of the same article, each at its beginning."""
    with ExitStack() as both:
        pair = both.enter_context(running(tagged)), both.enter_context(running(tagged))
        for terminal in pair:
            until(terminal, "Harbour talks resume", "0·0·1")
            terminal.press("Enter", "g")
            until(terminal, "quotation")
        yield pair


def note(terminal: Terminal, words: str) -> None:
    """Begin a note on the bound annotation, without ending it."""
    terminal.press("c")
    until(terminal, "Enter done")
    terminal.press(*words)
    until(terminal, words)


def test_what_commands_do_comes_to_an_open_reader_while_somebody_types(tagged: Path) -> None:
    (tagged / "pilots.txt").write_text(
        "Pilots fly again\n\nThe pilots of Orvane went back to work on Monday.\n", "utf-8"
    )
    with running(tagged) as terminal:
        until(terminal, "1 of 2", "Harbour talks resume")
        terminal.press("Enter", "g", "a")
        until(terminal, "participant")
        note(terminal, "the chair")
        postil(tagged, "tag", "Harbour", "--tag", "quote", "--text", OFFER)
        until(terminal, "1 annotation was added by another postil", "the chair", "1·0·1")
        postil(tagged, "add", "pilots.txt")
        until(terminal, "1 of 3", "pilots.txt", "the chair")
        terminal.press(*"man", "Enter")
        until(terminal, "note: the chairman")


def test_two_readers_see_what_the_other_tags_and_are_told_what_the_other_deleted(
    readers: tuple[Terminal, Terminal],
) -> None:
    one, two = readers
    one.press("q", "1")
    until(one, "quote, direct")
    two.press("m", "3")
    for terminal in readers:
        until(terminal, "1·0·2")
    one.press("g", "a")
    note(one, "odd")
    two.press("g", "a", "d")
    until(two, "1·0·1")
    until(one, "1 annotation was deleted by another postil", "odd")
    one.press("Enter")
    until(one, "somebody deleted it while you typed")
    until(one, "1·0·1")
