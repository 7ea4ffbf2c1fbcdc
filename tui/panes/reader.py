"""The pane in which an article is read: draws a scene, knows what is in sight, and tells what the mouse does.

A widget of its own on the Line API: of a key, only the rows that look different are painted again.
"""

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from seeds.span import Span
from tui import themes
from tui.layout import Layout, Part, Row
from tui.messages import Dragged, FoldClicked, Pressed
from tui.paint import Marks, gutter, hits_in, stretches
from tui.scene import Scene
from tui.selection import Selection, caret
from tui.window import Window
from tui.wrap import offset_at

GUTTER = 3
"""Cells to the left of the text: the keys of two tags, and a space."""

WHEEL = 3
"""Rows that a notch of the wheel scrolls."""

CACHED = 300
"""Painted rows that are kept."""


Looks = tuple[object, ...]
"""What tells whether two rows look the same."""


class ReaderPane(Widget, can_focus=True):
    """Set `scene` to show it. Offsets are code points of the article's text."""

    DEFAULT_CSS = "ReaderPane { background: $background; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name for it
        super().__init__(id=id)
        self._scene: Scene | None = None
        self._window: Window | None = None
        self._marks = Marks(())
        self._rows: list[Row] = []
        self._looks: list[Looks] = []
        self._strips: dict[tuple[Looks, str], Strip] = {}
        self._dragging = False

    @property
    def scene(self) -> Scene | None:
        return self._scene

    @scene.setter
    def scene(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        if before is None or before.annotations is not scene.annotations:
            self._marks = Marks(scene.annotations)
        if before is None or before.view is not scene.view or before.measure != scene.measure:
            self._arrange(before)
        if self._window and (before is None or before.selection != scene.selection):
            self._window.reveal(self._head)
        self._repaint()

    def reveal(self) -> None:
        """Scroll so that the moving end of the selection is in sight."""
        if self._window:
            self._window.reveal(self._head)
            self._repaint()

    def sees(self, offset: int) -> bool:
        return self._window is None or self._window.sees(offset)

    def nearest_in_sight(self, offset: int) -> int:
        """The code point in sight that is nearest."""
        return self._window.nearest(offset) if self._window else offset

    def vertical(self, selection: Selection, by: int, goal: int | None) -> tuple[int, int]:
        """Where the moving end comes to stand `by` rows further, and the cell that it keeps to."""
        head = self._caret(selection).start
        return self._window.vertical(head, by, goal) if self._window else (head, goal or 0)

    def row_of(self, selection: Selection) -> Span:
        """The code points of the row in which the moving end stands."""
        place = self._caret(selection)
        return self._window.row_at(place.start) if self._window else place

    def page(self, selection: Selection, by: int) -> int:
        """Scroll a page; where the moving end comes to stand."""
        head = self._caret(selection).start
        return self._window.page(head, by) if self._window else head

    def on_resize(self) -> None:
        if self._scene:
            self._arrange(self._scene)
            self.reveal()
            self.refresh()

    def render_line(self, y: int) -> Strip:
        if self._window is None:
            self._arrange(self._scene)
            self.reveal()
        if y >= len(self._rows) or self._rows[y].part is Part.BLANK:
            return self._blank()
        key = (self._looks[y], self.app.theme)
        known = self._strips.get(key)
        if known is None:
            if len(self._strips) >= CACHED:
                self._strips.clear()
            known = self._strips[key] = self._drawn(self._rows[y])
        return known

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button != 1 or not self._rows:
            return
        if event.y < len(self._rows) and self._rows[event.y].part is Part.FOLD:
            self.post_message(FoldClicked())
            return
        self.capture_mouse()
        self._dragging = True
        self.post_message(Pressed(self._offset_at(event.x, event.y), extend=event.shift, clicks=1))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragging:
            self.post_message(Dragged(self._offset_at(event.x, event.y)))

    def on_mouse_up(self) -> None:
        self.release_mouse()
        self._dragging = False

    def on_click(self, event: events.Click) -> None:
        if event.chain > 1:
            self.post_message(Pressed(self._offset_at(event.x, event.y), extend=False, clicks=min(event.chain, 3)))

    def on_mouse_scroll_down(self) -> None:
        self._wheel(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        self._wheel(-WHEEL)

    def _wheel(self, by: int) -> None:
        if self._window:
            self._window.scroll(by)
            self._repaint()

    def _arrange(self, before: Scene | None) -> None:
        """Lay the article out anew; of the same one what was at the upper edge stays there."""
        known = (
            self._window if before and self._scene and before.view.article.id == self._scene.view.article.id else None
        )
        self._window = None
        self._strips.clear()
        self._looks.clear()
        if not self._scene or not self.size.width:
            return
        layout = Layout(self._scene.view, self._width)
        top = layout.place_of(known.rows[0].start) if known and known.top != (0, 0) and known.rows else None
        self._window = Window(layout, self.size.height, top) if top else Window(layout, self.size.height)

    def _repaint(self) -> None:
        """Paint the rows that no longer look as they did."""
        if not self._window or not self._scene:
            return
        before, rows = self._looks, self._window.rows
        looks = [self._look(row) for row in rows]
        stale = [y for y, look in enumerate(looks) if y >= len(before) or before[y] != look]
        self._rows, self._looks = rows, looks
        if len(looks) < len(before) or len(stale) > len(looks) // 2:
            self.refresh()
        elif stale:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in stale))

    def _look(self, row: Row) -> Looks:
        """All that the looks of a row of this article depend on, but for the theme."""
        scene = self._scene
        if scene is None or row.part is not Part.TEXT:
            return (row, self.size.width)
        span, place = scene.selection.span, self._caret(scene.selection)
        edges = tuple(min(max(edge, row.start), row.end) for edge in (span.start, span.end, place.start, place.end))
        touching = self._marks.touching(row.start, row.end)
        marks = tuple((a.id, a.tag, a.spans) for a in touching)
        hits = tuple(hits_in(scene, row))
        bound = scene.bound is not None and edges[0] < edges[1]
        return (row, edges, marks, hits, scene.hit, bound, self.size.width)

    def _drawn(self, row: Row) -> Strip:
        scene, width = self._scene, self.size.width
        if scene is None:
            return self._blank()
        touching = self._marks.touching(row.start, row.end) if row.part is Part.TEXT else []
        beside = gutter(scene, touching)
        left = Segment(" " * (self._column - 1 - len(beside)), self._style(""))
        marks = [Segment(words, self._style(style)) for words, style, _ in beside]
        segments = [left, *marks, Segment(" ", self._style(""))]
        taken = self._column
        for stretch in stretches(scene, row, touching, self._caret(scene.selection)):
            segments.append(Segment(stretch.words, self._style(stretch.style)))
            taken += stretch.cells
        if taken > width:
            return Strip(segments, taken).crop(0, width)
        return Strip([*segments, Segment(" " * (width - taken), self._style(""))], width)

    def _blank(self) -> Strip:
        return Strip([Segment(" " * self.size.width, self._style(""))], self.size.width)

    def _style(self, names: str) -> Style:
        return themes.style(f"page+{names}", self.app.theme, colour=not self.app.no_color)

    @property
    def _head(self) -> int:
        return self._caret(self._scene.selection).start if self._scene else 0

    def _caret(self, selection: Selection) -> Span:
        return caret(selection, self._scene.view.article.text) if self._scene else selection.span

    @property
    def _width(self) -> int:
        """Cells of a line of text: the measure, or what the pane has for it."""
        measure = self._scene.measure if self._scene else 1
        return max(min(measure, self.size.width - GUTTER - 1), 1)

    @property
    def _column(self) -> int:
        """The cell in which the text begins: the measure stands in the middle of the pane."""
        return GUTTER + max((self.size.width - GUTTER - self._width) // 2, 0)

    def _offset_at(self, x: int, y: int) -> int:
        """The code point of the grapheme at a cell of the pane, or nearest to it."""
        if not self._window:
            return 0
        texts = [(abs(number - y), row) for number, row in enumerate(self._rows) if row.part is Part.TEXT]
        if not texts:
            return self._head
        row = min(texts, key=lambda pair: pair[0])[1]
        return offset_at(self._window.layout.text, row.start, row.end, max(x - self._column, 0))
