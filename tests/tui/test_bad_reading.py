"""What is far beyond a newspaper: nothing crashes, nothing is lost, and the screen ends right."""

import asyncio
import gc
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest
from textual import events

from annotations import sources, tables
from annotations.annotation import Annotation
from annotations.codebook import DEFAULT
from annotations.files import replace
from annotations.index import Row
from annotations.library import Library
from annotations.store import Store
from annotations.tagging import annotate
from seeds.article import Article, Block, Kind, Meta
from seeds.build import article_id
from seeds.span import Span
from tests.tui.news import LONG, line, reading, rows, shelf, told
from tests.tui.opened import Open, screen, selected, tagged
from tui.app import Postil
from tui.desk import Desk
from tui.means import Means
from tui.places import Places

NOW = datetime(2026, 5, 3, tzinfo=UTC)


def one_line(text: str) -> Article:
    block = Block(Span(0, len(text)), Kind.BODY, 1.0, "by hand")
    return Article(article_id(text), text, (block,), Meta("A line", language="en"), NOW)


def library(root: Path, article: Article, annotations: Iterable[Annotation]) -> Library:
    """A library of one article, with annotations on it in a file that came without its history."""
    list(sources.write_many(Library.open(root), [article]))
    opened = Library.open(root)
    said = {annotation.id: annotation for annotation in annotations}
    if said:
        replace(opened.annotations / "mh" / f"{article.id}.json", tables.dump(tables.of(said, {}, {})))
    return opened


def on(article: Article, spans: Iterator[Span]) -> Iterator[Annotation]:
    for number, span in enumerate(spans):
        yield annotate(article, [span], DEFAULT.tags[2], id=number + 1, at=NOW)


KEYS = ["j", "w", "s", ",", "=", "-", "q", "m", "p", "f", "escape", "F", "escape", "pagedown", "G", "k", "S", "g", "H"]


async def test_a_line_of_ten_megabytes_without_a_space_is_read_and_tagged(tmp_path: Path) -> None:
    article = one_line("abcdefghij" * 1_000_000)
    app = reading(library(tmp_path / "huge", article, iter(())))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", *KEYS, "g", "shift+right", "2", "G", "shift+left", "2", "u", ")")
        await pilot.pause()
        assert tagged(app) == [("precondition", "ab")]
        assert "abcdefghij" in rows(app)[5]
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "abcdefghij" in rows(app)[5]


@pytest.fixture
def uncollected() -> Iterator[None]:
    """No garbage is collected but where the program does it, as when it is started."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
async def test_two_hundred_thousand_annotations_in_an_article_are_shown_and_one_more_is_kept(tmp_path: Path) -> None:
    article = one_line("It rained in Orvane. " * 70_000)
    pairs = islice((Span(at, at + 2) for at in range(0, len(article.text), 7)), 200_000)
    stored = library(tmp_path / "many", article, on(article, pairs))
    row = Row(article.id, "A line", "", "", "en", 9, 0, "unread", {}, "")
    means = Means(lambda: NOW, iter(range(300_000, 400_000)).__next__)
    app = Postil(Desk(stored, Store(stored, "mh", now=means.now), [row], means, Places()), "mh")
    async with app.run_test(size=(130, 24)) as pilot:
        await pilot.press("enter", "pagedown", "a", "a", "A", "tab", "j", "G", "shift+tab", "g", "s", "1")
        await pilot.pause()
        assert tagged(app)[0] == ("quote", "It rained in Orvane.")
        assert len(tagged(app)) == 200_001
        assert "quote, indirect" in told(app)


async def test_five_thousand_nested_annotations_over_a_word_are_walked_through(tmp_path: Path) -> None:
    article = one_line("a" * 5000 + " rain " + "b" * 5000)
    nested = (Span(number, 10_006 - number) for number in range(5000))
    app = reading(library(tmp_path / "nested", article, on(article, nested)))
    async with app.run_test(size=(130, 24)) as pilot:
        await pilot.press("enter", "g")
        for number in range(3):
            await pilot.press("a")
            assert len(selected(app)) == 10_006 - 2 * number
        await pilot.press("*", "escape", "/", *"rain", "enter", "a", "d")
        await pilot.pause()
        assert "4,999" in rows(app)[0]
        await pilot.press("u")
        assert "5,000" in rows(app)[0]


async def test_a_hundred_resizes_end_at_the_place_and_in_the_size_of_the_last(tmp_path: Path) -> None:
    app = reading(shelf(tmp_path, LONG))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", *["p"] * 20)
        for number in range(100):
            app.post_message(events.Resize.from_dimensions((40 + number, 10 + number % 30), None))
        await pilot.resize_terminal(110, 28)
        await pilot.pause()
        assert len(rows(app)) == 28
        assert "Report 19" in screen(app)
        assert line(app, "Report 19").rstrip("▐ ").endswith("Orvane") or "knew why" in screen(app)


async def test_a_megabyte_that_is_pasted_into_the_search_is_cut_and_told(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("enter", "/")
        await pilot.pause()
        assert app.screen.focused
        app.screen.focused.post_message(events.Paste("rain " * 200_000))
        await pilot.pause()
        assert "only the first 10,000 characters fit" in screen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "does not stand in this article" in told(app)
        await pilot.press("escape", "w")
        assert selected(app) == "Talks"


async def test_keys_that_come_faster_than_frames_are_all_carried_out_in_their_order(reader: Open) -> None:
    app = reader()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        typed = ["enter", "q", "1", "m", "e", "G", *"bbb3", *["right", "left"] * 100, *"uU/port", "enter"]
        for key in typed:
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(20):
            await pilot.pause()
            await asyncio.sleep(0)
        assert tagged(app)[0] == ("quote", "“We agree,”")
        assert [name for name, *_ in tagged(app)] == ["quote", "participant"]
        assert selected(app) == "port"
