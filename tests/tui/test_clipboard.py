"""Copying: which way is taken, and that what is said is what happened."""

import base64
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.clipboard import MOST, PYPERCLIP, copy

TMUX, SSH = {"TMUX": "/tmp/tmux-1/default,1,0"}, {"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}  # noqa: S108  # no file


class Machine:
    """A machine on which only some programs end well; what was tried, and what reached the terminal."""

    def __init__(self, *works: str) -> None:
        self.works = works
        self.tried: list[str] = []
        self.written = ""

    def run(self, arguments: Sequence[str], data: bytes) -> bool:
        name = "tmux -w" if "-w" in arguments else "tmux" if arguments[0] == "tmux" else "pyperclip"
        assert data.decode() == "“wörds”"
        self.tried.append(name)
        return name in self.works

    def write(self, sequence: str) -> None:
        self.written += sequence


@pytest.mark.parametrize(
    ("environ", "works", "kind", "tried"),
    [
        ({}, ["pyperclip"], "copied", ["pyperclip"]),
        ({}, [], "sent", ["pyperclip"]),
        (SSH, ["pyperclip"], "sent", []),
        (TMUX, ["tmux -w", "pyperclip"], "copied", ["tmux -w"]),
        (TMUX, ["tmux"], "copied", ["tmux -w", "tmux"]),
        (TMUX, ["pyperclip"], "copied", ["tmux -w", "tmux", "pyperclip"]),
        (TMUX | SSH, [], "sent", ["tmux -w", "tmux"]),
    ],
)
def test_the_way_that_is_there_is_taken(environ: dict[str, str], works: list[str], kind: str, tried: list[str]) -> None:
    machine = Machine(*works)
    outcome = copy("“wörds”", environ=environ, write=machine.write, run=machine.run)
    assert outcome.kind == kind
    assert machine.tried == tried
    assert outcome.words.startswith(kind)


def test_the_terminal_gets_the_text_as_osc_52() -> None:
    machine = Machine()
    copy("“wörds”", environ=SSH, write=machine.write, run=machine.run)
    assert machine.written == f"\x1b]52;c;{base64.b64encode('“wörds”'.encode()).decode()}\a"


def test_what_a_terminal_would_cut_is_not_sent_and_that_is_said() -> None:
    machine = Machine()
    most = copy("x" * MOST, environ=SSH, write=machine.write)
    assert most.kind == "sent"
    assert len(machine.written) == 100_000
    machine.written = ""
    more = copy("x" * (MOST + 1), environ=SSH, write=machine.write)
    assert (more.kind, machine.written) == ("failed", "")
    assert "not copied" in more.words


def test_a_lone_surrogate_does_not_stop_a_copy() -> None:
    assert copy("a\ud800b", environ=SSH, write=Machine().write).kind == "sent"


def test_a_machine_without_any_clipboard_is_not_said_to_have_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform == "linux" and "microsoft" not in os.uname().release.lower():
        assert copy("words", environ={}, write=Machine().write).kind == "sent"


@pytest.mark.parametrize(("keeps", "ends"), [(True, 0), (False, 1)])
def test_what_pyperclip_copied_is_read_back(tmp_path: Path, keeps: bool, ends: int) -> None:
    (tmp_path / "pyperclip.py").write_text(
        f"kept = []\ndef copy(text):\n    {keeps} and kept.append(text)\n"
        "def paste():\n    return kept[0] if kept else ''\ndef determine_clipboard():\n    return copy, paste\n"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", PYPERCLIP],
        input="“wörds”".encode(),
        env={"PYTHONPATH": str(tmp_path)},
        check=False,
    )
    assert done.returncode == ends
