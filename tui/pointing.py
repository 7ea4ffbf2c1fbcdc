"""What the mouse does in the app: the panes tell where it was pressed, and this says what follows."""

from typing import TYPE_CHECKING

from seeds.errors import Problem
from tui.commands import LIST, MARGIN, TEXT

if TYPE_CHECKING:
    from tui.app import Postil
    from tui.messages import Dragged, Noted, Pressed
    from tui.session import Session


class Pointing:
    """The mouse of an app. While an edge is dragged, `_edge` is the run of undo that it makes."""

    def __init__(self, app: "Postil") -> None:
        self.app = app
        self._edge = ""
        self._pressed: Pressed | None = None

    def focused(self) -> None:
        """Follow the focus that a click has moved; while something is asked it goes back there."""
        app, strip, focus = self.app, self.app.asking.strip, self.app.front.focused
        panes = {app.articles: LIST, app.reader: TEXT} | ({app.front.margin: MARGIN} if app.front.has_margin else {})
        if strip and focus is not strip:
            strip.focus()
        elif focus in panes:
            app.front.pane = panes[focus]
            if app.hinting and app.pane != TEXT:
                app.hinting.close()
            if app.pane != LIST and app.desk.at >= 0:
                app.articles.cursor = app.desk.at  # a click means the article that is seen
            app.tell()

    def highlighted(self, number: int) -> None:
        if self._free():
            self.app.articles.cursor = number
            self.app.leafing.arrive()

    def opened(self, number: int) -> None:
        if self._free():
            self.app.articles.cursor = number
            self.app.focus_pane(TEXT)

    def noted(self, message: "Noted") -> None:
        from tui.commands.margin import go_to

        if self._free():
            self.app.say("")
            go_to(self.app, self.app.front.margin.find(message.id, message.coder))
            self.app.tell()

    def pressed(self, message: "Pressed") -> None:
        from tui.mouse import on_edge

        app, session = self.app, self.app.desk.session
        if session is None or not self._free():
            return
        app.say("")
        app.focus_pane(TEXT)
        if app.desk.session is session:  # else it was a place in an article that is no longer shown
            at_edge = None if message.extend or message.clicks > 1 else on_edge(session, message.offset)
            if at_edge:
                self._edge, self._pressed = f"edge {app.desk.means.new_id()}", message
                app.show(at_edge)
            else:
                self._click(session, message)
        app.tell()

    def dragged(self, message: "Dragged") -> None:
        from tui.mouse import dragged, edge_to

        app = self.app
        session = app.desk.session
        if session is None or app.asking.strip:
            return
        if self._edge:
            self._pressed = None
            try:
                app.carry(edge_to(session, message.offset, app.desk.means, self._edge))
            except Problem as problem:
                app.say(str(problem), "error")
        else:
            app.show(dragged(session, message.offset))
        app.tell()

    def released(self) -> None:
        """The end of a press: one on an edge that dragged nothing was a click like any other."""
        pressed, self._pressed, self._edge = self._pressed, None, ""
        if pressed and (session := self.app.desk.session):
            self._click(session, pressed)
            self.app.tell()

    def fold_clicked(self) -> None:
        if self._free():
            self.app.perform(self.app.table["article.fold"])

    def _click(self, session: "Session", message: "Pressed") -> None:
        from tui.mouse import clicked

        self.app.show(clicked(session, message.offset, extend=message.extend, clicks=message.clicks))

    def _free(self) -> bool:
        """Whether a click may act: what is being asked is asked of the article and the words where one is."""
        self.app.edge_run, self.app.pending = "", ()
        if self.app.hinting:
            self.app.hinting.close()
        if self.app.asking.strip:
            self.app.say("something is asked below: Enter or Esc first", "warning")
        return self.app.asking.strip is None
