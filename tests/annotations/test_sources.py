"""Sources are written once, known again, and never taken for whole when they are not."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations import library, sources
from annotations.errors import DamagedFile, NewerSchema, NoSuchArticle
from annotations.library import Library
from annotations.store import Store
from seeds.article import Article, Kind, Meta
from tests.annotations.shelf import TEXT, article, now, said, shelved


def test_an_article_is_read_as_it_was_written(tmp_path: Path) -> None:
    meta = Meta("Títle", "Courier", "Mara", "2024-05", "2024-05-04T00:00:00Z", "https://e.example", "de", {"Ø": "1"})
    given = article("Zweite Runde 👩‍🚀\n\u202eحديث\x1b[2J\n")._replace(
        meta=meta,
        notices=("decoded by a guess",),
        cleaner="1",
        origin="-",
    )
    made, [known] = shelved(tmp_path / "talks", given)
    assert sources.load(made, known) == given._replace(id=known)
    assert (made.sources / f"{known}.txt").read_bytes() == given.text.encode()


def test_the_second_time_it_is_known(tmp_path: Path) -> None:
    made = library.init(tmp_path)
    first = sources.write(made, article())
    assert first
    assert first.id.startswith("d")
    assert len(first.id) == 12
    again = article(title="Another title, another day", minutes=5)
    assert sources.write(made, again) is None
    assert sources.load(made, first.id).meta.title == "Ferry talks begin on Skarra"  # the earlier adding wins


def test_the_first_article_makes_the_library(tmp_path: Path) -> None:
    made = Library.open(tmp_path / "talks")
    assert sources.ids(made) == []
    assert sources.write(made, article())
    assert (tmp_path / "talks" / "postil.toml").exists()


def test_two_texts_that_would_share_an_id_are_two_articles(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    other = made.sources / f"{known}.json"
    about = json.loads(other.read_bytes())
    about["sha256"] = "0" * 64  # as if that id had been given to another text
    other.write_text(json.dumps(about))
    second = sources.write(made, article())
    assert second
    assert second.id.startswith(known)
    assert len(second.id) == 17
    assert sources.write(made, article()) is None
    assert sources.ids(made) == [known, second.id]


def test_many_are_answered_in_order_and_the_same_twice_in_a_batch_is_one(tmp_path: Path) -> None:
    made = library.init(tmp_path)
    texts = [f"Article {number}\nwith a body\n" for number in range(70)]
    answers = list(sources.write_many(made, (article(text) for text in [*texts, texts[3], texts[69]])))
    assert [answer.text if answer else None for answer in answers] == [*texts, None, None]
    assert len(sources.ids(made)) == 70


def test_what_was_answered_is_there_when_the_rest_fails(tmp_path: Path) -> None:
    made = library.init(tmp_path)

    def given() -> Iterator[Article]:
        for number in range(sources.BATCH + 5):
            yield article(f"Article {number}\nwith a body\n")
        raise KeyboardInterrupt

    answered: list[Article | None] = []
    with pytest.raises(KeyboardInterrupt):
        answered.extend(sources.write_many(made, given()))
    answered = [answer for answer in answered if answer]
    assert len(sources.ids(made)) == sources.BATCH
    assert all(sources.load(made, known) for known in sources.ids(made))


def test_a_changed_text_is_damage_and_mended_by_adding_it_again(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    path = made.sources / f"{known}.txt"
    path.write_text(TEXT + "More.", "utf-8")
    with pytest.raises(DamagedFile, match="not the text that was added"):
        sources.load(made, known)
    path.unlink()
    with pytest.raises(DamagedFile, match="the text is gone"):
        sources.load(made, known)
    assert sources.write(made, article())
    assert sources.load(made, known).text == TEXT


@pytest.mark.parametrize("cut", [0, 1, 60, 300, -20, -3])
def test_a_cut_description_is_damage_and_mended_by_adding_it_again(tmp_path: Path, cut: int) -> None:
    made, [known] = shelved(tmp_path / "talks")
    path = made.sources / f"{known}.json"
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(DamagedFile):
        sources.load(made, known)


def test_a_description_of_nothing_is_damage(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    path = made.sources / f"{known}.json"
    whole = json.loads(path.read_bytes())
    for change in ({"blocks": [[0, 5, "poem", 1, ""]]}, {"blocks": 3}, {"meta": {"title": 3}}, {"added": "today"}):
        path.write_text(json.dumps(whole | change))
        with pytest.raises(DamagedFile, match="does not describe an article"):
            sources.load(made, known)
    path.write_text(json.dumps(whole | {"schema": 9}))
    with pytest.raises(NewerSchema):
        sources.load(made, known)


def test_an_article_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    made, _ = shelved(tmp_path / "talks")
    with pytest.raises(NoSuchArticle, match="postil list"):
        sources.load(made, "dffffffffff1")


def test_blocks_keep_their_kinds_scores_and_reasons(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    blocks = sources.load(made, known).blocks
    assert [block.kind for block in blocks] == [Kind.TITLE, Kind.BODY, Kind.BODY, Kind.CHROME]
    assert {(block.score, block.reason) for block in blocks} == {(0.9, "as it stands")}


@pytest.fixture
def talks(tmp_path: Path) -> tuple[Library, dict[str, str]]:
    titles = ["Ferry talks begin", "Ferry talks end", "Mine talks", "Talks", "STRAẞE blocked"]
    made, known = shelved(tmp_path / "talks", *(article(f"{title}\nbody\n", title=title) for title in titles))
    return made, dict(zip(titles, known, strict=True))


def test_an_article_is_meant_by_its_id_or_the_beginning_of_it(talks: tuple[Library, dict[str, str]]) -> None:
    made, known = talks
    for one in known.values():
        assert sources.resolve(made, one) == one
        assert sources.resolve(made, one[:8].upper()) == one


@pytest.mark.parametrize(
    ("word", "title"),
    [("begin", "Ferry talks begin"), ("MINE", "Mine talks"), ("talks", "Talks"), ("strasse", "STRAẞE blocked")],
)
def test_an_article_is_meant_by_a_part_of_its_title(
    talks: tuple[Library, dict[str, str]], word: str, title: str
) -> None:
    made, known = talks
    assert sources.resolve(made, word) == known[title]


def test_a_corrected_title_counts(talks: tuple[Library, dict[str, str]]) -> None:
    made, known = talks
    Store(made, "mh", now=now).commit(known["Mine talks"], said("title", None, "Pit talks"))
    assert sources.resolve(made, "pit") == known["Mine talks"]


@pytest.mark.parametrize("word", ["ferry", "d", "nowhere", "", " "])
def test_a_word_that_means_none_or_several_is_refused_with_the_candidates(
    talks: tuple[Library, dict[str, str]], word: str
) -> None:
    made, known = talks
    with pytest.raises(NoSuchArticle) as raised:
        sources.resolve(made, word)
    if word == "ferry":
        assert known["Ferry talks begin"] in str(raised.value)
        assert "“Ferry talks end”" in str(raised.value)
        assert "Mine" not in str(raised.value)


def test_other_files_among_the_sources_are_no_articles(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    for name in ("notes.json", ".d12345678901.json.new", "dXYZ.json", "d12345678901.txt"):
        (made.sources / name).touch()
    assert sources.ids(made) == [known]
