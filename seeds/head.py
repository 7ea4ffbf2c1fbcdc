"""Read what an article says of itself: its title, its author, its day, its paper. Only what is said plainly. Pure."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from seeds.article import Block, Kind, Meta
from seeds.byline import CHANGED, DATELINE, PUBLISHED, UPPER, XINHUA, author, signed
from seeds.dates import dates

LONGEST = 160
"""Code points of a line that may say something of the article."""

BESIDE_DATE = 60
"""Code points beside the date in a line that is there for the date."""

NEAR = 6
"""Blocks above the first paragraph that may sign it, where no title is known."""

WORD = rf"(?!All |Alle |Tous |Inc\b|LLC\b|Ltd\b|GmbH\b)[{UPPER}][\w'’&-]*"
OF = "of the |of |de la |de l['’]|del |des |de |du |d['’]|der |della |di |do |da "
PAPER = rf"(?P<name>(?:The |Der |Die |Das )?{WORD}(?: (?:{OF})?{WORD}){{0,4}})"
FIRST = r"\b(?:[Ff]irst|[Oo]riginally|(?:article|story) was|[Zz]uerst)"
APPEARED = re.compile(rf"{FIRST} (?:published|appeared|erschienen) (?:in|by|im) {PAPER}")
OWNS = r"(?:©|\([Cc]\)|[Cc]opyright)[\s©]*(?:(?:19|20)\d\d\s*[-–]\s*)?(?:19|20)\d\d,?\s+"
OWNED = re.compile(OWNS + PAPER)
OWNED_UNCASED = re.compile(
    rf"{OWNS}(?P<name>(?!版|保留)[\u4e00-\u9fff]{{2,12}}?(?=$|[\s.。,，|]|版权|版權)"
    r"|(?!جميع |كل |حقوق )[\u0621-\u064a]+(?: [\u0621-\u064a]+){0,4}(?=$|[.،|]| [|-]))"
)
TAKEN = re.compile(r"(?:来源|來源)\s*[:：]\s*(?P<name>[\u4e00-\u9fff]{2,12})")

UNREAD = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/(?:19|20)\d\d(?!\d)")
"""A date that may be in one month or in another, unless `dates` reads it: a day behind it is rather one of a change."""

BEGINS = (Kind.BODY, Kind.CAPTION, Kind.STANDFIRST)
"""What the first paragraph may be taken for."""


class Line(NamedTuple):
    """A short block on one line; `at` is its place among all blocks."""

    at: int
    kind: Kind
    said: str


def meta(text: str, blocks: Sequence[Block], language: str = "") -> Meta:
    """What the blocks say of the article as a whole; empty strings where they say nothing, or nothing plain.

    The date is a day: a time of the day without its zone would be exact about nothing.
    """
    title = next((number for number, block in enumerate(blocks) if block.kind is Kind.TITLE), -1)
    first = next((number for number, block in enumerate(blocks) if number > title and block.kind is Kind.BODY), 0)
    lines = [Line(n, b.kind, _line(text, b)) for n, b in enumerate(blocks) if len(b.span) <= LONGEST]
    told = [line for line in lines if _tells(line)]
    begun = [block for block in blocks[title + 1 : first + 1] if block.kind in BEGINS]
    return Meta(
        title=" ".join(blocks[title].span.of(text).split()) if title >= 0 else "",
        publication=_publication([line.said for line in told], [_line(text, block) for block in begun]),
        author=_author(told, title, first),
        published_at=next(_days(told, title, first, language), ""),
        language=language,
    )


def _line(text: str, block: Block) -> str:
    """The block on one line; of a long one how it begins."""
    return " ".join(block.span.of(text)[: 4 * LONGEST].split())


def _tells(line: Line) -> bool:
    """Whether a line is there to say something of the article: a byline, furniture, or one that begins so."""
    begins = PUBLISHED.match(line.said) or CHANGED.match(line.said)
    return line.kind in (Kind.BYLINE, Kind.CHROME) or (line.kind is Kind.STANDFIRST and begins is not None)


def _publication(told: Sequence[str], begun: Sequence[str]) -> str:
    """The paper that is named as the one in which it appeared, else the agency whose name stands where it begins."""
    sources = (APPEARED.search, OWNED.match, OWNED_UNCASED.match, TAKEN.search)
    named = (m["name"] for line in told for source in sources if (m := source(line)))
    agencies = (m["name"] for opening in begun if (m := DATELINE.match(opening) or XINHUA.match(opening)))
    return next(chain(named, agencies), "")


def _author(told: Sequence[Line], title: int, first: int) -> str:
    """Who signs: in a byline, else in a line near the first paragraph that says so in as many words."""
    top = title if title >= 0 else first - NEAR - 1
    bylines = (author(line.said) for line in told if line.kind is Kind.BYLINE)
    others = (signed(line.said) for line in told if line.kind is Kind.CHROME and top < line.at < first)
    return next(filter(None, [*bylines, *others]), "")


def _days(told: Sequence[Line], title: int, first: int, language: str) -> Iterator[str]:
    """The day of publication in ISO 8601: where a line above the text says that it is that, or one below that it is the
    first one, else where it stands beside the title, else where all lines below the text that say so name one day."""
    above = [line for line in told if line.at < first]
    at_first = [line for line in told if line.at >= first and re.search(FIRST, line.said)]
    below = [day for line in told if line.at >= first for day in _published(line.said, language)]
    for line in [*sorted(above, key=lambda line: line.at < title), *at_first]:
        yield from _published(line.said, language)
    for line in told:
        if line.kind is Kind.BYLINE or (0 <= title < line.at < first):
            yield from _beside(line.said, language)
            if UNREAD.search(line.said) and not dates(line.said, language):
                return
    yield from below if len(set(below)) == 1 else ()


def _published(line: str, language: str) -> list[str]:
    """The day that a line calls that of publication, if it does."""
    if not (said := PUBLISHED.search(line)):
        return []
    changed = CHANGED.search(line, said.end())
    end = changed.start() if changed else len(line)
    return [day.isoformat() for start, _, day in dates(line, language) if said.end() <= start < end][:1]


def _beside(line: str, language: str) -> list[str]:
    """The only day in a line that is there for it, but for a day behind it on which the text was changed."""
    found, changed = dates(line, language), CHANGED.search(line)
    before = [one for one in found if not changed or one[0] < changed.start()]
    named = sum(end - start for start, end, _ in found)
    plain = len(before) == 1 and len(line) - named <= BESIDE_DATE and (not changed or len(found) == 2)
    return [before[0][2].isoformat()] if plain else []
