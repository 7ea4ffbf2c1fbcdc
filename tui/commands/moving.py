"""Commands that move the selection, extend it, or move the bound annotation's edge."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui import movement
from tui.commands import EDGES, Command
from tui.edges import move_edge, on_edge
from tui.selection import Selection
from tui.session import Session
from tui.units import Unit

if TYPE_CHECKING:
    from tui.app import Postil

Move = Callable[[Session], Selection | None]
"""Where a key takes the selection of a session; it extends where the session is sticky."""

MOVE = "Move"


def step(by: int) -> Move:
    return lambda session: movement.step(session.units, session.selection, by, extend=session.sticky)


def take(unit: Unit, *, back: bool = False) -> Move:
    return lambda session: movement.take(session.units, unit, session.selection, back=back, extend=session.sticky)


def word(*, back: bool) -> Move:
    return lambda session: movement.by_word(session.units, session.selection, back=back)


def go(app: "Postil", move: Move, nothing: str = "") -> None:
    """Take the selection where a move takes it; say `nothing` where that is nowhere."""
    if session := app.desk.session:
        selection = move(session)
        if selection is None:
            app.say(nothing)
        else:
            app.show(session.select(selection))


def mover(move: Move, nothing: str = "") -> Callable[["Postil"], None]:
    """A command that moves, or extends while the selection is sticky."""
    return lambda app: go(app, move, nothing)


def extender(move: Move) -> Callable[["Postil"], None]:
    """A command that moves the bound annotation's edge while its words are the selection, and else extends."""

    def run(app: "Postil") -> None:
        session = app.desk.session
        if session and on_edge(session):
            app.carry(move_edge(session, _on(session, move), app.desk.means, app.edge_run))
        else:
            go(app, lambda session: move(session.stick(sticky=True)))

    return run


def edger(move: Move) -> Callable[["Postil"], None]:
    """A command that does nothing but move the bound annotation's edge."""

    def run(app: "Postil") -> None:
        if session := app.desk.session:
            app.carry(move_edge(session, _on(session, move), app.desk.means, app.edge_run))

    return run


def vertically(by: int, *, extend: bool = False) -> Callable[["Postil"], None]:
    """A command that goes up or down by rows and keeps to its cell."""

    def run(app: "Postil") -> None:
        session = app.desk.session
        if session is None:
            return
        offset, goal = app.reader.vertical(session.selection, by, session.goal)
        if extend and on_edge(session):
            app.carry(move_edge(session, lambda selection: movement.to(session.units, selection, offset, extend=True),
                                app.desk.means, app.edge_run))  # fmt: skip
            return
        longer = extend or session.sticky
        app.show(session.select(movement.to(session.units, session.selection, offset, extend=longer), goal=goal))

    return run


def swap(app: "Postil") -> None:
    if session := app.desk.session:
        app.show(session.swap())


def widen(app: "Postil") -> None:
    if session := app.desk.session:
        wider = movement.widen(session.units, session.selection)
        if wider is None:
            app.say("nothing larger stands around these words")
        else:
            app.show(session.select(wider, trail=(*session.trail, session.selection)))


def narrow(app: "Postil") -> None:
    if session := app.desk.session:
        if session.trail:
            app.show(session.select(session.trail[-1], trail=session.trail[:-1]))
        elif narrower := movement.narrowed(session.units, session.selection):
            app.show(session.select(narrower))


def sticky(app: "Postil") -> None:
    if session := app.desk.session:
        app.show(session.stick(sticky=not session.sticky))
        app.say("" if session.sticky else "extending: move the end, tag, or Esc")


def _on(session: Session, move: Move) -> Callable[[Selection], Selection | None]:
    return lambda selection: move(session.select(selection).stick(sticky=True))


def _ends(*, end: bool) -> Callable[["Postil"], None]:
    def run(app: "Postil") -> None:
        if session := app.desk.session:
            row = app.reader.row_of(session.selection)
            go(app, _to(row.end - 1 if end else row.start))

    return run


def _pages(by: int) -> Callable[["Postil"], None]:
    def run(app: "Postil") -> None:
        if session := app.desk.session:
            go(app, _to(app.reader.page(session.selection, by)))

    return run


def _to(offset: int) -> Move:
    return lambda session: movement.to(session.units, session.selection, offset, extend=session.sticky)


def _article_end(*, end: bool) -> Callable[["Postil"], None]:
    return mover(lambda session: _to(len(session.text) if end else 0)(session))


def _unit(unit: Unit, keys: str, back_keys: str, short: str = "") -> tuple[Command, Command]:
    name = unit.value
    ahead, behind = keys.split(), back_keys.split()
    return (
        Command(
            f"select.{name}", f"Select the {name} around, then the next one", tuple(ahead), MOVE,
            mover(take(unit), f"there is no further {name}"), short=short, acts="move",
        ),
        Command(
            f"select.{name}.back", f"Select the {name} around, then the one before", tuple(behind), MOVE,
            mover(take(unit, back=True), f"there is no {name} before this"), acts="move",
        ),
    )  # fmt: skip


MOVING = (
    Command("move.left", "Move left by a character", ("left", "h"), MOVE, mover(step(-1)), acts="move"),
    Command("move.right", "Move right by a character", ("right", "l"), MOVE, mover(step(1)), acts="move"),
    Command("move.down", "Move down a line", ("down", "j"), MOVE, vertically(1), acts="move"),
    Command("move.up", "Move up a line", ("up", "k"), MOVE, vertically(-1), acts="move"),
    Command("move.line.start", "Go to the start of the line", ("home",), MOVE, _ends(end=False), acts="move"),
    Command("move.line.end", "Go to the end of the line", ("end",), MOVE, _ends(end=True), acts="move"),
    *_unit(Unit.WORD, "w ctrl+right", "W b ctrl+left"),
    *_unit(Unit.SENTENCE, "s", "S", "sentence"),
    *_unit(Unit.CLAUSE, ",", ";"),
    *_unit(Unit.PARAGRAPH, "p", "P"),
    *_unit(Unit.QUOTATION, "q", "Q", "quotation"),
    *_unit(Unit.NAME, "m", "M", "name"),
    Command("move.page.down", "Go down a page", ("space", "pagedown", "ctrl+d"), MOVE, _pages(1), acts="move"),
    Command("move.page.up", "Go up a page", ("pageup", "ctrl+u"), MOVE, _pages(-1), acts="move"),
    Command("move.start", "Go to the start of the article", ("g", "ctrl+home"), MOVE, _article_end(end=False)),
    Command("move.end", "Go to the end of the article", ("G", "ctrl+end"), MOVE, _article_end(end=True)),
    Command("extend.left", "Extend left, or move the edge", ("shift+left",), EDGES, extender(step(-1)), acts="mark"),
    Command("extend.right", "Extend right, or move the edge", ("shift+right",), EDGES, extender(step(1)), acts="mark"),
    Command("extend.down", "Extend down a line, or move the edge", ("shift+down",), EDGES, vertically(1, extend=True),
            acts="mark"),
    Command("extend.up", "Extend up a line, or move the edge", ("shift+up",), EDGES, vertically(-1, extend=True),
            acts="mark"),
    Command("edge.word.left", "Move the edge left by a word", ("<",), EDGES, edger(word(back=True)),
            acts="mark"),
    Command("edge.word.right", "Move the edge right by a word", (">",), EDGES, edger(word(back=False)), acts="mark"),
    Command("select.swap", "Swap the end that moves", ("o",), EDGES, swap),
    Command("select.sticky", "Extend with every movement until a tag or Esc", ("v",), EDGES, sticky, short="extend"),
    Command("select.widen", "Widen: word, name, quotation, clause, sentence, paragraph, block", ("=",), EDGES, widen,
            short="widen", acts="mark"),
    Command("select.narrow", "Narrow again", ("-",), EDGES, narrow, acts="mark"),
)  # fmt: skip
