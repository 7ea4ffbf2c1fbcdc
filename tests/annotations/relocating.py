"""A text with annotations in it, which is about to change: what the tests of relocating are made of."""

from datetime import UTC, datetime

from annotations.anchor import describe
from annotations.annotation import Annotation, Value
from annotations.edit import Layer
from annotations.relocate import Relocation
from seeds.span import Span

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
TEXT = (
    "Salt works stand still for a third day\n"
    "Brandt told the crews that he would not raise the rate.\n"
    "“Nobody comes back for less,” Ina Vogt said, “and nobody has asked us.” Brandt did not answer her.\n"
    "Vogt left before noon. Brandt stayed until the lamps were lit.\n"
    "The crews want the rate of the spring back before they talk.\n"
)


def marked(number: int, text: str, *words: str, nth: int = 0, said: dict[str, Value] | None = None) -> Annotation:
    """An annotation of words of a text; of a single part its `nth` place, from 0."""
    spans = []
    for part in words:
        start = -1
        for _ in range(nth + 1):
            start = text.index(part, start + 1)
        spans.append(Span(start, start + len(part)))
    exact, prefix, suffix = describe(text, spans)
    return Annotation(number, "quote", tuple(spans), exact, prefix, suffix, AT, AT, said or {})


def layer(*annotations: Annotation) -> Layer:
    return Layer({one.id: one for one in annotations})


def after(found: Relocation, known: Layer) -> Layer:
    return known.apply(found.edit) if found.edit else known


def words(text: str, annotation: Annotation) -> tuple[str, ...]:
    return tuple(span.of(text) for span in annotation.spans)
