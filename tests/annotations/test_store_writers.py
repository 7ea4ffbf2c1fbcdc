"""Four processes that tag at once lose nothing of each other's, and nothing is there twice."""

from pathlib import Path
from shutil import rmtree

import pytest

from tests.annotations.crowd import crowded, in_file, in_history
from tests.annotations.shelf import TEXT, article, shelved

PROCESSES, EDITS = 4, 25


@pytest.mark.parametrize("count", [1, 3])
def test_four_writers_lose_nothing_and_double_nothing(tmp_path: Path, count: int) -> None:
    texts = [article(TEXT.replace("Skarra", f"Pier {number}")) for number in range(count)]
    library, articles = shelved(tmp_path / "talks", *texts)
    found = crowded(library, articles, PROCESSES, EDITS)
    assert (found.lost, found.doubled) == (0, 0)
    for counted in (in_file, in_history):
        assert sum(counted(library, known).total() for known in articles) == PROCESSES * EDITS


@pytest.mark.parametrize("again", range(3))
def test_in_a_fresh_clone_no_first_edit_of_several_is_refused(tmp_path: Path, again: int) -> None:
    library, articles = shelved(tmp_path / f"talks-{again}")
    rmtree(library.local)
    found = crowded(library, articles, PROCESSES, EDITS)
    assert (found.lost, found.doubled) == (0, 0)
    assert set((library.local / ".gitignore").read_text("utf-8").split()) == {"*"}
