"""Turn a row into stretches of one style each. Pure: knows names of styles, no colour and no Textual.

A style name is "kind" or "kind+mark+mark": the kind of block, then what lies on it, the strongest last.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from seeds.span import Span
from tui.cells import clusters, plain, shown
from tui.items import Part
from tui.layout import Row
from tui.marks import Mark

if TYPE_CHECKING:
    from tui.jumps import Cover

KEYS = 2
"""Keys of tags that the gutter has room for."""

NOTE = "✎"
"""Stands in the gutter, between the keys and the text, where an annotation with a note begins."""

Hit = tuple[int, int, bool]
"""A place of a search, by its offsets, and whether it is the one stood on."""


class Stretch(NamedTuple):
    """Text of one style, with its width in cells."""

    words: str
    style: str
    cells: int


class Look(NamedTuple):
    """All that the looks of a row depend on, but for the theme: two rows with the same look are drawn alike.

    `selected` and `caret` are the code points of the row that are; the caret at the end of a longer selection is drawn
    as its head. `bound` is the id of the bound annotation if it lies on the row, else None. `bright` is the part that
    is not dimmed, None where nothing is. `hints` are drawn over it; beside it stands the scroll bar's `thumb`, or not.
    """

    row: Row
    marks: tuple[Mark, ...] = ()
    hits: tuple[Hit, ...] = ()
    selected: tuple[int, int] = (0, 0)
    caret: tuple[int, int] = (0, 0)
    bound: int | None = None
    bright: tuple[int, int] | None = None
    hints: "tuple[Cover, ...]" = ()
    thumb: bool = False


def gutter(look: Look) -> list[Stretch]:
    """The three cells beside a row: the keys of its tags, each in its tag's hue, a plus where there are more, and a
    mark where one with a note begins. A key is strong where its annotation begins or is bound, quiet where it is
    another coder's. A hint at the row's start stands over the last of them."""
    found: dict[str, str] = {}
    for mark in sorted(look.marks, key=_theirs):
        strong = mark.id == look.bound or _begins(mark, look.row)
        if mark.theirs:
            found.setdefault(mark.key, "quiet")
        elif strong or mark.key not in found:
            found[mark.key] = f"key-{mark.hue}+strong" if strong else f"key-{mark.hue}"
    keys = list(found.items())
    if len(keys) > KEYS:
        keys = [*keys[: KEYS - 1], ("+", "quiet")]
    noted = any(mark.noted and _begins(mark, look.row) for mark in look.marks)
    cells = [(" ", "")] * (KEYS - len(keys)) + [*keys, (NOTE, "quiet") if noted else (" ", "")]
    for hint in look.hints:
        if hint.start == hint.end:
            cells[len(cells) - len(hint.letters) :] = [(letter, "hint") for letter in hint.letters]
    return [Stretch(words, style, 1) for words, style in cells]


def stretches(text: str, look: Look) -> list[Stretch]:
    """A row in its styles, from its first character to its last; `text` is the article's."""
    row = look.row
    if row.part is not Part.TEXT:
        words, cells = shown(row.words, row.start, row.end)
        return [Stretch(words, row.style, cells)]
    words_end = row.start + len(text[row.start : row.end].rstrip())  # marks end with the words, not with what hangs
    drawn = []
    hints = {hint.start: hint for hint in look.hints}
    ranked = sorted(look.marks, key=attrgetter("length"))
    for start, end in pairwise(_cuts(text, look, words_end)):
        words, cells = shown(text, start, end)
        if (hint := hints.get(start)) and hint.end == end:
            drawn.append(Stretch(hint.letters, f"{row.style}+hint{'+several' if hint.cut else ''}", cells))
            continue
        names = _laid_on(look, ranked, start, end) if start < words_end else []
        if _overlap(look.caret, start, end):
            names.append("caret" if look.selected == look.caret else "head")
        drawn.append(Stretch(words, "+".join([row.style, *names]), cells))
    return drawn


def hits_in(hits: Sequence[Span], at: int, start: int, end: int) -> tuple[Hit, ...]:
    """The hits, in order and apart, that touch the code points from `start` to `end`; `at` is the one stood on."""
    first = bisect_right(hits, start, key=lambda span: span.end)
    last = bisect_left(hits, end, first, key=lambda span: span.start)
    return tuple((hits[number].start, hits[number].end, number == at) for number in range(first, last))


def _cuts(text: str, look: Look, words_end: int) -> list[int]:
    """The offsets at which a row changes its style; none cuts a grapheme."""
    row = look.row
    edges = {row.start, words_end, row.end, *look.selected, *look.caret}
    edges.update(edge for mark in look.marks for edge in (mark.start, mark.end))
    edges.update(edge for start, end, _ in look.hits for edge in (start, end))
    edges.update(look.bright or ())
    edges.update(edge for hint in look.hints for edge in (hint.start, hint.end))
    edges.difference_update(at for hint in look.hints for at in range(hint.start + 1, hint.end))
    cuts = sorted(edge for edge in edges if row.start <= edge <= row.end)
    if len(cuts) > 2 and not plain(text, row.start, row.end):
        bounds = [*(start for start, _, _ in clusters(text, row.start, row.end)), row.end]
        around = {bounds[find(bounds, cut) + by] for cut in cuts for find, by in ((bisect_left, 0), (bisect_right, -1))}
        return sorted(around)
    return cuts


def _laid_on(look: Look, ranked: Sequence[Mark], start: int, end: int) -> list[str]:
    """The names of what lies on a stretch that lies wholly under it or not at all, the strongest last."""
    if look.bright is not None and not _overlap(look.bright, start, end):
        names, bound = ["dim"], None
    else:
        names, bound = _tagged(look, ranked, start, end)
    names += ["hit-here" if hit[2] else "hit" for hit in look.hits if _overlap(hit[:2], start, end)]
    if not bound and _overlap(look.selected, start, end):
        names.append("selected")
    return names


def _tagged(look: Look, ranked: Sequence[Mark], start: int, end: int) -> tuple[list[str], Mark | None]:
    """The names of the tags on a stretch, the shortest on top and the others told by a line; and the bound one."""
    here = (mark for mark in ranked if _overlap(mark[:2], start, end))
    first = next(here, None)
    if first is None:
        return [], None
    second = next(here, None)
    own = next((mark for mark in chain((first, *([second] if second else [])), here) if not mark.theirs), None)
    bound = None
    if look.bound is not None:
        bound = next((mark for mark in ranked if mark.id == look.bound and _overlap(mark[:2], start, end)), None)
    top = bound or own
    names = [f"{'bound' if bound else 'other' if top.other else 'tag'}-{top.hue}" if top else f"theirs-{first.hue}"]
    return [*names, "several"] if second else names, bound


def _theirs(mark: Mark) -> bool:
    return mark.theirs


def _begins(mark: Mark, row: Row) -> bool:
    return mark.first and mark.start >= row.start


def _overlap(span: tuple[int, int], start: int, end: int) -> bool:
    return span[0] < end and start < span[1]
