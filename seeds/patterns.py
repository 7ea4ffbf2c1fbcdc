"""Tell which files of a folder somebody wants, by patterns such as a shell has. Pure."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePath

PIECES = re.compile(
    r"(?P<any>\*\*/)|(?P<rest>\*\*)|(?P<many>\*)|(?P<one>\?)|\[(?P<no>!?)(?P<set>\]?[^\]]*)\]|.", re.DOTALL
)


def matches(path: PurePath, patterns: Sequence[str]) -> bool:
    """Whether a path below a folder matches one of the patterns, whatever the capital letters; any does where none is.

    `*` and `?` stand for characters within a name, `[…]` for one of those in it, `**` for folders at any depth. A
    pattern without a slash is compared with the name alone, in every folder.
    """
    if not patterns:
        return True
    whole, name = _composed(path.as_posix()), _composed(path.name)
    return any(_expression(pattern).fullmatch(whole if "/" in pattern else name) for pattern in patterns)


def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(PIECES.sub(_piece, _composed(pattern.removeprefix("./"))), re.IGNORECASE | re.DOTALL)


def _piece(found: re.Match[str]) -> str:
    if found["any"]:
        return "(?:.*/)?"
    if found["rest"]:
        return ".*"
    if found["many"]:
        return "[^/]*"
    if found["one"]:
        return "[^/]"
    if found["set"]:
        inside = re.sub(r"([\\\[\]^&~|])", r"\\\1", found["set"])
        piece = f"(?!/)[{'^' * bool(found['no'])}{inside}]"
        try:
            re.compile(piece)
        except re.error:  # as [z-a]: taken by the letter, as shells do
            return re.escape(found[0])
        return piece
    return re.escape(found[0])


def _composed(text: str) -> str:
    """The text as most systems write it; some write names with their accents apart."""
    return unicodedata.normalize("NFC", text)
