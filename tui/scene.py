"""What the reading pane draws, as one value: nothing reaches the screen that is not in it. Pure."""

from typing import TYPE_CHECKING, NamedTuple

from annotations.annotation import Annotation
from annotations.codebook import Codebook
from seeds.span import Span
from tui.places import MEASURE
from tui.selection import Selection
from tui.view import View

if TYPE_CHECKING:
    from tui.jumps import Hint


class Scene(NamedTuple):
    """`annotations` are in the order of the text; `bound` is the id of one of them. `hits` are the places of a search,
    of which `hit` is the number of the one stood on (-1: none). `measure` in cells. `theirs` are annotations of other
    coders, to be drawn apart. Outside `bright`, if it is given, the text is dimmed. `hints` stand where one may jump.
    """

    view: View
    codebook: Codebook
    annotations: tuple[Annotation, ...]
    selection: Selection
    bound: int | None = None
    hits: tuple[Span, ...] = ()
    hit: int = -1
    measure: int = MEASURE
    theirs: tuple[Annotation, ...] = ()
    bright: Span | None = None
    hints: "tuple[Hint, ...]" = ()
