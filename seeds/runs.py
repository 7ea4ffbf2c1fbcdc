"""Tell which lines belong together: a line is a paragraph only where nobody wrapped it, broke it or made a list of it.

A run is what stands between two empty lines. Everything here looks at the lines of one run and knows no language.
Widths are code points.
"""

import re
from collections.abc import Sequence

NARROW, WIDE = 30, 120
"""The narrowest and widest measure, in code points, to which prose is wrapped by hand, by mail and by typewriter."""

_BULLET = re.compile(r"\s*(?:[-*+•‣◦·▪■●○✓✔➤►]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)]|\(?[ivx]{2,4}[.)])(?:\s+|$)")
_LONG_ITEM = 160
"""Code points: the items of a list that are longer in the mean are paragraphs that happen to be marked."""

_CODE = re.compile(
    r"""[{};]\s*$|\)\s*:\s*$|=>|->|==|!=|:=|&&|\|\||\(\)|::|\w\(\w*["'\[]
    |^\s*(?:def|class|import|from|return|var|let|const|function|public|private|elif|else:|try:|end\b|fi\b|done\b
    |\#include|\#!|//|/\*|\$\s|>>>\s|</?\w|@\w+$|[\w.\[\]"']+\s*[-+*/|]?=\s*\S)""",
    re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?…。！？؟।:][\"'”’»)\]]*$")
_VERSE_END = re.compile(r"[,;—–][\"'”’»)\]]*$")
_NO_VERSE = re.compile(r"[@|©\\<>{}]|https?:|\d{4}|\d:\d")


def is_code(lines: Sequence[str]) -> bool:
    """Whether at least half of two or more lines are written as programs write them."""
    return len(lines) > 1 and 2 * sum(bool(_CODE.search(line)) for line in lines) >= len(lines)


def is_item(line: str) -> bool:
    """Whether the line begins with the bullet, number or letter of a list's item."""
    return _BULLET.match(line) is not None


def lists(lines: Sequence[str]) -> list[tuple[int, int]]:
    """The lists within the run, each as the indices of its first line and behind its last.

    A list has two items or more. A line behind an item that is indented deeper than the item's mark, or begins with a
    small letter, goes on with the item.
    """
    found, at = [], 0
    while at < len(lines):
        end, items = at, 0
        while end < len(lines):
            if is_item(lines[end]):
                items += 1
                indent = _indent(lines[end])
            elif not items or (_indent(lines[end]) <= indent and not _goes_on(lines[end])):
                break
            end += 1
        if items > 1 and sum(map(len, lines[at:end])) <= items * _LONG_ITEM:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def is_verse(lines: Sequence[str]) -> bool:
    """Whether the run reads as a stanza: three lines or more, all short, some broken off at a comma."""
    words = [len(line.split()) for line in lines]
    if not 3 <= len(lines) <= 200 or not 3 <= sum(words) / len(words) <= 12 or max(map(len, lines)) > 80:
        return False
    if any(_NO_VERSE.search(line) for line in lines):
        return False
    broken = sum(bool(_VERSE_END.search(line.rstrip())) for line in lines[:-1])
    ended = sum(bool(_SENTENCE_END.search(line.rstrip())) for line in lines)
    return broken >= 1 and 3 * (broken + ended) >= len(lines) and broken + 2 >= ended


def measure(lines: Sequence[str]) -> int:
    """The width to which the run was wrapped, 0 if it was not: that of its widest line.

    In wrapped prose the first word of a line would not have fitted on the line before; that holds for at least two
    thirds of the breaks, and of the lines behind them at least four in ten begin in mid-sentence.
    """
    width = max(len(line.rstrip()) for line in lines)
    if len(lines) < 3 or not NARROW <= width <= WIDE:
        return 0
    behind = [lines[i + 1] for i in range(len(lines) - 1) if is_full(lines[i], lines[i + 1], width)]
    if 3 * len(behind) < 2 * (len(lines) - 1):
        return 0
    return width if 10 * sum(map(_goes_on, behind)) >= 4 * len(behind) else 0


def is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of `following` would not have fitted on `line` within the width."""
    line, following = line.rstrip(), following.lstrip()
    if len(line) > width or not following:
        return False
    word = 3 if _is_wide(following[0]) else len(following.split(None, 1)[0])
    return len(line) + 1 + word > width


def _goes_on(line: str) -> bool:
    """Whether the line begins as one in mid-sentence does: with a letter that is no capital."""
    first = line.lstrip()[:1]
    return first.isalpha() and not first.isupper()


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_wide(character: str) -> bool:
    """Whether words are written without spaces in the character's script, so that a line may break before it."""
    return "\u2e80" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7ff" or "\uff00" <= character <= "\uffef"
