"""Commands on articles: go to another one, its status, its chrome."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from annotations.edit import STATUSES
from annotations.index import Row
from seeds.article import Kind
from tui.commands import ALL, LIST, ONLY_LIST, TEXT, Command
from tui.commands.fields import set_field
from tui.desk import UNFINISHED
from tui.question import Field, Question

if TYPE_CHECKING:
    from tui.app import Postil

ARTICLE = "Articles"
NEXT_STATUS = dict(zip(STATUSES, (*STATUSES[1:], STATUSES[0]), strict=True))


def by(rows: int) -> "Callable[[Postil], None]":
    def run(app: "Postil") -> None:
        number = app.articles.cursor + rows
        if 0 <= number < len(app.desk.rows):
            app.leafing.open(number)
        elif app.leafing.listed():
            app.say("this is the last article" if rows > 0 else "this is the first article")

    return run


def agree(app: "Postil") -> None:
    """Agree to where the annotations of a text that was changed are found."""
    if app.desk.proposal is None:
        from tui.hints import astray

        app.say(astray("enter", app.pane, app.panes, app.keymaps))
        return
    said = app.desk.agree()
    if session := app.desk.session:
        app.committed(session, said)


def ask_filter(app: "Postil") -> None:
    """Ask what the list is to be filtered by, and filter as it is typed."""
    from tui.filtering import HINT

    before = app.desk.listing.query

    def changed(_: str, query: str) -> None:
        app.leafing.filter(query)
        if app.asking.strip:
            app.asking.strip.remark = f"{len(app.desk.rows):,} of {len(app.desk.listing.rows):,}" if query else HINT

    def answered(_: str, query: str) -> None:
        app.leafing.filter(query)
        app.leafing.arrive()

    def closed(cancelled: bool) -> None:  # noqa: FBT001  # the strip's own signature
        if cancelled:
            app.leafing.filter(before)

    app.asking.open(Question([Field("filter", "filter", before, selected=True)], answered, changed, closed))
    if app.asking.strip:
        app.asking.strip.remark = HINT


def by_in_list(rows: int) -> "Callable[[Postil], None]":
    """Like by, but the article is shown only when one stays on it."""
    return lambda app: app.leafing.go_to(app.articles.cursor + rows)


def current(app: "Postil") -> Row | None:
    """The row whose status the keys change: that of the open article, in the list the one where one stands."""
    if app.pane != LIST:
        return app.desk.row
    return app.desk.rows[app.articles.cursor] if app.leafing.listed() else None


def cycle_status(app: "Postil") -> None:
    if row := current(app):
        set_status(app, row, NEXT_STATUS[row.status])


def finish(app: "Postil") -> None:
    row = current(app)
    if row is None:
        return
    set_status(app, row, "done")
    following = app.desk.next_unfinished()
    if following is None:
        app.say("done; every article is done or skipped")
    else:
        app.say(f"done; {len([r for r in app.desk.rows if r.status in UNFINISHED])} left")
        app.leafing.open(following)


def set_status(app: "Postil", row: Row, status: str) -> None:
    app.desk.set_status(row, status)
    app.articles.rows = app.desk.rows
    app.tending.after_edit()


def fold(app: "Postil") -> None:
    if not (session := app.desk.session):
        return
    if not session.view.folds:
        app.say("nothing is folded in this article")
        return
    app.show(session.unfold(unfolded=not session.view.unfolded))
    app.say("folded away" if session.view.unfolded else "unfolded, dimmed; z folds it away again")


def flip(app: "Postil") -> None:
    """Make the block under the caret chrome, or chrome a body; the reader's word outranks the cleaner's."""
    session, block = app.desk.session, app.desk.block
    if session is None or block is None:
        return
    span, chrome = block.span, block.kind is Kind.CHROME
    if not chrome and sum(other.kind is not Kind.CHROME for other in session.article.blocks) == 1:
        app.say("this is all that is left of the article, so it is not folded away", "warning")
        return
    if not chrome and any(own.overlaps(span) for a in session.layer.annotations.values() for own in a.spans):
        app.say("this block holds an annotation of yours, so it is not folded away: delete that first", "warning")
        return
    set_field(app, f"kind {span.start}-{span.end}", (Kind.BODY if chrome else Kind.CHROME).value)
    app.say("made body; Z makes it chrome again" if chrome else "folded away as chrome; u brings it back")


ARTICLES = (
    Command("list.down", "Go down in the list", ("j", "down"), ARTICLE, by_in_list(1), ONLY_LIST),
    Command("list.up", "Go up in the list", ("k", "up"), ARTICLE, by_in_list(-1), ONLY_LIST),
    Command("list.page.down", "Go down a page in the list", ("pagedown", "space", "ctrl+d"), ARTICLE,
            lambda app: app.leafing.go_to(app.articles.cursor + app.articles.page_rows), ONLY_LIST),
    Command("list.page.up", "Go up a page in the list", ("pageup", "ctrl+u"), ARTICLE,
            lambda app: app.leafing.go_to(app.articles.cursor - app.articles.page_rows), ONLY_LIST),
    Command("list.start", "Go to the first article", ("g", "home", "ctrl+home"), ARTICLE,
            lambda app: app.leafing.go_to(0), ONLY_LIST),
    Command("list.end", "Go to the last article", ("G", "end", "ctrl+end"), ARTICLE,
            lambda app: app.leafing.go_to(len(app.desk.rows) - 1), ONLY_LIST),
    Command("list.read", "Read the article", ("enter", "l", "right"), ARTICLE,
            lambda app: app.focus_pane(TEXT), ONLY_LIST, short="read"),
    Command("list.filter", "Filter the list as one types", ("/",), ARTICLE, ask_filter, ONLY_LIST, short="filter"),
    Command("article.next", "Go to the next article", ("J",), ARTICLE, by(1), ALL, short="next article"),
    Command("article.previous", "Go to the article before", ("K",), ARTICLE, by(-1), ALL),
    Command("article.status", "Change its status: unread, reading, done, skipped", ("r",), ARTICLE, cycle_status, ALL,
            short="status"),
    Command("article.finish", "Done, and on to the next unfinished one", ("R",), ARTICLE, finish, ALL, short="done"),
    Command("article.agree", "Agree to where the annotations of a changed text are found", ("enter",), ARTICLE, agree),
    Command("article.fold", "Fold or unfold what is no part of the article", ("z",), ARTICLE, fold, short="unfold"),
    Command("article.flip", "Flip the block under the caret between body and chrome", ("Z",), ARTICLE, flip),
)  # fmt: skip
