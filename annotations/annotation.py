"""An annotation: the words that a reader marked, and what they said of them."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from annotations.entity import Entity
from seeds.span import Span

MAX_ID = 2**53
"""Ids are random integers from 1 to below this, so that JSON and JavaScript keep them whole."""

Value = str | Entity

CONFLICT = "conflict"
"""The type of the links between two versions of an annotation that were changed in two places and merged. A link of
this type to the annotation itself tells that it was deleted in the other place."""


class Link(NamedTuple):
    """A named relation to another annotation of the same coder in the same article."""

    type: str
    to: int


class Annotation(NamedTuple):
    """A tag on words of an article, or on the whole article where `spans` and `exact` are empty.

    `spans` are in order and do not touch each other; `exact` are their words, one string a span; `prefix` and `suffix`
    up to 32 code points before the first and behind the last. An orphan has words and no spans: where they stand in a
    text that was changed is not known. `attributes` are named as in the codebook; those that
    name somebody hold an Entity. `origin` is "reader", "suggestion", "script" or "import"; `confidence` (0 to 1) only
    what a suggestion had. `created` and `modified` are times in UTC.
    """

    id: int
    tag: str
    spans: tuple[Span, ...]
    exact: tuple[str, ...]
    prefix: str
    suffix: str
    created: datetime
    modified: datetime
    attributes: Mapping[str, Value] = MappingProxyType({})
    note: str = ""
    links: tuple[Link, ...] = ()
    origin: str = "reader"
    confidence: float | None = None

    @property
    def whole(self) -> Span:
        """From the first span's start to the last one's end; (0, 0) for an annotation of the whole article."""
        return Span(self.spans[0].start, self.spans[-1].end) if self.spans else Span(0, 0)

    @property
    def place(self) -> tuple[int, int, int]:
        """Sorts annotations as they stand in the text: the longer of two that begin together first."""
        spans = self.spans
        return (spans[0].start, -spans[-1].end, self.id) if spans else (0, 0, self.id)

    @property
    def orphaned(self) -> bool:
        """Whether it has words, and nobody knows where they stand."""
        return bool(self.exact) and not self.spans

    def stands(self, text: str) -> bool:
        """Whether its words, and all that was noted around them, stand in the text at its place; an orphan's do not.

        The words alone could be those of another mention.
        """
        spans = self.spans
        if not spans:
            return not self.exact
        beside = text.endswith(self.prefix, 0, spans[0].start) and text.startswith(self.suffix, spans[-1].end)
        return beside and [text[span.start : span.end] for span in spans] == [*self.exact]

    @property
    def conflicts(self) -> tuple[int, ...]:
        """The ids of its other versions, its own where it was deleted in the other place; see CONFLICT."""
        return tuple(link.to for link in self.links if link.type == CONFLICT)

    @property
    def label(self) -> str:
        """The id as it is shown and exported: a spreadsheet does not take it for a number."""
        return f"a{self.id}"
