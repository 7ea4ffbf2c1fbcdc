"""Where somebody's words stand between marks, in the typography of any language and of none."""

import re

from seeds.segment.graphemes import all_snapped
from seeds.segment.marks import CLOSES, MARK, NATURAL, OPENS_ONLY, SINGLE, Mark, marks, measures, possessive
from seeds.span import Span

DEEPEST = 8
"""Marks that are looked back at for the one that another closes. Nobody nests as deep."""

AHEAD = 50
"""Marks that are looked ahead at for one that closes."""

_NEXT_BLOCK = re.compile(r"[^\S\n]*\n\s*(\S)")


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """The stretches between quotation marks in a block, marks included, outer and inner; of two the larger first.

    A mark that nothing closes makes no quotation, except where the next block opens with the same one again: then the
    speech goes on, and its part in this block ends with the block.
    """
    if not MARK.search(text, span.start, span.end):
        return ()
    found: list[Span] = []
    opened: list[Mark] = []
    ahead = marks(text, span.start, span.end)
    for number, mark in enumerate(ahead):
        partner = _partner(opened, mark)
        if partner is None:
            if measures(text, mark, span.start):
                continue
            if _can_open(text, mark):
                opened.append(mark)
                del opened[1:-DEEPEST]
            elif found and mark.character == '"' and _closed_too_early(text, found[-1], span.start):
                found[-1] = Span(found[-1].start, mark.at + 1)
        elif not (possessive(text, mark) and _closed_later(text, ahead[number + 1 : number + AHEAD], opened)):
            found.append(Span(opened[partner].at, mark.at + 1))
            del opened[partner:]
    if opened and (speech := _going_on(text, span, opened[0])):
        found.append(speech)
    spoken = sorted(
        (quotation.start, -quotation.end) for quotation in found if any(map(str.isalnum, quotation.of(text)))
    )
    return all_snapped(text, span, ((start, -end) for start, end in spoken))


def _partner(opened: list[Mark], mark: Mark) -> int | None:
    """The index of the innermost open mark that this one closes. A single one never reaches across a double one."""
    for index in range(len(opened) - 1, -1, -1):
        opener = opened[index].character
        if mark.character in CLOSES[opener] and _may_close(opener, mark):
            return index
        if mark.character in SINGLE and opener not in SINGLE:
            return None
    return None


def _may_close(opener: str, mark: Mark) -> bool:
    if opener + mark.character in NATURAL:
        return mark.shape != "opens" or mark.character not in "“‘"
    return mark.shape == "closes" or (mark.shape == "either" and mark.character not in "“‘'")


def _can_open(text: str, mark: Mark) -> bool:
    if mark.character not in CLOSES or mark.shape == "closes":
        return False
    if mark.character in OPENS_ONLY or mark.shape == "opens":
        return mark.character != "’"
    return mark.character in '"＂' or (mark.character == "'" and not text[mark.at - 1 : mark.at].isalnum())


def _closed_too_early(text: str, quotation: Span, start: int) -> bool:
    """Whether the quotation ended at what may have been inches: "a 6" gun," he said."""
    return measures(text, Mark(quotation.end - 1, text[quotation.end - 1], "either"), start)


def _closed_later(text: str, ahead: list[Mark], opened: list[Mark]) -> bool:
    """Whether a mark that is surely no apostrophe will close the innermost open one, so that this one need not."""
    for mark in ahead:
        if mark.character not in SINGLE:
            if any(other.character not in SINGLE for other in opened):
                return False
        elif mark.shape == "opens":
            return False
        elif mark.character in CLOSES[opened[-1].character] and not possessive(text, mark):
            return True
    return False


def _going_on(text: str, span: Span, mark: Mark) -> Span | None:
    behind = _NEXT_BLOCK.match(text, span.end)
    again = mark.character + {"«": "»"}.get(mark.character, "")
    if not behind or behind[1] not in again:
        return None
    return Span(mark.at, mark.at + len(text[mark.at : span.end].rstrip()))
