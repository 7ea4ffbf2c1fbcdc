"""The margin: what is tagged in the article, in the order of its text, so that it can be looked over and gone to.

Entries are of two rows or three, some of one or four; so the pane scrolls by entries and looks only at those in sight.
"""

from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from tui.fit import cells, fitted
from tui.margin import PEN, Listed, Listing, Marginalia
from tui.messages import Noted
from tui.panes.lined import Lined
from tui.panes.strips import EDGE
from tui.wrap import wrap

TITLE = "Margin"
NONE_YET = "nothing is tagged here yet"

HEAD = 2
"""Lines above the first entry: what the pane is, and an empty one."""

LEAD = 2
"""Cells before the words of an entry: the key of its tag, and a space."""


class Line(NamedTuple):
    """All that the looks of a line depend on, but for the ground: a key before the words and what stands at the right
    end, both of characters that take a cell each; the names of styles; and whether it is of the current entry."""

    lead: str = ""
    lead_style: str = ""
    words: str = ""
    style: str = ""
    right: str = ""
    here: bool = False


NOTHING = Line()


class MarginPane(Lined[Line], inherit_css=False):
    """Set `shown`; `cursor`, the number from 0 of the current entry or -1, follows the bound annotation."""

    DEFAULT_CSS = "MarginPane { background: $panel; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(NOTHING, id=id)
        self._shown = Marginalia()
        self._listing = Listing(self._shown)
        self._cursor, self._top = -1, 0
        self._numbers: list[int] = []

    @property
    def shown(self) -> Marginalia:
        return self._shown

    @shown.setter
    def shown(self, shown: Marginalia) -> None:
        before, self._shown = self._shown, shown
        if shown == before:
            return
        if shown != before._replace(bound=shown.bound, coder=shown.coder):
            self._list()
        self.cursor = self._listing.find(shown.bound, shown.coder)

    @property
    def cursor(self) -> int:
        return self._cursor

    @cursor.setter
    def cursor(self, number: int) -> None:
        self._cursor = max(-1, min(number, len(self._listing) - 1))
        self._show()

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._listing)

    def find(self, annotation_id: int, coder: str = "") -> int:
        """The number of an annotation's entry; -1 where it has none. `coder` is whose it is, "" for one's own."""
        return self._listing.find(annotation_id, coder)

    def listed(self, number: int) -> Listed | None:
        """The annotation of an entry, and whose it is."""
        return self._listing[number] if 0 <= number < len(self._listing) else None

    @property
    def page_entries(self) -> int:
        """Entries that are seen whole at once, at least one."""
        room, number = self.size.height - HEAD, self._top
        while number < len(self._listing) and (room := room - self._height(number)) >= 0:
            number += 1
        return max(number - self._top, 1)

    def on_click(self, event: events.Click) -> None:
        listed = self.listed(self._numbers[event.y]) if event.y < len(self._numbers) else None
        if listed:
            self.post_message(Noted(listed.annotation.id, listed.coder))

    def on_mouse_scroll_down(self) -> None:
        self._scroll(1)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-1)

    def _scroll(self, by: int) -> None:
        self._top = self._filling(max(self._top + by, 0))
        self._repaint()

    def _list(self) -> None:
        """List what is shown anew. What stood at the top stays there, or what stood behind it; in another article, of
        which neither is, the beginning does."""
        stood = [self._listing[number] for number in (self._top, self._top + 1) if number < len(self._listing)]
        self._listing = Listing(self._shown, self._listing)
        found = (self._listing.find(listed.annotation.id, listed.coder) for listed in stood)
        self._top = next((number for number in found if number >= 0), 0)

    def _reveal(self) -> None:
        """Scroll so that the current entry is in sight, and the last page is full."""
        if not self.size.height:
            return
        self._top = self._filling(self._top)
        if self._cursor >= 0:
            self._top = min(self._top, self._cursor)
            below = self._cursor - self._top
            if below >= self.size.height or below >= self.page_entries:
                self._top = self._highest(self._cursor)

    def _filling(self, top: int) -> int:
        """The top entry, or the one before it with which the last page is full."""
        count = len(self._listing)
        return top if count - top >= self.size.height else min(top, self._highest(count - 1))

    def _highest(self, number: int) -> int:
        """The first entry with which at the top an entry is seen whole."""
        if number < 0:
            return 0
        room = self.size.height - HEAD - self._height(number)
        while number > 0 and (room := room - self._height(number - 1)) >= 0:
            number -= 1
        return number

    def _height(self, number: int) -> int:
        return self._listing.entry(number, self._room).height

    @property
    def _room(self) -> int:
        """Cells of the words of an entry."""
        return self.size.width - len(EDGE) - LEAD

    def _seen(self) -> list[Line]:
        """How the lines look; and of which entry each is, is noted for clicks."""
        height, count = max(self.size.height, 1), len(self._listing)
        lines, numbers = [self._title(), NOTHING], [-1, -1]
        if not count:
            lines += self._none_yet()
        for number in range(self._top, count):
            if len(lines) >= height:
                break
            rows = self._rows(number)
            lines += rows
            numbers += [number] * len(rows)
        self._numbers = numbers[:height]
        return lines[:height]

    def _title(self) -> Line:
        """What the pane is, and how many entries there are: the current one's place among them, where one is."""
        count, place = f"{len(self._listing):,}", f"{self._cursor + 1:,}"
        forms = (count,) if self._cursor < 0 else (f"{place} of {count}", place)
        room = self.size.width - len(EDGE) - len(TITLE) - 1
        right = next((form for form in forms if len(form) <= room), "") if len(self._listing) else ""
        return Line(words=TITLE, style="quiet", right=right)

    def _none_yet(self) -> list[Line]:
        starts = wrap(NONE_YET, 0, len(NONE_YET), max(self.size.width - len(EDGE), 1))
        ends = [*starts[1:], len(NONE_YET)]
        return [Line(words=NONE_YET[at:end].rstrip(), style="quiet") for at, end in zip(starts, ends, strict=True)]

    def _rows(self, number: int) -> list[Line]:
        """The lines of an entry."""
        entry, here = self._listing.entry(number, self._room), number == self._cursor
        indent = " " * entry.nested
        key = f"key-{entry.hue}+strong" if entry.hue else "quiet"
        pen = f"{PEN} " if entry.note else ""
        rows = [Line(f"{indent}{entry.key} ", key, entry.words[0], "", pen, here)]
        below = [*((row, "") for row in entry.words[1:]), (entry.who, "quiet"), (entry.note, "caption")]
        return rows + [Line(f"{indent}  ", "", words, style, "", here) for words, style in below if words]

    def _painted(self, line: Line) -> Strip:
        """A line behind the edge; what stands at the right end is left out where no room is beside it."""
        width = max(self.size.width - len(EDGE), 0)
        lead = line.lead[:width]
        right = line.right if len(lead) + len(line.right) + 2 <= width else ""
        words = fitted(line.words, width - len(lead) - len(right) - bool(right))
        gap = " " * (width - len(lead) - cells(words) - len(right))
        shade = ("here-focus" if self.has_focus else "here") if line.here else ""
        parts = [
            (EDGE if self.has_focus else " ", "edge-focus"), (lead, f"{line.lead_style}+{shade}"),
            (words, f"{line.style}+{shade}"), (gap, shade), (right, f"quiet+{shade}"),
        ]  # fmt: skip
        segments = [Segment(words, self._style(names)) for words, names in parts if words]
        return Strip(segments, width + len(EDGE))
