"""A pane of lines of which only those are painted again that look different: what the list and the margin share."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui import themes

CACHED = 300
"""Painted lines that are kept."""

Line = TypeVar("Line")
"""All that the looks of a line depend on, but for the pane's width, palette and focus."""


class Lined(Widget, Generic[Line], can_focus=True, inherit_css=False):
    """`nothing` is the look of a line with nothing on it. A child tells with `_seen` how the lines look from the top
    down, paints one with `_painted`, and in `_reveal` brings what is current into sight."""

    def __init__(self, nothing: Line, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._nothing = nothing
        self._lines: Sequence[Line] = ()
        self._fitted = Size(0, 0)
        self._ground: tuple[object, ...] = ()
        self._strips: dict[Line, Strip] = {}

    def _seen(self) -> Sequence[Line]:
        raise NotImplementedError

    def _painted(self, line: Line) -> Strip:
        raise NotImplementedError

    def _reveal(self) -> None:
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        width = self.size.width
        if self.size != self._fitted:
            self._fit()
            self._lines = self._seen()
        ground = (width, themes.palette(self.app), self.has_focus)
        if ground != self._ground or len(self._strips) > CACHED:
            self._ground = ground
            self._strips.clear()
        lines = self._lines
        strips = [self._strip(lines[y] if y < len(lines) else self._nothing) for y in crop.line_range]
        return strips if crop.column_span == (0, width) else [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def _show(self) -> None:
        """Bring what is current into sight, and paint the lines that no longer look as they did."""
        self._fit()
        self._repaint()

    def _fit(self) -> None:
        self._fitted = self.size
        self._reveal()

    def _repaint(self) -> None:
        before, self._lines = self._lines, self._seen()
        stale = [y for y, line in enumerate(self._lines) if y >= len(before) or before[y] != line]
        if len(self._lines) < len(before) or len(stale) > len(self._lines) // 2:
            self.refresh()
        elif stale:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in stale))

    def _strip(self, line: Line) -> Strip:
        known = self._strips.get(line)
        if known is None:
            known = self._strips[line] = self._painted(line)
        return known

    def _style(self, names: str) -> Style:
        return themes.style(f"panel+{names}", themes.palette(self.app), colour=not self.app.no_color)
