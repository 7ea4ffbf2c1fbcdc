"""What goes wrong becomes a sentence and an exit code; nothing but the wanted module is loaded."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest
from tinydb import TinyDB

from annotations import committing, files
from seeds.errors import Problem
from seeds.read import Raw, read
from tests.seeds.servers import page, serving, without_proxy
from tests.tui.cli.conftest import HARBOUR, Postil
from tui.edge import guarded

PROGRAM = [sys.executable, "-m", "tui"]


def environ(home: Path) -> dict[str, str]:
    known = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**known, "XDG_DATA_HOME": str(home / "data"), "PYTHONPATH": str(Path(__file__).parents[3])}


def run(home: Path, *words: str, stdout: int | IO[str] = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """The program in a process and session of its own: no terminal anywhere."""
    return subprocess.run(
        [*PROGRAM, *words], cwd=home, env=environ(home), text=True, check=False, timeout=60, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize(("word", "near"), [("lisst", "list"), ("exprt", "export"), ("zzz", "--help")])
def test_a_word_that_is_neither_command_nor_path_is_wrong_usage(home: Path, word: str, near: str) -> None:
    ended = run(home, word)
    assert ended.returncode == 2
    assert f"{word}: neither a command nor a path" in ended.stderr
    assert near in ended.stderr


@pytest.mark.parametrize("words", [[], ["--library", "x"], ["--coder=ada"]])
def test_without_a_terminal_the_reader_says_so(home: Path, words: list[str]) -> None:
    ended = run(home, *words)
    assert ended.returncode == 2
    assert "no terminal" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_the_reader_takes_an_address_and_says_what_the_server_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_proxy(monkeypatch)
    with serving({"/gone": page(b"", status="404 Not Found")}) as server:
        ended = run(home, f"{server.address}/gone")
    assert ended.returncode == 1
    assert f"refused: {server.address}/gone: the server answered 404 Not Found" in ended.stderr


def test_a_reader_that_has_read_enough_is_no_error(home: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "keys"], cwd=home, env=environ(home), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["codebook", "export"])
def test_a_full_disk_behind_standard_output_is_a_sentence(home: Path, command: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = run(home, command, stdout=full)
    assert ended.returncode == 1
    assert ended.stderr.startswith("postil: standard output: ")
    assert "disk is full" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_export_loads_no_textual_and_help_no_store(home: Path) -> None:
    script = "import sys; from tui.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    for words, absent in ((["export"], "textual"), (["list"], "textual"), (["--version"], "tinydb")):
        ended = subprocess.run(
            [sys.executable, "-c", script, *words],
            cwd=home,
            env=environ(home),
            capture_output=True,
            text=True,
            check=True,
        )
        assert "tui.cli" in ended.stderr
        assert absent not in ended.stderr.split()


def test_the_shell_can_complete_commands(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_POSTIL_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "postil ex")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert "export" in run(home).stdout


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_what_nobody_foresaw_is_a_sentence_with_a_report(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> None:
        raise ZeroDivisionError("a mistake of ours")

    assert guarded(broken) == 1
    said = capsys.readouterr().err
    (report,) = reports.glob("postil-*.txt")
    assert str(report) in said
    assert "Traceback" not in said
    assert "a mistake of ours" in report.read_text("utf-8")


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (Problem("the moon", "is too far", "come closer"), 1, "postil: the moon: is too far; come closer\n"),
        (KeyboardInterrupt(), 130, "postil: stopped; what was reported is kept\n"),
        (OSError(28, "No space left on device"), 1, "disk is full"),
    ],
)
def test_each_kind_of_error_has_its_exit_code(
    error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing() -> None:
        raise error

    assert guarded(failing) == code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_what_is_in_the_history_is_in_the_tinydb_file_too_before_a_signal_is_heeded(
    postil: Postil, home: Path, harbour: str, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    real = files.append

    def appended(*what: Any, **how: Any) -> None:
        real(*what, **how)
        monkeypatch.setattr(committing, "append", real)
        os.kill(os.getpid(), number)

    monkeypatch.setattr(committing, "append", appended)
    stopped = postil("tag", harbour, "--tag", "participant", "--text", "Ivo Brandt")
    assert (stopped.code, stopped.out) == (128 + number, "")
    assert stopped.err == "postil: stopped; what was reported is kept\n"
    with TinyDB(home / "data/postil/library/annotations/mh" / f"{harbour}.json", access_mode="r") as file:
        assert [one["exact"] for one in file.all()] == [["Ivo Brandt"]]
    assert postil("check").code == 0


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_kill_keeps_what_was_added_so_far_as_ctrl_c_does(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: int
) -> None:
    for name in ("a", "b", "c"):
        (home / f"{name}.txt").write_text(f"{HARBOUR}\nThe end of part {name}.\n", "utf-8")
    real = read

    def killed(path: Path) -> Raw:
        if path.name == "c.txt":
            os.kill(os.getpid(), number)
        return real(path)

    monkeypatch.setattr("tui.cli.documents.read", killed)
    stopped = postil("add", "a.txt", "b.txt", "c.txt")
    assert (stopped.code, stopped.out.count("added\t")) == (code, 2)
    assert stopped.err.splitlines()[-1] == "postil: stopped; what was reported is kept"
    assert len(postil("list").out.splitlines()) == 2


def test_an_option_that_is_none_is_wrong_usage(postil: Postil) -> None:
    refused = postil("list", "--colour\x1b[31m")
    assert refused.code == 2
    assert "\x1b" not in refused.err
    assert "postil list --help" in refused.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_what_was_only_printed_fails_before_the_program_says_that_it_is_done(home: Path) -> None:
    script = "import sys; from tui.edge import guarded; sys.exit(guarded(lambda: print('x')))"
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-c", script],
            env=environ(home),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
