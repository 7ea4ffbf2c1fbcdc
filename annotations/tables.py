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
from annotations.migrate import SCHEMA, upgraded

ANNOTATIONS = "_default"
ARTICLE = "article"

DOCUMENT = re.compile(r'"(\d+)":\s*(?=\{)')
"""How a document begins. It cannot stand inside a text, where JSON escapes the quotation marks."""


class Tables(NamedTuple):
    """What an annotation file says: the annotations by id, the coder's own fields, and others' tables as they are;
    `edition` is the checksum of the last record of the history that the file holds ("": another program made it), and
    `schema` is that of the file."""

    annotations: dict[int, Annotation]
    own: dict[str, str]
    others: dict[str, Any]
    edition: str = ""
    schema: int = SCHEMA


def parse(place: object, data: bytes) -> Tables:
    """Read an annotation file. Raises DamagedFile with what is wrong and, where known, the line; NewerSchema."""
    known = _tables(place, data)
    of_article = known.pop(ARTICLE, {"1": {"schema": SCHEMA}})
    if list(of_article) != ["1"]:
        raise DamagedFile(place, f"its table “{ARTICLE}” holds something else than document 1")
    own, edition, schema = _own(place, of_article["1"])
    annotations: dict[int, Annotation] = {}
    for key, document in known.pop(ANNOTATIONS).items():
        try:
            annotations[int(key)] = codec.annotation(int(key), document)
        except ValueError as error:
            raise DamagedFile(place, f"annotation {key:.20} {error}") from error
    return Tables(annotations, own, known, edition, schema)


def of(
    annotations: Mapping[int, Annotation], own: Mapping[str, str], others: Mapping[str, Any], edition: str = ""
) -> dict[str, Any]:
    """The tables as TinyDB passes them to a storage."""
    documents = {str(one.id): codec.document(one) for one in annotations.values()}
    head = {"schema": SCHEMA, **({"edition": edition} if edition else {}), **own}
    return {ANNOTATIONS: documents, ARTICLE: {"1": head}, **others}


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
                own |= _own("", document)[0]
            else:
                annotations[int(found[1])] = codec.annotation(int(found[1]), document)
        except (ValueError, DamagedFile):
            continue
    return Tables(annotations, own, {})


def _tables(place: object, data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise DamagedFile(place, "it is empty")
    try:
        known = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise DamagedFile(place, f"it is not whole: {error.msg}", line=error.lineno) from error
    except UnicodeDecodeError as error:
        raise DamagedFile(place, f"it is not UTF-8: {error}") from error
    except (ValueError, RecursionError) as error:
        raise DamagedFile(place, f"it cannot be read: {error}") from error
    if not isinstance(known, dict) or not all(isinstance(table, dict) for table in known.values()):
        raise DamagedFile(place, "it holds something that is no table")
    if ANNOTATIONS not in known:
        raise DamagedFile(place, f"its table “{ANNOTATIONS}”, which holds the annotations, is missing")
    return known


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object no key of which stands twice: of two annotations with one id the first would be lost."""
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(key for key, _ in pairs if sum(other == key for other, _ in pairs) > 1)
        raise ValueError(f"“{twice:.40}” stands in it twice")
    return found


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _own(place: object, document: Any) -> tuple[dict[str, str], str, int]:
    """The coder's own fields, and the edition and schema of the file that they stand in."""
    if not isinstance(document, dict):
        raise DamagedFile(place, "what it says of the article is no document")
    schema = document.get("schema", SCHEMA)
    own = upgraded("annotations", place, {**document, "schema": schema})
    del own["schema"]
    edition = own.pop("edition", "")
    if strange := next((field for field in own if field not in OWN_FIELDS), None):
        raise DamagedFile(place, f"what it says of the article has a field that is none: {strange:.40}")
    if not all(isinstance(value, str) for value in (edition, *own.values())):
        raise DamagedFile(place, "its status or note is no text")
    if own.get("status", "unread") not in STATUSES:
        raise DamagedFile(place, f"its status is “{own['status']:.20}”, which is none")
    return own, edition, schema
