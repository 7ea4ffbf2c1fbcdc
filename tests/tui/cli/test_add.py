"""Adding says of every document what became of it, and one that is refused takes no other with it."""

import os
import signal
import sys
import threading
from pathlib import Path

import pytest

from seeds.read import Raw, read
from tests.tui.cli.conftest import FERRY, HARBOUR, Postil


def test_adding_says_what_was_added_and_a_second_time_that_it_is_known(postil: Postil, home: Path) -> None:
    (home / "harbour.txt").write_text(HARBOUR, "utf-8")
    first = postil("add", "harbour.txt")
    assert (first.code, first.err) == (0, "")
    assert first.out == f"added\t{first.id}\tHarbour talks resume\n"
    assert postil("add", "harbour.txt").out == first.out.replace("added", "known")
    assert [row["title"] for row in postil("list", "--json").objects] == ["Harbour talks resume"]


def test_a_folder_is_added_whole_and_summed_up(postil: Postil, home: Path) -> None:
    (home / "texts" / "more").mkdir(parents=True)
    (home / "texts" / "a.txt").write_text(HARBOUR, "utf-8")
    (home / "texts" / "more" / "b.txt").write_text(FERRY, "utf-8")
    (home / "texts" / "c.pdf").write_bytes(b"%PDF-1.4\n%\xe2\xe3")
    added = postil("add", "texts")
    assert added.code == 1
    assert added.out.count("added\t") == 2
    assert "c.pdf" in added.err
    assert "is a PDF" in added.err
    assert added.err.splitlines()[-1] == "2 added to library, 0 known, 1 refused"


def test_standard_input_is_a_document(postil: Postil) -> None:
    added = postil("add", "-", stdin=FERRY.encode())
    assert postil("show", added.id, "--raw").out == FERRY


def test_a_pipe_is_read_to_its_end(postil: Postil, home: Path) -> None:
    os.mkfifo(home / "pipe")
    writer = threading.Thread(target=lambda: (home / "pipe").write_text(FERRY, "utf-8"), daemon=True)
    writer.start()
    added = postil("add", home / "pipe")
    writer.join()
    assert postil("show", added.id, "--raw").out == FERRY


def test_what_was_guessed_is_a_note_and_no_failure(postil: Postil, home: Path) -> None:
    (home / "old.txt").write_bytes(
        "Fähren fahren für Übermut\n\nDie Fähre fährt nicht mehr, heißt es.".encode("latin-1")
    )
    added = postil("add", "old.txt")
    assert added.code == 0
    assert "note: old.txt: " in added.err
    assert "guess" in added.err


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "no word"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        ("page.html", b"<!DOCTYPE html><html><body><script>go()</script><p> </p></body></html>", "no word"),
        ("core.txt", bytes(range(256)) * 8, "binary"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(
    postil: Postil, home: Path, name: str, data: bytes, why: str
) -> None:
    (home / name).write_bytes(data)
    refused = postil("add", name)
    assert (refused.code, refused.out) == (1, "")
    assert refused.err.startswith("refused: ")
    assert name in refused.err
    assert why in refused.err
    assert not (home / "data").exists()


@pytest.mark.parametrize("path", ["missing.txt", "ftp://tern.example/a", "/dev/null"])
def test_what_is_no_document_is_refused_and_the_rest_is_added(postil: Postil, home: Path, path: str) -> None:
    (home / "ferry.txt").write_text(FERRY, "utf-8")
    added = postil("add", path, "ferry.txt")
    assert added.code == 1
    assert "refused: " in added.err
    assert "added\t" in added.out


def test_nothing_that_a_terminal_obeys_comes_out_of_a_title_or_a_name(postil: Postil, home: Path) -> None:
    name = "evil\x1b[31m\u202e.txt"
    (home / name).write_text("Talks \x1b]0;gone\x07\u202eresume\n\n" + HARBOUR, "utf-8")
    (home / f"old{name}").write_bytes("Fähren für Übermut\n\nDie Fähre fährt nicht mehr, heißt es.".encode("latin-1"))
    for shown in (
        postil("add", f"old{name}"),
        postil("add", name),
        postil("list"),
        postil("list", "--json"),
        postil("clean", "--json", name),
    ):
        assert not {"\x1b", "\x07", "\u202e"} & set(shown.out + shown.err)


def test_a_library_that_cannot_be_written_is_a_sentence(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "ferry.txt").write_text(FERRY, "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("annotations.files.os.fsync", full)
    refused = postil("add", "ferry.txt")
    assert refused.code == 1
    assert "disk is full" in refused.err
    assert "Traceback" not in refused.err


def test_ctrl_c_keeps_what_was_read_and_leaves_nothing_half_done(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        (home / f"{number}.txt").write_text(f"{HARBOUR}\nThe end of day {number}.\n", "utf-8")
    real = read

    def interrupted(path: Path) -> Raw:
        if path.name == "2.txt":
            os.kill(os.getpid(), signal.SIGINT)
        return real(path)

    monkeypatch.setattr("tui.cli.documents.read", interrupted)
    stopped = postil("add", *sorted(home.glob("*.txt")))
    assert stopped.code == 130
    assert stopped.out.count("added\t") == 2
    assert stopped.err.splitlines()[-2:] == [
        "2 added to library, 0 known, 1 near-duplicate, 0 refused", "postil: stopped; what was reported is kept",
    ]  # fmt: skip
    assert len(postil("list").out.splitlines()) == 2
    assert postil("check").code == 0


def test_ctrl_c_while_writing_lets_the_writing_end(postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        (home / f"{number}.txt").write_text(f"{HARBOUR}\nThe end of day {number}.\n", "utf-8")
    real = os.fsync

    def interrupted(descriptor: int) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        monkeypatch.setattr(os, "fsync", real)
        real(descriptor)

    postil("init", "talks")
    monkeypatch.setattr(os, "fsync", interrupted)
    stopped = postil("add", "--library", "talks", *sorted(home.glob("*.txt")))
    assert (stopped.code, stopped.out.count("added\t")) == (130, 3)
    assert postil("check", "--library", "talks").code == 0
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_progress_is_shown_where_somebody_waits_at_a_terminal(
    postil: Postil, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        (home / f"{number}.txt").write_text(f"{HARBOUR}\nThe end of day {number}.\n", "utf-8")
    files = sorted(home.glob("*.txt"))
    assert "adding" not in postil("add", *files).err
    monkeypatch.setattr("tui.cli.progress.PAUSE", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    shown = postil("add", *files).err
    assert "3 of 3" in shown
    assert shown.endswith("\r\x1b[K0 added to library, 3 known, 0 refused\n")
