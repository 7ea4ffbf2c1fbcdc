"""The items of a list are one block, as everywhere in postil, unless they are paragraphs that happen to be marked."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from seeds.html.lines import Line
from seeds.html.place import Place

LISTS = frozenset({"ul", "ol", "menu", "dir"})
_LONG_ITEM = 160
"""Code points: items that are longer in the mean are paragraphs."""


def listed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with those of each plain list joined, an item a line with a bullet; nested items are indented."""
    for top, group in groupby(lines, lambda line: _top(line.place)):
        found = list(group)
        yield from _joined(found, top) if top and _is_plain(found) else map(_marked, found)


def _top(place: Place) -> Place | None:
    """The outermost list that an item is in, as long as nothing but lists and items stands between."""
    top, at = None, place if place.tag == "li" else None
    while at is not None and (at.tag == "li" or at.tag in LISTS):
        top, at = (at if at.tag in LISTS else top), at.above
    return top


def _is_plain(lines: list[Line]) -> bool:
    items = {id(line.place) for line in lines}
    return len(items) == len(lines) > 1 and sum(len(line.text) for line in lines) <= _LONG_ITEM * len(lines)


def _joined(lines: list[Line], top: Place) -> Iterator[Line]:
    text = "\n".join(_item(line, top) for line in lines)
    yield Line(text, lines[0].place, sum(line.linked for line in lines), sum(line.bold for line in lines))


def _item(line: Line, top: Place) -> str:
    inner = "  " * ((line.place.depth - top.depth - 1) // 2)
    return f"{inner}• " + line.text.replace("\n", " ")


def _marked(line: Line) -> Line:
    """A line alone, with its bullet if it is an item."""
    if line.place.tag == "li":
        line.text = f"• {line.text}"
    return line
