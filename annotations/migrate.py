"""Tell what this postil can read from what a newer one wrote. There is no older schema yet that would need a step."""

from annotations.errors import DamagedFile, NewerSchema

SCHEMA = 1
"""The schema of everything in a library that this version reads and writes."""

NEEDS = "0.1"
"""The oldest version of postil that reads this schema; it stands in postil.toml for those that cannot."""


def accept(place: object, schema: object, needs: object = None) -> None:
    """Raise NewerSchema for what only a newer postil can read, DamagedFile for what is no schema at all."""
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise DamagedFile(place, f"its schema is {schema!r}, which is no number from 1 on")
    if schema > SCHEMA:
        version = f"postil {needs} or newer" if isinstance(needs, str) else "the newest postil"
        why = f"it is of schema {schema}, and this postil reads up to {SCHEMA}"
        raise NewerSchema(place, why, f"get {version} (pip install --upgrade postil)")
