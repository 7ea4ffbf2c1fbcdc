"""What the help and the palette do with keys and the mouse: type to find, arrows to go, Esc to close."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui import keys
from tui.dialogs.sheet import Sheet

FAR = 1_000_000


class Searching(ModalScreen[str | None], inherit_bindings=False):
    """A sheet over the desk, dismissed with what was chosen, or with None.

    It can be fed keys before it stands, and lets those that come after it was dismissed go on to the app, so that
    whoever types ahead loses none.
    """

    DEFAULT_CSS: ClassVar[str] = """
    Searching { align: center middle; background: $background 60%; }
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet
        self._stands = self._over = False
        self._early: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.sheet

    def on_mount(self) -> None:
        self._stands = True
        for key in self._early:
            self.feed(key)

    def feed(self, key: str) -> bool:
        """Take a key as `tui.keys.pressed` names it; False for one that is the app's."""
        steps = {
            "up": -1, "down": 1, "pageup": 1 - self.sheet.page, "pagedown": self.sheet.page - 1,
            "home": -FAR, "end": FAR, "ctrl+home": -FAR, "ctrl+end": FAR,
        }  # fmt: skip
        if self._over:
            return False
        if not self._stands:
            self._early.append(key)
        elif key in steps:
            self.sheet.go(steps[key])
        elif key == "enter":
            self._take(self.sheet.choice)
        elif not self.sheet.feed(key) and (key in ("escape", "ctrl+p", "ctrl+q") or keys.unescaped(key)):
            self._close(None)
        return key != "ctrl+q"

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.sheet.paste(event.text)

    def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        self._take(event.choice)

    def on_click(self) -> None:
        """A click beside the sheet closes it; one on it does not come here."""
        self._close(None)

    def _take(self, choice: str) -> None:
        if choice:
            self._close(choice)

    def _close(self, choice: str | None) -> None:
        self._over = True
        self.dismiss(choice)
