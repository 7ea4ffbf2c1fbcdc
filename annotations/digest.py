"""A digest of all that a coder says of an article, which an edit changes without looking at the rest.

The sum, modulo 2^128, of the BLAKE2b digests of every annotation and own field: the order does not matter, and a commit
costs the same among ten thousand annotations as among ten. (Bellare and Micciancio, "A new paradigm for collision-free
hashing", 1997, section 5, AdHASH. It guards against accidents, not against somebody who makes collisions.)
"""

from collections.abc import Mapping
from hashlib import blake2b

from annotations.annotation import Annotation
from annotations.codec import dumps, numbered
from annotations.edit import OWN_FIELDS, Change, Edit, FieldChange

MODULUS = 1 << 128

EMPTY = 0
"""The digest of a coder who has said nothing."""


def of(annotations: Mapping[int, Annotation], own: Mapping[str, str]) -> int:
    """The digest of a whole state."""
    total = sum(_annotation(one) for one in annotations.values()) + sum(_field(*field) for field in own.items())
    return total % MODULUS


def after(digest: int, edit: Edit) -> int:
    """The digest once an edit that fits was applied. Corrections belong to everybody and do not count."""
    for change in edit.changes:
        if isinstance(change, Change):
            digest += _annotation(change.after) - _annotation(change.before)
        elif change.field in OWN_FIELDS:
            digest += _side(change, change.after) - _side(change, change.before)
    return digest % MODULUS


def _annotation(annotation: Annotation | None) -> int:
    return _number(dumps(numbered(annotation))) if annotation else 0


def _side(change: FieldChange, value: str | None) -> int:
    return 0 if value is None else _field(change.field, value)


def _field(field: str, value: str) -> int:
    return _number(dumps([field, value]))


def _number(line: str) -> int:
    return int.from_bytes(blake2b(line.encode(), digest_size=16).digest(), "big")
