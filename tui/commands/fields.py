"""Commands that ask in the strip: fields and note of an annotation, the article's note, what is known of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from annotations.annotation import Value
from annotations.codebook import Attribute
from annotations.edit import CONFLICT, SHORT
from annotations.entity import Entity
from seeds.correct import EXTRA
from seeds.errors import Problem
from seeds.printable import printable
from tui.blanks import ARTICLE_NOTE, FIELDS, KNOWN, META, NOTE, Blank, Subject, label, shown, stored
from tui.commands import ALL, TEXT_OR_MARGIN, Command
from tui.known import check_known
from tui.marking import set_fields, set_note, unbound
from tui.question import Field, Question

if TYPE_CHECKING:
    from tui.app import Postil
    from tui.session import Session

    Save = Callable[[Session, str, str], None]

GROUP = "Fields and notes"


class Overtaken(Problem):
    """What a line asks for was changed or deleted while somebody typed in it."""


def put(app: "Postil", subject: Subject, fields: Sequence[Field], save: "Save") -> None:
    """Ask for fields of the open article, or of an annotation in it. `save` gets the session as it is by then, the name
    and the value of each line that was changed here, and by nobody else meanwhile."""
    asked = {field.name: field.value for field in fields}

    def answered(name: str, value: str) -> None:
        if app.desk.session is None or (value == asked[name] and not contested(app.desk.session, subject, name)):
            return
        blank = subject, name
        _check(blank, asked[name], value, stored(app.desk.session, blank))
        save(app.desk.session, name, value)
        asked[name] = stored(app.desk.session, blank) or ""

    app.asking.open(Question(fields, answered, about=subject))


def _check(blank: Blank, asked: str, typed: str, now: str | None) -> None:
    """Raise Overtaken where an answer would write over what stands there by now."""
    what, kept = f"the {label(blank)}", "what you typed is kept as a draft"
    if now is None:
        raise Overtaken(what, "is gone: somebody deleted it while you typed", kept)
    if now not in (asked, typed):
        why = f"was made “{now}” while you typed" if now else "was emptied while you typed"
        raise Overtaken(what, why, f"{kept}, and the same key shows it again")


def ask_fields(app: "Postil") -> None:
    """Ask for the attributes of the bound annotation, the one that names somebody first."""
    session = app.desk.session
    annotation = session.annotation if session else None
    tag = session.tag_of(annotation) if session and annotation else None
    if session is None or annotation is None or tag is None:
        app.say(unbound(session))
        return
    known = {attribute.name: attribute for attribute in tag.attributes}

    def save(session: "Session", name: str, value: str) -> None:
        now, after = session.layer.annotations[annotation.id], said(known[name], value)
        if shown(now.attributes.get(name)) != shown(after):
            app.carry(set_fields(now, {name: after}, app.desk.means))

    fields = [
        Field(attribute.name, attribute.name, shown(annotation.attributes.get(attribute.name)), attribute.values)
        for attribute in sorted(tag.attributes, key=lambda attribute: not attribute.names)
    ]
    put(app, Subject(session.article.id, annotation.id, FIELDS), fields, save)


def contested(session: "Session", subject: Subject, name: str) -> bool:
    """Whether a field of the article has another value elsewhere, so that to leave its line settles something."""
    fields = {**session.layer.own, **session.layer.corrections}
    return subject.annotation is None and CONFLICT + name in fields


def elsewhere(fields: Mapping[str, str], name: str) -> str:
    """What stands behind a label where another machine said something else: Enter keeps what is in the line."""
    rival = fields.get(CONFLICT + name)
    return "" if rival is None else f" (elsewhere: {printable(rival)[:SHORT]})"


def set_field(app: "Postil", field: str, value: str) -> None:
    """Set a field of the open article."""
    if session := app.desk.set_field(field, value):
        app.committed(session)


def said(attribute: Attribute, typed: str) -> Value | None:
    """What was typed as the attribute's value; None where it was emptied."""
    words = " ".join(typed.split())
    return Entity(words) if words and attribute.names else words or None


def ask_note(app: "Postil") -> None:
    session = app.desk.session
    annotation = session.annotation if session else None
    if session is None or annotation is None:
        app.say(unbound(session))
        return

    def save(session: "Session", _: str, value: str) -> None:
        now = session.layer.annotations[annotation.id]
        if now.note != value.strip():
            app.carry(set_note(now, value.strip(), app.desk.means))

    put(app, Subject(session.article.id, annotation.id, NOTE), [Field("note", "note", annotation.note)], save)


def ask_article_note(app: "Postil") -> None:
    if session := app.desk.session:
        subject = Subject(session.article.id, None, ARTICLE_NOTE)
        label = "note on the article" + elsewhere(session.layer.own, "note")
        field = Field("note", label, stored(session, (subject, "note")) or "")
        put(app, subject, [field], lambda _session, name, value: set_field(app, name, value.strip()))


def _checked(name: str) -> "Callable[[str], None]":
    """What raises Problem where a date is none, or a language."""
    return lambda typed: check_known(name, " ".join(typed.split()))


def ask_known(app: "Postil") -> None:
    """Ask for title, publication, date, author, address and language; what is typed outranks what was read.

    A column that a table brought along is asked for only where two machines said something else of it.
    """
    if session := app.desk.session:
        subject = Subject(session.article.id, None, KNOWN)

        def save(session: "Session", name: str, value: str) -> None:
            typed = " ".join(value.split())
            if typed == stored(session, (subject, name)) and not contested(session, subject, name):
                return
            check_known(name, typed)
            set_field(app, name, typed)

        rivals = session.layer.corrections
        others = [name.removeprefix(CONFLICT) for name in rivals if name.startswith(CONFLICT + EXTRA)]
        fields = [
            Field(name, words + elsewhere(rivals, name), stored(session, (subject, name)) or "", check=_checked(name))
            for name, words in [*META.items(), *((name, printable(name)[:SHORT]) for name in others)]
        ]
        put(app, subject, fields, save)


FIELD_COMMANDS = (
    Command(FIELDS, "Fields of the bound annotation, the speaker first", ("i",), GROUP, ask_fields,
            TEXT_OR_MARGIN, short="fields", acts="mark"),
    Command(NOTE, "Note on the bound annotation", ("c",), GROUP, ask_note, TEXT_OR_MARGIN, short="note",
            acts="mark"),
    Command(ARTICLE_NOTE, "Note on the article", ("C",), GROUP, ask_article_note, ALL,
            acts="article"),
    Command(KNOWN, "Correct what is known of the article", ("I",), GROUP, ask_known, ALL,
            acts="article"),
)  # fmt: skip
