"""Quotation marks one by one: which characters they are, what closes what, and which of them are none at all.

Most scraped text has the marks of a typewriter, where an apostrophe, a foot and a quotation look the same, and where
only the neighbours tell an opening mark from a closing one.
"""

import re
from typing import Literal, NamedTuple

Shape = Literal["opens", "closes", "either"]

CLOSES = {
    '"': '"”', "“": '”“"', "„": "“”\"", "”": "”", "«": "»", "»": "«»",
    "'": "'’", "‘": "’'", "‚": "‘’", "‹": "›", "›": "‹›",
    "「": "」", "『": "』", "〝": "〟〞", "＂": "＂",
}  # fmt: skip
"""For each mark that can open, those that close it: English, German, French, Swiss, Polish, Swedish, Chinese, Japanese,
and the mixtures of straight and curly marks that editing leaves behind."""

NATURAL = frozenset({"“”", "‘’", "«»", "»«", "‹›", "›‹", "„“", "„”", "‚‘", "‚’", "「」", "『』", "〝〟", "〝〞"})
"""Pairs that belong together whatever their neighbours say, as in « Oui » with its spaces."""

SINGLE = frozenset("'‘’‚‹›")
APOSTROPHE = frozenset("'’")
OPENS_ONLY = frozenset("„‚“‘«‹「『〝")

MARK = re.compile("[\"“”„«»'‘’‚‹›「」『』〝〟〞＂]")

_LEFT = frozenset("([{<¿¡—–-/…:|") | frozenset("\"“”„«»'‘’‚‹›「『")
_RIGHT = frozenset(")]}>,.;:!?…—–-/|。，、；：？！") | frozenset("\"“”«»'‘’‹›」』")
_STOPS = frozenset(",;:!?)]。，、")

_DECADE = re.compile(r"['’]\d0s\b")
_YEAR = re.compile(r"(?i)\b(?:of|in|since|by|class|summer|winter|spring|autumn|fall|early|late|mid)[ -]['’]\d\d\b")
_ELISION = re.compile(r"(?i)['’](?:em|tis|twas|til|till|cause|bout|round|n|neath|cos|s|nuff)\b")
_AND = re.compile("(?i)['’]n['’]")
_HEBREW = re.compile('[\u05d0-\u05ea]"[\u05d0-\u05ea]')
_INSIDE = re.compile("[^\\W_\u3040-\u30ff\u3400-\u9fff]['’‘][^\\W_\u3040-\u30ff\u3400-\u9fff]")


class Mark(NamedTuple):
    """A character that may be a quotation mark, at an offset in code points."""

    at: int
    character: str
    shape: Shape


def marks(text: str, start: int, end: int) -> list[Mark]:
    """The quotation marks between two offsets, without apostrophes inside words, elisions, decades and acronyms."""
    return [
        Mark(match.start(), match[0], _shape(text, match.start(), start, end))
        for match in MARK.finditer(text, start, end)
        if not _is_no_mark(text, match.start())
    ]


def measures(text: str, mark: Mark, start: int) -> bool:
    """Whether the mark stands behind a digit, where it may mean inches."""
    return mark.character == '"' and mark.at > start and text[mark.at - 1].isdecimal()


def possessive(text: str, mark: Mark) -> bool:
    """Whether the mark looks like the apostrophe of a plural: "the rebels' statement"."""
    behind = text[mark.at + 1 : mark.at + 3]
    return (
        mark.character in APOSTROPHE
        and text[mark.at - 1 : mark.at] in ("s", "S")
        and len(behind) == 2
        and behind[0].isspace()
        and behind[1].islower()
    )


def _is_no_mark(text: str, at: int) -> bool:
    if text[at] == '"':
        return bool(at and _HEBREW.match(text, at - 1))
    if text[at] not in "'’‘":
        return False
    if (at and _INSIDE.match(text, at - 1)) or (at > 1 and _AND.match(text, at - 2)):
        return True
    begins = at == 0 or not text[at - 1].isalnum()
    return begins and bool(
        _DECADE.match(text, at) or _ELISION.match(text, at) or _YEAR.search(text, max(at - 8, 0), at + 3)
    )


def _shape(text: str, at: int, start: int, end: int) -> Shape:
    """What the neighbours say: white space counts most, then punctuation."""
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else " "
    if left.isspace() != right.isspace():
        if right.isspace():
            return "closes"
        return "either" if right in _STOPS else "opens"
    opens, closes = left in _LEFT, right in _RIGHT
    if opens == closes:
        return "either"
    return "opens" if opens else "closes"
