"""Read what an older postil wrote, step by step, and tell it from what only a newer one can read. Pure.

A file is brought up when it is read, and rewritten when something in it changes; the old one is kept then
(annotations.outdated). To change a format: raise SCHEMA, give a step, and put a library of the old schema under
tests/annotations/schemas.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from annotations.errors import DamagedFile, NewerSchema

SCHEMA = 2
"""The schema of everything in a library that this version writes."""

NEEDS = "0.1"
"""The oldest version of postil that reads this schema; it stands in postil.toml for those that cannot."""

What = Literal["source", "corrections", "annotations", "history", "library"]
"""A kind of file: sources/*.json, corrections/*.json, the table "article" of annotation files, .local/history,
postil.toml."""

Step = Callable[[dict[str, Any]], dict[str, Any]]


def _replaces_nothing(known: dict[str, Any]) -> dict[str, Any]:
    return {**known, "replaces": ""}


STEPS: Mapping[int, Mapping[What, Step]] = {
    # 2: an article may replace another; an annotation whose place is lost has its words and no spans; the history has
    # a schema, and tells of a base when and why. Whatever is not named here is the same but for its number.
    1: {"source": _replaces_nothing},
}
"""From each schema to the next one: what changes in which kind of file."""


def upgraded(what: What, place: object, known: dict[str, Any]) -> dict[str, Any]:
    """A document as this version writes it, its schema too. Raises NewerSchema, and DamagedFile for what is none."""
    accept(place, known.get("schema"), known.get("needs"))
    for schema in range(known["schema"], SCHEMA):
        step = STEPS[schema].get(what)
        known = {**(step(known) if step else known), "schema": schema + 1}
    return known


def accept(place: object, schema: object, needs: object = None) -> None:
    """Raise NewerSchema for what only a newer postil can read, DamagedFile for what is no schema at all."""
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        if schema is None:
            raise DamagedFile(place, "it tells no schema", "bring it back from a copy, or from git")
        raise DamagedFile(place, f"its schema is {schema!r}, which is no number from 1 on")
    if schema > SCHEMA:
        version = f"postil {needs} or newer" if isinstance(needs, str) else "the newest postil"
        why = f"it is of schema {schema}, and this postil reads up to {SCHEMA}"
        raise NewerSchema(place, why, f"get {version} (pip install --upgrade postil)")
