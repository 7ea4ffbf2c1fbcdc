"""The reader's desk without its screen: the library's rows, the open article, and the way of an edit to the disk."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotations.edit import Conflict, Edit, FieldChange, Layer, field_set
from annotations.files import Stamp
from annotations.index import Row
from annotations.library import Library
from annotations.store import Folio, Store
from seeds.article import Block
from tui.listing import Listing
from tui.means import Means
from tui.meanwhile import Meanwhile
from tui.places import Places
from tui.placing import Opening, Proposal, Unagreed, agree, opening, proposal, source_stamps
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
    that all but the sentence at the caret is dimmed; `hints` are those to jump by; `proposal` is what is to be agreed
    to before anything can be written, `carried` says what came from an earlier version of the article, and `stamps` are
    of the text that is shown. Other programs
    may write at any time: what they did comes to the session with the next edit, or by `catch_up`. Raises Problem where
    an article cannot be opened or an edit not be made durable; nothing is changed then."""

    def __init__(self, library: Library, store: Store, rows: Sequence[Row], means: Means, places: Places) -> None:
        self.library, self.store, self.means, self.places = library, store, means, places
        self.listing = Listing(rows)
        self.session: Session | None = None
        self.folio: Folio | None = None
        self.row: Row | None = None
        self.at = -1
        self.hits = Hits()
        self.listens = self.hushed = False
        self.hints: tuple[Hint, ...] = ()
        self.voices: Voices = SILENCE
        self.meanwhile = Meanwhile()
        self.proposal: Proposal | None = None
        self.carried = ""
        self._made: list[Edit] = []
        self.stamps: tuple[Stamp, ...] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that are listed."""
        return self.listing.shown

    def take_rows(self, rows: Sequence[Row]) -> None:
        """Take the library's rows as they have become; that of the open article tells what is shown of it."""
        self.listing.rows = rows
        if self.row:
            self.at = self.listing.place(self.row.id)
            self.row = next((row for row in self.listing.rows if row.id == self.row.id), self.row)
            self._recount()

    def filter(self, query: str) -> None:
        """List the articles that a query lets through."""
        self.listing.query = query
        self.at = self.listing.place(self.row.id) if self.row else -1

    def open(self, number: int) -> Session:
        """Open the article of a row, at the place where it was left."""
        row = self.rows[number]
        found = opening(self.library, self.store, row.id, self.means.now())
        self.keep_place()
        self.at, self.row, self.hits = number, row, Hits()
        session = self._begin(found, self.places.of(row.id))
        self.listen(listens=self.listens)
        self._recount()
        return session

    def _begin(self, found: Opening, at: int) -> Session:
        self.folio, self.proposal, self.carried, self.stamps = found.folio, found.proposal, found.carried, found.stamps
        self._made += found.made
        layer = self.proposal.shown(found.folio.layer) if self.proposal else found.folio.layer
        self.session = opened(found.article, self.library.codebook, layer, found.folio.history, at)
        return self.session

    def listen(self, *, listens: bool) -> None:
        """Show the other coders' annotations, or no longer."""
        self.listens = listens
        here = self.session.source if self.session else None
        self.voices = voices(self.store, self.row.id, here) if listens and self.row else SILENCE

    def hear(self, said: Voices) -> None:
        """Show what other coders say by now."""
        self.voices = said
        if self.session:
            guest = self.session.guest
            self.session = self.session._replace(guest=guest if guest in said.said else None)

    def catch_up(self, notices: Sequence[str] = ()) -> None:
        """Bring the session up to what is on the disk by now; `notices` are the store's on that, as far as they were
        given out already. What came is in `meanwhile`."""
        if not self.session or not self.row:
            return
        if source_stamps(self.library, self.row.id) != self.stamps:  # its text is not the one that is shown
            found = opening(self.library, self.store, self.row.id, self.means.now())
            self._begin(found, self.session.selection.span.start)
            notices = (*notices, *found.folio.notices, *((found.proposal.said,) if found.proposal else ()))
            self.hits = Hits()
        folio, before = self.store.open(self.row.id), self.folio.layer if self.folio else Layer()
        self.meanwhile.note(before, folio.layer, (*notices, *folio.notices))
        if folio.layer is not before:
            rewritten = bool(self.proposal and self.proposal.rewritten)
            self.proposal = proposal(self.session.source, folio.layer, self.means.now(), rewritten=rewritten)
            self._take(folio)

    def agree(self) -> str:
        """Write what is proposed; what was, in words, "" where nothing is."""
        self.catch_up()
        proposed = self.proposal
        if not proposed:
            return ""
        folio, self.proposal = agree(self.library, self.store, proposed), None
        self.stamps = source_stamps(self.library, proposed.article.id)
        self._made += [proposed.relocation.edit] if proposed.relocation.edit else []
        self._take(folio)
        return f"agreed: {proposed.relocation.said}"

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
        undone = self.session.history.undone[-1:] if self.session else ()
        said = self._again(self._history_edit(redo=True), "done again")
        self._made += (edit for step in undone for edit in step)
        return said

    def reaches_back(self) -> Edit | None:
        """The step that undo would take back, if it is not one that this program has made since its start."""
        self.catch_up()
        done = self.session.history.done if self.session else ()
        return done[-1][-1] if done and not any(done[-1][-1] == made for made in reversed(self._made)) else None

    def set_status(self, row: Row, status: str) -> None:
        """Set the status of a row's article, be it open or not. Raises Conflict where it is not what the row tells."""
        here = self.session if self.row and row.id == self.row.id else None
        layer = here.layer if here else self.store.open(row.id).layer
        edit = field_set(layer.own, "status", None if status == "unread" else status, self.means.now())
        if layer.status != row.status:
            self.listing.replace(_counted(row, layer))
            raise Conflict(FieldChange("status", row.status, status), layer.status)
        if edit and here:
            self.session = self._commit(edit)
        elif edit:
            self.listing.replace(_counted(row, self.store.commit(row.id, edit).layer))
            self._made.append(edit)

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
        if not self.row:
            raise RuntimeError("an edit without an open article")
        self.catch_up()
        if self.proposal:
            raise Unagreed
        try:
            folio = self.store.commit(self.row.id, edit)
        except Conflict:
            self.catch_up()
            raise
        self._made.append(edit)
        return self._take(folio)

    def _take(self, folio: Folio) -> Session:
        if not self.session:
            raise RuntimeError("no article is open")
        self.meanwhile.note(folio.layer, folio.layer, folio.notices)
        layer = self.proposal.shown(folio.layer) if self.proposal else folio.layer
        self.folio, self.session = folio, self.session.with_folio(layer, folio.history)
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
        article = self.session.article
        told = _counted(self.row, self.session.layer)._replace(
            title=article.title, publication=article.meta.publication, published_at=article.meta.published_at
        )
        if told != self.row:
            self.row = told
            self.listing.replace(told)


def _counted(row: Row, layer: Layer) -> Row:
    """The row with the status and the counts that a layer has."""
    return row._replace(status=layer.status, counts=dict(Counter(one.tag for one in layer.in_order)))
