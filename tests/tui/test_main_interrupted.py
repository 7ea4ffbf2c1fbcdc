"""Ctrl+C before there is a screen: a sentence and an exit code, whatever was being loaded."""

import signal
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tui import __main__ as program


class Loading(ModuleType):
    """A module that somebody presses Ctrl+C on while it is loaded."""

    def __getattr__(self, name: str) -> object:
        signal.raise_signal(signal.SIGINT)
        raise AttributeError(name)


@pytest.mark.parametrize(("module", "words"), [("tui.start", []), ("tui.cli", ["list"])])
def test_ctrl_c_while_the_program_is_loaded_is_a_sentence(
    module: str, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, module, Loading(module))
    with pytest.raises(SystemExit) as left:
        program.main(words)
    assert left.value.code == 130
    assert capsys.readouterr().err == "postil: stopped; what was reported is kept\n"
