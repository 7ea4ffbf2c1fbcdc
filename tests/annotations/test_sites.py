"""What a library remembers of its sites is learned page by page, from flips, and anew where it is lost."""

from pathlib import Path
from shutil import rmtree
from typing import NamedTuple

import pytest

from annotations import corrections, files, library, site_file, sites, sources
from annotations.library import Library
from annotations.near import sketch
from annotations.site_file import Site
from annotations.sites import Memory
from seeds.article import Article, Block, Kind, Meta
from seeds.build import article_id
from seeds.site import key, keys
from seeds.span import Span
from tests.annotations.shelf import AT

FURNITURE = "Most read on the islands"
WORDS = ["harbour", "crews", "strike", "wages", "sailings", "winter", "union", "ballot", "court", "fuel", "ferry"]


class Page(NamedTuple):
    """An article of a site: its title and two paragraphs of its own, and a last line."""

    number: int
    last: str = FURNITURE
    url: str = "https://www.tern.example/{}"
    replaces: str = ""

    def article(self) -> Article:
        mine = "xyzuvwqk"[self.number % 8] * (self.number // 8 + 1)
        words = [f"{word}{mine}" for word in WORDS]
        own = [
            " ".join(order) + "." for order in (words, words[::-1], words[::2] + words[1::2], words[1::2] + words[::-2])
        ]
        lines = [f"Title {mine}", *own, self.last]
        blocks, text = [], ""
        for at, line in enumerate(lines):
            kind, score = (Kind.TITLE, 0.9) if at == 0 else (Kind.BODY, 0.97 if at < len(own) + 1 else 0.6)
            blocks.append(Block(Span(len(text), len(text) + len(line)), kind, score, "as it stands"))
            text += line + "\n"
        meta = Meta(title=lines[0], url=self.url.format(self.number))
        return Article(article_id(text), text, tuple(blocks), meta, AT, replaces=self.replaces)


def added(made: Library, *pages: Page) -> list[Article]:
    """The articles as they were judged and written, one after the other."""
    found = []
    with Memory(made) as memory:
        for page in pages:
            article = memory.judged(page.article())
            sources.write(made, article)
            memory.learn(article)
            found.append(article)
    return found


def folded(article: Article) -> bool:
    return article.blocks[-1].kind is Kind.CHROME


@pytest.fixture
def made(tmp_path: Path) -> Library:
    return library.init(tmp_path / "talks")


def test_from_the_third_page_on_the_same_line_is_folded(made: Library) -> None:
    found = added(made, *map(Page, range(5)))
    assert [folded(one) for one in found] == [False, False, True, True, True]
    assert found[4].blocks[-1].reason == "the same line stands on 5 pages of tern.example"


def test_it_is_remembered_from_one_start_to_the_next(made: Library) -> None:
    assert not any(folded(one) for number in range(2) for one in added(made, Page(number)))
    assert folded(*added(made, Page(2)))


def test_other_sites_tell_nothing(made: Library) -> None:
    added(made, *(Page(number, url="https://other.example/{}") for number in range(5)))
    assert not folded(*added(made, Page(7)))
    assert not folded(*added(made, Page(8, url="")))


@pytest.mark.parametrize("lost", ["all", "a site", "what was learned"])
def test_what_is_lost_is_learned_anew_from_the_sources(made: Library, lost: str) -> None:
    added(made, *map(Page, range(2)))
    kept = made.local / "sites"
    if lost == "all":
        rmtree(kept)
    elif lost == "a site":
        next(kept.glob("*.json")).write_bytes(b'{"version": 1, "site": "tern.ex')
    else:
        (kept / sites.LEARNED).unlink()
    [third] = added(made, Page(2))
    assert third.blocks[-1].reason == "the same line stands on 3 pages of tern.example"
    assert added(made, Page(3))[0].blocks[-1].reason == "the same line stands on 4 pages of tern.example"


def test_articles_that_another_program_added_are_learned_first(made: Library) -> None:
    for number in range(2):
        sources.write(made, Page(number).article())
    assert folded(*added(made, Page(2)))


def test_an_article_that_is_gone_is_forgotten(made: Library) -> None:
    first, _ = added(made, Page(0), Page(1))
    for path in made.sources.glob(f"{first.id}.*"):
        path.unlink()
    assert not folded(*added(made, Page(2)))


def test_the_same_text_counts_once(made: Library) -> None:
    near = Page(1).article()
    text = near.text.replace("Title y", "Titel y")
    again = near._replace(text=text, id=article_id(text))
    added(made, Page(0))
    with Memory(made) as memory:
        for article in (near, again):
            memory.learn(article)
        assert not folded(memory.judged(near))
        assert folded(memory.judged(Page(3).article()))


def test_a_later_version_counts_once_with_the_earlier_one(made: Library) -> None:
    added(made, Page(0), Page(1))
    later = Page(2, replaces=Page(1).article().id)
    assert not folded(*added(made, later))
    assert folded(*added(made, Page(3)))


def test_what_was_not_written_is_not_remembered(made: Library) -> None:
    with Memory(made) as memory:
        for number in range(2):
            memory.learn(Page(number).article())
        memory.forget()
        assert not folded(memory.judged(Page(2).article()))
    assert not folded(*added(made, Page(2)))


def flipped(made: Library, article: Article, kind: Kind) -> None:
    span = article.blocks[-1].span
    path = corrections.place(made, article.id)
    path.parent.mkdir(exist_ok=True)
    files.replace(path, corrections.dump({f"kind {span.start}-{span.end}": kind.value}))


def test_a_line_that_a_reader_folded_away_is_folded_on_the_next_page(made: Library) -> None:
    [first] = added(made, Page(0))
    flipped(made, first, Kind.CHROME)
    [second] = added(made, Page(1))
    assert second.blocks[-1].reason == "a reader folded this line away on tern.example"
    assert not folded(*added(made, Page(2, url="https://other.example/{}")))


def test_an_article_does_not_learn_from_its_own_flip_which_can_be_undone(made: Library) -> None:
    [first] = added(made, Page(0))
    flipped(made, first, Kind.CHROME)
    with Memory(made) as memory:
        assert not folded(memory.judged(first))


def test_a_line_that_a_reader_made_body_stays_on_all_pages(made: Library) -> None:
    *_, last = added(made, *map(Page, range(4)))
    flipped(made, last, Kind.BODY)
    assert not folded(*added(made, Page(4)))


def test_the_address_that_people_corrected_tells_the_site_of_a_flip(made: Library) -> None:
    [first] = added(made, Page(0, url=""))
    flipped(made, first, Kind.CHROME)
    path = corrections.place(made, first.id)
    files.replace(path, corrections.dump({**corrections.read(made, first.id), "url": "https://tern.example/0"}))
    assert folded(*added(made, Page(1)))


def test_a_disk_that_refuses_to_remember_stops_nothing(made: Library) -> None:
    made.local.mkdir(exist_ok=True)
    (made.local / "sites").write_bytes(b"in the way")
    assert [folded(one) for one in added(made, *map(Page, range(3)))] == [False, False, True]


def test_the_memory_of_a_site_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_file, "LINES", 30)
    monkeypatch.setattr(site_file, "PAGES", 4)
    site = Site("tern.example")
    for number in range(40):
        article = Page(number).article()
        site.learn(article.id, number, sketch(article), {key for key in keys(article) if key})
    assert len(site) == 30
    assert site.others([key(FURNITURE) or 0], 0) == {key(FURNITURE): 40}  # it was met last
    assert len(site.written()) < 30 * 60 + 4 * 500


def test_the_memory_of_all_sites_is_bounded(made: Library) -> None:
    with Memory(made) as memory:
        for number in range(20):
            memory.learn(Page(number, url=f"https://{number}.example/{{}}").article())
            memory.keep(held=40)
            assert memory.lines <= 40
    assert len([*(made.local / "sites").glob("*.json")]) == 20


def test_what_is_no_longer_held_is_read_again(made: Library) -> None:
    with Memory(made) as memory:
        for number in range(2):
            for url in ("https://a.example/{}", "https://b.example/{}"):
                page = Page(number, url=url).article()
                sources.write(made, page)
                memory.learn(page)
                memory.keep(held=1)
        assert folded(memory.judged(Page(5, url="https://a.example/{}").article()))
