"""Commands of the margin: go from annotation to annotation, and from there to the text."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.commands import ONLY_MARGIN, TEXT, Command
from tui.voices import Theirs
from tui.walking import gone_to

if TYPE_CHECKING:
    from tui.app import Postil

LIST_OF_ANNOTATIONS = "Margin"
FAR = 1 << 40


def by(entries: int) -> "Callable[[Postil], None]":
    """A command that goes so many entries on; the text follows."""
    return lambda app: go_to(app, app.front.margin.cursor + entries)


def go_to(app: "Postil", number: int) -> None:
    """Bind the annotation of an entry, or visit it where it is another coder's."""
    margin, session = app.front.margin, app.desk.session
    listed = margin.listed(max(0, min(number, margin.count - 1)))
    if session is None or listed is None:
        app.say("nothing is tagged here yet")
        return
    annotation = listed.annotation
    app.show(gone_to(session, Theirs(listed.coder, annotation) if listed.coder else annotation))


def by_pages(pages: int) -> "Callable[[Postil], None]":
    return lambda app: go_to(app, app.front.margin.cursor + pages * app.front.margin.page_entries)


MARGINAL = (
    Command("margin.down", "Go to the next annotation in the margin", ("j", "down"), LIST_OF_ANNOTATIONS, by(1),
            ONLY_MARGIN),
    Command("margin.up", "Go to the annotation before in the margin", ("k", "up"), LIST_OF_ANNOTATIONS, by(-1),
            ONLY_MARGIN),
    Command("margin.page.down", "Go down a page in the margin", ("pagedown", "space", "ctrl+d"), LIST_OF_ANNOTATIONS,
            by_pages(1), ONLY_MARGIN),
    Command("margin.page.up", "Go up a page in the margin", ("pageup", "ctrl+u"), LIST_OF_ANNOTATIONS, by_pages(-1),
            ONLY_MARGIN),
    Command("margin.start", "Go to the first annotation", ("g", "home", "ctrl+home"), LIST_OF_ANNOTATIONS,
            lambda app: go_to(app, 0), ONLY_MARGIN),
    Command("margin.end", "Go to the last annotation", ("G", "end", "ctrl+end"), LIST_OF_ANNOTATIONS,
            lambda app: go_to(app, FAR), ONLY_MARGIN),
    Command("margin.read", "Go to its words in the text", ("enter", "l", "right"), LIST_OF_ANNOTATIONS,
            lambda app: app.focus_pane(TEXT), ONLY_MARGIN, short="to the text"),
)  # fmt: skip
