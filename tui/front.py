"""The screen: list, text and the two lines at the bottom, and how they share the width."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.screen import Screen

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


class Front(Screen[None], inherit_bindings=False):
    """The screen, without Textual's own keys: every key is in the table of commands. `pane` has the focus."""

    DEFAULT_CSS = """
    #desk { height: 1fr; }
    #reader { width: 1fr; }
    """

    def __init__(self, library: str, tags: Sequence[str]) -> None:
        super().__init__()
        self.articles = ArticlesPane(library=library, tags=tags, id="articles")
        self.reader = ReaderPane(id="reader")
        self.status = Status(id="status")
        self.pane = LIST

    def compose(self) -> ComposeResult:
        with Horizontal(id="desk"):
            yield self.articles
            yield self.reader
        yield self.status

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
