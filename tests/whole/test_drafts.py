"""A half-typed note in a real terminal: kept though the program is killed, and offered at the next start."""

import os
import signal
import time
from pathlib import Path

from tests.whole.terminal import PATIENCE, running, until, until_ended


def test_a_note_that_is_being_typed_at_kill_minus_nine_is_offered_at_the_next_start(tagged: Path) -> None:
    with running(tagged) as terminal:
        until(terminal, "Harbour talks resume")
        terminal.press("Enter", "a")
        until(terminal, "participant")
        terminal.press("c", "chairs the talks")
        end = time.monotonic() + PATIENCE
        while not any("chairs the talks" in file.read_text("utf-8") for file in tagged.rglob("drafts/mh.json")):
            assert time.monotonic() < end, terminal.screen()
            terminal.wait(0.02)
        os.kill(terminal.pid(), signal.SIGKILL)
        until_ended(terminal)
    with running(tagged) as terminal:
        until(terminal, "half-typed note: “chairs the talks”", "c goes on with it")
        terminal.press("c")
        until(terminal, "chairs the talks", "Esc close")
        terminal.press("?", "Enter")
        until(terminal, "note: chairs the talks?")
        terminal.press("C-q")
        until_ended(terminal)
    assert not list(tagged.rglob("drafts/mh.json"))
