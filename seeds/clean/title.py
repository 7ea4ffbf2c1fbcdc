"""Find the title among the blocks: it stands above the body, is no furniture, and the body takes up its words."""

from collections.abc import Iterator, Sequence

from seeds.clean.forms import is_byline, is_caption, is_credit, is_standfirst
from seeds.clean.model import title_score
from seeds.clean.page import Page
from seeds.clean.sequence import State
from seeds.clean.shape import Shape

_REACH = 40
"""How many blocks above the body, and three within it, are looked at."""

_TIE = 5.0
"""How much less may speak for the title than for its standfirst, in scores; measured across sites."""

_SIGNATURE = frozenset({"writer", "stamp"})


def find_title(page: Page, states: Sequence[State]) -> int | None:
    """The index of the title block, None where nothing is one. There is body behind every title.

    Where the likeliest block reads like a standfirst and the line right above it might be the title as well, it is.
    """
    scored = {at: title_score(names) for at, names in candidates(page, states)}
    best = max(scored, key=lambda at: (scored[at], -at), default=None)
    if best is None or scored[best] <= 0:
        return None
    above = scored.get(best - 1, 0.0)
    if above > max(scored[best] - _TIE, 0.0) and _sums_up(page.shapes[best], page.shapes[best - 1]):
        return best - 1
    return best


def _sums_up(shape: Shape, above: Shape) -> bool:
    """Whether a block reads like the standfirst of the line above it: a sentence, and no shorter than that."""
    sentence = is_standfirst(shape) and shape.words >= 10 and shape.capital < 0.5
    return sentence and 4 <= above.words <= shape.words


def candidates(page: Page, states: Sequence[State]) -> Iterator[tuple[int, list[str]]]:
    """The blocks that might be the title, each with the features that speak for and against it."""
    first = next((at for at, state in enumerate(states) if state is State.BODY and page.prose[at]), None)
    if first is None:
        return
    body = states.index(State.BODY)
    rank = 0
    for at in range(min(first, body + 3), max(body - _REACH, -1), -1):
        shape = page.shapes[at]
        if at < first and _may_be(shape):
            yield at, _features(page, at, first - at, rank, inside=at >= body)
            rank += shape.words >= 4


def _may_be(shape: Shape) -> bool:
    """Whether the block has a title's length and is not plainly something else."""
    return (
        2 <= max(shape.words, shape.unspaced // 3) <= 40
        and shape.lines == 1
        and not is_byline(shape)
        and not is_caption(shape, strict=True)
        and not is_credit(shape, strict=True)
    )


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


def _features(page: Page, at: int, back: int, rank: int, *, inside: bool) -> list[str]:
    shape = page.shapes[at]
    overlap = page.content[at] & page.known
    share = 4 * len(overlap) // (len(page.content[at]) or 1)
    behind = page.shapes[at + 1]
    repeated = min(page.times[shape.key], 3)
    length = min(shape.words, 22) // 3
    return [
        "*",
        f"words={length}",
        f"ending={shape.ending}",
        f"kind={page.kinds[at]}",
        f"back={min(back, 12)}",
        f"rank={min(rank, 6)}",
        f"rank={min(rank, 6)} {share}",
        f"inside={inside}",
        f"share={share} {min(len(overlap), 4)}",
        f"times={repeated}",
        f"shouted={shape.shouted}",
        f"capital={int(shape.capital * 5)}",
        f"function={int(shape.function * 6)}",
        f"date={shape.date} {length}",
        f"link={shape.link}",
        f"signs={min(shape.signs, 2)}",
        f"column={page.column >= 0 and (page.indents[at] > page.column) - (page.indents[at] < page.column)}",
        f"gaps={page.gaps[at]}{page.gaps[at + 1]}",
        f"cues={min(len(shape.cues), 3)}",
        f"top={min(at, 3)}",
        f"+1 {page.kinds[at + 1]} {int(behind.function * 4)}",
        f"-1 {_headline(page, at - 1)}{page.kinds[at]}{_headline(page, at + 1)}",
        f"-1 {_headline(page, at - 1)} {length}",
        f"signed={any(not _SIGNATURE.isdisjoint(near.cues) or near.date for near in page.shapes[at + 1 : at + 4])}",
        f"echo={_echoes(page, at)}",
        *(f"cue={cue}" for cue in shape.cues),
        *(f"+1 cue={cue}" for cue in behind.cues if cue not in _SIGNATURE),
    ]
