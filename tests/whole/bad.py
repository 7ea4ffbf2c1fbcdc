"""What the tests of bad input share: what is bad, and what is to be said of it."""

import contextlib
import json
import re
import subprocess
from pathlib import Path

from tests.whole.terminal import environment, postil

EVIL = "\x1b]0;gone\x07\x1b[6n\x9b31m\u202e\u2066\u200b"
"""A title for the window, a question to the terminal, a colour in the 8-bit form, an override, an isolate, a space
without a width."""

PARTS = [part.encode() for part in ("\x1b]0", "\x07", "\x1b[6n", "\x9b", "\u202e", "\u2066", "\u200b")] + [b"\x9b31m"]
POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""The mouse pointer's shape, which Textual itself sends."""


def refusals(said: str) -> list[str]:
    """The lines that refuse something, each of which names a place, a reason and a next step."""
    assert "Traceback" not in said
    lines = [line.removeprefix("refused: ") for line in said.splitlines() if line.startswith("refused: ")]
    assert all(re.fullmatch(r".+: .+; .+", line) for line in lines), said
    return lines


def one_sentence(said: str) -> str:
    """What a command that fails says: one line with a place, a reason and a next step."""
    assert "Traceback" not in said
    assert re.fullmatch(r"postil: .+: .+; .+\n", said), said
    return said


def titles(home: Path, *options: str) -> list[str]:
    return [json.loads(line)["title"] for line in postil(home, *options, "list", "--json").stdout.splitlines()]


def obeyed(seen: bytes) -> list[bytes]:
    """What of EVIL reached the terminal."""
    return [part for part in PARTS if part in POINTER.sub(b"", seen)]


def alone(home: Path, *command: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """Run a command in a session without a terminal."""
    return subprocess.run(
        command, cwd=home, env=environment(home), input=stdin, capture_output=True, start_new_session=True,
        timeout=60, check=False,
    )  # fmt: skip


def cut_off(library: Path) -> Path:
    """The file of the annotations of the one article, half of it gone."""
    (file,) = (library / "annotations/mh").glob("*.json")
    file.write_bytes(file.read_bytes()[: len(file.read_bytes()) // 2])
    return file


def fill(disk: Path) -> Path:
    """Leave no room on a disk. Gives the file to remove for some."""
    with (disk / ".ballast").open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    return disk / ".ballast"
