"""The list of articles, two lines each. Nothing is built for a row until it is drawn: 10,000 open as fast as ten."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from annotations.index import Row
from seeds.printable import printable
from tui.citation import plain_date
from tui.fit import cells, fitted
from tui.folded import much_folded
from tui.messages import Highlighted, Opened
from tui.panes.lined import Lined
from tui.panes.strips import EDGE

MARKS = {"unread": "○", "reading": "●", "done": "✓", "skipped": "–"}
SETTLED = frozenset({"done", "skipped"})

NEAR = "≈"
"""Stands under the mark of an article that is nearly the same text as an earlier one."""

FOLDED = "···"
"""Stands before how much of an article was folded away, as where it is folded in the text, where that is much."""

LIKE = "  like "
LEAST = 12
"""Cells of the earlier one's title that are worth showing."""

LINES = 2
"""Lines of an article."""

HEAD = 2
"""Lines above the first article: what the list is, and an empty one."""


class Line(NamedTuple):
    """All that the looks of a line depend on, but for the ground: words at either end with the names of their styles,
    and whether it is of the current article."""

    left: str = ""
    left_style: str = ""
    right: str = ""
    right_style: str = ""
    here: bool = False


NOTHING = Line()


class ArticlesPane(Lined[Line], inherit_css=False):
    """The list. Set `rows` and `cursor` (a row's number from 0), and `sought` to what they are filtered by; `library`
    is its name, `tags` those that it counts, in their order."""

    DEFAULT_CSS = "ArticlesPane { background: $panel; }"

    def __init__(self, *, library: str = "", tags: Sequence[str] = (), id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(NOTHING, id=id)
        self.library, self.tags = library, tags
        self.sought = ""
        self._rows: Sequence[Row] = ()
        self._firsts: dict[str, str] | None = None
        self._cursor = self._top = 0

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @rows.setter
    def rows(self, rows: Sequence[Row]) -> None:
        self._rows, self._firsts = rows, None
        self.cursor = self._cursor

    @property
    def cursor(self) -> int:
        return self._cursor

    @cursor.setter
    def cursor(self, number: int) -> None:
        self._cursor = max(0, min(number, len(self._rows) - 1))
        self._show()

    @property
    def page_rows(self) -> int:
        """Articles that are seen at once, at least one."""
        return max((self.size.height - HEAD) // LINES, 1)

    def on_resize(self) -> None:
        self.cursor = self._cursor

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
        self._repaint()

    def _reveal(self) -> None:
        lowest = len(self._rows) - self.page_rows
        self._top = max(min(self._top, self._cursor, lowest), self._cursor - self.page_rows + 1, 0)

    def _seen(self) -> list[Line]:
        count = f"{self._cursor + 1:,} of {len(self._rows):,}" if self._rows else "none" if self.sought else "empty"
        about = f"/{printable(self.sought)}" if self.sought.strip() else f"Articles  {printable(self.library)}"
        lines = [Line(about, "strong" if self.sought.strip() else "quiet", count, "quiet"), NOTHING]
        for number in range(self._top, min(self._top + self.page_rows + 1, len(self._rows))):
            lines += self._article(number)
        return lines[: max(self.size.height, 1)]

    def _article(self, number: int) -> tuple[Line, Line]:
        row, here = self._rows[number], number == self._cursor
        counts = "·".join(str(row.counts.get(tag, 0)) for tag in self.tags) if any(row.counts.values()) else ""
        title = f"{MARKS.get(row.status, '?')} {printable(row.title)}"
        share = much_folded(row.words, row.folded)
        words = f"{FOLDED}{share}%  {row.words:,} w" if share else f"{row.words:,} w"
        room = self.size.width - len(EDGE) - 5 - cells(words)
        again = row.near not in ("", row.id)
        about = _like(row, self._first(row.near), room) if again else _about(row, room)
        return (
            Line(title, "strong" if here else "quiet" if row.status in SETTLED else "", counts, "", here),
            Line(f"{NEAR if again else ' '} {about}", "quiet", words, "quiet", here),
        )

    def _first(self, article_id: str) -> str:
        """The title of the first article of a group; "" where it is not listed."""
        if self._firsts is None:
            self._firsts = {row.id: row.title for row in self._rows if row.near == row.id}
        return printable(self._firsts.get(article_id, ""))

    def _painted(self, line: Line) -> Strip:
        """Two texts, one at each end of a line; the right one is left out where there is no room."""
        width = self.size.width - len(EDGE)
        beside = line.right if 0 < cells(line.right) + 10 <= width else ""
        room = max(width - cells(beside) - 2 - bool(beside), 0)
        words = fitted(line.left, room)
        gap = " " * (width - 2 - cells(words) - cells(beside))
        shade = ("here-focus" if self.has_focus else "here") if line.here else ""
        parts = [
            (EDGE if self.has_focus else " ", "edge-focus"), (" ", shade), (words, f"{line.left_style}+{shade}"),
            (gap, shade), (beside, f"{line.right_style}+{shade}"), (" ", shade),
        ]  # fmt: skip
        segments = [Segment(words, self._style(names)) for words, names in parts if words]
        return Strip(segments, width + len(EDGE)).crop(0, max(self.size.width, 0))


def _about(row: Row, room: int) -> str:
    """Publication and date in so many cells; the year goes first, then the day."""
    publication, day = printable(row.publication), plain_date(printable(row.published_at))
    forms = (f"{publication}  {day}", f"{publication}  {day[:-5]}" if day[-5:-4] == " " else "", publication or day)
    return next((form.strip() for form in forms if form.strip() and cells(form.strip()) <= room), forms[-1])


def _like(row: Row, title: str, room: int) -> str:
    """Publication and date, and `title`, of what the article is nearly the same text as, for which the year goes, then
    the day; where there is no room for either, without."""
    about = _about(row, room - len(LIKE) - min(LEAST, cells(title)))
    before = f"{about}{LIKE}" if about else LIKE.lstrip()
    left = room - cells(before)
    return f"{before}{fitted(title, left)}" if title and left >= min(LEAST, cells(title)) else _about(row, room)
