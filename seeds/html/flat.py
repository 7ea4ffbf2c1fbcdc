"""The text of a page that no tree can hold, as one nested ten thousand deep: in one pass, without what is not drawn."""

import re
from html import unescape

from seeds.html.lines import BLOCK

_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "title", "textarea", "select"})
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:-]{0,40})")
_WHITE = re.compile(r"[ \t\n\r\f]+")


def flat(markup: str) -> str:
    """The text of a page, a block a line, parted by empty lines."""
    first, *tags = markup.split("<")
    parts, hidden = [first], ""
    for piece in tags:
        name = _NAME.match(piece)
        tag = name[1].lower() if name else ""
        if hidden:
            if not (piece.startswith("/") and tag == hidden):
                continue
            hidden = ""
        elif tag in _HIDDEN and not piece.startswith("/"):
            hidden = tag
            continue
        is_markup = tag or piece.startswith(("!", "?"))
        text = piece.partition(">")[2] if is_markup else f"<{piece}"
        parts.append("\f" if tag in BLOCK else "\n" if tag == "br" else "")
        parts.append(_WHITE.sub(" ", unescape(text)))
    return "\n\n".join(filter(None, map(str.strip, "".join(parts).split("\f"))))
