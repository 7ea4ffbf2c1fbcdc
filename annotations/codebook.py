"""The codebook: which tags there are, on which keys, and what may be said with each."""

from typing import NamedTuple


class Attribute(NamedTuple):
    """Something that is said of an annotation. `values` are the allowed ones, empty if any text is; `names` tells that
    the value is somebody's name, kept as an Entity."""

    name: str
    definition: str = ""
    values: tuple[str, ...] = ()
    names: bool = False


class Tag(NamedTuple):
    """A tag. `key` is one digit; `colour` the name of a hue in the themes; `unit` what a bare caret takes: "quotation",
    "sentence", "name", "word" or "paragraph"."""

    name: str
    key: str
    colour: str
    unit: str
    definition: str = ""
    attributes: tuple[Attribute, ...] = ()

    @property
    def who(self) -> Attribute | None:
        """The attribute that the key `e` fills: the first that names somebody."""
        return next((attribute for attribute in self.attributes if attribute.names), None)


class Codebook(NamedTuple):
    """The tags, in the order in which they are offered."""

    tags: tuple[Tag, ...]

    def get(self, name: str) -> Tag | None:
        return next((tag for tag in self.tags if tag.name == name), None)


KINDS_OF_QUOTE = ("direct", "mixed", "indirect")
KINDS_OF_PARTICIPANT = ("person", "organisation", "state", "group")

DEFAULT = Codebook(
    (
        Tag(
            "quote", "1", "blue", "quotation", "Words that somebody said or wrote.",
            (
                Attribute("speaker", "Who said it.", names=True),
                Attribute("type", "Wholly in quotation marks, partly, or reported without any.", KINDS_OF_QUOTE),
            ),
        ),
        Tag(
            "precondition", "2", "orange", "sentence",
            "What one side sets as a condition for talks, an agreement or a step in one.",
            (Attribute("by", "Who sets it.", names=True),),
        ),
        Tag(
            "participant", "3", "green", "name", "Somebody who is at the table, or wants to be.",
            (
                Attribute("entity", "The full name of who is meant.", names=True),
                Attribute("kind", "", KINDS_OF_PARTICIPANT),
            ),
        ),
    )
)  # fmt: skip
