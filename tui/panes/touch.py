"""The mouse on the reading pane: presses, drags, also beyond an edge, where the text scrolls on, and the scroll bar."""

from typing import TYPE_CHECKING

from textual.geometry import Offset

from tui.items import Part
from tui.messages import Dragged, FoldClicked, Pressed, Released
from tui.panes.strips import BAR

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

    from tui.panes.reader import ReaderPane

BEYOND = 0.05
"""Seconds between two rows that are scrolled while the mouse is held beyond an edge."""

NEVER = (Offset(-1, -1), 0.0, 0)
"""A cell that was not clicked: what comes after a drag is no second click."""


class Touch:
    """What the mouse is doing on a pane."""

    def __init__(self, pane: "ReaderPane") -> None:
        self.pane = pane
        self._held = ""
        self._at = Offset(0, 0)
        self._clicked = NEVER
        self._scrolling: Timer | None = None

    def down(self, event: "events.MouseDown") -> None:
        pane, self._at = self.pane, Offset(event.x, event.y)
        if event.button != 1 or not pane.looks:
            return
        pane.capture_mouse()
        if event.x >= pane.size.width - BAR and pane.window:
            self._held = "bar"
            pane.scroll_to_row(event.y)
        elif event.y < len(pane.looks) and pane.looks[event.y].row.part is Part.FOLD:
            pane.post_message(FoldClicked())
        else:
            self._held = "text"
            clicks = self._count(event)
            pane.post_message(Pressed(pane.offset_at(event.x, event.y), extend=event.shift, clicks=clicks))

    def move(self, event: "events.MouseMove") -> None:
        at, self._at = self._at, Offset(event.x, event.y)
        if at == self._at:
            return
        if self._held == "bar":
            self.pane.scroll_to_row(event.y)
        elif self._held:
            self._clicked = NEVER
            self._drag()

    def up(self) -> None:
        self.pane.release_mouse()
        held, self._held = self._held, ""
        if held == "text":
            self.pane.post_message(Released())

    def _drag(self) -> None:
        """Tell where the mouse is; beyond an edge scroll, and again in a moment as long as it is held there."""
        pane, (x, y) = self.pane, self._at
        by = -1 if y < 0 or (y == 0 and not self._lowered) else 1 if y >= pane.size.height else 0
        if by:
            pane.scroll_rows(by)
            if self._scrolling is None:
                self._scrolling = pane.set_timer(BEYOND, self._again)
        pane.post_message(Dragged(pane.offset_at(x, y)))

    def _again(self) -> None:
        self._scrolling = None
        if self._held == "text":
            self._drag()

    @property
    def _lowered(self) -> bool:
        """Whether there are cells above the pane in which the mouse can be beyond its upper edge."""
        return self.pane.region.y > 0

    def _count(self, event: "events.MouseDown") -> int:
        """The number of a press among those in quick succession on one cell, at most 3."""
        cell, time, count = self._clicked
        quick = cell == event.offset and event.time - time <= self.pane.app.CLICK_CHAIN_TIME_THRESHOLD
        count = min(count + 1, 3) if quick else 1
        self._clicked = (event.offset, event.time, count)
        return count
