"""The command line in this process, in a home of its own."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.cli import run

HARBOUR = """\
Harbour talks resume

By Mara Holt

The dockers of Tern and the port authority met again on Monday after a pause of nine days, both sides said.

“We will sit down again on Friday,” Mara Holt, the union's secretary, told reporters. “Nobody walked out.”

The port authority wants the pickets withdrawn before any talks on wages, its chairman, Ivo Brandt, said. The union \
has called that a condition it cannot meet.
"""

FERRY = """\
Ferry line asks for a mediator

The company that runs the ferries to Upland has asked the ministry for a mediator, its owners said on Tuesday.

Crews have refused to sail since the spring, when their pay was cut by a tenth. They want it back before they talk.
"""


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def id(self) -> str:
        """The id in the second column of the first line, as `postil add` prints it."""
        return self.out.split("\t")[1]


Postil = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without a library, which is also the working folder."""
    for name in ("POSTIL_LIBRARY", "POSTIL_CODER", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOGNAME", "mh")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def postil(home: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Postil:  # noqa: ARG001  # the home is what it runs in
    """Run a command line: postil("add", "-", stdin=b"...")."""

    def postil(*words: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return postil


@pytest.fixture
def harbour(postil: Postil, home: Path) -> str:
    """The id of an article that was added."""
    (home / "harbour.txt").write_text(HARBOUR, "utf-8")
    return postil("add", "harbour.txt").id


@pytest.fixture
def ferry(postil: Postil, home: Path, harbour: str) -> str:  # noqa: ARG001  # the second article comes after the first
    """The id of a second article."""
    (home / "ferry.txt").write_text(FERRY, "utf-8")
    return postil("add", "ferry.txt").id
