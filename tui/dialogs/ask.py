"""A strip of labelled lines over the status line: a search, a note, the fields of an annotation or of an article.

No box and no question of saving: leaving a line answers it, and Esc takes back only what is being typed. The strip can
be fed keys before it is mounted, and keeps those that come while it closes, so that whoever types ahead loses none.
"""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from seeds.errors import Problem
from tui import keys
from tui.dialogs.choice import Choice
from tui.dialogs.entry import Entry, Piece
from tui.dialogs.line import LIMIT
from tui.fit import cells, fitted
from tui.question import Field

LEAVING = frozenset({"enter", "tab", "down", "shift+tab", "up"})
FULL = f"only the first {LIMIT:,} characters fit"
NEXT, LAST, CHOOSE = "Enter next  Esc close", "Enter done  Esc close", "← → choose"


class Ask(Widget, can_focus=True):
    """Mount it before the status line, focus it, and remove it when Closed arrives."""

    class Changed(Message):
        """A line's value changed, and it is still being typed in."""

        def __init__(self, name: str, value: str) -> None:
            super().__init__()
            self.name, self.value = name, value

    class Answered(Message):
        """A line was left by Enter, Tab, an arrow or a click on another one; its value may be as it was."""

        def __init__(self, name: str, value: str) -> None:
            super().__init__()
            self.name, self.value = name, value

    class Closed(Message):
        """The strip takes no more keys: `cancelled` by Esc, else by Enter on the last line. `ahead` are keys that were
        pressed after that one and are still to be carried out."""

        def __init__(self, ahead: Sequence[str], *, cancelled: bool) -> None:
            super().__init__()
            self.ahead, self.cancelled = ahead, cancelled

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "ask--label",
        "ask--now",
        "ask--text",
        "ask--idle",
        "ask--caret",
        "ask--selected",
        "ask--choice",
        "ask--chosen",
        "ask--chosen-now",
        "ask--remark",
    }
    DEFAULT_CSS = """
    Ask {
        height: auto;
        max-height: 50%;
        padding: 0 1;
        background: $foreground 12%;
        color: $foreground;
        & > .ask--label, & > .ask--idle, & > .ask--choice, & > .ask--remark { color: $foreground 75%; }
        & > .ask--now { text-style: bold; }
        & > .ask--chosen { text-style: underline; }
        & > .ask--chosen-now { text-style: bold reverse; }
        & > .ask--selected { background: $primary 25%; }
        & > .ask--caret { text-style: reverse; }
    }
    """

    def __init__(self, fields: Sequence[Field], at: int = 0, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        """The caret is in the line of the field number `at`, from 0. Raises ValueError where nothing is asked."""
        super().__init__(id=id)
        if not fields:
            raise ValueError("no fields")
        self._fields = tuple(fields)
        self._lines = [_line(field) for field in fields]
        self._label_width = max(cells(field.label) for field in fields)
        self._at = at
        self._remark = ""
        self._shut = False
        self._ahead: list[str] = []

    @property
    def remark(self) -> str:
        """A few words at the right end of the line that is being typed in, until it changes ("3 of 17"); where the line
        is full, that."""
        line = self._lines[self._at]
        return FULL if isinstance(line, Entry) and len(line.line.text) == LIMIT else self._remark

    @remark.setter
    def remark(self, words: str) -> None:
        self._remark = words
        self.refresh()

    @property
    def typing(self) -> tuple[str, str]:
        """The name and the value of the line that is being typed in."""
        return self._fields[self._at].name, self._lines[self._at].value

    def feed(self, key: str) -> bool:
        """Take a key as `tui.keys.pressed` names it; False where it means nothing here."""
        if self._shut:
            self._ahead.append(key)
            return True
        if self._edit(lambda line: line.feed(key)):
            return True
        if key == "escape" or keys.unescaped(key):
            self.close(cancelled=True)
            self._ahead += (keys.unescaped(key) or ())[1:]
        elif key in LEAVING and self._is_refused():
            self._answer()
        elif key == "enter" and self._at == len(self._lines) - 1:
            self._answer()
            self.close(cancelled=False)
        elif key in ("enter", "tab", "down"):
            self._leave_for((self._at + 1) % len(self._lines))
        elif key in ("shift+tab", "up"):
            self._leave_for((self._at - 1) % len(self._lines))
        else:
            return False
        return True

    def close(self, *, cancelled: bool) -> None:
        """Take no more keys, without answering what is being typed."""
        if not self._shut:
            self._shut = True
            self.post_message(self.Closed(self._ahead, cancelled=cancelled))

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._edit(lambda line: line.paste(event.text))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        offset = event.get_content_offset(self)
        if offset is not None:
            self._leave_for(min(self._top + offset.y, len(self._lines) - 1))
            self._edit(lambda line: line.click(offset.x - self._indent, extend=event.shift))

    def on_focus(self) -> None:
        self._tell_input_method()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        return len(self._lines)

    def render_line(self, y: int) -> Strip:
        width, number = self.size.width, self._top + y
        now = number == self._at
        kept = cells(self.remark) + 3 if now and self.remark and cells(self.remark) < width // 2 else 0
        pieces = [("now" if now else "label", self._label(number)), *self._written(number, width - self._indent - kept)]
        taken = sum(cells(text) for _, text in pieces)
        remark = next((words for words in self._remarks(now=now) if taken + 3 + cells(words) <= width), "")
        pieces += [("text", " " * (width - taken - cells(remark))), ("remark", remark)]
        return Strip([self._segment(*piece) for piece in pieces], max(width, taken)).crop(0, width)

    @property
    def _top(self) -> int:
        """The number of the first line that is seen, where not all are."""
        return max(0, min(self._at, self._at + 1 - max(self.size.height, 1)))

    @property
    def _indent(self) -> int:
        """The cells of the labels with the space behind them: at most half of the width."""
        return min(self._label_width + 2, self.size.width // 2)

    def _label(self, number: int) -> str:
        label = fitted(self._fields[number].label, max(self._indent - 1, 0))
        return label + " " * (self._indent - cells(label))

    def _written(self, number: int, room: int) -> list[Piece]:
        line, now = self._lines[number], number == self._at
        if isinstance(line, Entry) and not now:
            return [("idle", fitted(line.line.text, room))]
        return [(f"{name}-now" if now and name == "chosen" else name, text) for name, text in line.pieces(room)]

    def _remarks(self, *, now: bool) -> Sequence[str]:
        """What may stand at the right end, the first that fits."""
        if not now:
            return ()
        if self.remark:
            return (self.remark,)
        hint = LAST if self._at == len(self._lines) - 1 else NEXT
        return (f"{CHOOSE}  {hint}", hint) if isinstance(self._lines[self._at], Choice) else (hint,)

    def _segment(self, name: str, text: str) -> Segment:
        return Segment(text, self.get_component_rich_style(f"ask--{name}"))

    def _edit(self, edit: Callable[[Entry | Choice], object]) -> bool:
        """Let `edit` have the line that is being typed in; what it gives back, False if it changed nothing."""
        line = self._lines[self._at]
        before = line.value
        taken = edit(line)
        if line.value != before:
            self._remark = ""
            self.post_message(self.Changed(self._fields[self._at].name, line.value))
        self.refresh()
        self._tell_input_method()
        return taken is not False

    def _leave_for(self, number: int) -> None:
        if number != self._at:
            self._answer()
            self._at, self._remark = number, ""
            self.refresh()

    def _is_refused(self) -> bool:
        """Whether what stands in the line cannot be what was asked for; the line is answered, and so it is said why."""
        try:
            self._fields[self._at].check(self._lines[self._at].value)
        except Problem:
            return True
        return False

    def _answer(self) -> None:
        self.post_message(self.Answered(self._fields[self._at].name, self._lines[self._at].value))

    def _tell_input_method(self) -> None:
        """Put the terminal's own cursor, which is not seen, on the caret: input methods open their window there."""
        line = self._lines[self._at]
        if self.has_focus and isinstance(line, Entry):
            self.app.cursor_position = self.content_region.offset + Offset(
                self._indent + line.caret_cell, self._at - self._top
            )


def _line(field: Field) -> Entry | Choice:
    if field.choices:
        return Choice(field.value, field.choices)
    return Entry(field.value, selected=field.selected)
