"""The list groups what is nearly the same text, each article where it stands, and groups anew only where it must."""

from pathlib import Path

import pytest

from annotations import index, sources
from annotations import near as near_module
from annotations.library import Library
from annotations.near import sketch, written
from annotations.store import Store
from seeds.article import Article
from tests.annotations.shelf import article, now, said, shelved

WIRE = (
    "The crews of the island ferry and its owners met on Monday in the old pilot house of Skarra, for the first time "
    "since the spring, and parted after two hours without a word to those who had waited outside its green door."
)
LAND = (
    "A field of beets that nobody had harvested since the war was given back to the family who had ploughed it before, "
    "after surveyors from three countries had agreed where its northern corner lies and which oak had marked it once."
)


def told(title: str, body: str, minutes: int = 0) -> Article:
    return article(f"{title}\n{body}\nFollow us\n", title=title, minutes=minutes)


@pytest.fixture
def wires(tmp_path: Path) -> tuple[Library, list[str]]:
    """Four articles, of which the second and the last are the same text at two sites."""
    bodies = ("A beginning.", WIRE, LAND, f"{WIRE} Our reporter was there and saw the door open.")
    given = [told(f"Article {number}", body, number) for number, body in enumerate(bodies)]
    return shelved(tmp_path / "wires", *given)


def near(library: Library, coder: str = "mh") -> list[str]:
    """The groups of the rows; what the cache tells is the same."""
    rows = index.rows(library, coder)
    assert index.cached(library, coder) == rows
    assert index.rows(library, coder) == rows
    return [row.near for row in rows]


def test_the_same_text_at_two_sites_is_a_group_in_the_order_of_adding(wires: tuple[Library, list[str]]) -> None:
    library, [_, first, _, _] = wires
    assert near(library) == near(library, "jo") == ["", first, "", first]
    earlier = sources.write(library, told("From long ago", f"So it was said: {WIRE}", -5))
    assert earlier
    assert near(library) == [earlier.id, "", earlier.id, "", earlier.id]
    for name in (earlier.id, first):
        (library.sources / f"{name}.json").unlink()
    assert near(library) == ["", "", ""]


def test_what_is_left_alone_is_in_no_group(wires: tuple[Library, list[str]]) -> None:
    library, [*_, last] = wires
    near(library)
    (library.sources / f"{last}.json").unlink()
    assert near(library) == ["", "", ""]


def test_a_later_version_is_no_double_of_the_earlier_one(wires: tuple[Library, list[str]]) -> None:
    library, [_, first, land, last] = wires
    near(library)
    later = sources.write(library, told("Beets again", f"{LAND} The oak was felled.", 9)._replace(replaces=land))
    assert later
    assert near(library) == ["", first, "", first]
    again = sources.write(library, told("The talks", f"{WIRE} It rained.", 9)._replace(replaces=first))
    assert again
    assert near(library) == ["", again.id, "", again.id]
    assert [row.id for row in index.rows(library, "mh")][3] == last


def test_what_a_reader_flips_to_chrome_does_not_count(wires: tuple[Library, list[str]]) -> None:
    library, [_, first, _, last] = wires
    near(library)
    body = sources.load(library, last).blocks[1].span
    Store(library, "mh", now=now).commit(last, said(f"kind {body.start}-{body.end}", None, "chrome"))
    assert near(library) == ["", "", "", ""]
    assert first != last


def test_an_edit_leaves_the_groups_as_they_are(
    wires: tuple[Library, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, [_, first, _, last] = wires
    near(library)
    monkeypatch.delattr(near_module, "Neighbours")  # they are not made anew, which takes long in a large library
    Store(library, "mh", now=now).commit(last, said("status", None, "done"))
    Store(library, "mh", now=now).commit(first, said("title", None, "The talks"))
    rows = index.rows(library, "mh")
    assert [(row.title, row.status, row.near) for row in rows[1::2]] == [
        ("The talks", "unread", first),
        ("Article 3", "done", first),
    ]


def test_a_new_article_is_asked_of_those_that_are_there(wires: tuple[Library, list[str]]) -> None:
    library, [_, first, land, _] = wires
    for _ in range(2):  # without a cache, and with one
        found, titles = index.neighbours(library, "mh")
        assert found.add("new", sketch(told("New", f"It is said that {LAND}"))) == land
        assert found.add("newer", sketch(told("Newer", f"{WIRE} They meet again."))) == first
        assert found.add("other", sketch(told("Other", "Nothing of the kind."))) == ""
        assert titles[land] == "Article 2"


def test_a_cache_with_a_damaged_sketch_serves(wires: tuple[Library, list[str]]) -> None:
    library, [_, first, _, _] = wires
    near(library)
    path = library.local / "index" / "mh.json"
    known = written(sketch(sources.load(library, first)))
    path.write_text(path.read_text().replace(f'"{known}"', "7"))
    assert sources.write(library, told("Another", LAND, 9))
    assert len(near(library)) == 5
