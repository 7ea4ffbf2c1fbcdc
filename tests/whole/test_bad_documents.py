"""What cannot be read as an article ends in a plain sentence with a place and a next step, or simply works."""

import os
import shutil
import threading
from pathlib import Path

from tests.tui.cli.conftest import FERRY, HARBOUR
from tests.whole.bad import alone, refusals, titles
from tests.whole.terminal import POSTIL, postil, until, until_ended, watched

BAD = {
    "empty.txt": (b"", "is empty; "),
    "blank.txt": (b" \n\t\n", "no word in it; "),
    "core.txt": (bytes(range(256)) * 8, "is a binary file and holds no text; add a text file"),
    "paper.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "is a PDF, and postil reads text; take its text out"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture; add its text"),
}
"""Documents that are none, under the name of one: what is in them, and what is said."""


def test_what_is_no_document_is_refused_by_name_and_the_rest_is_added(home: Path) -> None:
    for name, (data, _) in BAD.items():
        (home / name).write_bytes(data)
    done = postil(home, "add", "harbour.txt", *BAD, "missing.txt", "ferry.txt", check=False)
    assert done.returncode == 1
    lines = refusals(done.stderr)
    for (name, (_, why)), line in zip(BAD.items(), lines, strict=False):
        assert line.startswith(f"{name}: ")
        assert why in line
    assert lines[len(BAD) :] == ["missing.txt: there is no such file; check the name"]
    assert done.stdout.count("added\t") == 2
    assert len(titles(home)) == 2


def test_the_reader_refuses_a_path_with_the_same_sentence_and_keeps_the_others(home: Path) -> None:
    (home / "core.txt").write_bytes(BAD["core.txt"][0])
    with watched(home, str(POSTIL), "core.txt", "harbour.txt") as terminal:
        until_ended(terminal)
    assert terminal.code == 1
    assert len(refusals(terminal.seen.decode().replace("\r\n", "\n"))) == 1
    assert titles(home) == ["Harbour talks resume"]


def test_a_folder_is_added_though_it_leads_in_circles_and_holds_pipes_and_broken_links(home: Path) -> None:
    folder = home / "texts"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "up").symlink_to(folder)
    (folder / "gone.txt").symlink_to(home / "nowhere.txt")
    os.mkfifo(folder / "pipe")
    shutil.copy(home / "harbour.txt", folder / "a.txt")
    shutil.copy(home / "ferry.txt", folder / "z.txt")
    done = postil(home, "add", "texts", check=False)
    assert done.returncode == 1
    assert refusals(done.stderr) == [
        "texts/below/up: leads back to a folder above it; remove the link",
        "texts/gone.txt: is a link to something that is not there; name the file itself",
        "texts/pipe: is a named pipe; name it by itself to have it read",
    ]
    assert len(titles(home)) == 2


def test_a_named_pipe_is_read_to_its_end(home: Path) -> None:
    os.mkfifo(home / "pipe")
    writer = threading.Thread(target=lambda: (home / "pipe").write_text(FERRY, "utf-8"), daemon=True)
    writer.start()
    postil(home, "add", "pipe", "harbour.txt")
    writer.join()
    assert postil(home, "show", "Ferry", "--raw").stdout == FERRY


def test_a_named_pipe_without_a_writer_is_refused_after_five_seconds(home: Path) -> None:
    os.mkfifo(home / "pipe")
    done = postil(home, "add", "pipe", "harbour.txt", check=False)
    assert done.returncode == 1
    assert refusals(done.stderr) == [
        "pipe: is a named pipe to which nobody wrote for 5 seconds; start the writer first"
    ]
    assert titles(home) == ["Harbour talks resume"]


def test_a_file_and_a_folder_that_may_not_be_read_are_refused(home: Path, held: tuple[str, ...]) -> None:
    (home / "texts" / "closed").mkdir(parents=True)
    shutil.copy(home / "ferry.txt", home / "texts")
    (home / "harbour.txt").chmod(0)
    (home / "texts" / "closed").chmod(0)
    done = alone(home, *held, str(POSTIL), "add", "harbour.txt", "texts")
    (home / "texts" / "closed").chmod(0o700)
    assert done.returncode == 1
    assert refusals(done.stderr.decode()) == [
        f"{place}: you have no permission to read it; ask its owner for it, or copy it from elsewhere"
        for place in ("harbour.txt", "texts/closed")
    ]
    assert len(titles(home)) == 1


def test_bytes_that_are_no_utf_8_are_decoded_and_the_guess_is_said(home: Path) -> None:
    (home / "old.txt").write_bytes(
        "Fähren fahren für Übermut\n\nDie Fähre fährt nicht mehr, heißt es.".encode("latin-1")
    )
    name = os.fsdecode(b"caf\xe9.txt")
    (home / name).write_text(HARBOUR, "utf-8")
    done = postil(home, "add", "old.txt", name)
    assert done.stderr.startswith("note: old.txt: decoded as windows-1252 by a guess\n")
    assert titles(home)[1] == "Harbour talks resume"
    assert "Die Fähre fährt nicht mehr" in postil(home, "clean", "old.txt").stdout


def test_cr_line_ends_are_line_ends(home: Path) -> None:
    (home / "mac.txt").write_bytes(HARBOUR.replace("\n", "\r").encode())
    postil(home, "add", "mac.txt")
    assert titles(home) == ["Harbour talks resume"]
    assert postil(home, "show", "Harbour", "--raw").stdout == HARBOUR


def test_a_line_of_two_megabytes_opens_and_can_be_tagged_at_its_end(home: Path) -> None:
    sentence = "The dockers and the port authority met again on Monday, both sides said. "
    (home / "long.txt").write_text(sentence * (2_000_000 // len(sentence)), "utf-8")
    postil(home, "add", "long.txt")
    with watched(home, str(POSTIL)) as terminal:
        until(terminal, "long.txt", "The dockers and the port")
        terminal.press("Enter", "G", "s", "2")
        until(terminal, "2 precondition", "100%", "0·1·0")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0
    assert '"The dockers and the port authority met again on Monday, both sides said."' in postil(home, "export").stdout


def test_a_word_that_is_neither_a_command_nor_a_path_is_wrong_usage(home: Path) -> None:
    done = postil(home, "exprot", check=False)
    assert done.returncode == 2
    assert done.stderr == "postil: exprot: neither a command nor a path; did you mean postil export?\n"
    done = postil(home, "nowhere/at-all.txt", "harbour.txt", check=False)
    assert done.returncode == 2
    assert done.stderr == "postil: nowhere/at-all.txt: neither a command nor a path; postil --help names the commands\n"
