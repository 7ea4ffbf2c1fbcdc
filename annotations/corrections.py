"""What people corrected of an article, for all coders: a flat file, one field a line, so that git merges it.

The file holds "schema" and the fields as in annotations.edit.FieldChange; an absent file corrects nothing.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from annotations import files, outdated
from annotations.codec import dumps
from annotations.edit import OWN_FIELDS, Change, Edit, FieldChange
from annotations.errors import DamagedFile, unreadable
from annotations.library import Library
from annotations.migrate import SCHEMA, upgraded

TEXT = r'"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"'
FIELD = re.compile(rf"^({TEXT}): ({TEXT}),?$", re.MULTILINE)
"""One field, as a line (RFC 8259, section 7)."""

REMEDY = "mend it, or delete it and correct again"


def place(library: Library, article_id: str) -> Path:
    return library.corrections / f"{article_id}.json"


def read(library: Library, article_id: str) -> dict[str, str]:
    """The corrections of an article. Raises DamagedFile or NewerSchema."""
    path = place(library, article_id)
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise unreadable(path, error) from error
    return parse(path, data)


def parse(path: Path, data: bytes) -> dict[str, str]:
    """The fields of a file of corrections. Raises DamagedFile or NewerSchema."""
    try:
        known = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedFile(path, f"it is not JSON ({error})", REMEDY) from error
    if not isinstance(known, dict):
        raise DamagedFile(path, "it holds no fields", REMEDY)
    known = upgraded("corrections", path, known)
    del known["schema"]
    if wrong := next((field for field, value in known.items() if not isinstance(value, str)), None):
        raise DamagedFile(path, f"its {wrong} is no text", REMEDY)
    return known


def salvage(data: bytes) -> dict[str, str]:
    """The fields that can still be read of a damaged file, as where git left both sides of a conflict in it."""
    fields = FIELD.findall(data.decode("utf-8", "replace"))
    return {json.loads(field): json.loads(value) for field, value in fields}


def stage(library: Library, path: Path, fields: Mapping[str, str]) -> None:
    """Write what is to become a file of corrections beside it. Raises OSError; the caller holds the lock."""
    outdated.keep(library, path)
    files.stage(path, dump(fields))


def dump(fields: Mapping[str, str]) -> bytes:
    """The file of some fields."""
    lines = [f'"schema": {SCHEMA}', *(f"{dumps(field)}: {dumps(value)}" for field, value in sorted(fields.items()))]
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def corrects(edit: Edit) -> bool:
    """Whether an edit changes what all coders share."""
    return any(isinstance(change, FieldChange) and change.field not in OWN_FIELDS for change in edit.changes)


def without(edit: Edit) -> Edit:
    """An edit without the corrections in it."""
    if not corrects(edit):
        return edit
    kept = tuple(c for c in edit.changes if isinstance(c, Change) or c.field in OWN_FIELDS)
    return edit._replace(changes=kept)
