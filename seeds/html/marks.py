"""What the markup tells of each line: the features that a page's scores are made of beside those of its words. Pure.

As in `seeds.clean.context` a feature is a name, present or absent, and the names are the contract with the weights.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from seeds.clean.page import Page
from seeds.html.lines import Line
from seeds.html.place import TOP, Place

_SHARE = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9)
_LINKED = (0.01, 0.2, 0.5, 0.9)
_NEAR = (1, 2, 3, 5, 9, 17, 33)
_MAIN = 0.6
"""The innermost element with so much of a page's prose is its main one."""


def marks(lines: Sequence[Line], page: Page, votes: Sequence[float]) -> Iterator[list[str]]:
    """The features of each line. `votes` are the shares of each line's words that another extractor keeps."""
    held, signed, beside = _prose(lines, page.prose)
    total = page.prose_before[-1] or 1
    main = _main(lines, held, total)
    top = _first_headline(lines)
    voted = [_vote(vote) for vote in votes]
    first, last = _ends(voted)
    cover = _cover(page.prose, voted)
    before = TOP
    for at, line in enumerate(lines):
        kind, place = page.kinds[at], line.place
        own = page.prose[at]
        names = _around(place, kind)
        sign = signed[_signature(place)]
        names += [
            f"v={voted[at]} {kind}",
            f"v={voted[at]} cover={cover} {kind}",
            f"times={min(page.times[page.shapes[at].key], 3)} {voted[at]} {kind}",
            f"linked={bisect_right(_LINKED, line.linked / len(line.text))} {voted[at]} {kind}",
            f"within={_within(place, main)} {voted[at]} {kind}",
            f"v={_of(voted, at - 1)}{voted[at]}{_of(voted, at + 1)}",
            f"v={voted[at]} {'-' if at < first else '+' if at > last else '='} {kind}",
            f"link={bisect_right(_LINKED, line.linked / len(line.text))} {kind}",
            f"bold={bisect_right(_LINKED, line.bold / len(line.text))} {kind}",
            f"sign={bisect_right(_SHARE, sign / total)} {kind}",
            f"sign={bisect_right(_SHARE, (sign - own) / total)} {voted[at]}",
            f"beside={bisect_right(_NEAR, beside[id(place.above or TOP)])} {kind}",
            f"step={_step(before, place)}",
            f"step={_step(before, place)} {kind}",
            f"h1={_sign(at - top)} {bisect_right(_NEAR, abs(at - top))} {kind}" if top >= 0 else f"h1=- {kind}",
            f"main={_within(place, main)} {kind}",
            f"up={_up(place, held, total)} {kind}",
        ]
        before = place
        yield names


def _around(place: Place, kind: str) -> list[str]:
    """The elements that a line is in, and what their names say."""
    above = place.above or TOP
    over = above.above or TOP
    names = [f"t={place.tag} {kind}", f"t={above.tag}>{place.tag}", f"t={over.tag}>{above.tag}>{place.tag}"]
    for role in place.roles:
        names += (f"r={role}", f"r={role} {kind}")
    for level, one in enumerate((place, above, over)):
        names += [f"c{level}={cue} {kind}" for cue in one.cues]
        names += [f"c{level}={cue}" for cue in one.cues]
    for cue in place.around:
        names += (f"c={cue}", f"c={cue} {kind}")
    return names


def _prose(lines: Sequence[Line], prose: Sequence[int]) -> tuple[Counter[int], Counter[str], Counter[int]]:
    """How many words of prose there are within each element, in lines of each signature, and how many lines of prose
    in each element itself."""
    held: Counter[int] = Counter()
    signed: Counter[str] = Counter()
    beside: Counter[int] = Counter()
    for line, words in zip(lines, prose, strict=True):
        if not words:
            continue
        signed[_signature(line.place)] += words
        beside[id(line.place.above or TOP)] += 1
        at: Place | None = line.place
        while at is not None:
            held[id(at)] += words
            at = at.above
    return held, signed, beside


def _signature(place: Place) -> str:
    return f"{place.name}<{(place.above or TOP).name}"


def _main(lines: Sequence[Line], held: Counter[int], total: int) -> Place:
    """The innermost element that holds most of the prose."""
    best = TOP
    for line in lines:
        at: Place | None = line.place
        while at is not None and at.depth > best.depth:
            if held[id(at)] >= _MAIN * total:
                best = at
                break
            at = at.above
    return best


def _within(place: Place, main: Place) -> str:
    """How many elements deep within the main one a line stands, up to 5; "-" where it stands outside."""
    at: Place | None = place
    down = 0
    while at is not None and at is not main:
        at, down = at.above, down + 1
    return "-" if at is None else str(min(down, 5))


def _up(place: Place, held: Counter[int], total: int) -> int:
    """How many elements further out one holds half of the prose."""
    at: Place | None = place
    up = 0
    while at is not None and 2 * held[id(at)] < total:
        at, up = at.above, up + 1
    return min(up, 7)


def _step(before: Place, after: Place) -> str:
    """How many elements end and how many begin between two lines, up to 5 each."""
    ended = begun = 0
    one: Place = before
    other: Place = after
    while one is not other:
        if one.depth >= other.depth:
            one, ended = one.above or TOP, ended + 1
        else:
            other, begun = other.above or TOP, begun + 1
    return f"{min(ended, 5)}{min(begun, 5)}"


def _first_headline(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if "h1" in line.place.roles), -1)


def _vote(share: float) -> str:
    return "n" if share < 0.2 else "y" if share > 0.8 else "m"


def _of(voted: Sequence[str], at: int) -> str:
    return voted[at] if 0 <= at < len(voted) else "-"


def _cover(prose: Sequence[int], voted: Sequence[str]) -> int:
    """How much of the page's prose the other extractor keeps, in bins."""
    kept = sum(words for words, vote in zip(prose, voted, strict=True) if vote == "y")
    return bisect_right(_SHARE, kept / (sum(prose) or 1))


def _ends(voted: Sequence[str]) -> tuple[int, int]:
    kept = [at for at, vote in enumerate(voted) if vote == "y"]
    return (kept[0], kept[-1]) if kept else (0, len(voted))


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)
