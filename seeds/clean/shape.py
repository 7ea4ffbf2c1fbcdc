"""What can be seen of a block alone, without its neighbours: length, ending, letters, cue words. Pure.

Only the first `HEAD` and the last few code points of a block are looked at closely, so that a line of two megabytes
costs no more than a paragraph.
"""

import re

from seeds.byline import DATELINE, XINHUA
from seeds.clean.cues import classes
from seeds.clean.words import FUNCTION, READER, small

HEAD = 400
"""Code points of a block that are read for its words."""

LABEL = 24
"""Characters of a script without spaces up to which a block may be a label."""

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_TAIL = "\"'”’»“)]*_」』 "
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|janv|févr|avr|juin|juil|août|déc"
    r"|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек"
    r"|(?:ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)\b"
    r"|(?:يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|شباط|آذار|نيسان|أيار|حزيران|تموز|أيلول)\b)"
)
_TURKISH = re.compile("[İı]")
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d\d-\d\d|\b\d{1,2}:\d\d\b|\b\d+ (?:\w+ )?ago\b|\d{1,4}\s?[年月日]"
    rf"|\b{_MONTH}[^\W\d]*\.? \d{{1,4}}\b|\b\d{{1,2}}\.? (?:de )?{_MONTH}",
    re.IGNORECASE,
)
_LINKS = ("http", "www.", "@", "%2", "%3", ".com", ".org", ".net")
_SIGNS = frozenset("|»›→▸▶•·©®™×<>{}\\/_=~↓↑←«")
_QUOTES = tuple('"“”„«»「')


class Shape:
    """One block by itself. Lengths are words (a word of a script without spaces counts as two characters)."""

    __slots__ = (
        "capital",
        "commas",
        "cues",
        "date",
        "dateline",
        "digits",
        "ending",
        "first",
        "function",
        "head",
        "key",
        "lines",
        "link",
        "prose",
        "quote",
        "reader",
        "shouted",
        "signs",
        "stops",
        "tokens",
        "unspaced",
        "words",
    )

    def __init__(self, head: str, length: int, tail: str) -> None:
        """`head` are up to `HEAD` code points of a block of `length`, `tail` its last eight."""
        self.head = head
        written = _WORD.findall(head)
        initials = [word[0] for word in written]
        self.tokens = tuple(map(small if _TURKISH.search(head) else str.lower, written))
        count = len(written) or 1
        self.unspaced = 0 if head.isascii() else len(_UNSPACED.findall(head))
        seen = len(written) + self.unspaced // 2
        self.words = seen if length <= HEAD else seen * length // HEAD
        self.lines = 1 + head.count("\n")
        self.key = " ".join(self.tokens[:40])
        self.ending = _ending(tail)
        self.stops = sum(map(head.count, (". ", "? ", "! ", "… ", "。", "۔ ", "؟ "))) + (self.ending in "sq")
        self.commas = sum(map(head.count, (",", "、", "，", "،")))
        self.function = sum(map(FUNCTION.__contains__, self.tokens)) / count
        self.reader = sum(map(READER.__contains__, self.tokens))
        self.capital = sum(map(str.isupper, initials)) / count
        self.digits = sum(map(str.isdigit, initials)) / count
        self.shouted = head.isupper()
        self.first = _first(head)
        self.quote = any(map(head.__contains__, _QUOTES))
        self.date = self.digits > 0 and self.words <= 40 and _DATE.search(head) is not None
        self.link = any(map(head.__contains__, _LINKS))
        self.signs = sum(map(_SIGNS.__contains__, head)) if self.words <= 40 else 0
        self.cues = classes(self.tokens[:40], label=0 < self.unspaced <= LABEL)
        self.dateline = _is_dateline(head)
        if self.dateline:
            self.cues.pop("photo", None)
        fluent = self.function >= 0.2 or self.unspaced > 0 or (self.words >= 12 and self.capital <= 0.4)
        self.prose = self.words >= 10 and self.ending in "sq" and fluent


def _is_dateline(head: str) -> bool:
    """Whether the block begins as the reports of agencies do, which then name no picture's agency."""
    begins = head[:80]
    return ("(" in begins or "/" in begins or "社" in begins) and bool(DATELINE.match(head) or XINHUA.match(head))


def _ending(tail: str) -> str:
    """How the block ends: s stop, q stop within marks, c colon, k comma or dash, e ellipsis, n nothing."""
    stripped = tail.rstrip(_TAIL)
    if not stripped:
        return "n"
    last = stripped[-1]
    if last in ".!?。！？؟۔।":
        return "e" if stripped.endswith("...") else "q" if len(stripped) < len(tail) else "s"
    return {"…": "e", ":": "c", "：": "c", ",": "k", ";": "k", "-": "k", "–": "k", "—": "k"}.get(last, "n")


def _first(head: str) -> str:
    """How the block begins: u capital, l small letter, d digit, q quotation mark, b bullet or other sign."""
    first = head[:1]
    if first.isalpha():
        return "l" if first.islower() else "u"
    return "d" if first.isdigit() else "q" if first in "\"“„«‘'「" else "b"
