"""`postil git-setup` tells git how to merge a library, and what it did; what is there already stays."""

import shutil
from pathlib import Path

import pytest

from annotations import library
from annotations.git import ATTRIBUTES
from tests.tui.cli.conftest import Postil
from tests.whole.clones import alone, git

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


@pytest.fixture
def root(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library in a repository of git."""
    alone(home, monkeypatch)
    git(home, "init", "-q", "talks")
    return library.init(home / "talks").root


def test_what_stands_in_the_files_is_kept_and_twice_is_once(root: Path, postil: Postil) -> None:
    (root / ".gitattributes").write_bytes(b"*.pdf binary\ncorrections/*.json merge=postil\r\n*.mp3 binary")
    (root / ".gitignore").write_bytes(b"drafts/\n")
    assert postil("--library", "talks", "git-setup").code == 0
    attributes, ignored = (root / ".gitattributes").read_text(), (root / ".gitignore").read_text()
    assert attributes.splitlines()[:3] == ["*.pdf binary", "corrections/*.json merge=postil", "*.mp3 binary"]
    assert sorted(attributes.splitlines()) == sorted([*ATTRIBUTES, "*.pdf binary", "*.mp3 binary"])
    assert ignored == "drafts/\n.local/\n"
    assert postil("--library", "talks", "git-setup").code == 0
    assert ((root / ".gitattributes").read_text(), (root / ".gitignore").read_text()) == (attributes, ignored)


@pytest.mark.usefixtures("root")
def test_what_was_done_is_said_in_a_line_each(postil: Postil) -> None:
    said = postil("--library", "talks", "git-setup").err.splitlines()
    assert [line.partition(":")[0] for line in said] == [".gitattributes", ".gitignore", "git config"]
    again = postil("--library", "talks", "git-setup").err.splitlines()
    assert [line.endswith("already") for line in again] == [True, True, False]


def test_a_line_that_outdoes_ours_is_told(root: Path, postil: Postil) -> None:
    postil("--library", "talks", "git-setup")
    with (root / ".gitattributes").open("a") as attributes:
        attributes.write("corrections/* merge=union\n")
    again = postil("--library", "talks", "git-setup")
    assert again.code == 0
    assert "git merges corrections/id.json by “union”" in again.err


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("git", "git: it is not installed; install it"),
        (".git", "it is in no git repository; make one there: git init"),
        ("postil.toml", "there is no library yet; make one: postil init"),
    ],
)
def test_what_is_missing_is_named(
    root: Path, postil: Postil, monkeypatch: pytest.MonkeyPatch, missing: str, said: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    if missing == "git":
        monkeypatch.setenv("PATH", str(root))
    else:
        (root / missing).rename(root / ".elsewhere")
    refused = postil("--library", "talks", "git-setup")
    assert refused.code == 1
    assert said in refused.err
    assert not (root / ".gitattributes").exists()
