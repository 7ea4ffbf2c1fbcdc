"""What the strip's lines are stored in: fields and note of an annotation, note and data of an article. Pure."""

from typing import TYPE_CHECKING, NamedTuple

from annotations.annotation import Value
from annotations.entity import Entity
from seeds.correct import EXTRA

if TYPE_CHECKING:
    from tui.session import Session

NOTE, FIELDS, ARTICLE_NOTE, KNOWN = "note", "fields", "article.note", "article.known"
"""The names of the commands that ask for what is stored in an annotation or an article."""

META = {
    "title": "title",
    "publication": "publication",
    "published_at": "date (2024-05-03)",
    "author": "author",
    "url": "address",
    "language": "language (en)",
}
"""What is known of an article and can be corrected, with the words that ask for it."""


class Subject(NamedTuple):
    """What is asked about: an article, or an annotation in it by its id; `command` is the name of the command that asks
    for it."""

    article: str
    annotation: int | None
    command: str


Blank = tuple[Subject, str]
"""Something to be filled in: what is asked about, and the name of one of its fields."""


def label(blank: Blank) -> str:
    """What a field is called in a sentence."""
    subject, field = blank
    return META.get(field, field).partition(" (")[0] if subject.command == KNOWN else field


def stored(session: "Session", blank: Blank) -> str | None:
    """What is stored in a field, as it is typed; None where there is no such field any more."""
    subject, field = blank
    if session.article.id != subject.article:
        return None
    if subject.annotation is None:
        return _of_article(session, *blank)
    annotation = session.layer.annotations.get(subject.annotation)
    tag = session.tag_of(annotation) if annotation else None
    if annotation and (subject.command, field) == (NOTE, "note"):
        return annotation.note
    if annotation and tag and subject.command == FIELDS and any(known.name == field for known in tag.attributes):
        return shown(annotation.attributes.get(field))
    return None


def shown(value: Value | None) -> str:
    """An attribute's value as it is typed."""
    return value.name if isinstance(value, Entity) else value or ""


def _of_article(session: "Session", subject: Subject, field: str) -> str | None:
    if (subject.command, field) == (ARTICLE_NOTE, "note"):
        return session.layer.own.get("note", "")
    meta = session.article.meta
    if subject.command != KNOWN or not (field in META or field.startswith(EXTRA)):
        return None
    return str(getattr(meta, field)) if field in META else meta.extra.get(field.removeprefix(EXTRA), "")
