"""Where sentences begin in a language for which there is no model: by their marks, and by what makes these none."""

import re
from collections.abc import Iterator

from seeds.segment.abbreviations import MONTHS, ORDINALS, STARTERS, abbreviations
from seeds.segment.trim import UNSEEN
from seeds.span import Span

_CLOSERS = rf"[\"'”’“‘»«›‹)\]」』）】{UNSEEN.removeprefix(chr(92) + 's')}]*"

_END = re.compile(
    rf"(?P<mark>[.!?…‽؟۔।॥።։။។\u037e]+){_CLOSERS}(?P<space>\s+)"
    rf"|(?P<wide>[。！？．｡]+)[\"'”’」』）】]*\s*"
)
_GREEK_QUESTION = re.compile(rf";{_CLOSERS}\s+")
_TOKEN = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\Z")
_HIRAGANA = re.compile("[\u3041-\u309f]")
_TAG_BEHIND = re.compile(
    r"[\u4e00-\u9fff·]{0,20}(?:说|說|道|问|問|喊|称|稱|表示|指出|强调|強調|补充|補充|回答|写|寫)(?:[，。：！？]|\Z)"
)
_NEXT_WORD = re.compile(r"[^\W\d_]+")
_LOOK_BACK = 24
"""Code points before a full stop in which its abbreviation stands."""


def beginnings(text: str, span: Span, language: str) -> Iterator[int]:
    """The offsets at which a sentence may begin behind the first one's start, in order."""
    short = abbreviations(language)
    for match in _END.finditer(text, span.start, span.end):
        if match["wide"]:
            if not _quoted_on(text, match.end()):
                yield match.end()
        elif match["mark"] != "." or not _abbreviates(text, span.start, match, short, language):
            yield match.end()
    if language.partition("-")[0] == "el":
        yield from (match.end() for match in _GREEK_QUESTION.finditer(text, span.start, span.end))


def _quoted_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind the mark: 「はい。」と言った。 “是的。”他说。"""
    closed = text[at - 1 : at]
    return (closed in "」』" and bool(_HIRAGANA.match(text, at))) or (
        closed in "”」』" and bool(_TAG_BEHIND.match(text, at))
    )


def _abbreviates(text: str, start: int, match: re.Match[str], short: frozenset[str], language: str) -> bool:
    stop = match.start("mark")
    token = _TOKEN.search(text[max(start, stop - _LOOK_BACK) : stop])
    if not token:
        return False
    word = token[0]
    if word.isdecimal():
        return len(word) <= 3 and _ordinal(text, match.end(), language)
    last = word.rpartition(".")[2]
    return (
        (len(last) == 1 and last.isalpha() and not _wide(last)) or word.casefold() in short or last.casefold() in short
    )


def _ordinal(text: str, at: int, language: str) -> bool:
    following = _NEXT_WORD.match(text, at)
    if not following:
        return False
    known = language.partition("-")[0] in ORDINALS
    return following[0] in MONTHS or (known and following[0] not in STARTERS)


def _wide(character: str) -> bool:
    """Whether the character is a word by itself, as in Chinese, and so no initial."""
    return character >= "\u0e00"
