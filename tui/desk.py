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
from tui.listing import Listing
from tui.means import Means
from tui.places import Places
from tui.scene import Scene
from tui.search import Hits
from tui.selection import caret
from tui.session import Session, affected, flipped, opened
from tui.voices import SILENCE, Voices, voices

if TYPE_CHECKING:
    from tui.intent import Intent
    from tui.jumps import Hint
    from tui.margin import Marginalia

UNFINISHED = ("unread", "reading")


class Desk:
    """What is open, and what happens to it. `row` is that of the open article, `at` its number in the list, -1 where a
    filter leaves it out. `listens` tells that other coders' annotations are shown, which are in `voices` then; `hushed`
    that all but the sentence at the caret is dimmed; `hints` are those to jump by. `started` is when the program began:
    an undo that reaches back before it asks first. Raises Problem where an article cannot be opened or an edit not be
    made durable; nothing is changed then."""

    def __init__(self, library: Library, store: Store, rows: Sequence[Row], means: Means, places: Places) -> None:
        self.library, self.store, self.means, self.places = library, store, means, places
        self.listing = Listing(rows)
        self.started: datetime = means.now()
        self.session: Session | None = None
        self.folio: Folio | None = None
        self.row: Row | None = None
        self.at = -1
        self.hits = Hits()
        self.listens = self.hushed = False
        self.hints: tuple[Hint, ...] = ()
        self.voices: Voices = SILENCE

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that are listed."""
        return self.listing.shown

    def take_rows(self, rows: Sequence[Row]) -> None:
        """Take the library's rows as they have become; the open article keeps what is known of it here."""
        self.listing.rows = rows
        if self.row:
            self.at = self.listing.place(self.row.id)
            self._recount()

    def filter(self, query: str) -> None:
        """List the articles that a query lets through."""
        self.listing.query = query
        self.at = self.listing.place(self.row.id) if self.row else -1

    def open(self, number: int) -> Session:
        """Open the article of a row, at the place where it was left."""
        row = self.rows[number]
        source = load(self.library, row.id)
        folio = self.store.open(row.id)
        self.keep_place()
        session = opened(source, self.library.codebook, folio.layer, folio.history, self.places.of(row.id))
        self.at, self.row, self.folio, self.session, self.hits = number, row, folio, session, Hits()
        self.listen(listens=self.listens)
        return session

    def listen(self, *, listens: bool) -> None:
        """Show the other coders' annotations, or no longer."""
        self.listens = listens
        self.voices = voices(self.store, self.row.id) if listens and self.row else SILENCE

    def scene(self) -> Scene:
        """What the reading pane shows of the open article."""
        session = self.session
        if session is None:
            raise RuntimeError("no article is open")
        return Scene(
            session.view, session.codebook, session.layer.in_order, session.selection, session.bound,
            self.hits.spans, self.hits.at, self.places.measure, self.voices.annotations,
            session.sentence if self.hushed else None, self.hints,
        )  # fmt: skip

    def marginalia(self) -> "Marginalia":
        """What the margin shows of the open article."""
        from tui.margin import Marginalia

        session = self.session
        if session is None:
            return Marginalia(codebook=self.library.codebook)
        guest = session.guest
        at = (guest.annotation.id, guest.coder) if guest else (session.bound, "")
        return Marginalia(session.layer.in_order, session.codebook, *at, self.voices.layers)

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

    def set_status(self, row: Row, status: str) -> None:
        """Set the status of a row's article, be it open or not."""
        layer = self.store.open(row.id).layer
        edit = field_set(layer.own, "status", None if status == "unread" else status, self.means.now())
        if edit is None:
            return
        if self.session and self.row and row.id == self.row.id:
            self.session = self._commit(edit)
        else:
            self.store.commit(row.id, edit)
            self.listing.replace(row._replace(status=status))

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
        numbers = [*range(self.at + 1, len(self.rows)), *range(max(self.at, 0))]
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
        self.row = self.row._replace(
            counts=counts,
            status=self.session.layer.status,
            title=self.session.article.title,
            publication=meta.publication,
            published_at=meta.published_at,
        )
        self.listing.replace(self.row)
