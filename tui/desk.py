"""The reader's desk without its screen: the library's rows, the open article, and the way of an edit to the disk."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from annotations.edit import Edit, field_set
from annotations.index import Row
from annotations.library import Library
from annotations.sources import load
from annotations.store import Folio, Store
from seeds.article import Block
from tui.means import Means
from tui.places import Places
from tui.scene import Scene
from tui.search import Hits
from tui.selection import caret
from tui.session import Session, affected, flipped, opened

if TYPE_CHECKING:
    from tui.intent import Intent

UNFINISHED = ("unread", "reading")


class Desk:
    """What is open, and what happens to it. `started` is when the program began: an undo that reaches back before it
    asks first. Raises Problem where an article cannot be opened or an edit not be made durable; nothing is changed
    then."""

    def __init__(self, library: Library, store: Store, rows: Sequence[Row], means: Means, places: Places) -> None:
        self.library, self.store, self.means, self.places = library, store, means, places
        self.rows: list[Row] = list(rows)
        self.started: datetime = means.now()
        self.session: Session | None = None
        self.folio: Folio | None = None
        self.hits = Hits()
        self.at = 0

    @property
    def row(self) -> Row | None:
        """The row of the open article."""
        return self.rows[self.at] if 0 <= self.at < len(self.rows) else None

    def place_of(self, article_id: str) -> int:
        """The row's number of an article; 0 where it is not in the list."""
        return next((number for number, row in enumerate(self.rows) if row.id == article_id), 0)

    def take_rows(self, rows: Sequence[Row], open_id: str) -> None:
        """Take the list as it has become; the open article keeps what is known of it here."""
        self.rows = list(rows)
        self.at = self.place_of(open_id)
        if self.row and self.row.id == open_id:
            self._recount()

    def open(self, number: int) -> Session:
        """Open the article of a row, at the place where it was left."""
        row = self.rows[number]
        source = load(self.library, row.id)
        folio = self.store.open(row.id)
        self.keep_place()
        session = opened(source, self.library.codebook, folio.layer, folio.history, self.places.of(row.id))
        self.at, self.folio, self.session, self.hits = number, folio, session, Hits()
        return session

    def scene(self) -> Scene:
        """What the reading pane shows of the open article."""
        session = self.session
        if session is None:
            raise RuntimeError("no article is open")
        return Scene(
            session.view, session.codebook, session.layer.in_order, session.selection, session.bound,
            self.hits.spans, self.hits.at,
        )  # fmt: skip

    def keep_place(self) -> None:
        """Remember where the open article is being read."""
        if self.session and self.row:
            self.places = self.places.at(self.row.id, self.session.selection.span.start)

    def carry_out(self, intent: "Intent") -> Session:
        """Make an intent's edit durable, then the session that follows from it."""
        session = self._commit(intent.edit)
        self.session = intent.then(session)
        return self.session

    def undo(self) -> str:
        """Take the newest step back; what was done, in words."""
        return self._again(self._history_edit(redo=False), "undone")

    def redo(self) -> str:
        """Bring the last undone step again; what was done, in words."""
        return self._again(self._history_edit(redo=True), "done again")

    def reaches_back(self) -> Edit | None:
        """The step that undo would take back, if it was done before the program started."""
        done = self.session.history.done if self.session else ()
        return done[-1][-1] if done and done[-1][-1].at < self.started else None

    def set_status(self, number: int, status: str) -> None:
        """Set the status of a row's article, be it open or not."""
        row = self.rows[number]
        layer = self.store.open(row.id).layer
        edit = field_set(layer.own, "status", None if status == "unread" else status, self.means.now())
        if edit is None:
            return
        if number == self.at and self.session:
            self.session = self._commit(edit)
        else:
            self.store.commit(row.id, edit)
            self.rows[number] = row._replace(status=status)

    def set_field(self, field: str, value: str | None) -> Session | None:
        """Set a field of the open article: its note, a correction; None lets go of it."""
        if not self.session:
            return None
        own = self.session.layer.own if field == "note" else self.session.layer.corrections
        edit = field_set(own, field, value, self.means.now())
        if edit:
            self.session = self._commit(edit)
        return self.session

    def next_unfinished(self) -> int | None:
        """The row of the next article that is neither done nor skipped, from the open one on and round."""
        numbers = [*range(self.at + 1, len(self.rows)), *range(self.at)]
        return next((number for number in numbers if self.rows[number].status in UNFINISHED), None)

    @property
    def block(self) -> Block | None:
        """The block under the caret."""
        session = self.session
        return session.view.block_at(caret(session.selection, session.text).start) if session else None

    def _commit(self, edit: Edit) -> Session:
        if not self.session or not self.row:
            raise RuntimeError("an edit without an open article")
        self.folio = self.store.commit(self.row.id, edit)
        self.session = self.session.with_folio(self.folio.layer, self.folio.history)
        self._recount()
        return self.session

    def _history_edit(self, *, redo: bool) -> Edit | None:
        if not self.session:
            return None
        history = self.session.history
        return history.redo(self.means.now()) if redo else history.undo(self.means.now())

    def _again(self, edit: Edit | None, verb: str) -> str:
        if edit is None:
            return "there is nothing to undo in this article" if verb == "undone" else "there is nothing to do again"
        session = self._commit(edit)
        annotation = affected(edit, session.layer)
        if annotation:
            self.session = session.go_to(annotation)
        elif (block := flipped(edit)) is not None:
            self.session = session.place(block)
        return f"{verb}: {edit.label}"

    def _recount(self) -> None:
        """Bring the row of the open article up to its layer."""
        if not self.session or not self.row:
            return
        counts: dict[str, int] = {}
        for annotation in self.session.layer.annotations.values():
            counts[annotation.tag] = counts.get(annotation.tag, 0) + 1
        meta = self.session.article.meta
        self.rows[self.at] = self.row._replace(
            counts=counts,
            status=self.session.layer.status,
            title=self.session.article.title,
            publication=meta.publication,
            published_at=meta.published_at,
        )
