"""Read what an article says of itself: its title, its author, its day, its paper. Only what is said plainly. Pure."""

import re
from collections.abc import Iterator, Sequence

from seeds.article import Block, Kind, Meta
from seeds.dates import dates

LONGEST = 160
"""Code points of a line that may say something of the article."""

BESIDE_DATE = 60
"""Code points beside the date in a line that is there for the date."""

BY = re.compile(
    r"(?:words by|story by|text by|written by|reporting by|by|von|text:|par|por|di|door|av|af|от|автор:)\s+",
    re.IGNORECASE,
)
BEHIND_NAME = re.compile(r"\s*(?:[|·•–—/@(,\d]|\s-\s)|\s(?:in|at|for|aus|für|à)\s|\s(?i:updated|published|posted)\b")
NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?: (?:and |und |et |y |van |von |de |der |al-)?[A-ZÀ-ÖØ-Þ][\w'’.-]*){1,5}")

PUBLISHED = re.compile(
    r"\b(?:published|posted|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|opublikowano|опубликовано)\b",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\b(?:updated|modified|aktualisiert|mis à jour|actualizado|aggiornato|обновлено)\b", re.IGNORECASE
)

NO_NAME = re.compile(r"\b(?:about|author|written|posted|post|by|the|read|share|follow)\b", re.IGNORECASE)
"""Words that stand in lines about an author, and in no author's name."""

WORD = r"(?!All |Alle |Tous |Inc\b|LLC\b|Ltd\b|GmbH\b)[A-ZÀ-ÖØ-Þ][\w'’&-]*"
PAPER = rf"(?P<name>(?:The |Der |Die |Das )?{WORD}(?: (?:of the |of )?{WORD}){{0,4}})"
FIRST = r"\b(?:[Ff]irst|[Oo]riginally|(?:article|story) was|[Zz]uerst)"
APPEARED = re.compile(rf"{FIRST} (?:published|appeared|erschienen) (?:in|by|im) {PAPER}")
OWNED = re.compile(rf"(?:©|\([Cc]\)|[Cc]opyright)[\s©]*(?:(?:19|20)\d\d\s*[-–]\s*)?(?:19|20)\d\d,?\s+{PAPER}")


def meta(text: str, blocks: Sequence[Block], language: str = "") -> Meta:
    """What the blocks say of the article as a whole; empty strings where they say nothing, or nothing plain.

    The date is a day: a time of the day without its zone would be exact about nothing.
    """
    title = next((number for number, block in enumerate(blocks) if block.kind is Kind.TITLE), -1)
    lines = [(n, b.kind, _line(text, b)) for n, b in enumerate(blocks) if len(b.span) <= LONGEST]
    bylines = [line for _, kind, line in lines if kind is Kind.BYLINE]
    told = [line for _, kind, line in lines if kind in (Kind.BYLINE, Kind.CHROME)]
    first = next((number for number, block in enumerate(blocks) if number > title and block.kind is Kind.BODY), 0)
    under = [line for n, kind, line in lines if title >= 0 and title < n < first and kind is Kind.CHROME]
    return Meta(
        title=_line(text, blocks[title]) if title >= 0 else "",
        publication=next((m["name"] for line in told if (m := APPEARED.search(line) or OWNED.match(line))), ""),
        author=next(filter(None, map(_author, bylines)), ""),
        published_at=next(_days(told, [*bylines, *under]), ""),
        language=language,
    )


def _line(text: str, block: Block) -> str:
    return " ".join(block.span.of(text).split())


def _author(byline: str) -> str:
    """The names in a byline; "" where it holds only a date or a place."""
    by = BY.match(byline)
    words = byline[by.end() if by else 0 : dates(byline)[0][0] if dates(byline) else None]
    end = BEHIND_NAME.search(words)
    name = words[: end.start() if end else None].strip(" .:;")
    if by:
        return name if name[:1].isalpha() and not name.islower() else ""
    said = PUBLISHED.search(name) or CHANGED.search(name) or NO_NAME.search(name)
    return name if NAME.fullmatch(name) and not said else ""


def _days(told: Sequence[str], beside: Sequence[str]) -> Iterator[str]:
    """The day of publication in ISO 8601: where a line says that it is that, else where it stands under the title."""
    for line in told:
        if said := PUBLISHED.search(line):
            yield from (day.isoformat() for start, _, day in dates(line) if start >= said.end())
    for line in beside:
        found = dates(line)
        if len(found) == 1 and not CHANGED.search(line) and len(line) - found[0][1] + found[0][0] <= BESIDE_DATE:
            yield found[0][2].isoformat()
