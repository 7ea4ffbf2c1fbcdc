"""Where paragraphs are: a block is one, except that each item of a list is a paragraph by itself.

A huge list is dealt with in pieces, so that a key in one of 2 MB costs as little as in a short one; whether it is a
list is told by its beginning.
"""

from collections.abc import Iterator
from itertools import pairwise

from seeds.runs import is_item, lists
from seeds.segment.pieces import LONGEST
from seeds.segment.trim import trimmed
from seeds.span import Span


def paragraphs(text: str, span: Span) -> tuple[Span, ...]:
    """The paragraphs of a block, in order, without white space at their ends; none where nothing is seen of it."""
    return items(text, span) if is_list(text, span) else _seen(text, (span,))


def is_list(text: str, span: Span) -> bool:
    """Whether a block consists of the items of a list, on several lines (`seeds.runs.lists`)."""
    if text.find("\n", span.start, span.end) < 0:
        return False
    lines = text[span.start : min(span.end, span.start + LONGEST)].split("\n")
    if len(span) > LONGEST and len(lines) > 2:
        del lines[-1]
    return lists(lines) == [(0, len(lines))]


def items(text: str, span: Span) -> tuple[Span, ...]:
    """The items of a list, or of a part of one that begins with an item."""
    starts = (at for at in _lines(text, span.start, span.end) if _begins_item(text, at, span.end))
    return _seen(text, (Span(*ends) for ends in pairwise((span.start, *starts, span.end))))


def item_pieces(text: str, span: Span) -> tuple[Span, ...]:
    """The block itself, or if it is a huge list, pieces of it that follow on each other and begin with an item."""
    if not is_list(text, span):
        return (span,)
    found, start = list[Span](), span.start
    while span.end - start > LONGEST:
        cuts = (at for at in _lines(text, start + LONGEST, span.end) if _begins_item(text, at, span.end))
        cut = next(cuts, span.end)
        found.append(Span(start, cut))
        start = cut
    return (*found, Span(start, span.end)) if start < span.end else tuple(found)


def _lines(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets behind the line ends between two offsets."""
    at = start
    while (at := text.find("\n", at, end) + 1) > 0:
        yield at


def _begins_item(text: str, at: int, end: int) -> bool:
    stop = text.find("\n", at, end)
    return is_item(text[at : stop if stop >= 0 else end])


def _seen(text: str, spans: Iterator[Span] | tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(seen for span in spans if len(seen := trimmed(text, span)))
