"""The list of articles, two lines each. Nothing is built for a row until it is drawn: 10,000 open as fast as ten."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from annotations.index import Row
from seeds.printable import printable
from tui import themes
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

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        edge = Segment("▌", self._style("edge-focus" if self.has_focus else "edge"))
        number = self._top + (y - HEAD) // LINES
        if y == 0:
            line = self._line(("quiet", f" Articles  {printable(self.library)}"), ("quiet", self._count()), width - 1)
        elif y < HEAD or number >= len(self._rows):
            line = [Segment(" " * (width - 1), self._style(""))]
        else:
            line = self._row(number, (y - HEAD) % LINES, width - 1)
        return Strip([edge, *line], width)

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
        row = self._rows[number]
        on = ("+here-focus" if self.has_focus else "+here") if number == self._cursor else ""
        if line == 0:
            counts = "·".join(str(row.counts.get(tag, 0)) for tag in self.tags) if any(row.counts.values()) else ""
            title = f" {MARKS.get(row.status, '?')} {printable(row.title)}"
            return self._line((f"strong{on}" if on else "", title), (f"quiet{on}", f"{counts} "), width)
        words = f"{row.words:,} w "
        return self._line((f"quiet{on}", f"   {_about(row, width - 4 - cells(words))}"), (f"quiet{on}", words), width)

    def _line(self, left: tuple[str, str], right: tuple[str, str], width: int) -> list[Segment]:
        """Two texts with their styles, one at each end of a line; the right one is left out where there is no room."""
        beside = right[1] if cells(right[1]) + 8 <= width else ""
        words = fitted(left[1], max(width - cells(beside) - 1, 0))
        gap = " " * (width - cells(words) - cells(beside))
        return [Segment(words + gap, self._style(left[0])), Segment(beside, self._style(right[0]))]

    def _style(self, names: str) -> Style:
        return themes.style(f"panel+{names}", self.app.theme, colour=not self.app.no_color)


def _about(row: Row, room: int) -> str:
    """Publication and date in so many cells; the year goes first, then the day."""
    publication, day = printable(row.publication), plain_date(printable(row.published_at))
    forms = (f"{publication}  {day}", f"{publication}  {day[:-5]}" if day[-5:-4] == " " else "", publication or day)
    return next((form.strip() for form in forms if form.strip() and cells(form.strip()) <= room), forms[-1])
