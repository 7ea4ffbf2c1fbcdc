"""Documents become articles in the order in which they came: here while they are few, else on all cores."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from seeds.article import Article
from seeds.errors import Refused
from seeds.read import Raw
from tui.cli.building import built

if TYPE_CHECKING:
    from tui.cli.workers import Workers

FEW = 40
"""Documents that are made in this process before others are started: those would take as long to start."""

AHEAD, WEIGHT = 128, 16 * 1024 * 1024
"""Documents, and bytes of them, that are on their way at most, so that others have work while a batch is written."""


class Made(NamedTuple):
    """An article, and the sketch by which its like are found."""

    article: Article
    sketch: tuple[int, ...]


class Known(NamedTuple):
    """An article that is in the library already."""

    id: str
    title: str


@dataclass(slots=True)
class Step:
    """One document, and what it became; None while another process is at it.

    `place` is what it is called in a sentence, `path` where it came from.
    """

    place: str
    path: str
    found: Made | Known | Refused | None
    weight: int = 0


def make(raw: Raw, added: datetime) -> Made | Refused:
    """The article that a document is, or why it is none."""
    from annotations.near import sketch

    try:
        article = built(raw, added)
    except Refused as refused:
        return refused
    except Exception as error:  # what nobody foresaw of one document must not take the others along
        from tui.edge import report

        return Refused(raw.place, "something went wrong over it that should not have", report(error))
    return Made(article, sketch(article))


def made(
    documents: Iterable[Raw | Refused], known: Callable[[Raw], Known | None], now: Callable[[], datetime]
) -> Generator[Step, None, None]:
    """What each document became, in order. One that is `known` is not made again."""
    waiting: deque[Step] = deque()
    with ExitStack() as end:
        here, others = FEW, None
        for document in documents:
            step = _step(document, known)
            waiting.append(step)
            if step.found is None and isinstance(document, Raw):
                if here:
                    here -= 1
                    step.found = make(document, now())
                else:
                    others = others or end.enter_context(_workers())
                    others.ask(step, document, now())
            yield from _ready(waiting, others)
        while waiting:
            yield _done(waiting, others)


def _workers() -> "Workers":
    from tui.cli.workers import Workers

    return Workers()


def _step(document: Raw | Refused, known: Callable[[Raw], Known | None]) -> Step:
    if isinstance(document, Refused):
        return Step(document.place, document.place, document)
    return Step(document.place, document.origin, known(document), len(document.data))


def _ready(waiting: deque[Step], others: "Workers | None") -> Iterator[Step]:
    """The first steps that are done; those too for which it is time, as too many are behind them."""
    while waiting and (waiting[0].found or len(waiting) > AHEAD or sum(one.weight for one in waiting) > WEIGHT):
        yield _done(waiting, others)


def _done(waiting: deque[Step], others: "Workers | None") -> Step:
    if waiting[0].found is None and others:
        others.wait(waiting[0])
    return waiting.popleft()
