"""The screen: list, text and the two lines at the bottom, and how they share the width."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import LIST, TEXT
from tui.panes.articles import ArticlesPane
from tui.panes.reader import ReaderPane
from tui.panes.status import Status

NARROW = 100
"""Cells of width under which the list and the text are shown one at a time."""

LEAST, MOST = 28, 46
"""Cells that the list gets."""

FOR_TEXT = 84
"""Cells that the text is given, with its measure and air around it, before the list gets more than the least."""


class Columns(Widget, inherit_css=False):
    """The panes, side by side."""

    DEFAULT_CSS = "Columns { layout: horizontal; height: 1fr; }"

    def render_lines(self, crop: Region) -> list[Strip]:
        return [Strip.blank(crop.width)] * crop.height


class Front(Screen[None], inherit_bindings=False, inherit_css=False):
    """The screen, without Textual's own keys: every key is in the table of commands. `pane` has the focus."""

    DEFAULT_CSS = """
    Front { layout: vertical; overflow: hidden; background: $background; }
    #reader { width: 1fr; }
    """

    def __init__(self, library: str, tags: Sequence[str]) -> None:
        super().__init__()
        self.articles = ArticlesPane(library=library, tags=tags, id="articles")
        self.reader = ReaderPane(id="reader")
        self.status = Status(id="status")
        self.pane = LIST

    def compose(self) -> ComposeResult:
        with Columns():
            yield self.articles
            yield self.reader
        yield self.status

    def render_lines(self, crop: Region) -> list[Strip]:
        return [Strip.blank(crop.width)] * crop.height  # nothing of it is seen: the panes cover it

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Leave out Textual's tooltips and toasts: what is to be said stands in the status line."""

    def focus_pane(self, pane: str) -> None:
        """Give the focus to the list or to the text, and show it where there is room for one only."""
        self.pane = pane
        self._share(self.app.size.width)
        (self.articles if pane == LIST else self.reader).focus()

    def on_resize(self, event: Resize) -> None:
        self._share(event.size.width)

    def _share(self, width: int) -> None:
        narrow = width < NARROW
        self.articles.display = not narrow or self.pane == LIST
        self.reader.display = not narrow or self.pane == TEXT
        self.articles.styles.width = "1fr" if narrow else max(LEAST, min(width - FOR_TEXT, MOST))
