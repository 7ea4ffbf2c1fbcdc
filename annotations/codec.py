"""Annotations and edits as JSON, and back, exactly: what is read again equals what was written."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from annotations.annotation import MAX_ID, Annotation, Link, Value
from annotations.edit import Change, Edit, FieldChange
from annotations.entity import Entity
from seeds.span import Span

Json = Any
"""What json.loads gives: anything, until a function here has looked at it."""


def dumps(value: object) -> str:
    """One line of JSON, readable in every language; a lone surrogate, which no file can hold, as its escape."""
    line = _READABLE(value)
    try:
        line.encode()
    except UnicodeEncodeError:
        return _ASCII(value)
    return line


_READABLE = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": "), allow_nan=False).encode
_ASCII = json.JSONEncoder(ensure_ascii=True, separators=(", ", ": "), allow_nan=False).encode


FIELDS = frozenset(Annotation._fields)
"""The fields of a document; one that is none is a mistake, and would be lost at the next edit."""


def time(at: datetime) -> str:
    """A moment in UTC, as exactly as it is known: "2026-11-23T10:00:00Z"."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def moment(text: str) -> datetime:
    """The moment that `time` wrote. Raises ValueError for one without a zone."""
    found = datetime.fromisoformat(_text(text))
    if found.tzinfo is None:
        raise ValueError(f"a time without a zone: {text}")
    return found


def document(annotation: Annotation) -> dict[str, object]:
    """An annotation as its TinyDB document; the id is the document's."""
    return {
        "tag": annotation.tag,
        "spans": [_pair(span) for span in annotation.spans],
        "exact": list(annotation.exact),
        "prefix": annotation.prefix,
        "suffix": annotation.suffix,
        "attributes": {name: _value(value) for name, value in sorted(annotation.attributes.items())},
        "note": annotation.note,
        "links": [{"type": link.type, "to": link.to} for link in annotation.links],
        "origin": annotation.origin,
        "confidence": annotation.confidence,
        "created": time(annotation.created),
        "modified": time(annotation.modified),
    }


def annotation(id: int, known: Json) -> Annotation:  # noqa: A002  # the id of an annotation is called id everywhere
    """The annotation of a TinyDB document. Raises ValueError, with what is wrong, for one that is none.

    Fields that may be left out by whoever writes a file by hand have the values of a fresh annotation.
    """
    try:
        spans = tuple(_span(pair) for pair in known["spans"])
        exact = tuple(_text(words) for words in known["exact"])
        created = moment(known["created"])
        if strange := known.keys() - FIELDS:
            raise ValueError(f"has a field that is none: {min(strange):.40}")
        found = Annotation(
            id=_id(id),
            tag=_text(known["tag"]),
            spans=spans,
            exact=exact,
            prefix=_text(known.get("prefix", "")),
            suffix=_text(known.get("suffix", "")),
            created=created,
            modified=moment(known["modified"]) if "modified" in known else created,
            attributes={_text(name): _read_value(value) for name, value in known.get("attributes", {}).items()},
            note=_text(known.get("note", "")),
            links=tuple(Link(_text(link["type"]), _id(link["to"])) for link in known.get("links", ())),
            origin=_text(known.get("origin", "reader")),
            confidence=_confidence(known.get("confidence")),
        )
    except KeyError as error:
        raise ValueError(f"has no {error.args[0]}") from error
    except (TypeError, AttributeError) as error:
        raise ValueError(f"is no annotation: {error}") from error
    _check(found)
    return found


def edit_json(edit: Edit) -> dict[str, object]:
    """An edit as the history keeps it."""
    known: dict[str, object] = {"at": time(edit.at), "label": edit.label, "kind": edit.kind, "run": edit.run}
    return known | {"changes": [_change(change) for change in edit.changes]}


def edit(known: Mapping[str, Json]) -> Edit:
    """The edit that `edit_json` wrote."""
    changes = tuple(_read_change(change) for change in known["changes"])
    return Edit(changes, known["label"], moment(known["at"]), known["run"], known["kind"])


def numbered(annotation: Annotation | None) -> dict[str, object] | None:
    """An annotation with its id among its fields, for where there is no document that has it."""
    return None if annotation is None else {"id": annotation.id, **document(annotation)}


def unnumbered(known: Json) -> Annotation | None:
    return None if known is None else annotation(known["id"], known)


def _change(change: Change | FieldChange) -> dict[str, object]:
    if isinstance(change, FieldChange):
        return {"field": change.field, "before": change.before, "after": change.after}
    return {"before": numbered(change.before), "after": numbered(change.after)}


def _read_change(known: Json) -> Change | FieldChange:
    if "field" in known:
        return FieldChange(known["field"], known["before"], known["after"])
    return Change(unnumbered(known["before"]), unnumbered(known["after"]))


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _value(value: Value) -> object:
    if isinstance(value, Entity):
        return {"name": value.name, "entity": value.entity, "at": None if value.at is None else _pair(value.at)}
    return value


def _read_value(known: Json) -> Value:
    if isinstance(known, str):
        return known
    entity, at = known.get("entity"), known.get("at")
    return Entity(_text(known["name"]), None if entity is None else _text(entity), None if at is None else _span(at))


def _span(pair: Json) -> Span:
    start, end = pair
    if type(start) is not int or type(end) is not int:
        raise ValueError(f"offsets are whole numbers, not {pair}")
    return Span(start, end)


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text was expected, not {value!r:.40}")
    return value


def _id(value: Json) -> int:
    if type(value) is not int or not 0 < value < MAX_ID:
        raise ValueError(f"{value!r:.40} is no id")
    return value


def _confidence(value: Json) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"a confidence is from 0 to 1, not {value!r:.40}")
    return float(value)


def _check(found: Annotation) -> None:
    if found.spans and len(found.spans) != len(found.exact):
        raise ValueError("has not the words of each span")
    if any(not len(span) for span in found.spans):
        raise ValueError("has an empty span")
    if any(one.end > other.start for one, other in zip(found.spans, found.spans[1:], strict=False)):
        raise ValueError("has spans out of order")
