"""The pane in which an article is read: draws a scene, knows what is in sight, and tells what the mouse does.

A widget of its own on the Line API: of a key, only the rows that look different are painted again. It hands its strips
to the compositor as they are; Textual's boxes, borders and filters around a line would take most of a frame.
"""

from collections.abc import Iterable

from textual import events
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from seeds.span import Span
from tui import themes
from tui.items import Part
from tui.layout import Layout, Row
from tui.marks import Marks
from tui.messages import Dragged, FoldClicked, Pressed, Released
from tui.paint import Look, hits_in
from tui.panes.strips import Ground, Strips, measure
from tui.scene import Scene
from tui.selection import Selection, caret
from tui.window import Window
from tui.wrap import offset_at

WHEEL = 3
"""Rows that a notch of the wheel scrolls."""


class ReaderPane(Widget, can_focus=True, inherit_css=False):
    """Set `scene` to show it. Offsets are code points of the article's text."""

    DEFAULT_CSS = "ReaderPane { background: $background; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name for it
        super().__init__(id=id)
        self._scene: Scene | None = None
        self._window: Window | None = None
        self._caret = Span(0, 0)
        self._marks = Marks()
        self._looks: list[Look] = []
        self._strips: Strips | None = None
        self._dragging = False
        self._clicked = (Offset(-1, -1), 0.0, 0)

    @property
    def scene(self) -> Scene | None:
        return self._scene

    @scene.setter
    def scene(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        self._caret = caret(scene.selection, scene.view.article.text)
        if before is None or before.annotations is not scene.annotations or before.codebook is not scene.codebook:
            self._marks = Marks(scene.annotations, scene.codebook)
        if before is None or before.view is not scene.view or before.measure != scene.measure:
            self._arrange()
        if before is None or before.selection != scene.selection or before.view.article.text != scene.view.article.text:
            self.reveal()
        else:
            self._repaint()

    def reveal(self) -> None:
        """Scroll so that the selection, and at least its moving end, is in sight."""
        if self._window and self._scene:
            self._window.reveal(self._scene.selection.span, self._caret.start)
            self._repaint()

    def sees(self, offset: int) -> bool:
        return self._window is None or self._window.sees(offset)

    def nearest_in_sight(self, offset: int) -> int:
        """The code point in sight that is nearest."""
        return self._window.nearest(offset) if self._window else offset

    def vertical(self, selection: Selection, by: int, goal: int | None) -> tuple[int, int]:
        """Where the moving end comes to stand `by` rows further, and the cell that it keeps to."""
        head = self._moving(selection).start
        return self._window.vertical(head, by, goal) if self._window else (head, goal or 0)

    def row_of(self, selection: Selection) -> Span:
        """The code points of the row in which the moving end stands."""
        place = self._moving(selection)
        return self._window.row_at(place.start) if self._window else place

    def page(self, selection: Selection, by: int) -> int:
        """Scroll by pages; where the moving end comes to stand."""
        head = self._moving(selection).start
        return self._window.page(head, by) if self._window else head

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._window is None:
            self._arrange()
            self._look()
        ground = self._ground()
        if self._strips is None or self._strips.ground != ground:
            self._strips = Strips(self._scene.view.article.text if self._scene else "", ground)
        strips, looks = self._strips, self._looks
        lines = [strips.of(looks[y]) if y < len(looks) else strips.blank for y in crop.line_range]
        return lines if crop.column_span == (0, ground.width) else [line.crop(*crop.column_span) for line in lines]

    def render_line(self, y: int) -> Strip:
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def on_resize(self) -> None:
        if self._arranged():
            return
        seen = self._window is None or self.sees(self._caret.start)
        self._arrange()
        if seen:
            self.reveal()
        self._repaint()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button != 1 or not self._looks:
            return
        if event.y < len(self._looks) and self._looks[event.y].row.part is Part.FOLD:
            self.post_message(FoldClicked())
            return
        self.capture_mouse()
        self._dragging = True
        offset = self._offset_at(event.x, event.y)
        self.post_message(Pressed(offset, extend=event.shift, clicks=self._count_clicks(event)))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragging:
            if not 0 <= event.y < self.size.height:
                self._scroll(-1 if event.y < 0 else 1)
            self.post_message(Dragged(self._offset_at(event.x, event.y)))

    def on_mouse_up(self) -> None:
        self.release_mouse()
        if self._dragging:
            self._dragging = False
            self.post_message(Released())

    def on_mouse_scroll_down(self) -> None:
        self._scroll(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        self._scroll(-WHEEL)

    def _count_clicks(self, event: events.MouseDown) -> int:
        """The number of a press among those in quick succession on one cell, at most 3."""
        cell, time, count = self._clicked
        quick = cell == event.offset and event.time - time <= self.app.CLICK_CHAIN_TIME_THRESHOLD
        count = min(count + 1, 3) if quick else 1
        self._clicked = (event.offset, event.time, count)
        return count

    def _scroll(self, by: int) -> None:
        if self._window:
            self._window.scroll(by)
            self._repaint()

    def _ground(self) -> Ground:
        width, app = self.size.width, self.app
        wanted = self._scene.measure if self._scene else 1
        return Ground(width, measure(wanted, width), themes.palette(app), not app.no_color, self.has_focus)

    def _arranged(self) -> bool:
        """Whether what is laid out is the scene's view in the pane's size."""
        window, scene = self._window, self._scene
        if window is None or scene is None:
            return scene is None
        size = (window.layout.width, window.height)
        return window.layout.view is scene.view and size == (self._ground().measure, self.size.height)

    def _arrange(self) -> None:
        """Lay the article out anew; of the same one what was at the upper edge stays there."""
        known, self._window, self._strips, self._looks = self._window, None, None, []
        if not self._scene or not self.size.width:
            return
        view = self._scene.view
        same = known is not None and known.layout.text == view.article.text
        layout = Layout(view, self._ground().measure)
        self._window = Window(layout, self.size.height, known.anchor if known and same else 0)
        if not same:
            self._window.reveal(self._scene.selection.span, self._caret.start)

    def _repaint(self) -> None:
        """Paint the rows that no longer look as they did."""
        before = self._looks
        self._look()
        looks = self._looks
        stale = [y for y, look in enumerate(looks) if y >= len(before) or before[y] != look]
        if len(looks) < len(before) or len(stale) > len(looks) // 2:
            self.refresh()
        elif stale:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in stale))

    def _look(self) -> None:
        if self._window and self._scene:
            self._looks = self._seen(self._scene, self._window.rows)

    def _seen(self, scene: Scene, rows: Iterable[Row]) -> list[Look]:
        """How rows look in a scene."""
        selected, stood, bound = scene.selection.span, self._caret, scene.bound
        looks = []
        for row in rows:
            if row.part is not Part.TEXT:
                looks.append(Look(row))
                continue
            marks = self._marks.touching(row.start, row.end)
            hits = hits_in(scene.hits, scene.hit, row.start, row.end) if scene.hits else ()
            here = bound if bound is not None and any(mark.id == bound for mark in marks) else None
            looks.append(Look(row, marks, hits, _within(selected, row), _within(stood, row), here))
        return looks

    def _moving(self, selection: Selection) -> Span:
        return caret(selection, self._scene.view.article.text) if self._scene else selection.span

    def _offset_at(self, x: int, y: int) -> int:
        """The code point of the grapheme at a cell of the pane, or nearest to it."""
        texts = [(abs(at - y), look.row) for at, look in enumerate(self._looks) if look.row.part is Part.TEXT]
        if not texts or not self._window:
            return self._caret.start
        row = min(texts, key=lambda pair: pair[0])[1]
        words = self._window.layout.words_of(row)
        return offset_at(self._window.layout.text, words.start, words.end, max(x - self._ground().column, 0))


def _within(span: Span, row: Row) -> tuple[int, int]:
    """The part of a span that lies on a row; (0, 0) where there is none."""
    start, end = max(span.start, row.start), min(span.end, row.end)
    return (start, end) if start < end else (0, 0)
