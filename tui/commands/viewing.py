"""Commands for how an article is seen: its place on the screen, its measure, others' annotations, the mouse."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.commands import ALL, MARGIN, TEXT, Command
from tui.places import NARROWEST

if TYPE_CHECKING:
    from tui.app import Postil

VIEW = "View"
STEP = 4
"""Cells by which a key changes the measure."""

MOUSE_MODES, PIXELS = (1000, 1003, 1015, 1006), 1016
"""What a terminal is asked to report of the mouse: buttons, movements, and both so that wide screens are told too; and
in pixels, where Textual found that it can."""


def hush(app: "Postil") -> None:
    """Dim all but the sentence at the caret, or no longer."""
    if session := app.desk.session:
        app.desk.hushed = not app.desk.hushed
        app.show(session)


def measure(by: int) -> "Callable[[Postil], None]":
    """A command that makes the text wider or narrower; the place that one reads stays."""

    def run(app: "Postil") -> None:
        known, room = app.desk.places.measure, max(app.reader.measure, NARROWEST)
        wanted = known if known > room and by > 0 else max(NARROWEST, min(known, room) + by)
        app.desk.places = app.desk.places._replace(measure=wanted)
        app.front.share(app.desk.places)
        if app.desk.session:
            app.show(app.desk.session)
        app.call_after_refresh(tell_measure, app)

    return run


def tell_measure(app: "Postil") -> None:
    wanted, room = app.desk.places.measure, app.reader.measure
    app.say(f"{wanted} cells a line" if room >= wanted else f"{wanted} cells a line, of which {room} have room here")


def listen(app: "Postil") -> None:
    """Show what other coders tagged in this article, apart from one's own, or hide it again."""
    desk = app.desk
    if desk.session is None:
        return
    desk.listen(listens=not desk.listens)
    if desk.session.guest:
        desk.session = desk.session.select(desk.session.selection)
    app.show(desk.session)
    if desk.voices.refused:
        app.say("; ".join(desk.voices.refused), "warning")
    elif desk.voices.coders:
        app.say(f"underlined: what {', '.join(desk.voices.coders)} tagged")
    else:
        app.say("nobody else has tagged this article" if desk.listens else "others' annotations are hidden")


def margin(app: "Postil") -> None:
    """Show the margin where there is room for it, or leave it away."""
    places = app.desk.places = app.desk.places._replace(margin=not app.desk.places.margin)
    app.front.share(places)
    if app.pane == MARGIN and not places.margin:
        app.focus_pane(TEXT)
    elif app.desk.session:
        app.show(app.desk.session)
    app.say("the margin is shown where there is room; Tab goes there" if places.margin else "no margin")


def let_go_of_mouse(app: "Postil") -> None:
    """Leave the mouse to the terminal, whose own selection works then, or take it again."""
    app.mouse_free = not app.mouse_free
    if driver := app._driver:  # Textual can leave the mouse alone from the start, but not for a while
        modes = (*MOUSE_MODES, PIXELS) if getattr(driver, "_mouse_pixels", False) else MOUSE_MODES
        driver.write("".join(f"\x1b[?{mode}{'l' if app.mouse_free else 'h'}" for mode in modes))
        driver.flush()
    taken_back = "the mouse is postil's again"
    app.say("the mouse is the terminal's now: Ctrl+G takes it back" if app.mouse_free else taken_back)


VIEWING = (
    Command("view.centre", "Put the caret's line in the middle", ("ctrl+l",), VIEW, lambda app: app.reader.centre()),
    Command("view.hush", "Dim all but the sentence at the caret", ("H",), VIEW, hush),
    Command("view.narrower", "Make the text narrower", ("(",), VIEW, measure(-STEP), ALL),
    Command("view.wider", "Make the text wider", (")",), VIEW, measure(STEP), ALL),
    Command("view.margin", "Show the margin with its list of annotations, or not", (), VIEW, margin, ALL),
    Command("view.others", "Show what other coders tagged, or hide it", ("O",), VIEW, listen, ALL, acts="article"),
    Command("view.mouse", "Leave the mouse to the terminal, or take it back", ("ctrl+g",), VIEW, let_go_of_mouse, ALL),
)
