"""postil backup and postil restore, as they are typed."""

import os
import re
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Postil, Result
from tui.cli import backup
from tui.here import now


@pytest.fixture
def library(home: Path) -> Path:
    return home / "data" / "postil" / "library"


@pytest.fixture
def made(postil: Postil, harbour: str, ferry: str) -> Result:
    """A backup, b.tar.gz, of two articles of which two coders have said something."""
    postil("tag", harbour, "--tag", "quote", "--text", "“Nobody walked out.”", "--coder", "łucja")
    postil("tag", harbour, "--tag", "participant", "--text", "Ivo Brandt", "--coder", "mh")
    postil("set", ferry, "--title", "Fähre")
    return postil("backup", "b.tar.gz")


def test_a_backup_is_told_in_one_line_and_comes_back(postil: Postil, home: Path, made: Result) -> None:
    size = f"{(home / 'b.tar.gz').stat().st_size / 1000:.1f} kB"
    assert (made.code, made.out) == (0, "")
    assert made.err == f"2 articles, 2 annotation files, {size} in b.tar.gz\n"
    before = postil("list", "--json", "--coder", "all").out
    again = postil("restore", "--from", "b.tar.gz", "--library", "again")
    assert (again.code, again.out) == (0, "")
    assert again.err == f"2 articles, 2 annotation files restored to {home / 'again'}\n"
    assert postil("list", "--json", "--coder", "all", "--library", "again").out == before
    assert postil("check", "--library", "again").code == 0


def test_a_backup_without_a_name_is_called_after_the_library_and_the_day(
    postil: Postil, home: Path, made: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert made.code == 0
    moment = now()
    monkeypatch.setattr(backup, "now", lambda: moment)
    postil("add", "harbour.txt", "--library", "talks")
    assert postil("backup", "--library", "talks").err.startswith("1 article, 0 annotation files, ")
    assert (home / f"talks-{moment.astimezone():%Y-%m-%d}.tar.gz").is_file()


def test_a_backup_that_is_there_is_not_written_over(postil: Postil, home: Path, made: Result) -> None:
    assert made.code == 0
    before = (home / "b.tar.gz").read_bytes()
    refused = postil("backup", "b.tar.gz")
    assert refused.code == 1
    assert "b.tar.gz: it is there already, and stays as it is" in refused.err
    assert (home / "b.tar.gz").read_bytes() == before


def test_what_is_damaged_is_said_when_it_is_saved_and_when_it_comes_back(
    postil: Postil, library: Path, harbour: str, ferry: str
) -> None:
    (library / "sources" / f"{harbour}.txt").write_text("other words", "utf-8")
    (library / "annotations").mkdir()
    (library / "annotations" / "notes\x1b[31m.txt").write_text("x", "utf-8")
    saved = postil("backup", "b.tar.gz")
    assert saved.code == 1
    assert re.search(rf"{harbour}\.txt: it .*is not the text that was added", saved.err)
    assert "notes␛[31m.txt: it is none of postil's files and is not in the backup" in saved.err
    assert saved.err.splitlines()[-1].startswith("2 articles, 0 annotation files, ")
    again = postil("restore", "--from", "b.tar.gz", "--library", "again")
    assert again.code == 1
    assert re.search(rf"{harbour}\.txt: it .*is not the text that was added", again.err)
    assert ferry in postil("list", "--library", "again").out


def test_where_there_is_no_library_nothing_is_backed_up(postil: Postil, home: Path) -> None:
    refused = postil("backup")
    assert refused.code == 1
    assert "there is no library to back up" in refused.err
    assert os.listdir(home) == []  # noqa: PTH208  # hidden ones too


def test_restoring_needs_a_backup(postil: Postil, home: Path) -> None:
    unnamed = postil("restore")
    assert unnamed.code == 2
    assert "--from" in unnamed.err
    absent = postil("restore", "--from", "b.tar.gz", "--library", "again")
    assert (absent.code, absent.out) == (1, "")
    assert "b.tar.gz: there is no such file" in absent.err
    assert not (home / "again").exists()


def test_a_library_that_is_there_stays_as_it_is(postil: Postil, made: Result) -> None:
    assert made.code == 0
    before = postil("list", "--json").out
    refused = postil("restore", "--from", "b.tar.gz")
    assert refused.code == 1
    assert "it is a library already, and stays as it is; name a folder that is empty or not there" in refused.err
    assert postil("list", "--json").out == before


def test_a_file_that_is_no_backup_is_said(postil: Postil, home: Path) -> None:
    (home / "b.tar.gz").write_bytes(b"\x1f\x8b a letter")
    refused = postil("restore", "--from", "b.tar.gz", "--library", "again")
    assert refused.code == 1
    assert "b.tar.gz: it is damaged; nothing was restored" in refused.err
    assert not (home / "again").exists()


def test_the_folder_that_one_is_in_is_not_taken_away(
    postil: Postil, home: Path, made: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert made.code == 0
    (home / "again").mkdir()
    monkeypatch.chdir(home / "again")
    refused = postil("restore", "--from", "../b.tar.gz", "--library", ".")
    assert refused.code == 1
    assert "cd .." in refused.err
    monkeypatch.chdir(home)
    assert postil("restore", "--from", "b.tar.gz", "--library", "again").code == 0
