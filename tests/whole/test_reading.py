"""Reading in a real terminal: the mouse that is let go of, and the place that is kept whatever ends the program."""

import json
import os
import signal
import time
from pathlib import Path

from tests.whole.terminal import PATIENCE, POSTIL, Pty, until, until_ended, watched

REPORTS = (b"\x1b[?1000", b"\x1b[?1003", b"\x1b[?1006")


def until_seen(terminal: Pty, *parts: bytes) -> None:
    """Wait until the terminal has been sent all of the bytes."""
    end = time.monotonic() + PATIENCE
    while not all(part in terminal.seen for part in parts):
        assert time.monotonic() < end, terminal.seen[-500:]
        terminal.wait(0.02)


def test_the_terminal_is_asked_to_report_no_mouse_and_then_to_report_it_again(tagged: Path) -> None:
    with watched(tagged, str(POSTIL)) as terminal:
        until(terminal, "Harbour talks resume")
        terminal.press("\x07")
        until(terminal, "the mouse is the terminal's now")
        until_seen(terminal, *(report + b"l" for report in REPORTS))
        terminal.seen = b""
        terminal.press("\x07")
        until(terminal, "postil's again")
        until_seen(terminal, *(report + b"h" for report in REPORTS))
        terminal.press("C-q")
        until_ended(terminal)


def test_the_place_and_the_measure_are_kept_though_the_program_is_killed(tagged: Path) -> None:
    assert not list(tagged.rglob("places.json"))
    with watched(tagged, str(POSTIL)) as terminal:
        until(terminal, "Harbour talks resume")
        terminal.press("Enter", "G", "(")
        until(terminal, "100%")
        end = time.monotonic() + PATIENCE
        while not (found := list(tagged.rglob("places.json"))):
            assert time.monotonic() < end
            terminal.wait(0.05)
        os.kill(terminal.pid(), signal.SIGKILL)
        kept = json.loads(found[0].read_text("utf-8"))
    assert kept["measure"] < 72
    with watched(tagged, str(POSTIL)) as terminal:
        until(terminal, "Harbour talks resume")
        terminal.press("Enter")
        until(terminal, "100%")
        terminal.press("C-q")
        until_ended(terminal)
