"""The two lines at the bottom: where one is and what happened, and under it the keys that matter now.

Both fit whatever width there is. A message stands in place of the left text until its owner takes it away; one that
needs more than a line takes the footer's too.
"""

from collections.abc import Sequence
from typing import Literal

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui import themes
from tui.fit import cells, fitted
from tui.wrap import wrap

Level = Literal["information", "warning", "error"]
Hint = tuple[str, str]
"""A key as it is shown, and one or two words on what it does."""

LEVELS: dict[Level, str] = {"information": "strong", "warning": "warning", "error": "error"}
"""The style of a message."""

GAP = 3
"""Cells between two hints, and at least between the left text and the right one."""


class Status(Widget, inherit_css=False):
    """Status line and footer. Set `left`, `right`, `message`, `level` and `hints`; the line that changed is drawn anew.

    What comes from outside (names, titles) must be printable already.
    """

    DEFAULT_CSS = "Status { height: 2; padding: 0 1; background: $panel; }"

    left: reactive[str] = reactive("", repaint=False)
    right: reactive[str] = reactive("", repaint=False)
    message: reactive[str] = reactive("", repaint=False)
    level: reactive[Level] = reactive("information", repaint=False)
    hints: reactive[Sequence[Hint]] = reactive((), repaint=False)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        said = self._lines(width)
        segments = self._said(said, width) if y == 0 else self._footer(said, width)
        return Strip(segments, sum(cells(segment.text) for segment in segments)).adjust_cell_length(
            width, self._style("")
        )

    def _lines(self, width: int) -> tuple[str, str]:
        """The message in the two lines: the second holds what has no room in the first."""
        starts = wrap(self.message, 0, len(self.message), max(width, 1))
        cut = starts[1] if len(starts) > 1 else len(self.message)
        return self.message[:cut].rstrip(), self.message[cut:]

    def _said(self, message: tuple[str, str], width: int) -> list[Segment]:
        name, words = (LEVELS[self.level], message[0]) if self.message else ("", self.left)
        right = self.right if not message[1] and cells(words) + GAP + cells(self.right) <= width else ""
        said = fitted(words, width)
        room = width - cells(said) - cells(right)
        return [self._part(name, said), Segment(" " * room, self._style("")), self._part("quiet", right)]

    def _footer(self, message: tuple[str, str], width: int) -> list[Segment]:
        if message[1]:
            return [self._part(LEVELS[self.level], fitted(message[1], width))]
        segments: list[Segment] = []
        for key, words in fitting(self.hints, width):
            gap = [Segment(" " * GAP, self._style(""))] if segments else []
            segments += [*gap, self._part("strong", f"{key} "), self._part("quiet", words)]
        return segments

    def _part(self, name: str, text: str) -> Segment:
        return Segment(text, self._style(name))

    def _style(self, name: str) -> Style:
        return themes.style(f"panel+{name}", self.app.theme, colour=not self.app.no_color)

    def _watch_left(self) -> None:
        self._repaint(0)

    def _watch_right(self) -> None:
        self._repaint(0)

    def _watch_message(self) -> None:
        self.refresh()

    def _watch_level(self) -> None:
        self.refresh()

    def _watch_hints(self) -> None:
        self._repaint(1)

    def _repaint(self, line: int) -> None:
        self.refresh(Region(0, line, self.size.width, 1))


def fitting(hints: Sequence[Hint], width: int) -> Sequence[Hint]:
    """The hints that fit `width` cells side by side: the last one, which leads to all the others, stays as long as the
    first does; of the rest the hindmost are the first to go."""
    if not hints or _taken(hints) <= width:
        return hints
    rest, last = hints[:-1], hints[-1:]
    kept = [number for number in range(1, len(rest) + 1) if _taken([*rest[:number], *last]) <= width]
    if kept:
        return [*rest[: max(kept)], *last]
    return hints[:1] if _taken(hints[:1]) <= width else ()


def _taken(hints: Sequence[Hint]) -> int:
    """The cells of hints side by side."""
    return sum(GAP + cells(key) + 1 + cells(words) for key, words in hints) - GAP
