"""Which command a key means, with keys that wait for a further one. Pure: Textual has no sequences of keys, and drops
bindings that clash without a word.

A key is written as Textual names it ("ctrl+d", "shift+left", "pagedown", "space"), except that a key that types a
character is that character ("Z", "=", "?", "@"). A sequence is its keys with a space between them ("g g").
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from seeds.errors import Problem

UNREACHABLE = re.compile(
    r"""(ctrl\+(i|m|h|\[|left_square_bracket|shift\+[a-z])  # the same bytes as Tab, Enter, Backspace, Esc, Ctrl+letter
       | (ctrl|shift)\+enter                                # the same byte as Enter
       | (ctrl\+)?alt\+(shift\+)?.                          # over a slow line this is Esc, then the letter
       )""",
    re.VERBOSE,
)
"""Keys that many terminals cannot tell from others."""

SYMBOLS = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PgUp", "pagedown": "PgDn", "escape": "Esc",
    "delete": "Del",
}  # fmt: skip


class Matched(NamedTuple):
    """The keys so far are a command's."""

    command: str


class Hint(NamedTuple):
    """A key that may follow, and the commands that it leads to."""

    key: str
    commands: tuple[str, ...]


class Pending(NamedTuple):
    """The keys so far are the beginning of a sequence."""

    keys: tuple[str, ...]
    hints: tuple[Hint, ...]


class Cancelled(NamedTuple):
    """A sequence was begun and not gone on with; `keys` are all that were pressed, none of which did anything."""

    keys: tuple[str, ...]


class Unbound(NamedTuple):
    """The key means nothing here."""

    key: str


Fed = Matched | Pending | Cancelled | Unbound

Node = dict[str, "Node | str"]


class Clash(Problem):
    """Two commands want the same keys, or one's keys begin the other's."""

    def __init__(self, keys: str, first: str, second: str) -> None:
        super().__init__(f"the key {shown(keys)}", f"is bound to both {first} and {second}", "bind one of them anew")
        self.keys, self.first, self.second = keys, first, second


class Unreachable(Problem):
    """A command is bound to a key that many terminals cannot send, or send as another one."""

    def __init__(self, key: str, command: str) -> None:
        super().__init__(
            f"the key {shown(key)}", f"cannot carry {command}: terminals take it for another", "choose one"
        )
        self.key, self.command = key, command


class Keymap:
    """The bindings of one place, as a trie. Raises Clash and Unreachable, and so is wholly right or not there."""

    def __init__(self, bindings: Iterable[tuple[str, str]]) -> None:
        """`bindings` are pairs of a sequence of keys and a command's name."""
        self._root: Node = {}
        for sequence, command in bindings:
            self._bind(sequence, command)

    def feed(self, pending: tuple[str, ...], key: str) -> Fed:
        """What `key` means after the keys of `pending`, which is () or what the last Pending gave. Esc cancels a
        sequence and does nothing else."""
        node = self._root
        for earlier in pending:
            inner = node.get(earlier)
            node = inner if isinstance(inner, dict) else {}
        found = node.get(key)
        if isinstance(found, str):
            return Matched(found)
        if found is not None:
            return Pending(
                (*pending, key), tuple(Hint(next_key, _commands(inner)) for next_key, inner in found.items())
            )
        return Cancelled((*pending, key)) if pending else Unbound(key)

    def __contains__(self, key: str) -> bool:
        """Whether a key means or begins something."""
        return key in self._root

    def _bind(self, sequence: str, command: str) -> None:
        node = self._root
        *before, last = sequence.split()
        for key in (*before, last):
            if UNREACHABLE.fullmatch(key):
                raise Unreachable(key, command)
        for key in before:
            inner = node.setdefault(key, {})
            if isinstance(inner, str):
                raise Clash(sequence, inner, command)
            node = inner
        there = node.setdefault(last, command)
        if there != command:
            raise Clash(sequence, _commands(there)[0], command)


def _commands(node: Node | str) -> tuple[str, ...]:
    return (node,) if isinstance(node, str) else tuple(name for inner in node.values() for name in _commands(inner))


def pressed(key: str, character: str | None) -> str:
    """The name of a key from the two fields of Textual's event."""
    modifier = key.rpartition("+")[0]
    if modifier in ("", "shift") and character and character.isprintable():
        return "space" if character == " " else character
    return key


def unescaped(name: str) -> tuple[str, str] | None:
    """Esc and the key that follows it, where Textual took the two for Alt+KEY; None for any other key."""
    *modifiers, key = name.split("+")
    if "alt" not in modifiers:
        return None
    modifiers.remove("alt")
    if "shift" in modifiers and len(key) == 1:
        modifiers.remove("shift")
        key = key.upper()
    return "escape", "+".join([*modifiers, key])


def shown(sequence: str) -> str:
    """A sequence of keys as people write it: "Ctrl+D", "⇧←", "g g"."""
    return " ".join(_shown(key) for key in sequence.split())


def _shown(key: str) -> str:
    head, plus, last = key.rpartition("+")
    if not plus or not last:
        return SYMBOLS.get(key, key if len(key) == 1 else key.capitalize())
    name = last.upper() if len(last) == 1 else _shown(last)
    return "".join("⇧" if modifier == "shift" else f"{modifier.capitalize()}+" for modifier in head.split("+")) + name
