"""What the mouse does in the app: the panes tell where it was pressed, and this says what follows."""

from typing import TYPE_CHECKING

from tui.commands import LIST, TEXT

if TYPE_CHECKING:
    from tui.app import Postil
    from tui.messages import Dragged, Pressed


class Pointing:
    """The mouse of an app."""

    def __init__(self, app: "Postil") -> None:
        self.app = app

    def focused(self) -> None:
        """Follow the focus that a click has moved; while something is asked it goes back there."""
        app, strip = self.app, self.app.asking.strip
        if strip and app.front.focused is not strip:
            strip.focus()
        elif app.front.focused in (app.articles, app.reader):
            app.front.pane = LIST if app.front.focused is app.articles else TEXT
            app.tell()

    def highlighted(self, number: int) -> None:
        if self._free():
            self.app.articles.cursor = number
            self.app.leafing.arrive()

    def opened(self, number: int) -> None:
        if self._free():
            self.app.articles.cursor = number
            self.app.focus_pane(TEXT)

    def pressed(self, message: "Pressed") -> None:
        from tui.mouse import clicked

        app = self.app
        if (session := app.desk.session) and self._free():
            app.say("")
            app.edge_run, app.pending = "", ()
            app.focus_pane(TEXT)
            app.show(clicked(session, message.offset, extend=message.extend, clicks=message.clicks))
            app.tell()

    def dragged(self, message: "Dragged") -> None:
        from tui.mouse import dragged

        if (session := self.app.desk.session) and not self.app.asking.strip:
            self.app.show(dragged(session, message.offset))
            self.app.tell()

    def fold_clicked(self) -> None:
        if self._free():
            self.app.perform(self.app.table["article.fold"])

    def _free(self) -> bool:
        """Whether a click may act: what is being asked is asked of the article and the words where one is."""
        if self.app.asking.strip:
            self.app.say("something is asked below: Enter or Esc first", "warning")
        return self.app.asking.strip is None
