"""Keep a file of an older schema before it is written in the one of today."""

import re
from pathlib import Path

from annotations.files import replace
from annotations.library import Library
from annotations.migrate import SCHEMA

TOLD = re.compile(rb'"schema":\s*(\d+)')


def keep(library: Library, path: Path, schema: int | None = None) -> None:
    """Copy a file of the library to .local/schema-N, once, if it is of an older schema N; read from it where it is not
    given. Raises OSError."""
    if schema is None:
        told = TOLD.search(path.read_bytes()) if path.exists() else None
        schema = int(told[1]) if told else SCHEMA
    copy = library.local / f"schema-{schema}" / path.relative_to(library.root)
    if schema < SCHEMA and not copy.exists():
        replace(copy, path.read_bytes())
