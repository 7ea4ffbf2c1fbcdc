"""The text of a page that no tree can hold, as one nested ten thousand deep, without what no browser draws."""

import re
from html.parser import HTMLParser

from seeds.html.lines import BLOCK

_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "title", "textarea", "select"})
_WHITE = re.compile(r"[ \t\n\r\f]+")


class _Reader(HTMLParser):
    """Collects the text between tags; an element that is not drawn hides all up to its end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # the signature of html.parser
        if tag in BLOCK:
            self.parts.append("\f")
        elif tag == "br":
            self.parts.append("\n")
        self._hidden = self._hidden or (tag if tag in _HIDDEN else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCK:
            self.parts.append("\f")
        if tag == self._hidden:
            self._hidden = ""

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(_WHITE.sub(" ", data))


def flat(markup: str) -> str:
    """The text of a page, a block a line, parted by empty lines."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    blocks = ("".join(reader.parts)).split("\f")
    return "\n\n".join(filter(None, map(str.strip, blocks)))
