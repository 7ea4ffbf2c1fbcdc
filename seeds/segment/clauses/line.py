"""The words of a piece of text one after another, as the rules for clauses look at them."""

import re
from typing import NamedTuple

from seeds.segment.marks import MARK
from seeds.span import Span

_WITHOUT_SPACES = "\u3040-\u30ff\u3400-\u9fff"
"""Each character of these scripts counts as a word."""

_WORD = re.compile(rf"[{_WITHOUT_SPACES}]|\w[^\s,;:!?\"“”„«»‹›()…—–，、。；：！？،؛؟「」『』（）{_WITHOUT_SPACES}]*")
_ELIDED = re.compile(r"([^\W\d_]*)['’](\w*)")
_NEAR = re.compile(rf"\.?{MARK.pattern}?\s+{MARK.pattern}?")


class Line(NamedTuple):
    """The words of a piece, without a stop or an apostrophe at their ends; their offsets; what stands before each.

    `plain` are the words in lower case, French elisions in full.
    """

    words: list[str]
    plain: list[str]
    starts: list[int]
    gaps: list[str]

    def joined(self, index: int) -> bool:
        """Whether only white space, a quotation mark beside it or an abbreviation's stop parts this word from the last.

        False where there is no such word.
        """
        if not 0 < index < len(self.gaps):
            return False
        gap = self.gaps[index]
        return gap == " " or bool(_NEAR.fullmatch(gap) and (gap[0] != "." or not self.words[index][0].isupper()))


def line(text: str, piece: Span, tongue: str) -> Line:
    """The words of a piece. `tongue` is the part of a language tag before its hyphen."""
    words, starts, gaps = list[str](), list[int](), list[str]()
    behind = piece.start
    for match in _WORD.finditer(text, piece.start, piece.end):
        start, word = match.start(), match[0].rstrip(".'’")
        words.append(word)
        starts.append(start)
        gaps.append(text[behind:start])
        behind = start + len(word)
    plain = [_in_full(word.lower()) for word in words] if tongue == "fr" else [word.lower() for word in words]
    return Line(words, plain, starts, gaps)


def _in_full(word: str) -> str:
    elided = _ELIDED.fullmatch(word)
    if not elided:
        return word
    if elided[1].endswith("qu"):
        return f"{elided[1]}e"
    return "si" if elided[1] == "s" and elided[2] in ("il", "ils") else word
