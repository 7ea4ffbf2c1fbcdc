"""What a merge of two machines left open in an article, in words. Pure."""

from collections.abc import Iterator, Mapping

from annotations.edit import CONFLICT, NAMED, Layer
from seeds.printable import printable

KEYS = {"status": "r", "note": "C"}
"""The key that sets a field of the article; I does it for what is known of it."""

SHORT = 40
"""Code points of a value that are told."""


def undecided(layer: Layer) -> Iterator[str]:
    """A sentence on the annotations that have other versions, and one on each field that has another value."""
    rivals = sum(bool(annotation.conflicts) for annotation in layer.annotations.values())
    if rivals:
        count = f"{rivals} annotation was" if rivals == 1 else f"{rivals} annotations were"
        yield f"{count} changed in two places (≠ in the margin): ! keeps the version on which you stand"
    yield from _fields(layer.own)
    yield from _fields(layer.corrections)


def _fields(fields: Mapping[str, str]) -> Iterator[str]:
    for field, other in fields.items():
        name = field.removeprefix(CONFLICT)
        if name != field:
            here, there = (printable(words)[:SHORT] for words in (fields.get(name, ""), other))
            yield f"{NAMED.get(name, name)} here: “{here}”, elsewhere: “{there}”; {KEYS.get(name, 'I')} settles it"
