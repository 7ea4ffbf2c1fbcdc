"""Make and change annotations: the one way in which a key, a command and a script do it. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from annotations.anchor import describe
from annotations.annotation import Annotation, Value
from annotations.codebook import KINDS_OF_QUOTE, Tag
from annotations.edit import SHORT, Change, Edit, Layer
from seeds.article import Article
from seeds.printable import printable
from seeds.segment.pieces import around
from seeds.span import Span

_MARKS = frozenset("\"“”„«»'‘’‚‹›「『")
"""What words that stand in marks begin with; they are not put in others."""


def quote_type(article: Article, spans: Sequence[Span]) -> str:
    """What the marks tell of a quotation: "direct" wholly within them, "mixed" partly, "indirect" without any."""
    from seeds.segment.quotations import quotations

    near = dict.fromkeys(around(block.span, span) for span in spans for block in article.touched(span))
    marked = [quotation for stretch in near for quotation in quotations(article.text, stretch)]
    touched = any(span.overlaps(quotation) for span in spans for quotation in marked)
    unmarked = any(_word_outside(article.text, span, marked) for span in spans)
    return "mixed" if touched and unmarked else "direct" if touched else "indirect"


def annotate(
    article: Article,
    spans: Sequence[Span],
    tag: Tag,
    *,
    id: int,  # noqa: A002  # the field's own name
    at: datetime,
    attributes: Mapping[str, Value] | None = None,
    note: str = "",
    origin: str = "reader",
) -> Annotation:
    """A new annotation of these words. The type of a quotation is read from its marks where it is not given."""
    exact, prefix, suffix = describe(article.text, spans)
    given = dict(attributes or {})
    if _typed(tag) and spans:
        given.setdefault("type", quote_type(article, spans))
    return Annotation(id, tag.name, tuple(spans), exact, prefix, suffix, at, at, given, note, origin=origin)


def respanned(article: Article, annotation: Annotation, spans: Sequence[Span], tag: Tag | None) -> Annotation:
    """The annotation on other words. A type that was read from the marks follows them; one that was chosen stays."""
    exact, prefix, suffix = describe(article.text, spans)
    attributes = dict(annotation.attributes)
    if tag and _typed(tag) and attributes.get("type") == quote_type(article, annotation.spans):
        attributes["type"] = quote_type(article, spans)
    return annotation._replace(spans=tuple(spans), exact=exact, prefix=prefix, suffix=suffix, attributes=attributes)


def retagged(article: Article, annotation: Annotation, tag: Tag) -> Annotation:
    """The annotation under another tag, with those of its attributes that the tag knows."""
    known = {attribute.name for attribute in tag.attributes}
    attributes = {name: value for name, value in annotation.attributes.items() if name in known}
    if _typed(tag):
        attributes.setdefault("type", quote_type(article, annotation.spans))
    return annotation._replace(tag=tag.name, attributes=attributes)


def joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap or touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def twin(layer: Layer, tag: str, spans: Sequence[Span]) -> Annotation | None:
    """The annotation that says the same already: this tag on exactly these words."""
    return next((a for a in layer.annotations.values() if a.tag == tag and a.spans == tuple(spans)), None)


def tagged(annotation: Annotation) -> Edit:
    """The edit that adds an annotation."""
    return Edit((Change(None, annotation),), f"tagged {words(annotation)} as {annotation.tag}", annotation.created)


def deleted(annotation: Annotation, at: datetime) -> Edit:
    """The edit that takes an annotation away."""
    return Edit((Change(annotation, None),), f"deleted the {annotation.tag} {words(annotation)}", at)


def changed(before: Annotation, after: Annotation, what: str, at: datetime, run: str = "") -> Edit:
    """The edit that puts one state of an annotation in the place of another; `what` says it for people."""
    return Edit((Change(before, after._replace(modified=at)),), what, at, run)


def words(annotation: Annotation) -> str:
    """The annotation's words in typographic marks, cut short, fit for a terminal."""
    whole = printable(" … ".join(annotation.exact))
    short = f"{whole[:SHORT].rstrip()}…" if len(whole) > SHORT else whole
    return short if short[:1] in _MARKS else f"“{short}”" if short else "the article"


def _typed(tag: Tag) -> bool:
    return any(attribute.name == "type" and attribute.values == KINDS_OF_QUOTE for attribute in tag.attributes)


def _word_outside(text: str, span: Span, marked: Sequence[Span]) -> bool:
    """Whether a letter or digit of the span lies in none of the marked stretches."""
    letters = (at for at in range(span.start, span.end) if text[at].isalnum())
    return any(not any(each.start <= at < each.end for each in marked) for at in letters)
