"""Commands that search the words of the article."""

from typing import TYPE_CHECKING

from annotations.edit import SHORT
from tui.commands import WORDS, Command
from tui.fit import fitted
from tui.marking import meant
from tui.question import Field, Question
from tui.search import Hits, beyond, find, nearest, told, unseen
from tui.selection import Selection
from tui.session import Session
from tui.units import Unit

if TYPE_CHECKING:
    from tui.app import Postil

LONGEST = 1000
"""Code points that the selection is searched for; the strip takes more."""

FURTHER = 100_000
"""Code points further back from which hits are kept where there are too many for all."""

NO_SEARCH = "nothing is searched for: / asks, * takes the selected words"


def ask_search(app: "Postil") -> None:
    """Ask for words, mark their places as they are typed, and go to the first one behind the caret."""
    session = app.desk.session
    if session is None:
        return
    came_from, before, edge = session.selection.span.start, app.desk.hits, app.reader.upper_edge

    def changed(_: str, query: str) -> None:
        look_for(app, query, came_from)

    def answered(_: str, query: str) -> None:
        look_for(app, query, came_from)
        if query.strip():
            go_to_hit(app, stay=True)

    def closed(cancelled: bool) -> None:  # noqa: FBT001  # the strip's own signature
        if cancelled:
            app.desk.hits = before
            app.show(session)
            app.reader.upper_edge = edge

    field = Field("search", "search", before.query, selected=True)
    app.asking.open(Question([field], answered, changed, closed))


def look_for(app: "Postil", query: str, offset: int) -> None:
    """Mark the places of a query, the first one at or behind `offset` as the one stood on."""
    if session := app.desk.session:
        hits = Hits(query, find(session.text, query, offset))
        app.desk.hits = hits._replace(at=nearest(hits, offset))
        app.show(session)
        if app.asking.strip:
            app.asking.strip.remark = counted(session, app.desk.hits) if query.strip() else ""


def counted(session: Session, hits: Hits) -> str:
    """How many hits there are, which of them is stood on, and how many lie in folded text."""
    view = session.view
    folded = unseen(hits.spans, [block.span for block in view.shown]) if view.folds and not view.unfolded else 0
    return told(len(hits.spans), hits.at, folded)


def go_to_hit(app: "Postil", *, back: bool = False, stay: bool = False) -> None:
    """Select the next hit (the one before, the current one); text that hides it is unfolded."""
    session, hits = app.desk.session, app.desk.hits
    if session is None:
        return
    span = session.selection.span
    if not hits.spans or beyond(hits, span.start if back else span.end, back=back):
        near = max(span.start - FURTHER, 0) if back else span.end
        hits = Hits(hits.query, find(session.text, hits.query, near))
    if not hits.spans:
        words = fitted(hits.query, SHORT)
        app.say(f"“{words}” does not stand in this article" if words.strip() else NO_SEARCH)
        return
    at = hits.at if stay else nearest(hits, span.start if back else span.end, back=back)
    app.desk.hits = hits._replace(at=at)
    if not session.view.unfolded and not session.view.stretches(hits.spans[at]):
        session = session.unfold(unfolded=True)
    selection = Selection.of(hits.spans[at])
    if session.sticky:
        from tui.movement import to

        reached = selection.span.start if back else selection.span.end - 1
        selection = to(session.units, session.selection, reached, extend=True)
    app.show(session.select(selection))
    app.say(f"hit {counted(session, app.desk.hits)}")


def search_selection(app: "Postil") -> None:
    if session := app.desk.session:
        words = meant(session, Unit.WORD)
        if len(words) > LONGEST:
            app.say(f"only up to {LONGEST:,} characters can be searched for")
            return
        look_for(app, " ".join(words.of(session.text).split()), words.end)
        go_to_hit(app)


SEARCHING = (
    Command("search", "Search in the article", ("/",), WORDS, ask_search, short="search"),
    Command("search.next", "Next hit", ("n",), WORDS, go_to_hit),
    Command("search.previous", "Previous hit", ("N",), WORDS, lambda app: go_to_hit(app, back=True)),
    Command("search.selection", "Search for the selected words", ("*",), WORDS, search_selection, acts="mark"),
)
