"""Rows as Textual's strips, each painted once for each way it looks. Knows colours and cells, no keys and no mouse."""

from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui import themes
from tui.items import Part
from tui.paint import Look, gutter, stretches
from tui.wrap import HANG

EDGE = "▎"
"""What stands at the left of a pane: bright where it has the focus."""

GUTTER = 3
"""Cells to the left of the text: the keys of two tags, and the mark of a note or a space."""

BAR = 1
"""Cells at the right for the scroll bar."""

THUMB = "▐"

CACHED = 300
"""Painted rows that are kept."""


AROUND = len(EDGE) + GUTTER + HANG + BAR
"""Cells beside the measure that a pane needs."""


class Ground(NamedTuple):
    """What every row of a pane depends on: its width and the measure in cells, the palette, and the focus."""

    width: int
    measure: int
    palette: str
    colour: bool
    focus: bool

    @property
    def column(self) -> int:
        """The cell in which the text begins: the measure stands in the middle of the pane."""
        return max((self.width - self.measure - AROUND) // 2, 0) + GUTTER + len(EDGE)

    def style(self, names: str) -> Style:
        return themes.style(f"page+{names}", self.palette, colour=self.colour)


def measure(wanted: int, width: int) -> int:
    """The cells of a line of text in a pane of a width: what is wanted, or what there is."""
    return max(min(wanted, width - AROUND), 1)


class Strips:
    """The strips of one article on one ground."""

    def __init__(self, text: str, ground: Ground) -> None:
        self.text, self.ground = text, ground
        self._strips: dict[Look, Strip] = {}
        self.blank, self.thumb = (self._padded([], len(EDGE), thumb=thumb) for thumb in (False, True))

    def of(self, look: Look) -> Strip:
        """The strip of a row that looks so; it is as wide as the pane, and knows that."""
        if look.row.part is Part.BLANK:
            return self.thumb if look.thumb else self.blank
        known = self._strips.get(look)
        if known is None:
            if len(self._strips) >= CACHED:
                for old in list(self._strips)[: CACHED // 2]:
                    del self._strips[old]
            known = self._strips[look] = self._painted(look)
        return known

    def _painted(self, look: Look) -> Strip:
        ground = self.ground
        parts = [(" " * (ground.column - len(EDGE) - GUTTER), "")]
        parts += [(cell.words, cell.style) for cell in gutter(look)]
        taken = ground.column
        for words, style, cells in stretches(self.text, look):
            parts.append((words, style if ground.focus else style.replace("+caret", "+away").replace("+head", "")))
            taken += cells
        return self._padded(parts, taken, thumb=look.thumb)

    def _padded(self, parts: list[tuple[str, str]], taken: int, *, thumb: bool) -> Strip:
        """The strip of parts with their styles, behind the edge, filled up to the width with the scroll bar at its end;
        parts of one style are one."""
        width = self.ground.width
        bar = (THUMB, "thumb") if thumb else (" ", "")
        edge = (EDGE, "edge-focus") if self.ground.focus else (" ", "")
        segments = [Segment(edge[0], self.ground.style(edge[1]))]
        for words, name in (*parts, (" " * (width - taken - BAR), ""), bar):
            style = self.ground.style(name)
            if segments[-1].style == style:
                segments[-1] = Segment(segments[-1].text + words, style)
            elif words:
                segments.append(Segment(words, style))
        strip = Strip(segments, max(taken + BAR, width))
        return strip.crop(0, width) if taken + BAR > width else strip
