"""The program at the terminal: takes keys and the mouse, lets the desk carry things out, and shows what came of it."""

import asyncio
import signal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Event, Key
from textual.screen import Screen

from seeds.errors import Problem
from seeds.printable import printable
from tui import signals, themes
from tui.asking import Asking
from tui.commands import EDGES, LIST, MARGIN, TEXT, Command
from tui.desk import Desk
from tui.front import Front
from tui.hinting import Hinting
from tui.leafing import Leafing
from tui.messages import Dragged, Highlighted, Noted, Opened, Pressed
from tui.panes.articles import ArticlesPane
from tui.panes.reader import ReaderPane
from tui.panes.status import Level
from tui.pointing import Pointing
from tui.session import Session
from tui.sight import in_sight
from tui.tending import Tending
from tui.terminal import Terminal

if TYPE_CHECKING:
    from tui.dialogs.ask import Ask
    from tui.intent import Intent, Refusal
    from tui.keys import Keymap

LEAVING = ("ctrl+q",)
"""Keys that leave the program from wherever one is."""


class Postil(App[None], inherit_bindings=False, inherit_css=False):
    """The reader. `desk` is what it shows; `coder` stands in the status line."""

    TITLE = "postil"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    DEFAULT_CSS = "Postil { background: $background; color: $foreground; }"

    desk: Desk
    articles: ArticlesPane
    reader: ReaderPane
    failure: Exception | None = None

    def __init__(self, desk: Desk, coder: str, greeting: str = "") -> None:
        super().__init__(driver_class=Terminal)
        themes.register(self)
        self.desk, self.coder, self.greeting = desk, coder, greeting
        self.painted = self.mouse_free = False
        self.shown: Session | None = None
        self.pending: tuple[str, ...] = ()
        self.running = self.asked = self.edge_run = ""
        tags = [tag.name for tag in desk.library.codebook.tags]
        self.front = Front(desk.library.name, tags, desk.places, desk.marginalia)
        self.articles, self.reader, self.status = self.front.articles, self.front.reader, self.front.status
        self.tending, self.asking, self.pointing = Tending(self), Asking(self), Pointing(self)
        self.leafing: Leafing = Leafing(self)
        self.hinting = Hinting(self)

    @cached_property
    def table(self) -> dict[str, Command]:
        """The commands by their names, made once the first screen is painted."""
        from tui.commands.table import commands

        return {command.name: command for command in commands(self.desk.library.codebook)}

    @cached_property
    def keymaps(self) -> "dict[str, Keymap]":
        """The keys of each pane."""
        from tui.commands.table import keymap

        return {pane: keymap(self.table.values(), pane) for pane in (LIST, TEXT, MARGIN)}

    def get_default_screen(self) -> Screen[None]:
        return self.front

    def on_load(self) -> None:
        """Fill the screen before it is there, so that its first frame is whole."""
        self.say(self.greeting)
        self.leafing.begin()

    def on_mount(self) -> None:
        self.focus_pane(LIST)
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        self.painted = True
        self.tell()
        self.asking.offer()
        self.tending.begin()

    @property
    def panes(self) -> list[str]:
        """The panes that one can go to, in their order."""
        return [LIST, TEXT, *([MARGIN] if self.desk.places.margin else [])]

    @property
    def pane(self) -> str:
        """The pane whose keys hold."""
        return self.front.pane

    def focus_pane(self, pane: str) -> None:
        if pane != LIST and self.pane == LIST and not self.leafing.arrive():
            return
        self.front.focus_pane(pane)
        self.tell()

    async def on_event(self, event: Event) -> None:
        """Take the keys in the order in which they were pressed: on its way past the widget that has the focus one
        could be overtaken by the next, where the focus changes between them."""
        if isinstance(event, Key) and not event.is_forwarded:
            from tui.keys import pressed

            self.app_focus = True
            self.take(pressed(event.key, event.character))
            self.tending.after_key()
        else:
            await super().on_event(event)

    def take(self, name: str) -> None:
        """Give a key to whatever is in front: a dialog, the strip, or the pane."""
        front = self.screen if len(self.screen_stack) > 1 else self.asking.strip
        feed = getattr(front, "feed", None)
        if feed is not None:
            if not feed(name) and name in LEAVING:
                self.exit()
            return
        from tui.keys import unescaped

        pair = unescaped(name)
        for key in pair if pair and name not in self.keymaps[self.pane] else (name,):
            if self.hinting and key not in LEAVING:
                self.hinting.feed(key)
            else:
                self.press(key)

    def press(self, key: str) -> None:
        """Feed one key to the keymap of the pane."""
        from tui.hints import astray, following
        from tui.keys import Cancelled, Matched, Pending, shown

        fed = self.keymaps[self.pane].feed(self.pending, key)
        self.pending = fed.keys if isinstance(fed, Pending) else ()
        if isinstance(fed, Matched):
            self.perform(self.table[fed.command])
        elif isinstance(fed, Pending):
            self.say("")
            self.status.hints = following(fed.hints, self.table)
        elif isinstance(fed, Cancelled):
            self.say("" if key == "escape" else f"{shown(' '.join(fed.keys))} means nothing here")
            self.tell()
        elif not self.asking.takes(key):
            self.say(astray(key, self.pane, self.panes, self.keymaps))

    def perform(self, command: Command) -> None:
        """Run a command. What goes wrong is said in a sentence, and nothing has changed then."""
        self.say("")
        if self.asked != command.name:
            self.asked = ""
        self.edge_run = "" if command.group != EDGES else self.edge_run or f"edge {self.desk.means.new_id()}"
        self.running = command.name
        try:
            here = self.pane != LIST or not command.acts or self.leafing.arrive()
            if here and (self.pane == LIST or in_sight(self, command)):
                command.run(self)
        except Problem as problem:
            self.say(str(problem), "error")
            self.articles.rows = self.desk.rows
        self.tell()

    def show(self, session: Session) -> None:
        """Show a session: the text pane repaints the lines in which it differs from the one before."""
        self.desk.session = self.shown = session
        self.reader.scene = self.desk.scene()
        self.front.show_margin()

    def say(self, words: str, level: Level = "information") -> None:
        """Put a sentence in the status line until the next key."""
        self.status.level, self.status.message = level, printable(words)

    def tell(self) -> None:
        """Bring the screen up to date with the desk, the status line and the footer too, once there is a first one."""
        if not self.painted:
            return
        session = self.desk.session
        if session and session is not self.shown:  # others wrote, or an edit did not fit what they wrote
            self.show(session)
            self.articles.rows = self.desk.rows
        from tui.hints import JUMPING, TYPING, hints, standing

        self.status.left, self.status.right = standing(self.desk, self.coder, saved=not self.tending.failed)
        busy = TYPING if self.asking.strip else JUMPING if self.hinting else None
        self.status.hints = busy or hints(self.pane, session, self.table)

    def carry(self, intent: "Intent | Refusal") -> None:
        """Carry an intent out and show what came of it, or say why not."""
        from tui.intent import Refusal

        if isinstance(intent, Refusal):
            self.say(intent.said, "warning")
            return
        self.committed(self.desk.carry_out(intent), intent.said)

    def committed(self, session: Session, said: str = "") -> None:
        """Show the session after an edit, with its row in the list."""
        self.show(session)
        self.articles.rows = self.desk.rows
        self.say("; ".join(filter(None, (said, self.desk.meanwhile.told()))))
        self.tending.after_edit()
        self.tell()

    def on_ask_changed(self, message: "Ask.Changed") -> None:
        self.asking.changed(message.name, message.value)

    def on_ask_answered(self, message: "Ask.Answered") -> None:
        self.asking.answered(message.name, message.value)
        self.tell()

    def on_ask_closed(self, message: "Ask.Closed") -> None:
        self.asking.close(message)

    def on_descendant_focus(self) -> None:
        self.pointing.focused()

    def on_highlighted(self, message: Highlighted) -> None:
        self.pointing.highlighted(message.index)

    def on_opened(self, message: Opened) -> None:
        self.pointing.opened(message.index)

    def on_pressed(self, message: Pressed) -> None:
        self.pointing.pressed(message)

    def on_dragged(self, message: Dragged) -> None:
        self.pointing.dragged(message)

    def on_released(self) -> None:
        self.pointing.released()

    def on_noted(self, message: Noted) -> None:
        self.pointing.noted(message)

    def on_fold_clicked(self) -> None:
        self.pointing.fold_clicked()

    async def run_async(self, **options: Any) -> None:
        """Run until one leaves, or until a signal asks to."""
        signals.ask(asyncio.get_running_loop(), self.leave)
        await super().run_async(**options)

    def leave(self, number: int) -> None:
        """Leave in good order because of a signal."""
        self.exit(return_code=signals.code(number))

    def on_hung_up(self) -> None:
        self.leave(signal.SIGHUP)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with the error, which the edge of the program turns into a sentence."""
        self.failure = error
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self.exit(return_code=1)

    def on_unmount(self) -> None:
        self.tending.end()
