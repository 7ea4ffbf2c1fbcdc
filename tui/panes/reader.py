"""The pane in which an article is read: draws a scene, knows what is in sight, and tells what the mouse does.

A widget of its own on the Line API: of a key, only the rows that look different are painted again. It hands its strips
to the compositor as they are; Textual's boxes, borders and filters around a line would take most of a frame.
"""

from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from seeds.span import Span
from tui import themes
from tui.items import Part
from tui.layout import Layout, Place
from tui.looks import looks
from tui.marks import Marks
from tui.paint import Look
from tui.panes.strips import Ground, Strips, measure
from tui.panes.touch import Touch
from tui.scene import Scene
from tui.selection import Selection, caret
from tui.window import FIRST, Window
from tui.wrap import offset_at

WHEEL = 3
"""Rows that a notch of the wheel scrolls."""


class ReaderPane(Widget, can_focus=True, inherit_css=False):
    """Set `scene` to show it. Offsets are code points of the article's text."""

    DEFAULT_CSS = "ReaderPane { background: $background; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name for it
        super().__init__(id=id)
        self._scene: Scene | None = None
        self.window: Window | None = None
        self._caret = Span(0, 0)
        self._marks = Marks()
        self.looks: list[Look] = []
        self._strips: Strips | None = None
        self._touch = Touch(self)

    @property
    def scene(self) -> Scene | None:
        return self._scene

    @scene.setter
    def scene(self, scene: Scene) -> None:
        before, self._scene = self._scene, scene
        self._caret = caret(scene.selection, scene.view.article.text)
        if before is None or not _marked_alike(before, scene):
            self._marks = Marks(scene.annotations, scene.codebook, scene.theirs)
        if before is None or before.view is not scene.view or before.measure != scene.measure:
            self._arrange()
        if before is None or before.selection != scene.selection or before.view.article.text != scene.view.article.text:
            self.reveal()
        elif scene.hit >= 0 and (scene.hits is not before.hits or scene.hit != before.hit):
            self.show_words(scene.hits[scene.hit])
        else:
            self._repaint()

    def show_words(self, span: Span) -> None:
        """Scroll so that a stretch is in sight, wherever the selection is."""
        if self.window:
            self.window.reveal(span, span.start)
            self._repaint()

    def centre(self) -> None:
        """Scroll so that the moving end of the selection stands in the middle."""
        if self.window:
            self.window.centre(self._caret.start)
            self._repaint()

    @property
    def upper_edge(self) -> Place:
        """The place at the upper edge; set it to scroll back there."""
        return self.window.top if self.window else FIRST

    @upper_edge.setter
    def upper_edge(self, place: Place) -> None:
        if self.window:
            self.window.stand(place)
            self._repaint()

    @property
    def measure(self) -> int:
        """Cells of a line of text: as many as are wanted, or as there is room for."""
        return self._ground().measure

    @property
    def sight(self) -> Span:
        """The code points of the text from the first row in sight to the last."""
        texts = [look.row for look in self.looks if look.row.part is Part.TEXT]
        return Span(texts[0].start, texts[-1].end) if texts else Span(0, 0)

    def reveal(self) -> None:
        """Scroll so that the selection, and at least its moving end, is in sight."""
        if self.window and self._scene:
            self.window.reveal(self._scene.selection.span, self._caret.start)
            self._repaint()

    def sees(self, offset: int) -> bool:
        return self.window is None or self.window.sees(offset)

    def nearest_in_sight(self, offset: int) -> int:
        """The code point in sight that is nearest."""
        return self.window.nearest(offset) if self.window else offset

    def vertical(self, selection: Selection, by: int, goal: int | None) -> tuple[int, int]:
        """Where the moving end comes to stand `by` rows further, and the cell that it keeps to."""
        head = self._moving(selection).start
        return self.window.vertical(head, by, goal) if self.window else (head, goal or 0)

    def row_of(self, selection: Selection) -> Span:
        """The code points of the row in which the moving end stands."""
        place = self._moving(selection)
        return self.window.row_at(place.start) if self.window else place

    def page(self, selection: Selection, by: int) -> int:
        """Scroll by pages; where the moving end comes to stand."""
        head = self._moving(selection).start
        return self.window.page(head, by) if self.window else head

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.window is None:
            self._arrange()
            self._look()
        ground = self._ground()
        if self._strips is None or self._strips.ground != ground:
            self._strips = Strips(self._scene.view.article.text if self._scene else "", ground)
        strips, looks = self._strips, self.looks
        lines = [strips.of(looks[y]) if y < len(looks) else strips.blank for y in crop.line_range]
        return lines if crop.column_span == (0, ground.width) else [line.crop(*crop.column_span) for line in lines]

    def render_line(self, y: int) -> Strip:
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def on_resize(self) -> None:
        if self._arranged():
            return
        seen = self.window is None or self.sees(self._caret.start)
        self._arrange()
        if seen:
            self.reveal()
        self._repaint()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._touch.down(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._touch.move(event)

    def on_mouse_up(self) -> None:
        self._touch.up()

    def on_mouse_scroll_down(self) -> None:
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        self.scroll_rows(-WHEEL)

    def scroll_rows(self, by: int) -> None:
        """Scroll by rows; the selection stays where it is."""
        if self.window:
            self.window.scroll(by)
            self._repaint()

    def scroll_to_row(self, row: int) -> None:
        """Scroll to where the thumb of the scroll bar stands beside a row of the pane."""
        if self.window:
            self.window.scroll_to(row)
            self._repaint()

    def offset_at(self, x: int, y: int) -> int:
        """The code point of the grapheme at a cell of the pane, or nearest to it."""
        texts = [(abs(at - y), look.row) for at, look in enumerate(self.looks) if look.row.part is Part.TEXT]
        if not texts or not self.window:
            return self._caret.start
        row = min(texts, key=lambda pair: pair[0])[1]
        words = self.window.layout.words_of(row)
        return offset_at(self.window.layout.text, words.start, words.end, max(x - self._ground().column, 0))

    def _ground(self) -> Ground:
        width, app = self.size.width, self.app
        wanted = self._scene.measure if self._scene else 1
        return Ground(width, measure(wanted, width), themes.palette(app), not app.no_color, self.has_focus)

    def _arranged(self) -> bool:
        """Whether what is laid out is the scene's view in the pane's size."""
        window, scene = self.window, self._scene
        if window is None or scene is None:
            return scene is None
        size = (window.layout.width, window.height)
        return window.layout.view is scene.view and size == (self._ground().measure, self.size.height)

    def _arrange(self) -> None:
        """Lay the article out anew, unless only the height is another; what was at the upper edge of it stays there."""
        known, self.window, self._strips, self.looks = self.window, None, None, []
        if not self._scene or not self.size.width:
            return
        view, width, height = self._scene.view, self._ground().measure, self.size.height
        same = known is not None and known.layout.text == view.article.text
        if known and known.layout.view is view and known.layout.width == width:
            self.window = Window(known.layout, height)
            self.window.stand(known.top)
            return
        self.window = Window(Layout(view, width), height, known.anchor if known and same else 0)
        if not same:
            self.window.reveal(self._scene.selection.span, self._caret.start)

    def _repaint(self) -> None:
        """Paint the rows that no longer look as they did."""
        before = self.looks
        self._look()
        looks = self.looks
        stale = [y for y, look in enumerate(looks) if y >= len(before) or before[y] != look]
        if len(looks) < len(before) or len(stale) > len(looks) // 2:
            self.refresh()
        elif stale:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in stale))

    def _look(self) -> None:
        if self.window and self._scene:
            self.looks = looks(self._scene, self.window.rows, self._marks, self._caret, self.window.thumb)

    def _moving(self, selection: Selection) -> Span:
        return caret(selection, self._scene.view.article.text) if self._scene else selection.span


def _marked_alike(before: Scene, scene: Scene) -> bool:
    """Whether both have the same annotations, by identity: to compare ten thousand would take longer than a frame."""
    same = before.annotations is scene.annotations and before.theirs is scene.theirs
    return same and before.codebook is scene.codebook
