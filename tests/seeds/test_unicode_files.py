"""Graphemes and words against the test files of the Unicode Character Database, as Debian's unicode-data brings them.

Each exception is a rule that is looked for in the text of a line; no line is excepted by its number.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from pathlib import Path
from unicodedata import category

import pytest

from seeds.printable import CONTROL, HIDDEN
from seeds.segment.graphemes import grapheme_at, graphemes
from seeds.segment.words import words
from seeds.span import Span

UNICODE = Path("/usr/share/unicode")
GRAPHEMES, WORDS = UNICODE / "auxiliary/GraphemeBreakTest.txt", UNICODE / "auxiliary/WordBreakTest.txt"
EMOJI, SEQUENCES = UNICODE / "emoji/emoji-data.txt", UNICODE / "emoji/emoji-test.txt"

pytestmark = pytest.mark.skipif(
    not all(path.is_file() for path in (GRAPHEMES, WORDS, EMOJI, SEQUENCES)),
    reason="the Unicode Character Database is not installed (Debian: unicode-data)",
)


def lines(path: Path) -> Iterator[list[str]]:
    """The segments of each line of a test file: ÷ stands between two, × between two characters of one."""
    for line in path.read_text("utf-8").splitlines():
        marked = line.partition("#")[0].strip().strip("÷").replace("×", "")
        if marked:
            yield [characters(segment) for segment in marked.split("÷")]


def characters(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())


@cache
def having(name: str) -> frozenset[str]:
    """The characters that have a property of emoji-data.txt."""
    found = re.findall(rf"(?m)^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*; {name}\s*#", EMOJI.read_text("utf-8"))
    return frozenset(chr(code) for one, two in found for code in range(int(one, 16), int(two or one, 16) + 1))


def cut(text: str) -> list[str]:
    return [found.of(text) for found in graphemes(text, Span(0, len(text)))]


def joined_by_fewer(segments: list[str]) -> list[str]:
    """GB11 with later data: pictographs that are no emoji, such as scissors, are not joined any more."""
    parts = (re.findall("[^\u200d]+\u200d*|\u200d+", segment) for segment in segments)
    found: list[str] = []
    for part in (part for several in parts for part in several):
        if found and found[-1].endswith("\u200d") and part[0] in having("Emoji"):
            found[-1] += part
        else:
            found.append(part)
    return found


def test_graphemes_are_those_of_unicodes_own_test() -> None:
    compared = excepted = 0
    for segments in lines(GRAPHEMES):
        compared += 1
        found = cut("".join(segments))
        if found != segments:
            assert found == joined_by_fewer(segments)
            excepted += 1
    assert compared > 500
    assert excepted < 5


def test_a_hidden_character_joins_what_stands_before_it_on_every_line_of_the_test() -> None:
    compared = 0
    for segments in lines(GRAPHEMES):
        if cut("".join(segments)) == segments and not CONTROL.search(segments[-1]) and segments[-1] != "\n":
            compared += 1
            for hidden in "\u00ad\u200b\u2067\ufeff":
                assert cut("".join(segments) + hidden) == [*segments[:-1], segments[-1] + hidden]
    assert compared > 400


def test_every_emoji_of_the_test_is_one_grapheme_from_each_of_its_characters() -> None:
    found = re.findall(r"(?m)^([0-9A-F ]+); (?:fully|minimally|un)-?qualified", SEQUENCES.read_text("utf-8"))
    assert len(found) > 4000
    for text in map(characters, found):
        for offset in range(len(text)):
            assert grapheme_at(f"a{text}b", offset + 1) == Span(1, 1 + len(text))


def boundaries(segments: list[str]) -> set[int]:
    return set(accumulate(map(len, segments), initial=0))


def before_mark(text: str, at: int) -> str:
    """The character before an offset on which marks, joiners and hidden characters hang."""
    while at > 1 and (category(text[at - 1])[0] == "M" or text[at - 1] == "\u200d" or HIDDEN.match(text, at - 1)):
        at -= 1
    return text[at - 1]


def ends_within(text: str, at: int) -> str:
    """The rule by which one of our words ends or begins inside a segment of UAX #29; "" for none."""
    if text[at - 1] == "\u200d" and text[at] in having("Extended_Pictographic"):
        return "WB3c: a joiner before a pictograph is left to the word"
    if "'" in (text[at], before_mark(text, at)):
        return "WB7 and WB7a, WB12: an apostrophe at the end, between digits, or with a mark on it"
    if ":" in (text[at], before_mark(text, at)):
        return "WB6: a colon between letters, as in Swedish"
    if {text[at], before_mark(text, at)} & {".", ","}:
        return "WB12: a stop or comma with a mark on it between digits"
    return ""


def goes_over(text: str, at: int) -> str:
    """The rule by which one of our words goes on over a boundary of UAX #29; "" for none."""
    if HIDDEN.match(text, at - 1) and not HIDDEN.sub("", text[:at]):
        return "a hidden character at the start of a line joins what follows"
    if "'" in text[at - 1 : at + 1]:
        return "an apostrophe between a letter and a digit"
    if ":" in text[at - 1 : at + 1]:
        return "the time of day"
    if "\u3031" in (text[at], before_mark(text, at)):
        return "vertical repeat marks of kana count as letters"
    return ""


def test_words_end_where_unicodes_own_test_ends_them_but_for_named_rules() -> None:
    edges, excepted = 0, 0
    for segments in lines(WORDS):
        text, known = "".join(segments), boundaries(segments)
        for word in words(text, Span(0, len(text))):
            edges += 2
            for at in {word.start, word.end} - known:
                excepted += 1
                assert ends_within(text, at), (text, word)
    assert edges > 3000
    assert excepted < edges / 20


def test_words_go_on_over_a_boundary_of_the_test_only_by_named_rules() -> None:
    compared, excepted = 0, 0
    for segments in lines(WORDS):
        text, known = "".join(segments), boundaries(segments)
        for word in words(text, Span(0, len(text))):
            compared += 1
            for at in set(range(word.start + 1, word.end)) & known:
                excepted += 1
                assert goes_over(text, at), (text, word)
    assert compared > 1500
    assert excepted < compared / 10


def test_every_letter_and_digit_of_the_test_is_in_exactly_one_word() -> None:
    compared = 0
    for segments in lines(WORDS):
        text = "".join(segments)
        found = words(text, Span(0, len(text)))
        for at, character in enumerate(text):
            if character.isalnum():
                compared += 1
                assert sum(word.start <= at < word.end for word in found) == 1
    assert compared > 1500
