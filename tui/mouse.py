"""What the mouse does to a session: click, drag, double and triple click. Pure."""

from tui import movement
from tui.marking import annotation_at
from tui.selection import Selection
from tui.session import Session
from tui.units import Unit

CLICKED = {2: Unit.WORD, 3: Unit.SENTENCE}


def clicked(session: Session, offset: int, *, extend: bool, clicks: int) -> Session:
    """The session after a press at a code point: a caret there with the shortest annotation bound, a word, a sentence;
    with Shift, or while the selection is sticky, the moving end goes there."""
    if extend or session.sticky:
        return session.select(movement.to(session.units, session.selection, offset, extend=True))
    caret = movement.to(session.units, session.selection, offset)
    unit = CLICKED.get(clicks)
    if unit and (found := session.units.at(unit, caret.span)):
        return session.select(Selection.of(found))
    there = annotation_at(session, offset)
    placed = session.select(caret)
    return placed.bind(there) if there and clicks == 1 else placed


def dragged(session: Session, offset: int) -> Session:
    """The session with the moving end drawn to a code point."""
    return session.select(movement.to(session.units, session.selection, offset, extend=True))
