"""Move the edge of the bound annotation, a grapheme, a word or a line at a time. Pure.

A moved edge is saved at each key; the keys in a row on one annotation are one step of undo.
"""

from collections.abc import Callable

from annotations.annotation import Annotation
from annotations.tagging import changed, respanned, twin, words
from seeds.printable import printable
from seeds.span import Span
from tui.intent import Intent, Refusal
from tui.means import Means
from tui.selection import Selection
from tui.session import Session

FAR_END, NEAR_END = 24, 40
"""Code points of an annotation's words that are told of the edge that stays, and of the one that moves."""

Move = Callable[[Selection], Selection | None]
"""How the moving end goes on: the selection with its head elsewhere."""


def on_edge(session: Session) -> bool:
    """Whether the keys that extend move the bound annotation's edge: its whole words are the selection."""
    annotation = session.annotation
    return annotation is not None and bool(annotation.spans) and annotation.whole == session.selection.span


def move_edge(session: Session, move: Move, means: Means, run: str) -> Intent | Refusal:
    """Move the edge at the selection's head, past white space to the next word's letter."""
    annotation = session.annotation
    if annotation is None:
        return Refusal("no annotation is bound: a goes to the next one, and Shift+arrows then move its edge")
    if not on_edge(session):
        return Refusal("an edge moves while its whole words are selected: a selects them")
    head = _letter(session, move)
    spans = _moved(session, annotation, head) if head is not None else None
    if head is None or spans is None or spans == annotation.spans:
        return Refusal("the edge can go no further")
    if other := twin(session.layer, annotation.tag, spans):
        return Refusal(f"another {other.tag} stands on exactly {words(other)}")
    after = respanned(session.article, annotation, spans, session.tag_of(annotation))
    forward = session.selection.forward
    edit = changed(annotation, after, f"moved the edge of {words(annotation)}", means.now(), run)
    return Intent(edit, lambda now: now.go_to(after, forward=forward), edge_words(after, forward=forward))


def edge_words(annotation: Annotation, *, forward: bool) -> str:
    """The words of an annotation while an edge moves, those at that edge whole: “We agree … to meet first”."""
    words = printable(" … ".join(annotation.exact))
    if len(words) <= FAR_END + NEAR_END:
        return words
    if forward:
        return f"{words[:FAR_END].rstrip()} … {words[-NEAR_END:].lstrip()}"
    return f"{words[:NEAR_END].rstrip()} … {words[-FAR_END:].lstrip()}"


def _letter(session: Session, move: Move) -> int | None:
    """Where the head comes to stand: the first place on its way whose outermost character is no white space."""
    first, forward, text = session.selection, session.selection.forward, session.text
    selection = first
    while True:
        moved = move(selection)
        if moved is None or moved.forward != forward:
            return None
        if moved == selection:
            return selection.head if selection != first else None
        inner = moved.head - 1 if forward else moved.head
        if 0 <= inner < len(text) and not text[inner].isspace():
            return moved.head
        selection = moved


def _moved(session: Session, annotation: Annotation, head: int) -> tuple[Span, ...] | None:
    """The spans with the outer edge at `head`; None where it would cross the other edge of its own span."""
    spans = annotation.spans
    if session.selection.forward:
        edge = Span(spans[-1].start, head) if head > spans[-1].start else None
        rest = spans[:-1]
        return (*rest, *session.view.stretches(edge)) if edge else None
    edge = Span(head, spans[0].end) if head < spans[0].end else None
    return (*session.view.stretches(edge), *spans[1:]) if edge else None
