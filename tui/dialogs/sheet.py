"""A line to type in with rows under it that it finds: the body of the help and of the palette."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.dialogs.entry import Entry, Piece
from tui.fit import cells, fitted

MARK = "› "
"""Stands before the row that Enter takes, as before the line that is typed in."""


class Row(NamedTuple):
    """A row as it is drawn; `chooses` is what it stands for, "" for one that cannot be chosen."""

    pieces: tuple[Piece, ...]
    chooses: str = ""


class Sheet(Widget):
    """`rows` gives what is listed for a query in a width of cells; `hint` stands in the last line.

    With `choosing` one row is marked, and scrolling moves the mark.
    """

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, choice: str) -> None:
            super().__init__()
            self.choice = choice

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sheet--text",
        "sheet--caret",
        "sheet--selected",
        "sheet--prompt",
        "sheet--heading",
        "sheet--key",
        "sheet--faint",
        "sheet--marked",
    }
    DEFAULT_CSS = """
    Sheet {
        width: 80;
        max-width: 100%;
        height: 80%;
        padding: 0 2;
        background: $panel;
        color: $foreground;
        & > .sheet--caret { text-style: reverse; }
        & > .sheet--selected { background: $primary 25%; }
        & > .sheet--prompt, & > .sheet--faint { color: $foreground 75%; }
        & > .sheet--heading { color: $text-primary; text-style: bold; }
        & > .sheet--key { text-style: bold; }
        & > .sheet--marked { background: $primary 30%; text-style: bold; }
    }
    """

    def __init__(self, rows: Callable[[str, int], Sequence[Row]], hint: str, *, choosing: bool = False) -> None:
        super().__init__()
        self._rows_for, self._hint, self._choosing = rows, hint, choosing
        self._entry = Entry()
        self._made: tuple[tuple[str, int], Sequence[Row]] = (("", -1), ())
        self._top = 0
        self._marked = 0

    @property
    def choice(self) -> str:
        """What the marked row stands for."""
        rows = self._rows
        return rows[self._marked].chooses if self._choosing and self._marked < len(rows) else ""

    @property
    def page(self) -> int:
        """The rows that are seen at once."""
        return max(self.size.height - self._head - 1, 1)

    def feed(self, key: str) -> bool:
        """Take a key that edits the query; False for any other."""
        before = self._entry.value
        taken = self._entry.feed(key)
        self._searched(before)
        return taken

    def paste(self, text: str) -> None:
        before = self._entry.value
        self._entry.paste(text)
        self._searched(before)

    def go(self, by: int) -> None:
        """Move the mark, or where there is none the rows, by so many rows."""
        last = len(self._rows) - 1
        if self._choosing:
            self._marked = max(0, min(self._marked + by, last))
            self._top = min(max(self._top, self._marked - self.page + 1), self._marked)
        else:
            self._top = max(0, min(self._top + by, last + 1 - self.page))
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.go(1 if self._choosing else 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.go(-1 if self._choosing else -3)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        offset = event.get_content_offset(self)
        number = self._top + offset.y - self._head if offset and offset.y >= self._head else -1
        if 0 <= number < len(self._rows) and self._rows[number].chooses:
            self.post_message(self.Chosen(self._rows[number].chooses))

    def render_line(self, y: int) -> Strip:
        width, number = self.size.width, self._top + y - self._head
        pieces: Sequence[Piece] = ()
        if y == 0:
            pieces = [("prompt", MARK), *self._entry.pieces(max(width - 2, 1))]
        elif y == self.size.height - 1:
            pieces = [("faint", fitted(self._foot(), width))]
        elif y >= self._head and number < len(self._rows):
            pieces = self._row(number)
        marked = self._choosing and self._head <= y < self.size.height - 1 and number == self._marked
        styles = {name: self.get_component_rich_style(f"sheet--{name}") for name, _ in pieces}
        mark = self.get_component_rich_style("sheet--marked") if marked else None
        segments = [Segment(text, styles[name] + mark if mark else styles[name]) for name, text in pieces]
        strip = Strip(segments, sum(cells(text) for _, text in pieces))
        return strip.adjust_cell_length(width, mark or self.rich_style)

    @property
    def _head(self) -> int:
        """The lines over the rows: the one that is typed in, and where there is room an empty one."""
        return 2 if self.size.height >= 8 else 1

    @property
    def _rows(self) -> Sequence[Row]:
        key = (self._entry.value, self.size.width - (len(MARK) if self._choosing else 0))
        if self._made[0] != key:
            self._made = key, self._rows_for(*key)
        return self._made[1]

    def _row(self, number: int) -> Sequence[Piece]:
        pieces = self._rows[number].pieces
        if not self._choosing:
            return pieces
        return [("text", MARK if number == self._marked else " " * len(MARK)), *pieces]

    def _foot(self) -> str:
        if not self._rows:
            return "nothing is called that; Backspace takes letters back"
        below = len(self._rows) - self._top - self.page
        return f"{self._hint}   {below} more below" if below > 0 else self._hint

    def _searched(self, before: str) -> None:
        if self._entry.value != before:
            self._top = self._marked = 0
        self.refresh()
