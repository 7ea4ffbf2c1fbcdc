"""Commands that jump by hints: to a place in sight, and from one to another."""

from typing import TYPE_CHECKING

from seeds.span import Span
from tui import movement
from tui.commands import Command
from tui.commands.moving import MOVE
from tui.jumps import targets
from tui.selection import Selection, caret
from tui.session import Session
from tui.units import Unit

if TYPE_CHECKING:
    from tui.app import Postil


def jump(app: "Postil") -> None:
    """Go to the start of a sentence or a quotation in sight."""
    if session := app.desk.session:

        def go(to: Span) -> None:
            app.show(session.select(movement.to(session.units, session.selection, to.start, extend=session.sticky)))

        app.hinting.open(targets(session.units, app.reader.sight), session.selection.head, go, lambda: None)


def jump_twice(app: "Postil") -> None:
    """Select from one hint to another: in the sentence at the caret, then in that of the first hint, to any word."""
    if session := app.desk.session:

        def give_up() -> None:
            app.show(session)

        def begin(first: Span) -> None:
            app.show(session.place(first.start))
            app.say("from here to which word?")
            app.hinting.open(_words(app, session, first), first.start, lambda last: end(first, last), give_up)

        def end(first: Span, last: Span) -> None:
            app.show(session.select(between(first, last)))
            app.say("")

        here = caret(session.selection, session.text)
        app.hinting.open(_words(app, session, here), here.start, begin, give_up)


def between(first: Span, last: Span) -> Selection:
    """From the start of the unit that was hinted first to the end of the second, or backwards from the end of the first
    to the start of the second."""
    return Selection(first.start, last.end) if last.start >= first.start else Selection(first.end, last.start)


def _words(app: "Postil", session: Session, near: Span) -> list[Span]:
    first = Span(near.start, min(near.start + 1, near.end))
    return targets(session.units, app.reader.sight, session.units.at(Unit.SENTENCE, first))


JUMPING = (
    Command("jump", "Go to a sentence or quotation in sight, by its hint", ("f",), MOVE, jump, short="jump"),
    Command("jump.twice", "Select from one hint to another, by the word", ("F",), MOVE, jump_twice),
)
