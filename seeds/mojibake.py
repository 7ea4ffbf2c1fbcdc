"""Repair letters that were encoded twice (“fÃ¼r”, “donâ€™t”), only where it is certain; everything else stays.

UTF-8 that was read as windows-1252 or Latin-1 and written as UTF-8 again, once or several times. The rule:

- A line is *broken* if it holds such a sequence and no letter beyond ASCII that is whole: who breaks one breaks all.
- Broken lines are *evidence*, by points: 4 for an English contraction, a run of another script or a sequence that holds
  a control code, 2 for one between two letters, 1 for one beside a letter, none for one that stands alone or in a word
  in quotation marks, as somebody writes who shows it. Four points are certain.
- Where the text also holds whole what would be repaired (“ü” beside “Ã¼”), sixteen points are, if more of it is broken
  than whole: a page whose frame is right.
- A text that speaks of encodings is left alone.

What it cannot do: tell two unquoted names that a story shows broken among plain ASCII words from a text that is; repair
what was read as another code page than windows-1252, a line in which only some letters are broken, or a sequence of
which a byte was lost ("â€" for ”). Pure.
"""

import re
from collections import Counter

CERTAIN = 4
CERTAIN_BESIDE_WHOLE_ONES = 16

FOLLOWING = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What the second and later bytes of a character in UTF-8 become."""

PRINTED = "«»–—…’“”"
"""Those of them that stand behind the last letter of a word of their own right: “IRMÔ, «está»—"."""

TRACES = {first: re.compile(f"{first}[{FOLLOWING}]") for first in "ÂÃÄÅÎÏÐÑÒ×ØÙÚÛ"} | {
    "â": re.compile("â[€\x80]"),
    "á": re.compile("á[»º]"),
    "à": re.compile(f"à[{FOLLOWING}]{{2}}"),
    "ã": re.compile("ã[€\x80]"),
    "ï": re.compile("ï¼"),
    "ð": re.compile("ð[Ÿ\x9f]"),
}
"""The sequences of which one stands in nearly every broken text, by their first character, which is found fast."""

RARE = "[ÆÈÉË][\x80-\x9f]|Æ[’¡¯°]|Ë[†œ]|È[˜™š›](?=[a-z])|(?<=[a-z])È[˜™š›]|É™(?=[a-z])|(?<=[a-z])É™"
"""Sequences of which the first character is a capital that may well stand before such a mark: “NESCAFÉ®”."""

BROKEN = f"(?:[ÂÃÄÅÌÎÏÐÑÒ×ØÙÚÛ][{FOLLOWING}]|{RARE}|[\xe0-\xef][{FOLLOWING}]{{2}}|[\xf0-\xf4][{FOLLOWING}]{{3}})"
PLACE = re.compile(f"{BROKEN}+")
SPACED = re.compile(r"[ÂÃ](?=\s|$)")
"""A sequence of which the second byte, a no-break space, became a space or was cut off."""

CUT = re.compile("â[€\x80]")
"""A sequence of which the third byte was lost."""

SURE = f"(?:[ÂÃÄÅ](?![{PRINTED}])[{FOLLOWING}]|{RARE}|â[€\x80][{FOLLOWING}]|á[»º](?![{PRINTED}])[{FOLLOWING}])"
NEVER_PRINTED = "(?:[ÂÃÄÅÆÈÉ]|â[€\x80])[\x80-\x9f]"
"""A letter or a mark with a control code, which no writer shows. (NEL, which ends lines in some files, parts words.)"""

TWICE = f"Ã[{FOLLOWING}](?:[ÂÅÆË][{FOLLOWING}]|â[{FOLLOWING}]{{2}}){{1,2}}"
"""One letter that went the way twice."""

SEVERAL = re.compile(
    "[A-Za-z](?:â[€\x80][™\x99]|Ã¢(?:â‚¬|Â\x80)(?:â„¢|Â\x99))(?:s|t|re|ve|ll|d|m)(?![a-z])"
    + f"|[A-Za-z]{NEVER_PRINTED}|{NEVER_PRINTED}[A-Za-z]|(?:{TWICE}){{2}}"
    + "".join(f"|(?:[{first}][{FOLLOWING}]){{3}}" for first in ("ÎÏ", "ÐÑÒ", "×", "ØÙÚÛ"))
    + f"|(?:(?:[ã-é][{FOLLOWING}]|ï[¼½])[{FOLLOWING}]){{3}}|(?:à[{FOLLOWING}]{{2}}){{3}}"
)
INSIDE = re.compile(f"(?<=[A-Za-z]){SURE}{BROKEN}*(?=[A-Za-z])")
BESIDE = re.compile(f"(?<=[A-Za-z])(?!.[®™]){SURE}|{SURE}(?=[A-Za-z])")
SHOWN = re.compile(r"""["'(\[«‹„“‘].*["')\]»›“”’][.,;:!?]*""")
"""A word in quotation marks or brackets."""

WHOLE = re.compile(r"[^\W\d_\x00-\x7f]")
LETTER_OR_MARK = re.compile(r"[^\W\d_\x00-\x7f]|[‘’“”„]")
ABOUT = re.compile(
    r"mojibake|unicode|utf-?8|latin-?1\b|iso-?8859|windows-125|\bcp125|code ?page|charset|character (?:set|encoding)"
    r"|zeichen(?:satz|kodierung|codierung)|encodage|codifica(?:ción|ção)|кодировк|юникод",
    re.IGNORECASE,
)
TAG = re.compile(r"<[^<>]*>")


def repaired(text: str) -> tuple[str, str]:
    """The text with what was certainly encoded twice as it was meant, and a sentence on that; "" where nothing was.

    The length may change: it is for a text of which nobody has taken an offset yet.
    """
    if text.isascii() or not any(first in text and trace.search(text) for first, trace in TRACES.items()):
        return text, ""
    lines = text.split("\n")
    broken = {number for number, line in enumerate(lines) if _is_broken(line)}
    if sum(_points(lines[number]) for number in broken) < CERTAIN or ABOUT.search(TAG.sub("", text)):
        return text, ""
    mended = {number: line for number in broken if (line := _mended(lines[number])) != lines[number]}
    if not _is_certain(lines, mended):
        return text, ""
    places = sum(len(PLACE.findall(lines[number])) for number in mended)
    where = f"in {places:,} places" if places > 1 else "in one place"
    text = "\n".join(mended.get(number, line) for number, line in enumerate(lines))
    return text, f"letters that were encoded twice {where}: repaired"


def _is_broken(line: str) -> bool:
    """Whether a line holds a sequence, and no letter beyond ASCII outside of those."""
    return not line.isascii() and PLACE.search(line) is not None and not WHOLE.search(_rest(line))


def _rest(line: str) -> str:
    """What of a broken line is as it should be."""
    return CUT.sub("", SPACED.sub("", PLACE.sub("", line)))


def _points(line: str) -> int:
    """How much a broken line tells that its text is broken."""
    words = [word for word in line.split() if not word.isascii() and not SHOWN.fullmatch(word)]
    return sum(4 if SEVERAL.search(word) else 2 if INSIDE.search(word) else bool(BESIDE.search(word)) for word in words)


def _mended(line: str) -> str:
    """A broken line as it was meant. ftfy judges once more; a sequence between marks is shown to it as in a word."""
    from ftfy import TextFixerConfig, fix_encoding

    only = TextFixerConfig(
        unescape_html=False, replace_lossy_sequences=False, fix_c1_controls=False, normalization=None, explain=False
    )
    if SPACED.sub("", PLACE.sub("", line)).isascii():
        return fix_encoding(line, only)
    return PLACE.sub(lambda place: fix_encoding(f"a{place[0]}a", only)[1:-1], line)


def _is_certain(lines: list[str], mended: dict[int, str]) -> bool:
    """Whether the lines that would change are enough, also against letters and marks that stand there whole as well."""
    points = sum(_points(lines[number]) for number in mended)
    whole: Counter[str] = Counter()
    meant: Counter[str] = Counter()
    for number, line in enumerate(lines):
        kept = Counter(LETTER_OR_MARK.findall(_rest(line) if number in mended else line))
        whole += kept
        if number in mended:
            meant += Counter(LETTER_OR_MARK.findall(mended[number])) - kept
    both = whole.keys() & meant.keys()
    more = sum(meant[letter] for letter in both) > sum(whole[letter] for letter in both)
    return points >= CERTAIN_BESIDE_WHOLE_ONES and more if both else points >= CERTAIN
