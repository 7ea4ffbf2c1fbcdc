"""The list shows what lacks something, and of what so much was folded that one should look at it."""

import re
from pathlib import Path

import pytest

from tests.tui.cli.conftest import HARBOUR, Postil
from tui.folded import much_folded

PLACES = (
    "Tern",
    "Upland",
    "Orvane",
    "Lowmark",
    "Grünach",
    "Ternal",
    "Aldermoor",
    "Kestrel Bay",
    "Ternbourg",
    "Isles",
) * 3


def listed(postil: Postil, *fields: str) -> list[str]:
    return [
        row["id"] for row in postil("list", "--json", *(word for one in fields for word in ("--missing", one))).objects
    ]


@pytest.mark.parametrize("field", ["published_at", "date", "publication", "author", "url", "language", "title"])
def test_only_what_lacks_a_field_is_listed(postil: Postil, harbour: str, ferry: str, field: str) -> None:
    words = {"published_at": "2024", "date": "2024", "language": "en"}
    option = "date" if field == "published_at" else field
    postil("set", harbour, f"--{option}", words.get(field, "https://tern.example/1"))
    postil("set", ferry, f"--{option}", "")
    assert listed(postil, field) == [ferry]
    postil("set", ferry, f"--{option}", words.get(field, "https://tern.example/2"))
    assert listed(postil, field) == []


def test_several_fields_list_what_lacks_one_of_them(postil: Postil, harbour: str, ferry: str) -> None:
    postil("set", harbour, "--date", "2024", "--url", "https://tern.example/1")
    postil("set", ferry, "--date", "2024")
    assert listed(postil, "date", "url") == [ferry]
    assert listed(postil, "date", "author") == [ferry]
    postil("set", ferry, "--author", "M. H.", "--url", "https://tern.example/2")
    nothing = postil("list", "--missing", "author", "--missing", "url")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "no article lacks author or url\n")
    assert postil("list", "--missing", "author", "--status", "done").err == "no article is done and lacks author\n"


def test_what_is_no_field_is_wrong_usage(postil: Postil, harbour: str) -> None:  # noqa: ARG001  # there is a library
    assert postil("list", "--missing", "mood").code == 2


def test_an_article_of_which_more_than_half_was_folded_is_marked(postil: Postil, home: Path, harbour: str) -> None:
    menu = "\n".join(f"{name} news\n{name} weather\nMore {name.lower()}" for name in PLACES)
    (home / "page.txt").write_text(f"{HARBOUR}\n{menu}\n", "utf-8")
    page = postil("add", "page.txt").id
    first, second = postil("list").out.splitlines()
    assert harbour in first
    assert "folded" not in first
    assert page in second
    assert re.search(r"\(\d+ words · [5-9]\d% folded\)", second)


@pytest.mark.parametrize(
    ("words", "folded", "told"),
    [(38, 62, 62), (50, 50, 0), (49, 51, 51), (0, 99, 0), (0, 100, 100), (0, 0, 0)],
)
def test_much_is_more_than_half_of_a_hundred_words_or_more(words: int, folded: int, told: int) -> None:
    assert much_folded(words, folded) == told
