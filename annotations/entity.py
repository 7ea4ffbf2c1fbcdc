"""Who is named: the value of every attribute that names somebody."""

from typing import NamedTuple

from seeds.span import Span


class Entity(NamedTuple):
    """A speaker, a participant's entity, the side that sets a condition.

    `name` is the full name as it is to be read; `entity` the registry's entry, if there is one; `at` the place in the
    article's text where it was read, None where it was typed.
    """

    name: str
    entity: str | None = None
    at: Span | None = None
