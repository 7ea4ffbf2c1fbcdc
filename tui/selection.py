"""The selection as a value: two gaps between code points, of which one moves."""

from dataclasses import dataclass

from seeds.segment.graphemes import grapheme_at
from seeds.span import Span


@dataclass(frozen=True, slots=True)
class Selection:
    """A stretch of the text with a side that stays (`anchor`) and one that moves (`head`).

    Both are gaps between code points, as in helix, so that turning the selection round changes no character of it:

        anchor 4, head 9    the [quick|] fox     forward
        anchor 9, head 4    the [|quick] fox     backward

    There is always a selection: anchor and head are the same only where there is no text at all. A selection of one
    grapheme is the bare caret.
    """

    anchor: int
    head: int

    @classmethod
    def of(cls, span: Span, *, forward: bool = True) -> "Selection":
        return cls(span.start, span.end) if forward else cls(span.end, span.start)

    @property
    def span(self) -> Span:
        return Span(min(self.anchor, self.head), max(self.anchor, self.head))

    @property
    def forward(self) -> bool:
        """Whether the end of the stretch moves, and not its start."""
        return self.head >= self.anchor

    def swapped(self) -> "Selection":
        """The same stretch with the other side moving."""
        return Selection(self.head, self.anchor)


def caret(selection: Selection, text: str) -> Span:
    """The grapheme at the moving end."""
    head = selection.head
    if selection.forward and head > 0:
        return grapheme_at(text, head - 1)
    return grapheme_at(text, head)
