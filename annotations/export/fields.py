"""The columns of what the codebook lets one say of an annotation: one an attribute, four of somebody. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from annotations.annotation import Annotation, Value
from annotations.codebook import Codebook
from annotations.entity import Entity
from annotations.export.cells import free

NAMED = ("", "_start", "_end", "_id")
"""Of somebody: the name, where it stands in the text (code points, half-open), and the registry's entry."""


class Fields:
    """The attributes of a codebook as columns. `left_out` collects what annotations say beyond it, as TAG.ATTRIBUTE."""

    def __init__(self, codebook: Codebook, taken: Sequence[str]) -> None:
        self.left_out: set[str] = set()
        self.columns: list[str] = []
        self._of: dict[tuple[str, str], list[str]] = {}
        for tag in codebook.tags:
            for attribute in tag.attributes:
                ends = NAMED if attribute.names else NAMED[:1]
                names = _free((f"{tag.name}_{attribute.name}{end}" for end in ends), [*taken, *self.columns])
                self._of[tag.name, attribute.name] = names
                self.columns += names

    def cells(self, annotation: Annotation) -> dict[str, str]:
        """What is said of an annotation, by column; columns of which nothing is said are not named."""
        found: dict[str, str] = {}
        for name, value in annotation.attributes.items():
            columns = self._of.get((annotation.tag, name))
            if columns is None:
                self.left_out.add(f"{annotation.tag}.{name}")
            else:
                found |= dict(zip(columns, _cells(value), strict=False))
        return found


def _free(names: Iterable[str], taken: list[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        found.append(free(name, [*taken, *found]))
    return found


def _cells(value: Value) -> Iterator[str]:
    if not isinstance(value, Entity):
        yield value
        return
    yield value.name
    yield from (str(value.at.start), str(value.at.end)) if value.at else ("", "")
    yield value.entity or ""
