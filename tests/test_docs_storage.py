"""Each command line that docs/storage.md shows is run."""

import importlib
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from annotations import index
from annotations.library import Library
from tests.test_docs import DOCS, FORMATS, blocks
from tests.whole.terminal import postil

STORAGE = (DOCS / "storage.md").read_text("utf-8")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one article in its library."""
    (tmp_path / "article.txt").write_text(blocks(FORMATS, "text")[0], "utf-8")
    postil(tmp_path, "add", "article.txt")
    return tmp_path


@pytest.mark.parametrize(
    "line",
    [
        *re.findall(r"`(postil [a-z-][^`]+)`", STORAGE),
        *re.findall("^postil .+", "".join(blocks(STORAGE, "sh")), re.MULTILINE),
    ],
)
def test_a_command_line_of_the_page_on_storage_runs(line: str, home: Path) -> None:
    root = home / "data/postil/library"
    (home / "later.txt").write_text(blocks(FORMATS, "text")[0].replace("until midnight", "until two"), "utf-8")
    postil(home, "tag", "ferry", "--tag", "quote", "--text", "“We will vote on Sunday,”")
    postil(home, "backup", "kept.tar.gz")
    (ours,) = (root / "annotations").glob("*/*.json")
    (home / "theirs.json").write_bytes(ours.read_bytes())
    (home / "base.json").write_bytes(b"")
    subprocess.run(["git", "init", "-q", root], check=True)
    means = {
        "ARTICLE": "ferry", "NEWFILE": "later.txt", "BASE": "base.json", "OURS": str(ours), "THEIRS": "theirs.json",
        "DIR": "again", "[FILE]": "copy.tar.gz", "FILE": "kept.tar.gz", "2026-11-25 21:24": "2001-01-01",
    }  # fmt: skip
    postil(home, *(means.get(word, word) for word in shlex.split(line)[1:]))
    assert not (home / "again").exists() or titles_in(home / "again") == ["Ferry crews will vote on Sunday"]


def titles_in(root: Path) -> list[str]:
    return [row.title for row in index.rows(Library.open(root), "mh")]


@pytest.mark.parametrize("module", re.findall(r"^python -m (\S+)", STORAGE, re.MULTILINE))
def test_a_benchmark_of_the_page_on_storage_is_there(module: str) -> None:
    assert callable(importlib.import_module(module).main)
