"""Commands for the program itself: undo and redo, panes, palette, help, export, leaving."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui import themes
from tui.commands import ALL, LIST, ONLY_LIST, Command
from tui.hints import offered
from tui.search import Hits
from tui.selection import Selection, caret

if TYPE_CHECKING:
    from tui.app import Postil

PROGRAM = "Program"


def undo(app: "Postil") -> None:
    """Take the newest step back; one that was done before this start only when asked twice."""
    older = app.desk.reaches_back()
    if older and not sure(app, f"undo {older.label}, of {older.at.astimezone():%-d %B %Y, %H:%M}? Press again"):
        return
    again(app, app.desk.undo())


def redo(app: "Postil") -> None:
    again(app, app.desk.redo())


def sure(app: "Postil", question: str) -> bool:
    """Whether the running command was pressed a second time; the first time the question is put."""
    if app.asked == app.running:
        app.asked = ""
        return True
    app.asked = app.running
    app.say(question, "warning")
    return False


def again(app: "Postil", said: str) -> None:
    if app.desk.session:
        app.committed(app.desk.session, said)


def other_pane(by: int) -> "Callable[[Postil], None]":
    """A command that goes round the panes: list, text, and the margin where it is on."""

    def run(app: "Postil") -> None:
        app.focus_pane(app.panes[(app.panes.index(app.pane) + by) % len(app.panes)])

    return run


def palette(app: "Postil") -> None:
    """Ask for a command by its name, then run it."""
    from tui.dialogs.palette import PaletteScreen

    def chosen(name: str | None) -> None:
        if name:
            app.perform(app.table[name])

    app.push_screen(PaletteScreen(tuple(app.table.values())), chosen)


def show_help(app: "Postil") -> None:
    from tui.dialogs.help import HelpScreen

    now = [app.table[name] for name in offered(app.pane, app.desk.session, app.table)]
    app.push_screen(HelpScreen(tuple(app.table.values()), now))


def switch_theme(app: "Postil") -> None:
    app.theme = themes.LIGHT if app.theme == themes.DARK else themes.DARK


def cancel(app: "Postil") -> None:
    """Cancel one pending thing: the filter of the list, a search, sticky extension, the selection."""
    session = app.desk.session
    if app.pane == LIST and app.desk.listing.query:
        app.leafing.filter("")
        app.say("")
        return
    if session is None:
        return
    if app.desk.hits.spans:
        app.desk.hits = Hits(app.desk.hits.query)
        app.show(session)
    elif session.sticky:
        app.show(session.stick(sticky=False))
    elif session.bound is not None or not session.bare:
        app.show(session.select(Selection.of(caret(session.selection, session.text))))


PROGRAM_COMMANDS = (
    Command("undo", "Undo", ("u",), PROGRAM, undo, ALL, short="undo", acts="article"),
    Command("redo", "Do again what was undone", ("U", "ctrl+y"), PROGRAM, redo, ALL, acts="article"),
    Command("panes.next", "Go to the other pane", ("tab",), PROGRAM, other_pane(1), ALL, short="pane"),
    Command("panes.previous", "Go back to the other pane", ("shift+tab",), PROGRAM, other_pane(-1), ALL),
    Command("palette", "Every command, by name", ("ctrl+p",), PROGRAM, palette, ALL),
    Command("help", "Every key", ("?",), PROGRAM, show_help, ALL, short="help"),
    Command("theme", "Dark or light", (), PROGRAM, switch_theme, ALL),
    Command("cancel", "Cancel one pending thing: a filter, a search, extending, the selection", ("escape",), PROGRAM,
            cancel, ALL),
    Command("leave.list", "Leave", ("q",), PROGRAM, lambda app: app.exit(), ONLY_LIST, short="leave"),
    Command("leave", "Leave from anywhere", ("ctrl+q",), PROGRAM, lambda app: app.exit(), ALL),
    Command("suspend", "Suspend to the shell", ("ctrl+z",), PROGRAM, lambda app: app.action_suspend_process(), ALL),
)  # fmt: skip
