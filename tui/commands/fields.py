"""Commands that ask in the strip: fields and note of an annotation, the article's note, what is known of it."""

from typing import TYPE_CHECKING

from annotations.annotation import Value
from annotations.codebook import Attribute
from annotations.entity import Entity
from tui.commands import ALL, TEXT_OR_MARGIN, Command
from tui.marking import set_fields, set_note, unbound
from tui.question import Field, Question

if TYPE_CHECKING:
    from tui.app import Postil

FIELDS = "Fields and notes"
KNOWN = {
    "title": "title",
    "publication": "publication",
    "published_at": "date (2024-05-03)",
    "author": "author",
    "url": "address",
}


def ask_fields(app: "Postil") -> None:
    """Ask for the attributes of the bound annotation, the one that names somebody first."""
    session = app.desk.session
    annotation = session.annotation if session else None
    tag = session.tag_of(annotation) if session and annotation else None
    if annotation is None or tag is None:
        app.say(unbound(session))
        return
    known = {attribute.name: attribute for attribute in tag.attributes}

    def answered(name: str, value: str) -> None:
        now = app.desk.session and app.desk.session.layer.annotations.get(annotation.id)
        if now and shown(now.attributes.get(name)) != value:
            app.carry(set_fields(now, {name: said(known[name], value)}, app.desk.means))

    fields = [
        Field(attribute.name, attribute.name, shown(annotation.attributes.get(attribute.name)), attribute.values)
        for attribute in sorted(tag.attributes, key=lambda attribute: not attribute.names)
    ]
    app.asking.open(Question(fields, answered))


def set_field(app: "Postil", field: str, value: str) -> None:
    """Set a field of the open article."""
    if session := app.desk.set_field(field, value):
        app.committed(session)


def shown(value: Value | None) -> str:
    """An attribute's value as it is typed."""
    return value.name if isinstance(value, Entity) else value or ""


def said(attribute: Attribute, typed: str) -> Value | None:
    """What was typed as the attribute's value; None where it was emptied."""
    words = " ".join(typed.split())
    return Entity(words) if words and attribute.names else words or None


def ask_note(app: "Postil") -> None:
    session = app.desk.session
    annotation = session.annotation if session else None
    if annotation is None:
        app.say(unbound(session))
        return

    def answered(_: str, value: str) -> None:
        now = app.desk.session and app.desk.session.layer.annotations.get(annotation.id)
        if now and now.note != value.strip():
            app.carry(set_note(now, value.strip(), app.desk.means))

    app.asking.open(Question([Field("note", "note", annotation.note)], answered))


def ask_article_note(app: "Postil") -> None:
    if app.desk.session:
        note = app.desk.session.layer.own.get("note", "")
        field = Field("note", "note on the article", note)
        app.asking.open(Question([field], lambda _, value: set_field(app, "note", value.strip())))


def ask_known(app: "Postil") -> None:
    """Ask for title, publication, date, author and address; what is typed outranks what was read."""
    if session := app.desk.session:
        meta = session.article.meta
        values = {name: getattr(meta, name) for name in KNOWN}

        def answered(name: str, value: str) -> None:
            typed = " ".join(value.split())
            if typed == values[name]:
                return
            if name == "published_at" and typed:
                from tui.published import check_date

                check_date(typed)
            set_field(app, name, typed)

        app.asking.open(Question([Field(name, label, values[name]) for name, label in KNOWN.items()], answered))


FIELD_COMMANDS = (
    Command("fields", "Fields of the bound annotation, the speaker first", ("i",), FIELDS, ask_fields,
            TEXT_OR_MARGIN, short="fields", acts="mark"),
    Command("note", "Note on the bound annotation", ("c",), FIELDS, ask_note, TEXT_OR_MARGIN, short="note",
            acts="mark"),
    Command("article.note", "Note on the article", ("C",), FIELDS, ask_article_note, ALL,
            acts="article"),
    Command("article.known", "Correct what is known of the article", ("I",), FIELDS, ask_known, ALL,
            acts="article"),
)  # fmt: skip
