"""A library that is damaged, newer, read-only or on a full disk: said, and nothing of it lost."""

import os
from pathlib import Path

from tests.tui.cli.conftest import FERRY, HARBOUR
from tests.whole.bad import alone, cut_off, fill, one_sentence, titles
from tests.whole.terminal import POSTIL, postil, until, until_ended, watched


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
    settings.write_text(text.replace("schema = 2", "schema = 7").replace('needs = "0.1"', 'needs = "0.9"'), "utf-8")
    newer = "it is of schema 7, and this postil reads up to 2; get postil 0.9 or newer"
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
    file.write_text(file.read_text("utf-8").replace('"schema": 2', '"schema": 7'))
    newer = "it is of schema 7, and this postil reads up to 2; get "
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
    file.write_text(file.read_text("utf-8").replace('"schema": 2', '"schema": 7'))
    for command, found in (("export",), 3), (("export", "--articles"), 4), (("list",), 3), (("show", "Harbour"), 9):
        done = postil(tagged, *command, "--coder", "all", check=False)
        assert done.returncode == 1
        assert len(done.stdout.splitlines()) >= found
        assert len(done.stderr.splitlines()) == 1
        assert "annotations/ann/" in done.stderr
        assert "zoe" in done.stdout


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
        os.truncate(room, room.stat().st_size - 8192)  # for the history and its lock, and not for the file beside it
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
