"""Invented news of more than a few lines, the reader opened on it, and what stands where on its screen."""

from pathlib import Path

from wcwidth import wcswidth

from annotations import sources
from annotations.library import Library
from tests.tui.opened import article, screen
from tui.app import Postil
from tui.start import desk_of

LONG = "Ferries stay in port\n\n" + "\n\n".join(
    f"Report {number:02} says that the harbour at Skarra was closed. Nobody in Orvane knew why." for number in range(40)
)


def shelf(root: Path, *texts: str) -> Library:
    """A library of the texts, in this order."""
    list(sources.write_many(Library.open(root / "news"), [article(text) for text in texts]))
    return Library.open(root / "news")


def reading(library: Library, coder: str = "mh") -> Postil:
    return Postil(desk_of(library, coder), coder)


def rows(app: Postil) -> list[str]:
    return screen(app).split("\n")


def told(app: Postil) -> str:
    """What the status line says at its left, or the strip above it, in place of it."""
    return " ".join(row.strip() for row in rows(app)[-2:])


def focused(app: Postil) -> str:
    """The pane with the bright edge."""
    left = rows(app)[0].split("▎")[-1]
    return "list" if left.startswith((" Articles", " /")) else "margin" if left.startswith("Margin") else "text"


def spot(app: Postil, words: str) -> tuple[int, int]:
    """The cell and the row in which words begin."""
    y = next(number for number, row in enumerate(rows(app)) if words in row)
    return wcswidth(rows(app)[y].split(words)[0]), y


def caret(app: Postil) -> int:
    assert app.desk.session
    return app.desk.session.selection.head


def line(app: Postil, words: str) -> str:
    """The row in which words stand."""
    return next((row for row in rows(app) if words in row), "")
