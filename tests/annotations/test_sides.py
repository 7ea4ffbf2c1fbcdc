"""A file with git's conflict markers is two versions; one with anything else that looks like them is none."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import tables
from annotations.merge import NOTHING, merged
from annotations.sides import sides
from tests.annotations.shelf import quote

PLAIN = b"""\
both
<<<<<<< HEAD
ours 1
ours 2
=======
theirs
>>>>>>> origin/main
both again
<<<<<<< HEAD
=======
theirs alone
>>>>>>> origin/main
"""

DIFF3 = b"""\
<<<<<<< ours
1
||||||| 5f1c2ab
0
=======
2
>>>>>>> theirs
end"""


def test_each_side_has_its_lines_and_those_of_both() -> None:
    assert sides(PLAIN) == (
        b"both\nours 1\nours 2\nboth again\n",
        None,
        b"both\ntheirs\nboth again\ntheirs alone\n",
    )


def test_the_base_is_there_if_git_wrote_it() -> None:
    assert sides(DIFF3) == (b"1\nend", b"0\nend", b"2\nend")


def test_markers_with_a_carriage_return_are_markers() -> None:
    assert sides(DIFF3.replace(b"\n", b"\r\n")) == (b"1\r\nend", b"0\r\nend", b"2\r\nend")


@pytest.mark.parametrize("cut", range(len(PLAIN.splitlines())))
def test_half_of_the_markers_are_no_conflict(cut: int) -> None:
    lines = PLAIN.splitlines(keepends=True)
    without = b"".join(lines[:cut] + lines[cut + 1 :])
    assert (sides(without) is None) == lines[cut].startswith((b"<", b"=", b">"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nothing\n",
        b"a\n=======\nb\n",
        DIFF3.replace(b"0\n", b"<<<<<<< x\n0\n"),
        DIFF3.replace(b"1\n", PLAIN),
        DIFF3.replace(b"=======", b"||||||| again\n======="),
        DIFF3.replace(b"=======\n", b"=======\n=======\n"),
        PLAIN + DIFF3,
        b" " + DIFF3,
        b"<<<<<<<< x\n1\n======== x\n2\n>>>>>>>> y\n",
        b"<<<<<<<x\n1\n=======\n2\n>>>>>>> y\n",
        b"<<<<<<< x\n1\n======= x\n2\n>>>>>>> y\n",
    ],
)
def test_what_is_not_as_git_writes_it_is_no_conflict(data: bytes) -> None:
    assert sides(data) is None


def test_other_markers_of_gits_are_text() -> None:
    inner = b"<<<<<<<<< Temporary merge branch 1\n1\n=========\n2\n>>>>>>>>> Temporary merge branch 2\n"
    assert sides(DIFF3.replace(b"0\n", inner)) == (b"1\nend", inner + b"end", b"2\nend")


def test_a_carriage_return_ends_no_line() -> None:
    assert sides(b"<<<<<<< x\n1\r=======\n=======\n2\n>>>>>>> y\n") == (b"1\r=======\n", None, b"2\n")


@given(st.lists(st.text("ab\r\v\u2028"), max_size=9), st.lists(st.text("cd"), max_size=4))
def test_no_line_is_lost(ours: list[str], theirs: list[str]) -> None:
    one, two = ("".join(f"{line}\n" for line in lines).encode() for lines in (ours, theirs))
    found = sides(b"x\n<<<<<<< a\n" + one + b"=======\n" + two + b">>>>>>> b\ny")
    assert found == (b"x\n" + one + b"y", None, b"x\n" + two + b"y")


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_what_git_leaves_of_two_annotation_files_merges_to_all_that_both_say(tmp_path: Path, style: str) -> None:
    for name, numbers in (("base", [7]), ("ours", [7, 8]), ("theirs", [7, 9])):
        made = {number: quote(number) for number in numbers}
        (tmp_path / name).write_bytes(tables.dump(tables.of(made, {"status": "reading"}, {})))
    command = ["git", "-c", f"merge.conflictStyle={style}", "merge-file", "ours", "base", "theirs"]
    assert subprocess.run(command, cwd=tmp_path, check=False, stderr=subprocess.DEVNULL).returncode == 1
    found = sides((tmp_path / "ours").read_bytes())
    assert found
    ours, base, theirs = (tables.parse("", side) if side else NOTHING for side in found)
    assert set(merged(base, ours, theirs).tables.annotations) == {7, 8, 9}
