"""What can be seen of a block that might be the title: beside what it is, how it stands among the others. Pure.

The names of the features are a contract with `weights.json`, as in `seeds.clean.context`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from seeds.clean.forms import is_byline, is_caption, is_credit
from seeds.clean.page import Page
from seeds.clean.sequence import State
from seeds.clean.shape import Shape

SIGNATURE = frozenset({"writer", "stamp"})

_REACH = 40
"""How many blocks above the body, and three within it, are looked at."""

_LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20)
_BETWEEN = (1, 4, 8, 15, 30, 60, 120)
_TRAIL = 30
"""Words of a path of links or of a page's own title, at most."""


def candidates(page: Page, states: Sequence[State]) -> Iterator[tuple[int, list[str]]]:
    """The blocks that might be the title, nearest to the body first, each with what speaks for and against it."""
    first = next((at for at, state in enumerate(states) if state is State.BODY and page.prose[at]), None)
    if first is None:
        return
    body = states.index(State.BODY)
    reach = range(min(first, body + 3), max(body - _REACH, -1), -1)
    found = [at for at in reach if at < first and _may_be(page.shapes[at])]
    taken_up = [len(page.content[at] & page.known) for at in found]
    rank = 0
    for number, at in enumerate(found):
        names = _alone(page, at, first - at, rank, inside=at >= body)
        names += _beside(page, at)
        names += _between(page, at, first, rank)
        names.append(f"upbest={_lead(taken_up[number + 1 :], taken_up[number])}")
        names.append(f"downbest={_lead(taken_up[:number], taken_up[number])}")
        yield at, names
        rank += page.shapes[at].words >= 4


def _may_be(shape: Shape) -> bool:
    """Whether the block has a title's length and is not plainly something else."""
    return (
        2 <= max(shape.words, shape.unspaced // 3) <= 40
        and shape.lines == 1
        and not shape.dateline
        and not is_byline(shape)
        and not is_caption(shape, strict=True)
        and not is_credit(shape, strict=True)
    )


def _alone(page: Page, at: int, back: int, rank: int, *, inside: bool) -> list[str]:
    """The block by itself and against the text; `back` blocks above the first prose, the `rank`th of some length."""
    shape, content = page.shapes[at], page.content[at]
    overlap = content & page.known
    share = _quarters(overlap, content)
    length = min(shape.words, 22) // 3
    shared = content & page.shared
    return [
        "*",
        f"words={length}",
        f"len={bisect_right(_LENGTHS, shape.words)}",
        f"ending={shape.ending}",
        f"kind={page.kinds[at]}",
        f"back={min(back, 12)}",
        f"rank={min(rank, 6)}",
        f"rank={min(rank, 6)} {share}",
        f"inside={inside}",
        f"share={share} {min(len(overlap), 4)}",
        f"shared={_quarters(shared, content)} {min(len(shared), 5)}",
        f"times={min(page.times[shape.key], 3)}",
        f"shouted={shape.shouted}",
        f"capital={int(shape.capital * 5)}",
        f"function={int(shape.function * 6)}",
        f"date={shape.date} {length}",
        f"link={shape.link}",
        f"signs={min(shape.signs, 2)}",
        f"column={page.column >= 0 and (page.indents[at] > page.column) - (page.indents[at] < page.column)}",
        f"cues={min(len(shape.cues), 3)}",
        f"top={min(at, 3)}",
        *(f"cue={cue}" for cue in shape.cues),
        *(f"1={'#' if token.isdigit() else token}" for token in shape.tokens[:1]),
    ]


def _beside(page: Page, at: int) -> list[str]:
    """What stands around the block, and where its words come again."""
    behind, after = page.shapes[at + 1], page.shapes[at + 2 : at + 3]
    length = min(page.shapes[at].words, 22) // 3
    kinds = ["^", *page.kinds[max(at - 1, 0) : at]][-1] + "".join(page.kinds[at : at + 3]).ljust(3, "$")
    above = page.shapes[at - 1].cues if at else ()
    return [
        f"gaps={page.gaps[at]}{page.gaps[at + 1]}",
        f"+1 {page.kinds[at + 1]} {int(behind.function * 4)}",
        f"-1 {_headline(page, at - 1)}{page.kinds[at]}{_headline(page, at + 1)}",
        f"-1 {_headline(page, at - 1)} {length}",
        f"signed={any(not SIGNATURE.isdisjoint(near.cues) or near.date for near in page.shapes[at + 1 : at + 4])}",
        f"next={is_byline(behind):d}{any(map(is_byline, after)):d}",
        f"k={kinds[:2]}",
        f"k+={kinds[1:]}",
        f"echo={_echoes(page, at)}",
        f"trail={_trail(page, at)}",
        *(f"+1 cue={cue}" for cue in behind.cues if cue not in SIGNATURE),
        *(f"-1 cue={cue}" for cue in above),
    ]


def _between(page: Page, at: int, first: int, rank: int) -> list[str]:
    """How many words stand between the block and the first prose."""
    words = bisect_right(_BETWEEN, page.words_before[first] - page.words_before[at + 1])
    return [f"between={words}", f"between={words} {min(rank, 3)}"]


def _lead(others: Sequence[int], own: int) -> str:
    """By how many words of the text the best of other candidates leads; - where there is none."""
    return str(max(-3, min(max(others) - own, 3))) if others else "-"


def _headline(page: Page, at: int) -> str:
    """Whether the block might itself be a headline that the body takes up: y, n, or - where there is no block."""
    if not 0 <= at < len(page.shapes):
        return "-"
    shape, words = page.shapes[at], page.content[at]
    plain = 4 <= shape.words <= 25 and shape.ending not in "ck" and not shape.cues and not shape.date
    return "y" if plain and 2 * len(words & page.known) >= len(words) > 1 else "n"


def _echoes(page: Page, at: int) -> int:
    """How many other short blocks hold all the longer words of the block: a path of links, the page's own title."""
    words = page.content[at]
    return min(sum(words <= page.content[other] for other in page.short), 4) if len(words) > 1 else 9


def _trail(page: Page, at: int) -> str:
    """Whether other short blocks end, and begin, with the words of the block: a path of links, a longer title."""
    shape = page.shapes[at]
    if shape.words < 3:
        return "-"
    longer = [page.shapes[other] for other in page.short if shape.words < page.shapes[other].words <= _TRAIL]
    ends = any(other.key.endswith(f" {shape.key}") for other in longer)
    return f"{ends:d}{any(other.key.startswith(f'{shape.key} ') for other in longer):d}"


def _quarters(part: set[str], whole: set[str]) -> int:
    return 4 * len(part) // (len(whole) or 1)
