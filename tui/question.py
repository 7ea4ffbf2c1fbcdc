"""What the strip over the status line asks, and who takes the answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tui.blanks import Subject


def _nothing(*_: object) -> None:
    """Nobody wants to know."""


class Field(NamedTuple):
    """Something that is asked. `name` comes back with the answer, `label` is shown; with `choices` one of them is
    taken instead of typed. Where the value is `selected`, what is typed replaces it. What `check` raises Problem of is
    refused, and its line is not left."""

    name: str
    label: str
    value: str = ""
    choices: tuple[str, ...] = ()
    selected: bool = False
    check: Callable[[str], object] = _nothing


@dataclass(frozen=True, slots=True)
class Question:
    """Lines to be filled. `answered` gets the name and value of each that is left, `changed` of each as it is typed,
    `closed` whether the strip was left by Esc. `about` is what the fields are stored in, so that a half-typed one is
    kept as a draft; None for a search and the like. Where `answered` raises Problem, the draft stays."""

    fields: Sequence[Field]
    answered: Callable[[str, str], None]
    changed: Callable[[str, str], None] = _nothing
    closed: Callable[[bool], None] = _nothing
    about: Subject | None = None
