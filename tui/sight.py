"""What a command does where the wheel took the selection out of sight: start from what is seen, or show it first."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.app import Postil
    from tui.commands import Command

UNSEEN = "the selection was out of sight: here it is, press again"


def in_sight(app: "Postil", command: "Command") -> bool:
    """Whether the command may run now. One that moves starts at the nearest line in sight; one that speaks of the
    selected words shows them and waits for a second press."""
    session = app.desk.session
    if session is None or command.acts not in ("move", "mark") or app.reader.sees(session.selection.head):
        return True
    if command.acts == "mark":
        app.reader.reveal()
        app.say(UNSEEN, "warning")
        return False
    from tui import movement
    from tui.selection import Selection

    offset = app.reader.nearest_in_sight(session.selection.head)
    caret = movement.to(session.units, session.selection, offset, extend=session.sticky)
    app.show(session.select(caret if session.sticky else Selection.of(caret.span)))
    return True
