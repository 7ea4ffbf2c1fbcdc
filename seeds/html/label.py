"""Label the lines of a page as those of a scraped text, by its words, its markup and what trafilatura takes for the
article. Pure."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from seeds.article import Kind
from seeds.clean.context import features
from seeds.clean.kinds import Named, kinds
from seeds.clean.model import Weights, load, scores
from seeds.clean.page import Page
from seeds.clean.sequence import State, certainty, path
from seeds.html.lines import Line
from seeds.html.marks import marks
from seeds.html.votes import KEPT

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FURNITURE = frozenset({"nav", "footer"})
SOME, NEVER = 0.2, 1_000.0
"""The share of a page's prose from which on trafilatura's word counts against a line; taken from the score of a line
that is barred. Measured on 410 pages: of 300,000 words that are barred a few hundred are an article's."""

LINKED = 0.8
"""The share of a block's code points in links from which on it is made of them."""

CELLS = frozenset({"li", "td", "th", "tr", "dd", "dt"})

_FEW, _LITTLE = 25, 0.6
"""Where trafilatura keeps FEW words of prose or more and the chain less than LITTLE of them, the chain has lost its way
on a page like none that it learned from, and trafilatura is right. Measured across sites: on some ten of 410 pages."""


@cache
def weights() -> Weights:
    """What the features of pages are worth, as tests/bench/train_pages.py learned it."""
    return load(Path(__file__).with_name("weights.json"))


def label(
    page: Page, lines: Sequence[Line], votes: Sequence[float], title: int | None, known: Weights | None = None
) -> Iterator[Named]:
    """What each line of a page is for: its kind, how sure that is, and what decided.

    `votes` are the shares of the lines that trafilatura keeps, `title` is the number of the line that is the title, if
    there is one; `known` are other weights than those that the package brings along.
    """
    names = [own + other for own, other in zip(features(page), marks(lines, page, votes), strict=True)]
    states, edges = scores(names, known or weights())
    states = [_barred(row) if bar else row for row, bar in zip(states, _outside(page, lines, votes), strict=True)]
    stands, sure = path(states, edges), certainty(states, edges)
    if _lost(page, stands, votes):
        stands = _trusted(votes)
    first = stands.index(State.BODY)
    for at, (line, named) in enumerate(zip(lines, kinds(page, stands, sure, title), strict=True)):
        if at == first and named[0] is Kind.BODY and "summary" in line.place.cues:
            yield Kind.STANDFIRST, named[1], "the page says that it sums the article up"
        else:
            yield _marked(line, stands[at], named)


def _outside(page: Page, lines: Sequence[Line], votes: Sequence[float]) -> Iterator[bool]:
    """Whether each line is plainly none of the article: trafilatura keeps some of the prose and not this line, and
    it stands above all that is kept, or is links below that, or its element is made for something else."""
    kept = [at for at, vote in enumerate(votes) if vote > KEPT]
    told = sum(page.prose[at] for at in kept) > SOME * sum(page.prose)
    for at, (line, vote) in enumerate(zip(lines, votes, strict=True)):
        made = "comment" in line.place.around or not FURNITURE.isdisjoint(line.place.roles)
        beside = told and (at < kept[0] or (at > kept[-1] and line.linked > LINKED * len(line.text)))
        yield told and vote <= KEPT and (made or beside)


def _barred(row: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(score - NEVER * (state == State.BODY) for state, score in enumerate(row))


def _marked(line: Line, state: State, named: Named) -> Named:
    """The kind with the markup's word on it."""
    kind, score, _ = named
    place = line.place
    if state is State.BODY and kind is Kind.BODY and not HEADINGS.isdisjoint(place.roles):
        return Kind.HEADING, score, "the page sets it as a heading"
    if kind is Kind.HEADING and place.tag in CELLS:
        return Kind.BODY, score, "the page sets it in a list or a table"
    if kind is Kind.BODY and "blockquote" in place.roles:
        return kind, score, "the page sets it as a quotation"
    if kind is Kind.BODY and place.tag == "li":
        return kind, score, "the page sets it as a list"
    if kind is Kind.STANDFIRST and state is not State.BODY and "summary" not in place.cues:
        return Kind.CHROME, score, "it stands above the article"
    if kind is Kind.CHROME and "figcaption" in place.roles and state is State.HOLE:
        return Kind.CAPTION, score, "the page sets it under a picture"
    if kind is Kind.CHROME and line.linked > LINKED * len(line.text):
        return kind, score, "it is made of links"
    return named


def _lost(page: Page, stands: Sequence[State], votes: Sequence[float]) -> bool:
    """Whether the chain keeps next to nothing of the prose that trafilatura keeps."""
    rows = [(words, state) for words, state, vote in zip(page.prose, stands, votes, strict=True) if vote > KEPT]
    total = sum(words for words, _ in rows)
    return total >= _FEW and sum(words for words, state in rows if state is State.BODY) < _LITTLE * total


def _trusted(votes: Sequence[float]) -> list[State]:
    """The states that keep what trafilatura keeps."""
    kept = [at for at, vote in enumerate(votes) if vote > KEPT]
    return [
        State.ABOVE if at < kept[0] else State.BEHIND if at > kept[-1] else State.BODY if vote > KEPT else State.HOLE
        for at, vote in enumerate(votes)
    ]
