"""What the mouse does to a session: click, drag, double and triple click. Pure."""

from seeds.segment.graphemes import grapheme_at
from tui import movement
from tui.edges import move_edge
from tui.intent import Intent, Refusal
from tui.marking import annotation_at
from tui.means import Means
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
    selection = movement.to(session.units, session.selection, offset, extend=True)
    return session if selection == session.selection else session.select(selection)


def on_edge(session: Session, offset: int) -> Session | None:
    """The session with the edge of the bound annotation under the moving end, where a press is on its first or its last
    grapheme; None for a press elsewhere."""
    annotation = session.annotation
    if annotation is None or not annotation.spans:
        return None
    whole, place = annotation.whole, grapheme_at(session.text, offset)
    if place.end == whole.end:
        return session.go_to(annotation)
    return session.go_to(annotation, forward=False) if place.start == whole.start else None


def edge_to(session: Session, offset: int, means: Means, run: str) -> Intent | Refusal:
    """Draw the edge at the moving end to a code point."""
    to = movement.to(session.units, session.selection, offset, extend=True)
    if to == session.selection:
        return Refusal("")
    return move_edge(session, lambda selection: to if selection != to else None, means, run)
