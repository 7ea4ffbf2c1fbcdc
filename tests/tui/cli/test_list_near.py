"""`postil list` tells what is nearly the same text, and drops none of it."""

from pathlib import Path

import pytest

from tests.tui.cli.conftest import HARBOUR, Postil


@pytest.fixture
def again(postil: Postil, home: Path, harbour: str, ferry: str) -> list[str]:
    """The ids of the first article, of one that is like no other, and of two that are like the first."""
    for name, words in (("radio", "Upland Radio\n\n"), ("wire", "Tern (Coast Press)\n\n")):
        text = HARBOUR.replace("Harbour talks resume", "Union and port meet").replace("nine days", "a week and a half")
        (home / f"{name}.txt").write_text(words + text, "utf-8")
    return [harbour, ferry, postil("add", "radio.txt").id, postil("add", "wire.txt").id]


def test_a_list_tells_the_first_of_a_group_and_how_many_are_like_it(postil: Postil, again: list[str]) -> None:
    harbour = again[0]
    lines = postil("list").out.splitlines()
    assert [line.split()[1] for line in lines] == again
    assert [line.rpartition(")")[2] for line in lines] == [" ≈ 2 more like it", "", f" ≈ {harbour}", f" ≈ {harbour}"]


def test_scripts_get_the_first_of_the_group(postil: Postil, again: list[str]) -> None:
    harbour = again[0]
    assert [row.get("near") for row in postil("list", "--json").objects] == [harbour, None, harbour, harbour]
    assert "near" not in postil("list", "--json").objects[1]


def test_what_two_coders_said_is_told_with_the_group(postil: Postil, again: list[str]) -> None:
    harbour, _, radio, _ = again
    for coder in ("ada", "ben"):
        postil("tag", radio, "--tag", "quote", "--text", "“Nobody walked out.”", "--coder", coder)
    lines = postil("list", "--coder", "all").out.splitlines()
    assert [line.rpartition(")")[2] for line in lines] == [" ≈ 2 more like it", "", *3 * [f" ≈ {harbour}"]]
