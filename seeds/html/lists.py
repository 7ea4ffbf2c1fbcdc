"""The items of a list are one block, as everywhere in postil, unless they are paragraphs that happen to be marked."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from seeds.html.lines import Line
from seeds.html.place import Place

LISTS = frozenset({"ul", "ol", "menu", "dir"})
WITHIN = frozenset({"p", "div"})
"""What an item's text may be wrapped in."""

_LONG_ITEM = 160
"""Code points: items that are longer in the mean are paragraphs."""


def listed(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with those of each plain list joined, an item a line with a bullet; nested items are indented."""
    for top, group in groupby(lines, lambda line: _top(item_of(line.place))):
        found = list(group)
        if top is None:
            yield from found
        elif _is_plain(found):
            yield _joined(found, top)
        else:
            yield from _marked(found)


def item_of(place: Place) -> Place | None:
    """The item of a list that a line is the text of."""
    at: Place | None = place
    while at is not None and at.tag in WITHIN:
        at = at.above
    return at if at is not None and at.tag == "li" else None


def _top(item: Place | None) -> Place | None:
    """The outermost list that an item is in, as long as nothing but lists and items stands between."""
    top, at = None, item
    while at is not None and (at.tag == "li" or at.tag in LISTS):
        top, at = (at if at.tag in LISTS else top), at.above
    return top


def _is_plain(lines: list[Line]) -> bool:
    items = {id(item_of(line.place)) for line in lines}
    return len(items) == len(lines) > 1 and sum(len(line.text) for line in lines) <= _LONG_ITEM * len(lines)


def _joined(lines: list[Line], top: Place) -> Line:
    text = "\n".join(_item(line, top) for line in lines)
    place = item_of(lines[0].place) or lines[0].place
    return Line(text, place, sum(line.linked for line in lines), sum(line.bold for line in lines))


def _item(line: Line, top: Place) -> str:
    item = item_of(line.place) or line.place
    inner = "  " * ((item.depth - top.depth - 1) // 2)
    return f"{inner}• " + line.text.replace("\n", " ")


def _marked(lines: list[Line]) -> Iterator[Line]:
    """The lines of a list of paragraphs: the first of each item has the bullet."""
    before: Place | None = None
    for line in lines:
        item = item_of(line.place)
        yield line if item is before else replace(line, text=f"• {line.text}")
        before = item
