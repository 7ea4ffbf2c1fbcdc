"""How the rows in sight look in a scene: what lies on each, and nothing of how that is painted. Pure."""

from bisect import bisect_left
from collections.abc import Sequence

from seeds.span import Span
from tui.items import Part
from tui.layout import Row
from tui.marks import Marks
from tui.paint import Look, hits_in
from tui.scene import Scene


def looks(scene: Scene, rows: Sequence[Row], marks: Marks, caret: Span, thumb: range) -> list[Look]:
    """A look for each row, from the upper edge down. `marks` are those of the scene's annotations, `caret` is the
    grapheme at the moving end; beside the rows of `thumb` the scroll bar's thumb stands."""
    return [_look(scene, row, marks, caret, thumb=number in thumb) for number, row in enumerate(rows)]


def _look(scene: Scene, row: Row, marks: Marks, caret: Span, *, thumb: bool) -> Look:
    if row.part is not Part.TEXT:
        return Look(row, thumb=thumb)
    here = marks.touching(row.start, row.end)
    bound = scene.bound if scene.bound is not None and any(mark.id == scene.bound for mark in here) else None
    seen = Look(
        row, here, hits_in(scene.hits, scene.hit, row.start, row.end) if scene.hits else (),
        _within(scene.selection.span, row), _within(caret, row), bound, thumb=thumb,
    )  # fmt: skip
    if scene.bright is None and not scene.hints:
        return seen
    return _veiled(seen, scene)


def _veiled(seen: Look, scene: Scene) -> Look:
    """The look with what is dimmed and the hints, which are seldom there."""
    from tui.jumps import cover

    row, text = seen.row, scene.view.article.text
    bright = None if scene.bright is None else _within(scene.bright, row)
    first, last = (bisect_left(scene.hints, at, key=lambda hint: hint.target.start) for at in (row.start, row.end))
    covers = (cover(text, row.start, hint) for hint in scene.hints[first:last])
    return seen._replace(bright=bright, hints=tuple(found for found in covers if found))


def _within(span: Span, row: Row) -> tuple[int, int]:
    """The part of a span that lies on a row; (0, 0) where there is none."""
    start, end = max(span.start, row.start), min(span.end, row.end)
    return (start, end) if start < end else (0, 0)
