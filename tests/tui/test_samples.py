"""The samples live in a library of their own beside the default one, and are made once."""

from pathlib import Path

from annotations import index, sources
from seeds.samples import sample_paths
from tui.samples import samples_library


def test_the_samples_are_a_library_of_their_own(tmp_path: Path) -> None:
    library = samples_library(tmp_path)
    assert library.root == tmp_path / "samples"
    rows = index.rows(library, "mh")
    assert [row.file for row in rows] == [path.name for path in sample_paths()]
    assert not (tmp_path / "library").exists()


def test_they_are_made_once(tmp_path: Path) -> None:
    first = samples_library(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in first.sources.iterdir()}
    again = samples_library(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in again.sources.iterdir()} == before
    assert sources.ids(again) == sources.ids(first)
