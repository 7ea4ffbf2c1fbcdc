"""Articles of a few lines for the tests of what is drawn, and annotations on their words."""

from datetime import UTC, datetime
from typing import Any

from annotations.annotation import Annotation
from annotations.codebook import DEFAULT
from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span
from tui.layout import Layout, Place
from tui.scene import Scene
from tui.selection import Selection
from tui.view import View, view

NOW = datetime(2026, 5, 3, 10, tzinfo=UTC)
META = Meta("Talks resume", "The Tern Courier", "Mara Holt", "2024-05-03", language="en")


def article(*lines: tuple[Kind, str], meta: Meta = META) -> Article:
    """An article of blocks with an empty line between; a block without words is an empty line left out."""
    text, blocks = "", []
    for kind, words in lines:
        gap = "" if not text else "\n" if words.startswith("\n") else "\n\n"
        start = len(text) + len(gap)
        text += gap + words.removeprefix("\n")
        blocks.append(Block(Span(start, len(text)), kind, 1.0, "by hand"))
    return Article("d1", text, tuple(blocks), meta, NOW)


def body(*paragraphs: str) -> View:
    """A view of a text without title or meta line."""
    return view(article(*((Kind.BODY, words) for words in paragraphs), meta=Meta()))


def place(text: str, words: str) -> Span:
    """Where words stand in a text, once."""
    assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times"
    return Span(text.index(words), text.index(words) + len(words))


def tagged(tag: str, *spans: Span, id: int = 1) -> Annotation:  # noqa: A002  # as the field is called
    return Annotation(id, tag, spans, tuple("" for _ in spans), "", "", NOW, NOW)


def drawn(layout: Layout) -> list[str]:
    """Every row of a page as it reads, from the top."""
    rows = [layout.row(Place(0, 0)), *(layout.row(place) for place in layout.after(Place(0, 0)))]
    return [(row.words or layout.text)[row.start : row.end].rstrip() for row in rows]


def scene(shown: View, selection: Selection, **more: Any) -> Scene:
    return Scene(shown, DEFAULT, (), selection)._replace(**more)
