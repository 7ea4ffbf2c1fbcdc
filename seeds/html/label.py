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
from seeds.html.place import Place

KEPT = 0.5
"""The share of a line's words that trafilatura has to keep for the line to be its."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PROSE = frozenset({"p", "li", "blockquote", "td", "dd"})

_FEW, _LITTLE = 25, 0.35
"""Where trafilatura keeps FEW words of prose or more and the chain less than LITTLE of them, the chain has lost its way
on a page like none that it learned from, and trafilatura is right. Measured across sites: on 5 of 410 pages."""


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
    stands, sure = path(states, edges), certainty(states, edges)
    if _lost(page, stands, votes):
        stands = _trusted(votes)
    for line, state, named in zip(lines, stands, kinds(page, stands, sure, title), strict=True):
        yield _marked(line.place, state, named)


def _marked(place: Place, state: State, named: Named) -> Named:
    """The kind with the markup's word on it."""
    kind, score, _ = named
    if state is State.BODY and kind is Kind.BODY and not HEADINGS.isdisjoint(place.roles):
        return Kind.HEADING, score, "the page sets it as a heading"
    if kind is Kind.HEADING and HEADINGS.isdisjoint(place.roles) and place.tag in PROSE:
        return Kind.BODY, score, "the page sets it as a paragraph"
    if kind is Kind.BODY and "blockquote" in place.roles:
        return kind, score, "the page sets it as a quotation"
    if kind is Kind.BODY and place.tag == "li":
        return kind, score, "the page sets it as a list"
    if kind is Kind.CHROME and "figcaption" in place.roles and state is State.HOLE:
        return Kind.CAPTION, score, "the page sets it under a picture"
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
