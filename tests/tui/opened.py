"""Two articles of a few lines, and what a reader sees of them in the app."""

from collections.abc import Callable
from datetime import UTC, datetime

from seeds.article import Article, Block, Kind, Meta
from seeds.build import article_id
from seeds.span import Span
from tui.app import Postil

Open = Callable[[], Postil]

TALKS = (
    "Menu\n\nTalks resume\n\n“We agree,” Mara Holt said, “to meet.” It rained.\n\nShare this\n\n"
    "The port wants the pickets gone first."
)
LINE = "A line redrawn\n\nNobody in Orvane knew 👩‍🚀 why."
CHROME = ("Menu", "Share this")


def article(text: str, publication: str = "") -> Article:
    blocks: list[Block] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line:
            first = all(block.kind is Kind.CHROME for block in blocks)
            kind = Kind.CHROME if line in CHROME else Kind.TITLE if first else Kind.BODY
            blocks.append(Block(Span(at, at + len(line)), kind, 1.0, f"line {number}"))
        at += len(line) + 1
    title = next(block for block in blocks if block.kind is Kind.TITLE).span.of(text)
    meta = Meta(title, publication, language="en")
    return Article(article_id(text), text, tuple(blocks), meta, datetime(2026, 5, 3, tzinfo=UTC), "talks.txt")


def screen(app: Postil) -> str:
    """The words on the screen."""
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


def selected(app: Postil) -> str:
    session = app.desk.session
    assert session
    return session.selection.span.of(session.text)


def tagged(app: Postil) -> list[tuple[str, ...]]:
    session = app.desk.session
    assert session
    return [(a.tag, *a.exact) for a in session.layer.in_order]
