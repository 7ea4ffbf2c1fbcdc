"""Which characters must never reach a terminal, and what is drawn in their place."""

import re

HIDDEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
"""Characters without a width that change how others are drawn or hide between them: soft hyphens, zero-width spaces,
bidirectional marks, overrides and isolates, byte order marks, interlinear annotation. They are left out."""

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters (the escape of every sequence among them), separators that some terminals obey, and surrogates.
A mark is drawn for each. Tab and line feed are the caller's."""


def mark(character: str) -> str:
    """The visible stand-in of a control character: one cell wide, as Unicode's control pictures where there is one."""
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else "�"


def printable(text: str) -> str:
    """`text` fit for a terminal, on one line: white space of every kind is one space."""
    return CONTROL.sub(lambda match: mark(match[0]), HIDDEN.sub("", " ".join(text.split())))
