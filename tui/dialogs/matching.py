"""Find commands by what people type: a key, the beginnings of words, parts of them, or letters in their order. Pure."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Listed(Protocol):
    """What the help and the palette show of a command; see tui.commands.Command."""

    @property
    def name(self) -> str: ...
    @property
    def sentence(self) -> str: ...
    @property
    def keys(self) -> tuple[str, ...]: ...
    @property
    def group(self) -> str: ...


Found = TypeVar("Found", bound=Listed)

KEY, BEGINNING, NAMED, PART, LETTERS = range(5)
"""How well a word of a query fits a command; the lower the better."""


def matching(commands: Iterable[Found], query: str, *, worst: int = LETTERS) -> list[Found]:
    """The commands that every word of the query fits, the best first, else in their own order. All for an empty one.

    `worst` is the fit that is still good enough.
    """
    words = query.split()
    fits = [(command, [_fit(command, word) for word in words]) for command in commands]
    kept = [(sum(fit), command) for command, fit in fits if max(fit, default=KEY) <= worst]
    return [command for _, command in sorted(kept, key=lambda pair: pair[0])]


def _fit(command: Listed, word: str) -> int:
    if word in command.keys:
        return KEY
    folded = word.casefold()
    if _begins(command.sentence, folded):
        return BEGINNING
    if _begins(f"{command.name} {command.group}", folded):
        return NAMED
    if folded in f"{command.sentence} {command.name}".casefold():
        return PART
    return LETTERS if len(word) > 2 and _in_order(folded, command.sentence.casefold()) else LETTERS + 1


def _begins(text: str, word: str) -> bool:
    return any(part.startswith(word) for part in re.split(r"[\W_]+", text.casefold()))


def _in_order(letters: Sequence[str], text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
