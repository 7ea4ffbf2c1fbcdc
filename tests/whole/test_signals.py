"""A kill, a closed terminal, an interrupt: the reader ends in good order, all on the disk, the terminal as it was."""

import os
import signal
import termios
import time
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.whole.terminal import PATIENCE, POSTIL, Pty, until, until_ended, watched

UNTOLD = ("sh", "-c", 'trap "" HUP; "$0"; exit $?')
"""What to put before a program so that it ignores SIGHUP, and is not the one whom the system tells most."""


def in_tinydb(home: Path) -> list[list[str]]:
    """The words of all annotations that plain TinyDB finds."""
    found: list[list[str]] = []
    for path in (home / "data/postil/library/annotations/mh").glob("*.json"):
        with TinyDB(path, access_mode="r") as file:
            found += (one["exact"] for one in file.all())
    return sorted(found)


def tag(terminal: Pty) -> None:
    """Tag the first name in the text."""
    until(terminal, "Harbour talks resume", "0·0·1")
    terminal.press("Enter", "g", "m", "3")
    until(terminal, "0·0·2")


def until_quiet(terminal: Pty, home: Path) -> None:
    """Wait until all is written, so that nothing but the closed terminal itself can tell that it is closed."""
    end = time.monotonic() + PATIENCE
    while not (len(in_tinydb(home)) == 2 and list(home.rglob("drafts/*.json")) and list(home.rglob("places.json"))):
        assert time.monotonic() < end
        terminal.wait(0.05)


def until_reaped(terminal: Pty) -> int:
    """The exit code of a program whose terminal is closed already."""
    end = time.monotonic() + PATIENCE
    while True:
        ended, status = os.waitpid(terminal.pid(), os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        assert time.monotonic() < end, "the program goes on without its terminal"
        time.sleep(0.01)  # nothing tells of it: the terminal is gone


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_right_after_a_tag_leaves_all_on_the_disk_and_the_terminal_as_it_was(
    tagged: Path, number: int, code: int
) -> None:
    with watched(tagged, str(POSTIL)) as terminal:
        before = termios.tcgetattr(terminal._fd)
        tag(terminal)
        os.kill(terminal.pid(), number)
        until_ended(terminal)
        assert terminal.code == code
        assert termios.tcgetattr(terminal._fd) == before
        assert b"Traceback" not in terminal.seen
        assert terminal.seen.rindex(b"\x1b[?1049l") > terminal.seen.rindex(b"\x1b[?1049h")
    assert in_tinydb(tagged) == [["Harbour"], ["Ivo Brandt"]]


@pytest.mark.parametrize("before", [(), UNTOLD], ids=["told", "untold"])
def test_a_terminal_that_is_gone_ends_the_reader_whether_a_signal_tells_it_or_not(
    tagged: Path, before: tuple[str, ...]
) -> None:
    with watched(tagged, *before, str(POSTIL)) as terminal:
        tag(terminal)
        terminal.press("c")
        until(terminal, "Enter done")
        terminal.press(*"half a thou")
        until(terminal, "half a thou")
        until_quiet(terminal, tagged)
        os.close(terminal._fd)
        terminal._fd = os.open(os.devnull, os.O_RDONLY)
        assert until_reaped(terminal) == 129
    assert in_tinydb(tagged) == [["Harbour"], ["Ivo Brandt"]]
    with watched(tagged, str(POSTIL)) as terminal:
        until(terminal, "half a thou")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_while_the_reader_starts_leaves_the_terminal_as_it_was(tagged: Path, number: int) -> None:
    with watched(tagged, str(POSTIL)) as terminal:
        before = termios.tcgetattr(terminal._fd)
        end = time.monotonic() + PATIENCE
        while not terminal.seen:
            assert time.monotonic() < end
            terminal.wait(0.005)
        os.kill(terminal.pid(), number)
        until_ended(terminal)
        assert terminal.code == 128 + number
        assert termios.tcgetattr(terminal._fd) == before
        assert b"Traceback" not in terminal.seen
