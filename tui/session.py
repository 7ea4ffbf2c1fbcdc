"""What a reader is doing in one article, as a value: the selection, the bound annotation, what is unfolded. Pure."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from annotations.annotation import Annotation
from annotations.codebook import Codebook, Tag
from annotations.edit import Change, Edit, FieldChange, Layer
from annotations.history import History
from seeds.article import Article, Kind
from seeds.correct import corrected
from seeds.segment.graphemes import grapheme_at
from seeds.span import Span
from tui.selection import Selection, caret
from tui.view import View, view

if TYPE_CHECKING:
    from tui.units import Units
    from tui.voices import Theirs


class Session(NamedTuple):
    """A reader in an article.

    `source` is the article as it was read, `view` what is shown of it with all corrections; `units` are the units of
    what can be entered. `bound` is the id of the annotation that fields, note, edges and `d` speak of; `speech` that of
    the one that `e` names the speaker of, `last` that of the one that `+` adds to and `.` repeats. `trail` are the
    selections that widening came through; `goal` the cell that up and down keep to, None where the caret gives it.
    `guest` is another coder's annotation on which one stands.
    """

    source: Article
    codebook: Codebook
    layer: Layer
    history: History
    view: View
    selection: Selection
    bound: int | None = None
    speech: int | None = None
    last: int | None = None
    sticky: bool = False
    trail: tuple[Selection, ...] = ()
    goal: int | None = None
    guest: "Theirs | None" = None

    @property
    def article(self) -> Article:
        """The article with its corrections."""
        return self.view.article

    @property
    def units(self) -> "Units":
        """The units of what can be entered."""
        return self.view.units

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def annotation(self) -> Annotation | None:
        """The bound annotation."""
        return self.layer.annotations.get(self.bound) if self.bound is not None else None

    @property
    def bare(self) -> bool:
        """Whether the selection is only a caret."""
        return self.selection.span == caret(self.selection, self.text)

    @property
    def sentence(self) -> Span:
        """The sentence at the caret; the caret itself where it is in none."""
        from tui.units import Unit

        place = caret(self.selection, self.text)
        return self.units.at(Unit.SENTENCE, place) or place

    def tag_of(self, annotation: Annotation) -> Tag | None:
        return self.codebook.get(annotation.tag)

    def select(self, selection: Selection, *, goal: int | None = None, trail: tuple[Selection, ...] = ()) -> "Session":
        """The session with another selection: whatever was bound is let go."""
        return self._replace(selection=selection, bound=None, trail=trail, goal=goal, guest=None)

    def place(self, offset: int) -> "Session":
        """The session with a caret at the code point, or in the nearest block that can be entered."""
        from tui.movement import to

        return self.select(to(self.units, self.selection, offset))

    def swap(self) -> "Session":
        """The session with the other end moving; what is bound stays so."""
        return self._replace(selection=self.selection.swapped())

    def stick(self, *, sticky: bool) -> "Session":
        return self._replace(sticky=sticky)

    def bind(self, annotation: Annotation) -> "Session":
        """The session with an annotation bound, without moving the selection."""
        tag = self.tag_of(annotation)
        speaks = tag is not None and tag.who is not None and not names_itself(tag)
        return self._replace(
            bound=annotation.id, last=annotation.id, speech=annotation.id if speaks else self.speech, trail=()
        )

    def go_to(self, annotation: Annotation, *, forward: bool = True) -> "Session":
        """The session with an annotation bound and its words selected."""
        if not annotation.spans:
            return self.bind(annotation)
        return self.select(Selection.of(annotation.whole, forward=forward)).bind(annotation)

    def visit(self, guest: "Theirs") -> "Session":
        """The session on the words of another coder's annotation, which is not bound: it can only be read."""
        spans = guest.annotation.spans
        placed = self.select(Selection.of(guest.annotation.whole)) if spans else self.select(self.selection)
        return placed._replace(guest=guest)

    def with_folio(self, layer: Layer, history: History) -> "Session":
        """The session after an edit: what is shown follows it, and what is gone is no longer spoken of."""
        shown = revised(self, layer)
        alive = layer.annotations
        return shown._replace(
            layer=layer,
            history=history,
            bound=self.bound if self.bound in alive else None,
            last=self.last if self.last in alive else None,
            speech=self.speech if self.speech in alive else None,
        )

    def unfold(self, *, unfolded: bool) -> "Session":
        """The session with chrome drawn or folded away; a caret that stood in it goes to what is nearest."""
        seen = view(self.article, _held(self.layer.in_order), unfolded=unfolded)
        return _settled(self._replace(view=seen))


def names_itself(tag: Tag) -> bool:
    """Whether the tag marks names, so that `e` speaks of it only while it is bound."""
    return tag.unit == "name"


def opened(source: Article, codebook: Codebook, layer: Layer, history: History, at: int = 0) -> Session:
    """A session at the beginning of an article, or at the code point `at`."""
    seen = view(corrected(source, layer.corrections), _held(layer.in_order))
    start = seen.shown[0].span.start if seen.shown else 0
    first = Selection.of(grapheme_at(source.text, start))
    session = Session(source, codebook, layer, history, seen, first)
    return session.place(at) if at > start else session


def revised(session: Session, layer: Layer) -> Session:
    """The session with the view that the layer asks for; the same view where the layer changes nothing of it."""
    if layer.corrections == session.layer.corrections and not _chrome_touched(session, layer):
        return session
    article = corrected(session.source, layer.corrections)
    seen = view(article, _held(layer.in_order), unfolded=session.view.unfolded)
    return _settled(session._replace(view=seen))


def affected(edit: Edit, layer: Layer) -> Annotation | None:
    """The annotation that an edit left behind, to be shown after an undo or a redo."""
    ids = [change.after.id for change in edit.changes if isinstance(change, Change) and change.after]
    return layer.annotations.get(ids[-1]) if ids else None


def flipped(edit: Edit) -> int | None:
    """Where the block begins that an edit made body or chrome, to be shown after an undo or a redo."""
    fields = [change.field for change in edit.changes if isinstance(change, FieldChange)]
    return next((int(field[5:].split("-")[0]) for field in fields if field.startswith("kind ")), None)


def _held(annotations: Iterable[Annotation]) -> list[Span]:
    return [span for annotation in annotations for span in annotation.spans]


def _chrome_touched(session: Session, layer: Layer) -> bool:
    """Whether an annotation that came or went lies in chrome, and so folds or unfolds a block."""
    if layer.annotations == session.layer.annotations:
        return False
    before, after = session.layer.annotations, layer.annotations
    differing = [a for a in (*before.values(), *after.values()) if before.get(a.id) is not after.get(a.id)]
    return any(block.kind is Kind.CHROME for span in _held(differing) for block in session.article.touched(span))


def _settled(session: Session) -> Session:
    """The session with its selection inside what can be entered."""
    span, shown = session.selection.span, session.view.shown
    inside = any(block.span.overlaps(span) for block in shown)
    if inside or not shown:
        return session
    return session.place(span.start)
