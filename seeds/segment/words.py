"""Where words are: runs of letters and digits, with the apostrophes, hyphens and points that belong inside them."""

import re
from unicodedata import category

from seeds.printable import HIDDEN
from seeds.segment.graphemes import all_snapped
from seeds.span import Span

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u3005\u3007"
_HIRAGANA = "\u3041-\u309f"
_KATAKANA = "\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_LETTER = f"(?:(?![{_HAN}{_HIRAGANA}{_KATAKANA}])\\w)"
_INNER = "['’·\u00ad\u2010\u2011\u2027\u05f3\u05f4-]\u00ad?"

_ZERO_WIDTH_SPACE = "\u200b"
"""Hidden, but where a script has no spaces, it parts words."""

_WORD = re.compile(
    rf"[{_HAN}]+|[{_HIRAGANA}]+|[{_KATAKANA}]+"  # no spaces there: a change of script is the best sign
    rf"|(?:(?<!\w)[^\W\d_]\.){{2,}}"  # U.S., z.B.
    rf"|\d+(?:[.,:]\d+)+"  # 1,000 and 10:30
    rf"|{_LETTER}+(?:(?:{_INNER}|(?<=[א-ת])\"(?=[א-ת])){_LETTER}+)*"  # don't, al-Jarba, צה"ל
)


def words(text: str, span: Span) -> tuple[Span, ...]:
    """The words that lie in a span, in order. No combining mark is ever cut from its letter.

    Chinese and Japanese, which part no words by spaces, are cut where the script changes.
    """
    found: list[tuple[int, int]] = []
    glued = -1
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        if start == glued:
            start = found.pop()[0]
        stop = _behind_marks(text, end, span.end)
        glued = stop if stop > end and not text.count(_ZERO_WIDTH_SPACE, end, stop) else -1
        found.append((start, stop))
    return all_snapped(text, span, found)


def _behind_marks(text: str, end: int, stop: int) -> int:
    """The end of the marks, joiners and hidden characters that hang on a word's last letter."""
    while end < stop and text[end] > "~" and (_hangs_on(text[end]) or HIDDEN.match(text, end)):
        end += 1
    return end


def _hangs_on(character: str) -> bool:
    return category(character)[0] == "M" or character in "\u200c\u200d"
