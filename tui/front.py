"""The screen: list, text, margin and the two lines at the bottom, and how they share the width."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Resize
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import LIST, MARGIN, TEXT
from tui.panes.articles import ArticlesPane
from tui.panes.reader import ReaderPane
from tui.panes.status import Status
from tui.panes.strips import AROUND
from tui.places import Places

if TYPE_CHECKING:
    from tui.margin import Marginalia
    from tui.panes.margin import MarginPane

NARROW = 100
"""Cells of width under which the panes are shown one at a time."""

LEAST, MOST = 28, 46
"""Cells that the list gets."""

AIR = 4
"""Cells beside the text that it is given before the list gets more than the least."""

BESIDE, LEAST_MARGIN, MOST_MARGIN = 25, 16, 30
"""Cells of the list beside a margin, and those that the margin gets; with fewer it is shown only while it has the
focus, in the list's place."""


class Columns(Widget, inherit_css=False):
    """The panes, side by side."""

    DEFAULT_CSS = "Columns { layout: horizontal; height: 1fr; }"

    def render_lines(self, crop: Region) -> list[Strip]:
        return [Strip.blank(crop.width)] * crop.height  # nothing of it is seen: the panes cover it


class Front(Screen[None], inherit_bindings=False, inherit_css=False):
    """The screen, without Textual's own keys: every key is in the table of commands. `pane` has the focus, and
    `marginalia` gives what the margin shows, whenever it is on the screen."""

    DEFAULT_CSS = """
    Front { layout: vertical; overflow: hidden; background: $background; }
    #reader { width: 1fr; }
    """

    def __init__(
        self, library: str, tags: Sequence[str], places: Places, marginalia: "Callable[[], Marginalia]"
    ) -> None:
        super().__init__()
        self.articles = ArticlesPane(library=library, tags=tags, id="articles")
        self.reader = ReaderPane(id="reader")
        self.status = Status(id="status")
        self.columns = Columns()
        self.pane = LIST
        self.places, self.marginalia = places, marginalia

    @cached_property
    def margin(self) -> "MarginPane":
        """The right pane, made when it is first to be shown."""
        from tui.panes.margin import MarginPane

        return MarginPane(id="margin")

    @property
    def has_margin(self) -> bool:
        """Whether the margin is on the screen."""
        return "margin" in self.__dict__ and self.margin.display

    def show_margin(self) -> None:
        """Bring the margin up to date, if it is on the screen."""
        if self.has_margin:
            self.margin.shown = self.marginalia()

    def compose(self) -> ComposeResult:
        with self.columns:
            yield self.articles
            yield self.reader
            if self._beside(self.app.size.width):
                yield self.margin
        yield self.status

    def render_lines(self, crop: Region) -> list[Strip]:
        return [Strip.blank(crop.width)] * crop.height

    def _extend_compose(self, widgets: list[Widget]) -> None:
        """Leave out Textual's tooltips and toasts: what is to be said stands in the status line."""

    def focus_pane(self, pane: str) -> None:
        """Give the focus to a pane, and show it where there is room for one only."""
        self.pane = pane
        self._share(self.app.size.width)
        (self.articles if pane == LIST else self.reader if pane == TEXT else self.margin).focus()

    def on_resize(self, event: Resize) -> None:
        self._share(event.size.width)

    def share(self, places: Places) -> None:
        """Share the width anew, as it is wanted."""
        self.places = places
        self._share(self.app.size.width)

    def _share(self, width: int) -> None:
        free = width - self.places.measure - AROUND
        narrow, pane, beside = width < NARROW, self.pane, self._beside(width)
        if beside:
            margin = min(LEAST_MARGIN + (free - BESIDE - LEAST_MARGIN) // 2, MOST_MARGIN)
            listed = min(free - margin, MOST)
        else:
            margin = listed = max(LEAST, min(free - AIR, MOST))
        self.articles.display = pane == LIST if narrow else beside or pane != MARGIN
        self.reader.display = not narrow or pane == TEXT
        self.articles.styles.width = "1fr" if narrow else listed
        if beside or pane == MARGIN or self.has_margin:
            self.margin.display = beside or pane == MARGIN
            self.margin.styles.width = "1fr" if narrow else margin
            if self.columns.is_attached and not self.margin.is_attached:
                self.columns.mount(self.margin)
            self.show_margin()

    def _beside(self, width: int) -> bool:
        """Whether list, text and margin are shown side by side."""
        room = width >= max(NARROW, self.places.measure + AROUND + BESIDE + LEAST_MARGIN)
        return self.places.margin and room
