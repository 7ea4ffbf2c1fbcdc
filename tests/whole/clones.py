"""A library in git, on several machines: clones of one repository, each with a coder at work."""

import os
import subprocess
from pathlib import Path

import pytest

from annotations import library
from annotations.edit import Edit, Layer
from annotations.store import Store
from tests.annotations.shelf import now

CONFIG = """\
[user]
    name = A coder
    email = coder@example.org
[commit]
    gpgsign = false
[init]
    defaultBranch = main
[pull]
    rebase = false
[core]
    fsync = none
[protocol "file"]
    allow = always
"""


def alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """See to it that git knows no other configuration than CONFIG, in a home of its own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    (home / ".gitconfig").write_text(CONFIG, "utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "none"))


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=False)


class Clone:
    """A machine with a clone of the library, and what its coder does there."""

    def __init__(self, root: Path, article_id: str) -> None:
        self.root, self.coder, self.library, self.id = root, "mh", library.Library(root), article_id

    @property
    def file(self) -> Path:
        return self.library.annotations / self.coder / f"{self.id}.json"

    def git(self, *words: str) -> str:
        ran = git(self.root, *words)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        return ran.stdout

    def layer(self, coder: str | None = None) -> Layer:
        return Store(self.library, coder or self.coder, now=now).open(self.id).layer

    def says(self, *edits: Edit | None) -> None:
        """Commit edits, to the store and to git."""
        store = Store(self.library, self.coder, now=now)
        for edit in edits:
            assert edit
            store.commit(self.id, edit)
        store.close()
        self.commits()

    def commits(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", "at work")

    def syncs(self, *options: str) -> None:
        self.git("pull", "-q", "--no-edit", *options)
        self.git("push", "-q")
