"""What people corrected of an article, for all coders: a flat file, one field a line, so that git merges it.

The file holds "schema" and the fields as in annotations.edit.FieldChange; an absent file corrects nothing.
"""

import json

from annotations.codec import dumps
from annotations.errors import DamagedFile, unreadable
from annotations.files import replace
from annotations.library import Library
from annotations.migrate import SCHEMA, accept


def read(library: Library, article_id: str) -> dict[str, str]:
    """The corrections of an article. Raises DamagedFile or NewerSchema."""
    path = library.corrections / f"{article_id}.json"
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise unreadable(path, error) from error
    try:
        known = json.loads(data)
    except ValueError as error:
        raise DamagedFile(path, f"it is not JSON ({error})", "mend it, or delete it and correct again") from error
    if not isinstance(known, dict):
        raise DamagedFile(path, "it holds no fields", "mend it, or delete it and correct again")
    accept(path, known.pop("schema", None))
    if wrong := next((field for field, value in known.items() if not isinstance(value, str)), None):
        raise DamagedFile(path, f"its {wrong} is no text", "put it in quotation marks")
    return known


def write(library: Library, article_id: str, fields: dict[str, str]) -> None:
    """Replace the corrections of an article. Raises OSError; the caller holds the lock."""
    lines = [f'"schema": {SCHEMA}', *(f"{dumps(field)}: {dumps(value)}" for field, value in sorted(fields.items()))]
    replace(library.corrections / f"{article_id}.json", ("{\n" + ",\n".join(lines) + "\n}\n").encode())
