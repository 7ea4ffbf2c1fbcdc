"""The list of articles, two lines each. Nothing is built for a row until it is drawn: 10,000 open as fast as ten."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from annotations.index import Row
from seeds.printable import printable
from tui.citation import plain_date
from tui.fit import cells, fitted
from tui.messages import Highlighted, Opened

MARKS = {"unread": "○", "reading": "●", "done": "✓", "skipped": "–"}
LINES = 2
"""Lines of an article."""

HEAD = 2
"""Lines above the first article: what the list is, and an empty one."""


class ArticlesPane(Widget, can_focus=True):
    """The list. Set `rows`, `cursor` (a row's number from 0), `library` (its name) and `tags` (in the order of their
    counts)."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "articles--head", "articles--title", "articles--meta", "articles--counts", "articles--here",
        "articles--edge",
    }  # fmt: skip
    DEFAULT_CSS = """
    ArticlesPane {
        background: $surface;
        & > .articles--head { color: $foreground 75%; }
        & > .articles--meta { color: $foreground 65%; }
        & > .articles--counts { color: $foreground 85%; }
        & > .articles--here { background: $primary 20%; text-style: bold; }
        & > .articles--edge { color: $surface; }
        &:focus > .articles--edge { color: $accent; }
        &:focus > .articles--here { background: $primary 40%; }
    }
    """

    def __init__(self, *, library: str = "", tags: Sequence[str] = (), id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.library, self.tags = library, tags
        self._rows: Sequence[Row] = ()
        self._cursor = self._top = 0

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @rows.setter
    def rows(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self.cursor = self._cursor

    @property
    def cursor(self) -> int:
        return self._cursor

    @cursor.setter
    def cursor(self, number: int) -> None:
        self._cursor = max(0, min(number, len(self._rows) - 1))
        self._top = max(min(self._top, self._cursor), self._cursor - self.page_rows + 1, 0)
        self.refresh()

    @property
    def page_rows(self) -> int:
        """Articles that are seen at once, at least one."""
        return max((self.size.height - HEAD) // LINES, 1)

    def on_resize(self) -> None:
        self.cursor = self._cursor

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        edge = [Segment("▌", self.get_component_rich_style("articles--edge"))]
        number = self._top + (y - HEAD) // LINES
        if y == 0:
            line = self._line("head", f" Articles  {printable(self.library)}", self._count(), width - 1)
        elif y < HEAD or number >= len(self._rows):
            line = [Segment(" " * (width - 1), self.rich_style)]
        else:
            line = self._row(number, (y - HEAD) % LINES, width - 1)
        return Strip(edge + line, width)

    def on_click(self, event: events.Click) -> None:
        number = self._top + (event.y - HEAD) // LINES
        if event.y >= HEAD and number < len(self._rows):
            self.post_message(Opened(number) if event.chain > 1 else Highlighted(number))

    def on_mouse_scroll_down(self) -> None:
        self._scroll(1)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-1)

    def _scroll(self, by: int) -> None:
        self._top = max(0, min(self._top + by, len(self._rows) - self.page_rows))
        self.refresh()

    def _count(self) -> str:
        return f"{self._cursor + 1} of {len(self._rows):,} " if self._rows else "empty "

    def _row(self, number: int, line: int, width: int) -> list[Segment]:
        row, here = self._rows[number], number == self._cursor
        if line == 0:
            counts = "·".join(str(row.counts.get(tag, 0)) for tag in self.tags) if any(row.counts.values()) else ""
            return self._line(
                "title", f" {MARKS.get(row.status, '?')} {printable(row.title)}", f"{counts} ", width, here
            )
        about = "  ".join(
            part for part in (printable(row.publication), plain_date(printable(row.published_at))) if part
        )
        return self._line("meta", f"   {about}", f"{row.words:,} words ", width, here)

    def _line(self, name: str, left: str, right: str, width: int, here: bool = False) -> list[Segment]:  # noqa: FBT001, FBT002  # drawn so or so
        style = self.get_component_rich_style(f"articles--{name}")
        beside = style if name != "title" else self.get_component_rich_style("articles--counts")
        if here:
            mark = self.get_component_rich_style("articles--here")
            style, beside = style + mark, beside + mark
        right = right if cells(right) + 8 <= width else ""
        words = fitted(left, max(width - cells(right) - 1, 0))
        gap = " " * (width - cells(words) - cells(right))
        return [Segment(words + gap, style), Segment(right, beside)]
