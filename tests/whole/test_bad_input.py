"""Whatever is put into the program, it ends in a plain sentence with a place and a next step, or simply works."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.cli.conftest import FERRY, HARBOUR
from tests.whole.terminal import POSTIL, environment, postil, until, until_ended, watched

EVIL = "\x1b]0;gone\x07\x1b[6n\x9b31m\u202e\u2066\u200b"
"""A title for the window, a question to the terminal, a colour in the 8-bit form, an override, an isolate, a space
without a width."""

PARTS = [part.encode() for part in ("\x1b]0", "\x07", "\x1b[6n", "\x9b", "\u202e", "\u2066", "\u200b")] + [b"\x9b31m"]
POINTER = re.compile(rb"\x1b\]22;[a-z-]*\x07")
"""The mouse pointer's shape, which Textual itself sends."""

BAD = {
    "empty.txt": (b"", "is empty; "),
    "blank.txt": (b" \n\t\n", "no word in it; "),
    "core.txt": (bytes(range(256)) * 8, "is a binary file and holds no text; add a text file"),
    "paper.txt": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "is a PDF, and postil reads text; take its text out"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture; add its text"),
}
"""Documents that are none, under the name of one: what is in them, and what is said."""

DROP = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")
"""The superuser as one whom permissions hold."""


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


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two documents and no library."""
    (tmp_path / "harbour.txt").write_text(HARBOUR, "utf-8")
    (tmp_path / "ferry.txt").write_text(FERRY, "utf-8")
    return tmp_path


@pytest.fixture
def held() -> tuple[str, ...]:
    """What to put before a command so that permissions hold it, as they do everybody but the superuser."""
    if os.geteuid():
        return ()
    if not shutil.which(DROP[0]) or subprocess.run([*DROP, "true"], check=False).returncode:
        pytest.skip("permissions do not hold the superuser, and setpriv cannot make them")
    return DROP


def alone(home: Path, *command: str, stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """Run a command in a session without a terminal."""
    return subprocess.run(
        command, cwd=home, env=environment(home), input=stdin, capture_output=True, start_new_session=True,
        timeout=60, check=False,
    )  # fmt: skip


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
        until(terminal, "2 precondition", "99%", "0·1·0")
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


@pytest.fixture
def evil(home: Path) -> str:
    """The name of a document full of what a terminal would obey, its own name too."""
    name = f"ev{EVIL}il.txt".replace("\x9b", "")
    text = HARBOUR.replace("talks resume", f"{EVIL}talks resume").replace("The dockers", f"The {EVIL}dockers")
    (home / name).write_text(text.replace("Mara Holt", f"Mara {EVIL}Holt"), "utf-8")
    return name


def test_no_command_lets_through_what_a_terminal_would_obey(home: Path, evil: str) -> None:
    (home / f"bad{EVIL}.txt").write_bytes(b"%PDF-1.7\n")
    commands = (
        ("add", evil, f"bad{EVIL}.txt"), ("list",), ("list", "--json"), ("show", "Harbour"), ("clean", evil),
        ("show", "Harbour", "--raw"), ("show", "Harbour", "--blocks"), ("clean", "--json", evil),
        ("set", "Harbour", "--publication", f"Tern {EVIL}Courier"), (f"lis{EVIL}t",), ("show", f"Har{EVIL}bour"),
        ("tag", "Harbour", "--tag", "participant", "--text", f"Mara {EVIL}Holt,"), ("show", "Harbour"), ("export",),
        ("list", "--coder", f"m{EVIL}h"), ("--library", f"li{EVIL}b", "list"), ("list", f"--col{EVIL}our"),
    )  # fmt: skip
    for command in commands:
        with watched(home, str(POSTIL), *command) as terminal:
            until_ended(terminal)
        assert terminal.seen
        assert b"Traceback" not in terminal.seen
        assert (command, obeyed(terminal.seen)) == (command, [])
    for output in (postil(home, "list", "--json").stdout, postil(home, "show", "Harbour", "--blocks").stdout):
        assert not set(output) & set(EVIL) - set("]0;gone[6n31m")


def test_the_reader_lets_through_nothing_that_a_terminal_would_obey(home: Path, evil: str) -> None:
    library = ("--library", f"li{EVIL}b")
    postil(home, *library, "add", evil)
    with watched(home, str(POSTIL), *library, width=160) as terminal:
        until(terminal, "dockers", "Articles  li")
        terminal.press("Enter", "g", "v", "w", "w", "w", "3", "e")
        until(terminal, "entity Harbour ␛")
        terminal.press("q", "1", "m", "e")
        until(terminal, "speaker Mara")
        terminal.press("c", *"beside", "Enter", "I")
        until(terminal, "publication")
        terminal.press("Escape", "u")
        until(terminal, "undone")
        terminal.press("C-p", *"export", "Enter")
        until(terminal, "export as CSV to")
        terminal.press("Enter")
        until(terminal, " in /", gone="export as CSV to")
        terminal.press("C-q")
        until_ended(terminal)
    assert (terminal.code, obeyed(terminal.seen)) == (0, [])
    cut_off(home / library[1])
    with watched(home, str(POSTIL), *library, width=160) as terminal:
        until(terminal, "was damaged", "Articles  li")
        terminal.press("C-q")
        until_ended(terminal)
    assert (terminal.code, obeyed(terminal.seen)) == (0, [])


def cut_off(library: Path) -> Path:
    """The file of the annotations of the one article, half of it gone."""
    (file,) = (library / "annotations/mh").glob("*.json")
    file.write_bytes(file.read_bytes()[: len(file.read_bytes()) // 2])
    return file


@pytest.fixture
def tagged(home: Path) -> Path:
    """A home whose library holds both documents, one of which holds an annotation."""
    postil(home, "add", "harbour.txt", "ferry.txt")
    postil(home, "tag", "Harbour", "--tag", "participant", "--text", "Ivo Brandt")
    return home


def test_a_damaged_annotations_file_is_restored_and_kept_and_that_is_said_on_the_first_screen(tagged: Path) -> None:
    file = cut_off(tagged / "data/postil/library")
    broken = file.read_bytes()
    with watched(tagged, str(POSTIL), width=200) as terminal:
        until(terminal, "the file of your annotations was damaged: 1 annotation restored", "it is kept as", "0·0·1")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0
    assert '"Ivo Brandt"' in postil(tagged, "export").stdout
    (kept,) = (tagged / "data/postil/library/.local/damaged").glob("*.json")
    assert kept.read_bytes() == broken
    assert "is not whole" in kept.with_suffix(".report").read_text("utf-8")
    assert postil(tagged, "check").returncode == 0


def test_a_library_of_a_newer_schema_is_refused_with_the_version_to_get(tagged: Path) -> None:
    settings = tagged / "data/postil/library/postil.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("schema = 1", "schema = 7").replace('needs = "0.1"', 'needs = "0.9"'), "utf-8")
    newer = "it is of schema 7, and this postil reads up to 1; get postil 0.9 or newer"
    for command in (("list",), ("export",), ("add", "ferry.txt"), ("check",), ("check", "--repair")):
        done = postil(tagged, *command, check=False)
        assert (done.returncode, done.stdout) == (1, "")
        assert newer in one_sentence(done.stderr)
    with watched(tagged, str(POSTIL)) as terminal:
        until_ended(terminal)
    assert terminal.code == 1
    assert newer in one_sentence(terminal.seen.decode().replace("\r\n", "\n"))
    settings.write_text(text, "utf-8")
    assert len(titles(tagged)) == 2


def test_annotations_of_a_newer_schema_are_said_wherever_they_would_be_missing(tagged: Path) -> None:
    (file,) = (tagged / "data/postil/library/annotations/mh").glob("*.json")
    file.write_text(file.read_text("utf-8").replace('"schema":1', '"schema":7').replace('"schema": 1', '"schema": 7'))
    newer = "it is of schema 7, and this postil reads up to 1; get "
    postil(tagged, "tag", "Ferry", "--tag", "participant", "--text", "Upland")
    exported = postil(tagged, "export", check=False)
    assert (exported.returncode, exported.stdout.count("\n")) == (1, 2)
    assert newer in exported.stderr
    listed = postil(tagged, "list", check=False)
    assert (listed.returncode, listed.stdout.count("\n")) == (1, 2)
    assert newer in listed.stderr
    with watched(tagged, str(POSTIL), width=200) as terminal:
        until(terminal, newer, "Harbour talks resume")
        terminal.press("j")
        until(terminal, "The company that runs", gone=newer)
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0
    assert '"schema":7' in file.read_text("utf-8").replace(" ", "")


def test_a_coder_who_cannot_be_read_takes_no_other_coder_along(tagged: Path) -> None:
    postil(tagged, "tag", "Harbour", "--tag", "quote", "--text", "“Nobody walked out.”", "--coder", "ann")
    postil(tagged, "tag", "Harbour", "--tag", "quote", "--text", "“Nobody walked out.”", "--coder", "zoe")
    file = next((tagged / "data/postil/library/annotations/ann").glob("*.json"))
    file.write_text(file.read_text("utf-8").replace('"schema":1', '"schema":7').replace('"schema": 1', '"schema": 7'))
    for command, found in (("export",), 3), (("export", "--articles"), 4), (("list",), 3), (("show", "Harbour"), 9):
        done = postil(tagged, *command, "--coder", "all", check=False)
        assert done.returncode == 1
        assert len(done.stdout.splitlines()) >= found
        assert len(done.stderr.splitlines()) == 1
        assert "annotations/ann/" in done.stderr
        assert "zoe" in done.stdout


def test_a_terminal_of_twenty_cells_and_five_lines_and_one_cell_still_works(tagged: Path) -> None:
    with watched(tagged, str(POSTIL), width=20, height=5) as terminal:
        until(terminal, "Harbour")
        terminal.press("Enter", "q", "1")
        until(terminal, "1 quote, direct")
        for keys, shown in ((("i",), "speaker"), (("C-p",), "Esc"), (("?",), "Esc"), (("/",), "search")):
            terminal.press(*keys)
            until(terminal, shown)
            terminal.press("Escape")
            until(terminal, "1 quote", gone=shown)
        terminal.resize(1, 1)
        terminal.press("q", "1")
        terminal.resize(100, 30)
        until(terminal, "Nobody walked out", "2·0·1")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0


@pytest.mark.parametrize("words", [(), ("-",), ("harbour.txt",)])
def test_without_a_terminal_the_reader_says_so_and_the_paths_are_added(home: Path, words: tuple[str, ...]) -> None:
    done = alone(home, str(POSTIL), *words, stdin=HARBOUR.encode())
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "postil: there is no terminal to read in; postil show and postil export work without one\n"
    )
    assert len(titles(home)) == len(words)


@pytest.mark.parametrize("closed", ["0<&-", "2>/dev/null"])
def test_a_terminal_that_cannot_be_read_or_written_is_none(home: Path, closed: str) -> None:
    with watched(home, "sh", "-c", f'exec "$0" {closed}', str(POSTIL)) as terminal:
        until_ended(terminal)
    assert terminal.code == 2
    assert b"\x1b" not in terminal.seen


@pytest.mark.parametrize("elsewhere", ["1>&-", "1>out.txt", "0</dev/null"])
def test_the_reader_works_where_only_standard_output_or_input_is_elsewhere(tagged: Path, elsewhere: str) -> None:
    with watched(tagged, "sh", "-c", f'exec "$0" {elsewhere}', str(POSTIL)) as terminal:
        until(terminal, "Harbour talks resume")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0
    assert b"Traceback" not in terminal.seen
    assert b"went wrong" not in terminal.seen


def test_a_document_comes_from_standard_input_and_the_keys_from_the_terminal(home: Path) -> None:
    with watched(home, "sh", "-c", 'cat harbour.txt | exec "$0" -', str(POSTIL)) as terminal:
        until(terminal, "Nobody walked out")
        terminal.press("Enter", "q", "1")
        until(terminal, "1 quote, direct")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0
    assert '"standard input"' not in postil(home, "export").stdout
    assert "“We will sit down again on Friday,”" in postil(home, "export").stdout


def test_nothing_from_standard_input_is_a_sentence(home: Path) -> None:
    with watched(home, "sh", "-c", ': | exec "$0" -', str(POSTIL)) as terminal:
        until_ended(terminal)
    assert terminal.code == 1
    assert terminal.seen == b"refused: standard input: is empty; an article needs words\r\n"


@pytest.fixture
def disk(home: Path) -> Iterator[Path]:
    """A library on a disk of its own, which is small."""
    place = home / "disk"
    place.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=1m", "postil-test", str(place))
    if os.geteuid() or not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only the superuser can make a small disk")
    try:
        postil(home, "init", "disk")
        postil(home, "--library", "disk", "add", "harbour.txt")
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> Path:
    """Leave no room on a disk. Gives the file to remove for some."""
    with (disk / ".ballast").open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    return disk / ".ballast"


def test_on_a_full_disk_a_tag_is_refused_on_the_screen_and_works_once_there_is_room(home: Path, disk: Path) -> None:
    with watched(home, str(POSTIL), "--library", "disk") as terminal:
        until(terminal, "Nobody walked out")
        terminal.press("Enter", "q")
        until(terminal, " quotation  ")
        ballast = fill(disk)
        terminal.press("1")
        until(terminal, "nothing was saved: the disk is full; make room", "○ Harbour talks resume")
        ballast.unlink()
        terminal.press("1")
        until(terminal, "1 quote, direct", "1·0·0")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0
    assert postil(home, "--library", "disk", "export").stdout.count("\n") == 2


def test_a_disk_that_is_full_on_leaving_is_said_and_the_tag_is_kept(home: Path, disk: Path) -> None:
    with watched(home, str(POSTIL), "--library", "disk", width=200) as terminal:
        until(terminal, "Nobody walked out")
        terminal.press("Enter", "q")
        until(terminal, " quotation  ")
        room = fill(disk)
        os.truncate(room, room.stat().st_size - 4096)  # for the history, and not for the file beside it
        terminal.press("1")
        until(terminal, "1 quote, direct", "1·0·0")
        until(terminal, "all is safe in the history, but this file is behind it: the disk is full; make room")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 1
    last = terminal.seen.decode().rpartition("\x1b[?1006l")[2].replace("\r\n", "\n")
    assert "all is safe in the history" in one_sentence(last)
    assert postil(home, "--library", "disk", "export").stdout.count("\n") == 2
    room.unlink()
    assert "killed writer" not in postil(home, "--library", "disk", "check", check=False).stdout
    postil(home, "--library", "disk", "check", "--repair", check=False)
    postil(home, "--library", "disk", "check")


def test_on_a_full_disk_every_command_that_writes_says_so_and_those_that_read_work(home: Path, disk: Path) -> None:
    (home / "long.txt").write_text(HARBOUR * 100, "utf-8")
    fill(disk)
    full = "nothing was saved: the disk is full; make room and try again"
    for command in (
        ("add", "long.txt"), ("set", "Harbour", "--title", "Talks"), ("export", "-o", "disk/out.csv"),
        ("tag", "Harbour", "--tag", "quote", "--text", "“Nobody walked out.”"),
    ):  # fmt: skip
        done = postil(home, "--library", "disk", *command, check=False)
        assert (done.returncode, done.stdout) == (1, "")
        assert full in one_sentence(done.stderr)
    assert titles(home, "--library", "disk") == ["Harbour talks resume"]
    assert "Nobody walked out" in postil(home, "--library", "disk", "show", "Harbour").stdout


def test_where_no_file_may_grow_that_is_said(tagged: Path) -> None:
    (tagged / "long.txt").write_text(HARBOUR * 100, "utf-8")
    limited = ("sh", "-c", 'ulimit -f 0; exec "$0" "$@"', str(POSTIL))
    done = alone(tagged, *limited, "add", "long.txt")
    assert done.returncode == 1
    assert "the file would be larger than allowed; raise the limit (ulimit -f)" in one_sentence(done.stderr.decode())
    done = alone(tagged, *limited, "tag", "Harbour", "--tag", "quote", "--text", "“Nobody walked out.”")
    assert done.returncode == 1
    one_sentence(done.stderr.decode())
    assert postil(tagged, "export").stdout.count("\n") == 2
    assert postil(tagged, "check").returncode == 0


def test_a_library_that_may_not_be_written_can_be_read_and_says_so_to_every_edit(
    tagged: Path, held: tuple[str, ...]
) -> None:
    library = tagged / "data/postil/library"
    for path in (*library.rglob("*"), library):
        path.chmod(path.stat().st_mode & 0o555)
    refused = "nothing was saved: you may not write there; ask its owner, or copy the library to where you may write"
    program = (*held, str(POSTIL))
    (tagged / "new.txt").write_text(HARBOUR + FERRY, "utf-8")
    for command in (
        ("add", "new.txt"), ("set", "Harbour", "--title", "Talks"),
        ("tag", "Harbour", "--tag", "quote", "--text", "“Nobody walked out.”"),
    ):  # fmt: skip
        done = alone(tagged, *program, *command)
        assert (done.returncode, done.stdout) == (1, b"")
        assert refused in one_sentence(done.stderr.decode())
    assert len(alone(tagged, *program, "list").stdout.splitlines()) == 2
    assert b'"Ivo Brandt"' in alone(tagged, *program, "export").stdout
    with watched(tagged, *program, width=250) as terminal:
        until(terminal, "Nobody walked out", "0·0·1")
        terminal.press("Enter", "q", "1")
        until(terminal, refused, "0·0·1")
        terminal.press("C-q")
        until_ended(terminal)
    assert terminal.code == 0
    for path in (library, *library.rglob("*")):
        path.chmod(0o755)
