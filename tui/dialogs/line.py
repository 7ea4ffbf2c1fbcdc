"""One line of text under the hands of somebody who types, as a value. Pure.

Not Textual's Input: its cursor enters emoji and stands between a letter and its accent.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from seeds.printable import printable
from seeds.segment.graphemes import grapheme_at, next_boundary, previous_boundary
from seeds.segment.words import words
from seeds.span import Span

LIMIT = 10_000
"""Code points that a line holds; what is longer is for an editor."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is typed so far, on one line and fit for a terminal.

    `head` is where the next character goes, in code points; what lies between it and `anchor` is selected.
    """

    text: str = ""
    head: int = 0
    anchor: int = 0

    @classmethod
    def of(cls, text: str) -> "Line":
        """A line with its caret at the end; line ends become spaces, and what is over LIMIT is cut off."""
        text = printable(text[: 2 * LIMIT])[:LIMIT]
        return cls(text, len(text), len(text))

    @property
    def start(self) -> int:
        return min(self.head, self.anchor)

    @property
    def end(self) -> int:
        return max(self.head, self.anchor)

    def insert(self, text: str) -> "Line":
        """The line with `text` in the place of what is selected, as much of it as LIMIT leaves room for. Where its end
        and what follows make one grapheme, the caret stands behind that."""
        text = text[: LIMIT - len(self.text) + self.end - self.start]
        at = self.start + len(text)
        text = self.text[: self.start] + text + self.text[self.end :]
        around = grapheme_at(text, at)
        at = at if around.start == at else around.end
        return Line(text, at, at)

    def paste(self, text: str) -> "Line":
        """As `insert`, for text from outside; a space at its ends is kept."""
        return self.insert(printable(f"-{text[: 2 * LIMIT]}-")[1:-1])

    def erase(self, to: int) -> "Line":
        """The line without what is selected, or else without what stands between the caret and `to`."""
        return (self if self.head != self.anchor else Line(self.text, self.head, to)).insert("")

    def move(self, to: int, *, extend: bool = False) -> "Line":
        return Line(self.text, to, self.anchor if extend else to)

    def left(self) -> int:
        return previous_boundary(self.text, self.head) if self.head else 0

    def right(self) -> int:
        return next_boundary(self.text, self.head) if self.head < len(self.text) else self.head

    def word_left(self) -> int:
        return max((word.start for word in self._words() if word.start < self.head), default=0)

    def word_right(self) -> int:
        return min((word.end for word in self._words() if word.end > self.head), default=len(self.text))

    def _words(self) -> tuple[Span, ...]:
        return words(self.text, Span(0, len(self.text)))


MOVES: Mapping[str, Callable[[Line], int]] = {
    "left": Line.left,
    "right": Line.right,
    "ctrl+left": Line.word_left,
    "ctrl+right": Line.word_right,
    "alt+left": Line.word_left,
    "alt+right": Line.word_right,
    "home": lambda _: 0,
    "ctrl+a": lambda _: 0,
    "end": lambda line: len(line.text),
    "ctrl+e": lambda line: len(line.text),
}

ERASES: Mapping[str, Callable[[Line], int]] = {
    "backspace": Line.left,
    "delete": Line.right,
    "ctrl+w": Line.word_left,
    "ctrl+backspace": Line.word_left,
    "alt+backspace": Line.word_left,
    "ctrl+delete": Line.word_right,
    "ctrl+u": lambda _: 0,
    "ctrl+k": lambda line: len(line.text),
}


def after(line: Line, key: str) -> Line | None:
    """The line after a key as `tui.keys.pressed` names it; None where the key does not edit lines."""
    if len(key) == 1 or key == "space":
        return line.insert(" " if key == "space" else key)
    if erase := ERASES.get(key):
        return line.erase(erase(line))
    extend = "shift+" in key
    plain = key.replace("shift+", "")
    if move := MOVES.get(plain):
        if line.head != line.anchor and not extend and plain in ("left", "right"):
            return line.move(line.start if plain == "left" else line.end)
        return line.move(move(line), extend=extend)
    return None
