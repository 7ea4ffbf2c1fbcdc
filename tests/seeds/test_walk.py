"""Walking a folder: everything in it is given once, or refused with a sentence."""

import os
from pathlib import Path

import pytest

from seeds.errors import Refused
from seeds.read import walk


def written(top: Path, *names: str) -> None:
    for name in names:
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)


def walked(top: Path) -> list[str]:
    """What a walk gives, by its place below the top, with the sentence where it was refused."""
    return [
        f"{Path(found.place).relative_to(top)}: {found.why}"
        if isinstance(found, Refused)
        else str(found.relative_to(top))
        for found in walk(top)
    ]


def test_a_folder_gives_its_files_and_those_below_by_name(tmp_path: Path) -> None:
    written(tmp_path, "b.txt", "a/2.txt", "a/1.txt", "c/d/e.txt")
    assert walked(tmp_path) == ["a/1.txt", "a/2.txt", "b.txt", "c/d/e.txt"]


def test_a_file_gives_itself_and_so_does_a_path_that_is_missing(tmp_path: Path) -> None:
    written(tmp_path, "a.txt")
    assert list(walk(tmp_path / "a.txt")) == [tmp_path / "a.txt"]
    assert list(walk(tmp_path / "missing")) == [tmp_path / "missing"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", ".hidden", ".git/config")
    assert walked(tmp_path) == ["a.txt"]


def test_a_link_to_a_folder_above_it_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    written(tmp_path, "a/b/1.txt", "z.txt")
    (tmp_path / "a/b/up").symlink_to(tmp_path / "a")
    assert walked(tmp_path) == ["a/b/1.txt", "a/b/up: leads back to a folder above it", "z.txt"]


def test_a_folder_that_two_names_lead_to_is_walked_once(tmp_path: Path) -> None:
    written(tmp_path, "real/1.txt")
    (tmp_path / "again").symlink_to("real")
    assert walked(tmp_path) == ["again/1.txt"]


def test_links_and_special_files_are_refused_each(tmp_path: Path) -> None:
    written(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to("nothing")
    (tmp_path / "circle").symlink_to("circle")
    (tmp_path / "null").symlink_to("/dev/null")
    assert walked(tmp_path) == [
        "a.txt",
        "circle: cannot be read (too many levels of symbolic links)",
        "gone: is a link to something that is not there",
        "null: is a device",
        "pipe: is a named pipe",
    ]


def test_a_folder_that_may_not_be_read_is_refused_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "locked/1.txt", "z.txt")
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", guarded)
    assert walked(tmp_path) == ["locked: you have no permission to read it", "z.txt"]


def test_a_folder_without_a_file_says_so(tmp_path: Path) -> None:
    written(tmp_path, ".hidden")
    (tmp_path / "inner").mkdir()
    assert walked(tmp_path) == [".: there is no file in this folder"]


def test_what_a_library_keeps_beside_the_texts_is_left_out(tmp_path: Path) -> None:
    written(tmp_path, "postil.toml", "sources/d1.txt", "annotations/mh/d1.json", "talks.txt", "notes/sources/1.txt")
    assert walked(tmp_path) == ["notes/sources/1.txt", "talks.txt"]


@pytest.mark.parametrize(
    ("patterns", "found"),
    [
        (["*.html"], ["2024/b.HTML", "2024/may/3/c.html", "a.html"]),
        (["*.html", "*.txt"], ["2024/b.HTML", "2024/d.txt", "2024/may/3/c.html", "a.html"]),
        (["2024/*.html"], ["2024/b.HTML"]),
        (["2024/**/*.html"], ["2024/b.HTML", "2024/may/3/c.html"]),
        (["**/MAY/**"], ["2024/may/3/c.html"]),
        (["./?.html"], ["a.html"]),
        (["[!a-b].html"], ["2024/may/3/c.html"]),
        (["häfen.*"], ["ha\u0308fen.md"]),
        ([], ["2024/b.HTML", "2024/d.txt", "2024/may/3/c.html", "a.html", "ha\u0308fen.md"]),
    ],
)
def test_patterns_choose_files_by_their_place_below_the_folder(
    tmp_path: Path, patterns: list[str], found: list[str]
) -> None:
    written(tmp_path, "a.html", "2024/b.HTML", "2024/may/3/c.html", "2024/d.txt", "ha\u0308fen.md")
    assert [str(path.relative_to(tmp_path)) for path in walk(tmp_path, patterns) if isinstance(path, Path)] == found


def test_what_no_pattern_asks_for_is_refused_for_nothing(tmp_path: Path) -> None:
    written(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone.md").symlink_to("nothing")
    assert list(walk(tmp_path, ["*.txt"])) == [tmp_path / "a.txt"]


def test_a_folder_in_which_nothing_matches_says_so_once(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "b/c.txt")
    (refused,) = walk(tmp_path, ["*.html", "2024/**"])
    assert isinstance(refused, Refused)
    assert refused.why == "no file in this folder matches “*.html” or “2024/**”"


def test_a_file_that_is_named_itself_needs_no_pattern(tmp_path: Path) -> None:
    written(tmp_path, "a.txt")
    assert list(walk(tmp_path / "a.txt", ["*.html"])) == [tmp_path / "a.txt"]
