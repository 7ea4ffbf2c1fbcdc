"""What the help and the palette do with keys and the mouse: type to find, arrows to go, Esc to close."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui import keys
from tui.dialogs.sheet import Sheet

FAR = 1_000_000


class Searching(ModalScreen[str | None], inherit_bindings=False):
    """A sheet over the desk, dismissed with what was chosen, or with None. Keys go to the screen itself, so that those
    typed before it stands are not lost."""

    DEFAULT_CSS: ClassVar[str] = """
    Searching { align: center middle; background: $background 60%; }
    """

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.sheet = sheet

    def compose(self) -> ComposeResult:
        yield self.sheet

    def on_key(self, event: events.Key) -> None:
        key = keys.pressed(event.key, event.character)
        steps = {
            "up": -1, "down": 1, "pageup": 1 - self.sheet.page, "pagedown": self.sheet.page - 1,
            "home": -FAR, "end": FAR, "ctrl+home": -FAR, "ctrl+end": FAR,
        }  # fmt: skip
        if key == "ctrl+q":
            self.dismiss(None)
            return
        if key in steps:
            self.sheet.go(steps[key])
        elif key == "enter":
            self._take(self.sheet.choice)
        elif not self.sheet.feed(key) and (key in ("escape", "ctrl+p") or keys.unescaped(key)):
            self.dismiss(None)
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self.sheet.paste(event.text)

    def on_sheet_chosen(self, event: Sheet.Chosen) -> None:
        self._take(event.choice)

    def on_click(self) -> None:
        """A click beside the sheet closes it; one on it does not come here."""
        self.dismiss(None)

    def _take(self, choice: str) -> None:
        if choice:
            self.dismiss(choice)
