"""The annotation file: a TinyDB database of two tables, read strictly and written one document a line.

The default table holds the annotations, the table "article" one document with the schema and the coder's own fields.
Other tables are somebody else's and are kept. This module reads and makes bytes; annotations.storage is TinyDB's part.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from annotations import codec
from annotations.annotation import Annotation
from annotations.edit import OWN_FIELDS, STATUSES
from annotations.errors import DamagedFile
from annotations.migrate import SCHEMA, accept

ANNOTATIONS = "_default"
ARTICLE = "article"

DOCUMENT = re.compile(r'"(\d+)":\s*(?=\{)')
"""How a document begins. It cannot stand inside a text, where JSON escapes the quotation marks."""


class Tables(NamedTuple):
    """What an annotation file says: the annotations by id, the coder's own fields, and others' tables as they are."""

    annotations: dict[int, Annotation]
    own: dict[str, str]
    others: dict[str, Any]


def parse(place: object, data: bytes) -> Tables:
    """Read an annotation file. Raises DamagedFile with what is wrong and, where known, the line; NewerSchema."""
    known = _tables(place, data)
    own: dict[str, str] = {}
    for document in known.pop(ARTICLE, {}).values():
        own |= _own(place, document)
    annotations: dict[int, Annotation] = {}
    for key, document in known.pop(ANNOTATIONS, {}).items():
        try:
            annotations[int(key)] = codec.annotation(int(key), document)
        except ValueError as error:
            raise DamagedFile(place, f"annotation {key:.20} {error}") from error
    return Tables(annotations, own, known)


def of(annotations: Mapping[int, Annotation], own: Mapping[str, str], others: Mapping[str, Any]) -> dict[str, Any]:
    """The tables as TinyDB passes them to a storage."""
    documents = {str(one.id): codec.document(one) for one in annotations.values()}
    return {ANNOTATIONS: documents, ARTICLE: {"1": {"schema": SCHEMA, **own}}, **others}


def dump(tables: Mapping[str, Mapping[Any, Any]]) -> bytes:
    """The file of some tables: one document a line."""
    parts = []
    for name, documents in tables.items():
        lines = ",\n".join(f"{codec.dumps(str(key))}: {codec.dumps(document)}" for key, document in documents.items())
        parts.append(f"{codec.dumps(name)}: {{\n{lines}\n}}" if lines else f"{codec.dumps(name)}: {{}}")
    return ("{" + ",\n".join(parts) + "}\n").encode()


def salvage(data: bytes) -> Tables:
    """What can still be read of a damaged file: every document that is whole, and an annotation or the own fields."""
    text = data.decode("utf-8", "replace")
    annotations: dict[int, Annotation] = {}
    own: dict[str, str] = {}
    decoder = json.JSONDecoder()
    for found in DOCUMENT.finditer(text):
        try:
            document, _ = decoder.raw_decode(text, found.end())
            if "schema" in document:
                own |= _own("", document)
            else:
                annotations[int(found[1])] = codec.annotation(int(found[1]), document)
        except (ValueError, DamagedFile):
            continue
    return Tables(annotations, own, {})


def _tables(place: object, data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise DamagedFile(place, "it is empty")
    try:
        known = json.loads(data, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise DamagedFile(place, f"it is not whole: {error.msg}", line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise DamagedFile(place, f"it is not JSON: {error}") from error
    if not isinstance(known, dict) or not all(isinstance(table, dict) for table in known.values()):
        raise DamagedFile(place, "it holds something that is no table")
    return known


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _own(place: object, document: Any) -> dict[str, str]:
    if not isinstance(document, dict):
        raise DamagedFile(place, "what it says of the article is no document")
    accept(place, document.get("schema", SCHEMA))
    own = {field: document[field] for field in OWN_FIELDS if field in document}
    if not all(isinstance(value, str) for value in own.values()):
        raise DamagedFile(place, "its status or note is no text")
    if own.get("status", "unread") not in STATUSES:
        raise DamagedFile(place, f"its status is “{own['status']:.20}”, which is none")
    return own
