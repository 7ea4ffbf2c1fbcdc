"""The first word decides: a command, or the reader on what the words name."""

import os
from pathlib import Path

import pytest

from tui import __main__ as program

Opened = list[tuple[list[str], str | None, str | None]]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the reader was opened with, instead of opening it."""
    seen: Opened = []

    def open_reader(paths: list[str], library: str | None, coder: str | None) -> int:
        seen.append((paths, library, coder))
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ESCDELAY", raising=False)
    monkeypatch.setattr("tui.start.open_reader", open_reader)
    (tmp_path / "list").write_text("a file that is called as a command is", "utf-8")
    (tmp_path / "-odd").write_text("a file that looks like an option", "utf-8")
    return seen


def code(*words: str) -> object:
    with pytest.raises(SystemExit) as left:
        program.main(list(words))
    return left.value.code


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ([], None, None)),
        (["--library", "x", "--coder=ada"], ([], "x", "ada")),
        (["./list", "--library=x"], (["./list"], "x", None)),
        (["--", "-odd", "list"], (["-odd", "list"], None, None)),
        (["-"], (["-"], None, None)),
        (["https://example.org/a"], (["https://example.org/a"], None, None)),
    ],
)
def test_what_is_no_command_opens_the_reader(
    opened: Opened, words: list[str], expected: tuple[list[str], str | None, str | None]
) -> None:
    assert code(*words) == 0
    assert opened == [expected]
    assert os.environ["ESCDELAY"] == "25"


@pytest.mark.parametrize("words", [["list"], ["--library", "x", "list"], ["--coder=ada", "list"], ["--version"]])
def test_a_commands_name_is_the_command(opened: Opened, words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run: list[list[str]] = []

    def ran(words: list[str]) -> int:
        run.append(words)
        return 1

    monkeypatch.setattr("tui.cli.run", ran)
    assert code(*words) == 1
    assert (run, opened) == ([words], [])


@pytest.mark.parametrize("word", ["lits", "gone.txt", "--colour"])
def test_what_is_neither_opens_nothing(opened: Opened, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert code("./list", word) == 2
    assert f"{word}: neither a command nor a path" in capsys.readouterr().err
    assert opened == []
