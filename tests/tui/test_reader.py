"""The reading pane: what it shows is always what the scene says."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from annotations import sources
from annotations.library import Library
from seeds.article import Article, Block, Kind, Meta
from seeds.build import article_id
from seeds.span import Span
from tui.app import Postil
from tui.start import desk_of


def article(*lines: str) -> Article:
    blocks: list[Block] = []
    at = 0
    for line in lines:
        blocks.append(Block(Span(at, at + len(line)), Kind.BODY if blocks else Kind.TITLE, 1.0, "by hand"))
        at += len(line) + 2
    text = "\n\n".join(lines)
    return Article(article_id(text), text, tuple(blocks), Meta(lines[0]), datetime(2026, 5, 3, tzinfo=UTC))


def reader(root: Path, *articles: Article) -> Callable[[], Postil]:
    list(sources.write_many(Library.open(root), articles))
    return lambda: Postil(desk_of(Library.open(root), "mh"), "mh")


def lines(app: Postil) -> list[str]:
    return ["".join(segment.text for segment in app.reader.render_line(y)) for y in range(app.reader.size.height)]


async def test_an_article_of_the_same_shape_shows_its_own_words(tmp_path: Path) -> None:
    open_reader = reader(tmp_path / "l", article("One", "The talks go on."), article("Two", "The talks are off"))
    app = open_reader()
    async with app.run_test(size=(120, 20)) as pilot:
        assert any("go on" in line for line in lines(app))
        await pilot.press("J")
        assert any("are off" in line for line in lines(app))
        assert not any("go on" in line for line in lines(app))


async def test_a_page_down_and_up_comes_back_and_the_end_is_reached(tmp_path: Path) -> None:
    many = article("Long", *(f"Paragraph {number} of the protocol." for number in range(60)))
    app = reader(tmp_path / "l", many)()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("enter", "pagedown")
        below = lines(app)
        assert any("Paragraph 9 " in line for line in below)
        await pilot.press("pagedown", "pageup")
        assert lines(app)[1:-1] == below[1:-1] or any("Paragraph 9 " in line for line in lines(app))
        await pilot.press("G")
        assert any("Paragraph 59 " in line for line in lines(app))
        assert sum(not line.strip() for line in lines(app)[-2:]) <= 1
        await pilot.press("g")
        assert any("Long" in line for line in lines(app))


async def test_the_wheel_leaves_the_selection_and_a_tag_shows_it_first(tmp_path: Path) -> None:
    many = article("Long", *(f"Paragraph {number} of the protocol." for number in range(60)))
    app = reader(tmp_path / "l", many)()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("enter", "p", "p")
        app.reader.on_mouse_scroll_down()
        for _ in range(20):
            app.reader.on_mouse_scroll_down()
        await pilot.pause()
        assert not any("Paragraph 0 " in line for line in lines(app))
        await pilot.press("1")
        assert any("Paragraph 0 " in line for line in lines(app))
        assert app.desk.session
        assert not app.desk.session.layer.annotations
        await pilot.press("1")
        assert [a.exact for a in app.desk.session.layer.in_order] == [("Paragraph 0 of the protocol.",)]
        for _ in range(20):
            app.reader.on_mouse_scroll_down()
        await pilot.press("down")
        assert not any("Paragraph 0 " in line for line in lines(app))
