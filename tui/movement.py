"""How keys move the selection: pure functions from one selection to the next.

None means that there is nowhere to go. A selection that goes on being extended keeps the grapheme on which it began,
on whichever side of it the moving end comes to stand, as in helix.
"""

from seeds.segment.graphemes import grapheme_at, previous_boundary
from seeds.span import Span
from tui.selection import Selection, caret
from tui.units import Unit, Units

WIDENING = (Unit.WORD, Unit.NAME, Unit.QUOTATION, Unit.CLAUSE, Unit.SENTENCE, Unit.PARAGRAPH, Unit.BLOCK)
"""The units that widening goes through, and narrowing back."""


def take(
    units: Units, unit: Unit, selection: Selection, *, back: bool = False, extend: bool = False
) -> Selection | None:
    """The unit that contains the selection if that is larger, else the next one behind its end; None without one.

    `back`: else the one before its start, with the start as the moving end. `extend`: the head goes to the end (back:
    the start) of the unit that it is in, or where it is there already, of the next one; the anchor stays.
    """
    if extend:
        return _reach(units, unit, selection, back=back)
    span = selection.span
    found = units.around(unit, span) or (units.before(unit, span.start) if back else units.after(unit, span.end))
    return Selection.of(found, forward=not back) if found else None


def step(units: Units, selection: Selection, by: int, *, extend: bool = False) -> Selection:
    """The caret `by` graphemes further (back, where negative), over the borders of blocks, as far as there are any."""
    place = _entered(units, caret(selection, units.text))
    for _ in range(abs(by)):
        found = units.after(Unit.GRAPHEME, place.end) if by > 0 else units.before(Unit.GRAPHEME, place.start)
        if found is None:
            break
        place = found
    return _put(units.text, selection, place, extend=extend)


def to(units: Units, selection: Selection, offset: int, *, extend: bool = False) -> Selection:
    """The caret on the grapheme at the offset, or where no block holds it, on the nearest one that can be entered."""
    place = _entered(units, grapheme_at(units.text, max(offset, 0)))
    return _put(units.text, selection, place, extend=extend)


def widen(units: Units, selection: Selection) -> Selection | None:
    """The smallest unit that stands around the selection, from word to block."""
    around = [found for unit in WIDENING if (found := units.around(unit, selection.span))]
    return Selection.of(min(around, key=len), forward=selection.forward) if around else None


def narrowed(units: Units, selection: Selection) -> Selection | None:
    """The largest unit at the caret that is smaller than the selection and lies within it, at least the caret itself.

    Narrowing after widening goes back the way it came instead: the session keeps that trail.
    """
    place, span = caret(selection, units.text), selection.span
    within = [place]
    for unit in WIDENING:
        found = units.at(unit, place)
        while found and found in span:
            within.append(found)
            found = units.around(unit, found)
    smaller = [found for found in within if len(found) < len(span)]
    return Selection.of(max(smaller, key=len), forward=selection.forward) if smaller else None


def by_word(units: Units, selection: Selection, *, back: bool = False) -> Selection | None:
    """The moving end at the next edge of a word on its side: an end of one where it is the end of the selection, else a
    start. None without a further word."""
    head, forward = selection.head, selection.forward
    if back:
        inside = None if forward else units.at(Unit.WORD, Span(max(head - 1, 0), head))
        found = inside or units.before(Unit.WORD, head - 1 if forward else head)
    else:
        inside = units.at(Unit.WORD, Span(head, head + 1)) if forward else None
        found = inside or units.after(Unit.WORD, head if forward else head + 1)
    return Selection(selection.anchor, found.end if forward else found.start) if found else None


def _reach(units: Units, unit: Unit, selection: Selection, *, back: bool) -> Selection | None:
    place = caret(selection, units.text)
    found = units.at(unit, place)
    while found and (found.start == place.start if back else found.end == place.end):
        found = units.around(unit, found)
    found = found or (units.before(unit, place.start) if back else units.after(unit, place.end))
    if found is None:
        return None
    edge = grapheme_at(units.text, found.start if back else previous_boundary(units.text, found.end))
    return _put(units.text, selection, edge, extend=True)


def _entered(units: Units, place: Span) -> Span:
    """The grapheme itself where it stands in a block, else the nearest one that does."""
    block = units.block_at(place.start)
    if block is None:
        return place
    if place.start < block.start:
        return grapheme_at(units.text, block.start)
    return place if place.start < block.end else grapheme_at(units.text, block.end - 1)


def _put(text: str, selection: Selection, place: Span, *, extend: bool) -> Selection:
    if not extend:
        return Selection.of(place)
    anchor = selection.anchor
    stays = grapheme_at(text, anchor) if selection.forward else grapheme_at(text, anchor - 1)
    return Selection(stays.start, place.end) if place.start >= stays.start else Selection(stays.end, place.start)
