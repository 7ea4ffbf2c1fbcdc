"""`postil git-setup`: have git merge the library's files by postil."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

from annotations.errors import NotALibrary, not_saved, unreadable
from annotations.files import replace
from annotations.git import ATTRIBUTES, DRIVER, IGNORED, MERGED, driver, extended
from annotations.library import FILE
from seeds.errors import Problem
from tui.cli.out import say
from tui.cli.setting import Setting, in_library


class NoGit(Problem):
    """git is not there, or has no repository there, or refused."""


@click.command("git-setup", short_help="Have git merge the library's files by postil.")
@in_library
@click.pass_obj
def command(setting: Setting) -> None:
    """Have git merge annotations, corrections and sources by postil, and keep source texts as they are. Writes to
    .gitattributes and .gitignore, which go with the library, and to git's configuration, which does not: each clone
    needs this once.
    """
    root = setting.library().root
    if not (root / FILE).is_file():
        raise NotALibrary(root, "there is no library yet", "make one: postil init DIR")
    _check_repository(root)
    _extend(root / ".gitattributes", ATTRIBUTES, "annotations, corrections and sources are merged by postil")
    _extend(root / ".gitignore", IGNORED, "what is of this machine alone is left out")
    command = driver(sys.executable)
    _git(root, "config", f"merge.{DRIVER}.name", "postil merges by the id of each annotation")
    _git(root, "config", f"merge.{DRIVER}.driver", command)
    say(f"git config: merge.{DRIVER}.driver is {command}; each clone needs this once")
    _check_attributes(root)


def _check_repository(root: Path) -> None:
    asked = _run(root, "rev-parse", "--is-inside-work-tree")
    if "not a git repository" in asked.stderr:
        raise NoGit(root, "it is in no git repository", "make one there: git init")
    if _answer(root, asked) != "true":
        raise NoGit(root, "git keeps no files there", "clone the repository, and set up the clone")


def _extend(path: Path, lines: tuple[str, ...], meaning: str) -> None:
    try:
        known = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise unreadable(path, error) from error
    wanted = extended(known, lines)
    try:
        if wanted != known:
            replace(path, wanted)
    except OSError as error:
        raise not_saved(path, error) from error
    say(f"{path.name}: {meaning}" + (" already" if wanted == known else ""))


def _check_attributes(root: Path) -> None:
    """Say so where another line of the repository's outdoes those written here."""
    for line in _git(root, "check-attr", "merge", "--", *MERGED).splitlines():
        path, _, value = line.rpartition(": merge: ")
        if value != DRIVER:
            say(f"but git merges {path} by “{value}”: another line of its attributes says so; take that one out")


def _git(root: Path, *words: str) -> str:
    return _answer(root, _run(root, *words))


def _answer(root: Path, ran: "subprocess.CompletedProcess[str]") -> str:
    """What git answered. Raises NoGit with its own words where it refused."""
    if ran.returncode:
        raise NoGit(root, f"git refused: {ran.stderr.strip()}", "see to that and try again")
    return ran.stdout.strip()


def _run(root: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    git = shutil.which("git")
    if not git:
        raise NoGit("git", "it is not installed", "install it, and try again")
    environ = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(  # noqa: S603  # git with words that stand here, and no shell
        [git, *words], cwd=root, env=environ, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
