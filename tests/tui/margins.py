"""A margin that fills a small app, and what it lists."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from annotations.annotation import Annotation
from annotations.codebook import DEFAULT
from annotations.edit import Layer
from annotations.entity import Entity
from seeds.span import Span
from tests.tui.pages import NOW, place
from tui import themes
from tui.margin import Marginalia, Others
from tui.messages import Noted
from tui.panes.margin import MarginPane

TEXT = (
    "“We will sit again on Monday,” Mara Holt told reporters. The port authority wants the pickets withdrawn before any"
    " talks on wages. “We wait,” said Holt, “and we do not beg.”\nIt rained in Orvane."
)
NAMES = {"quote": "speaker", "precondition": "by", "participant": "entity"}


def made(id: int, tag: str, *parts: str, who: str = "", note: str = "") -> Annotation:  # noqa: A002  # the field's name
    """An annotation of words of the text; without any, of the whole article."""
    spans = tuple(place(TEXT, words) for words in parts)
    attributes = {NAMES[tag]: Entity(who)} if who else {}
    return Annotation(id, tag, spans, parts, "", "", NOW, NOW, attributes, note)


def saying(*words: str, who: str = "", note: str = "") -> Annotation:
    """A quote of words that stand nowhere."""
    spans = tuple(Span(100 * at, 100 * at + 50) for at in range(len(words)))
    return Annotation(1, "quote", spans, words, "", "", NOW, NOW, {"speaker": Entity(who)} if who else {}, note)


MONDAY = made(11, "quote", "“We will sit again on Monday,”", who="Mara Holt")
HOLT = made(12, "participant", "Mara Holt", who="Mara Holt", note="of the dockers' union")
TERMS = made(13, "precondition", "wants the pickets withdrawn before any talks on wages", who="port authority")
TALKS = made(14, "participant", "talks on wages")
WAIT = made(15, "quote", "“We wait,”", "“and we do not beg.”")
FEW = (MONDAY, HOLT, TERMS, TALKS, WAIT)
MANY = tuple(
    Annotation(number + 1, "quote", (Span(20 * number, 20 * number + 9),), (f"words {number:05}",), "", "", NOW, NOW)
    for number in range(10_000)
)
HOSTILE = (
    saying("停火以后再谈工资停火以后再谈工资停火以后再谈工资", who="停火以后再谈工资", note="停火以后再谈工资"),
    saying("👩🏽‍🌾🇳🇴 शान्ति वार्ता " * 9, note="🇳🇴" * 30),
    saying("\x1b[31mred\x07 \u202eevil\u200b\x9b2J", who="M\x1b]0;x\x07\u202ea", note="\u2066\x1b[2J"),
    saying("\u0301\u0302 e" + "\u0301" * 500, who="\u200d", note="\u200b"),
    saying(" \n\t ", "a\n\n\tb", who="\n", note=" " * 400 + "x"),
)
THEIRS = (
    made(11, "quote", "“We will sit again on Monday,”", who="Mara Holt"),
    made(31, "participant", "the pickets"),
)


def in_order(*annotations: Annotation) -> tuple[Annotation, ...]:
    return Layer({annotation.id: annotation for annotation in annotations}).in_order


class Margin(App[None]):
    """A margin that fills the screen, and what it said."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    CSS: ClassVar[str] = "MarginPane { width: 1fr; height: 1fr; }"

    def __init__(self, *annotations: Annotation, bound: int | None = None, others: Others = ()) -> None:
        super().__init__()
        themes.register(self)
        self.pane = MarginPane()
        self.pane.shown = Marginalia(annotations, DEFAULT, bound, others=others)
        self.said: list[Noted] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def strips(self) -> list[Strip]:
        return self.pane.render_lines(Region(0, 0, *self.pane.size))

    def lines(self) -> list[str]:
        """The lines that say something, without the edge at the left."""
        return [line for strip in self.strips() if (line := strip.text[1:].rstrip())]

    def hold(self, bound: int | None) -> None:
        """Bind an annotation, or let go of it."""
        self.pane.shown = self.pane.shown._replace(bound=bound)

    def painted(self) -> list[int]:
        """The lines that are painted again from now on, as they come; -1 stands for all."""
        lines: list[int] = []
        refresh = self.pane.refresh

        def spy(*regions: Region, **more: bool) -> MarginPane:
            lines.extend([region.y for region in regions] or [-1])
            return refresh(*regions, **more)

        self.pane.refresh = spy  # type: ignore[method-assign]  # a spy
        return lines

    def on_noted(self, message: Noted) -> None:
        self.said.append(message)
