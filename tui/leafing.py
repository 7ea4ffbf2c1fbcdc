"""Go from article to article: the row one stands on in the list, and the article that is open beside it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotations.index import Row
from seeds.errors import Problem
from tui.desk import Desk
from tui.undecided import undecided

if TYPE_CHECKING:
    from tui.app import Postil


class Leafing:
    """The list and the text of an app, following each other."""

    def __init__(self, app: "Postil") -> None:
        self.app = app

    def begin(self) -> None:
        """Fill the list, and open the article where something is half-typed, else where one was."""
        desk = self.app.desk
        self.app.articles.rows = desk.rows
        last = desk.places.article
        if not self.app.asking.resume():
            self.open(max(desk.listing.place(last), 0))

    def take(self, rows: Sequence[Row]) -> None:
        """Take the list as it has become, without leaving the open article or the row where one stands."""
        app, cursor = self.app, self.app.articles.cursor
        stood = app.desk.rows[cursor].id if app.desk.rows else ""
        app.desk.take_rows(rows)
        app.articles.rows = app.desk.rows
        place = app.desk.listing.place(stood)
        app.articles.cursor = place if place >= 0 else min(cursor, max(len(rows) - 1, 0))
        replaced = app.desk.row and app.desk.row.id == stood and all(row.id != stood for row in rows)
        if app.desk.session is None or replaced:  # a later version stands in its place
            self.open(app.articles.cursor)

    def filter(self, query: str) -> None:
        """List what a query lets through; the open article stays open, whether it is listed or not."""
        self.app.desk.filter(query)
        self.app.articles.sought = query
        self.app.articles.rows = self.app.desk.rows
        self.app.articles.cursor = max(self.app.desk.at, 0)

    def listed(self) -> bool:
        """Whether there is a row to do anything with; where the filter lets none through, that is said."""
        if not self.app.desk.rows and self.app.desk.listing.query:
            self.app.say("no article fits the filter: Esc in the list clears it")
        return bool(self.app.desk.rows)

    def go_to(self, number: int) -> None:
        """Go to a row of the list; its article is shown when one stays there."""
        if not self.listed():
            return
        self.app.articles.cursor = number
        self.app.tending.after_moving()
        self.app.tell()

    def arrive(self) -> bool:
        """Show the article of the row where one is; whether it is shown then."""
        if self.app.articles.cursor != self.app.desk.at:
            self.open(self.app.articles.cursor)
        return self.app.articles.cursor == self.app.desk.at

    def open(self, number: int) -> None:
        """Go to a row of the list and show its article beside it."""
        app, desk = self.app, self.app.desk
        if not self.listed():
            return
        app.articles.cursor = number
        try:
            row = desk.rows[app.articles.cursor]
            app.show(desk.open(app.articles.cursor))
            if desk.row is not row:  # the list was behind
                app.articles.rows = desk.rows
        except Problem as problem:
            app.say(str(problem), "error")
        else:
            if desk.carried:
                app.tending.after_edit()
            if news := _news(desk):
                app.say("; ".join(news), "warning")
        app.tell()


def _news(desk: Desk) -> list[str]:
    """What there is to be said of the article that was opened."""
    told = [*desk.folio.notices] if desk.folio else []
    told += [desk.carried] if desk.carried else []
    told += [desk.proposal.said] if desk.proposal else []
    told += undecided(desk.session.layer) if desk.session else []
    return [*told, *desk.voices.refused]
