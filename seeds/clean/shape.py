"""What can be seen of a block alone, without its neighbours: length, ending, letters, cue words. Pure.

Only the first `HEAD` and the last few code points of a block are looked at closely, so that a line of two megabytes costs
no more than a paragraph.
"""

import re

from seeds.clean.cues import classes

HEAD = 500
"""Code points of a block that are read for its words."""

_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_TAIL = "\"'”’»“)]*_」』 "
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d\d-\d\d|\b\d{1,2}:\d\d\b|\b\d+ (?:\w+ )?ago\b|\d{1,4}\s?[年月日]"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|janv|févr|avr|juin|juil|août"
    r"|déc|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)[^\W\d]*\.? \d{1,4}\b|\b\d{1,2}\.? (?:de )?(?:jan|feb|mar|apr"
    r"|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|ene|abr|ago|dic|janv|févr|avr|juin|juil|août|déc|янв|фев|мар|апр"
    r"|мая|июн|июл|авг|сен|окт|ноя|дек)",
    re.IGNORECASE,
)
_LINKS = ("http", "www.", "@", "%2", "%3", ".com", ".org", ".net")
_SIGNS = frozenset("|»›→▸▶•·©®™×<>{}\\/_=~↓↑←«")
_QUOTES = frozenset('"“”„«»「')

_FUNCTION = frozenset(
    """
    the a an and or but of to in on at for from with by as is are was were be been has have had that this these those it its
    he she they his her their him them who which what when where while will would could should may might can not no than
    then there after before over under about into between during against also said says if so because since until
    der die das den dem des ein eine einen einem einer und oder aber nicht ist sind war waren wird werden wurde wurden hat
    haben hatte auf aus bei mit nach von vor zu zum zur im am für über unter gegen sich auch als wie dass er sie es ihr sein
    le la les un une des du de et ou mais ne pas est sont était été a ont dans sur pour par avec sans qui que ce cette ces il
    elle ils se son sa ses leur au aux plus el los las una y o pero no es son fue ha han en por para con sin que lo su sus del
    al se como más il lo gli e ma non è sono ha hanno di da con per che si nel della os as um uma não é são foi do da no na em
    het een van en is zijn niet op te met voor dat aan door och att det som på av för med w z na do nie się że jest bir ve bu
    için ile da de olarak и в во не на что с со как по к из за от для это он она они его её их был была были но у же
    في من على إلى عن أن التي الذي هذا هذه مع كان وقد قال לא של את על עם הוא היא
    """.split()
)
_READER = frozenset(
    "you your yours we us our ours my i me sie ihr ihre ihnen wir uns unser unsere vous votre vos nous notre nos usted su "
    "nosotros nuestro nuestra tu ustedes voi noi nostro nostra você nós nosso вы вас вам ваш ваша мы нас нам наш наша".split()
)


class Shape:
    """One block by itself. Lengths are words (a word of a script without spaces counts as two characters)."""

    __slots__ = (
        "capital",
        "commas",
        "cues",
        "date",
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
        self.tokens = list(map(str.lower, written))
        count = len(written) or 1
        self.unspaced = 0 if head.isascii() else len(_UNSPACED.findall(head))
        seen = len(written) + self.unspaced // 2
        self.words = seen if length <= HEAD else seen * length // HEAD
        self.lines = 1 + head.count("\n")
        self.key = " ".join(self.tokens[:40])
        self.ending = _ending(tail)
        self.stops = sum(map(head.count, (". ", "? ", "! ", "… ", "。", "۔ ", "؟ "))) + (self.ending in "sq")
        self.commas = sum(map(head.count, (",", "、", "，", "،")))
        self.function = sum(map(_FUNCTION.__contains__, self.tokens)) / count
        self.reader = sum(map(_READER.__contains__, self.tokens))
        self.capital = sum(map(str.isupper, initials)) / count
        self.digits = sum(map(str.isdigit, initials)) / count
        self.shouted = head.isupper()
        self.first = _first(head)
        self.quote = not _QUOTES.isdisjoint(head)
        self.date = self.digits > 0 and self.words <= 40 and _DATE.search(head) is not None
        self.link = any(map(head.__contains__, _LINKS))
        self.signs = sum(map(_SIGNS.__contains__, head)) if self.words <= 40 else 0
        self.cues = classes(self.tokens[:60])
        fluent = self.function >= 0.2 or self.unspaced > 0 or (self.words >= 18 and self.capital <= 0.5)
        self.prose = self.words >= 10 and self.ending in "sq" and fluent


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
