"""What the reading pane draws, as one value: nothing reaches the screen that is not in it. Pure."""

from typing import NamedTuple

from annotations.annotation import Annotation
from annotations.codebook import Codebook
from seeds.span import Span
from tui.selection import Selection
from tui.view import View

MEASURE = 72
"""Cells of a line of text: what book typography calls a comfortable measure."""


class Scene(NamedTuple):
    """`annotations` are in the order of the text; `bound` is the id of one of them. `hits` are the places of a search,
    of which `hit` is the number of the one stood on (-1: none). `measure` in cells."""

    view: View
    codebook: Codebook
    annotations: tuple[Annotation, ...]
    selection: Selection
    bound: int | None = None
    hits: tuple[Span, ...] = ()
    hit: int = -1
    measure: int = MEASURE
