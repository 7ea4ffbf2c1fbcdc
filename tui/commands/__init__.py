"""A command: a name, a sentence and a function, once. Bindings, footer, palette and help come from the one table."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from tui.app import Postil

TEXT, LIST, MARGIN = "text", "list", "margin"
"""The panes."""

WORDS = "Search and copy"
EDGES = "Extend and edges"
"""The group whose commands may go on with a run of edge keys."""


class Command(NamedTuple):
    """Something that a key, the palette or a script of keys can do.

    `name` is stable: users remap by it. `sentence` is for the help and the palette, `short` one or two words for the
    footer ("" where it has no place there). `keys` are key sequences, their keys parted by a space ("T 1"), each named
    as Textual names them, a character as itself. `where` are the panes in which the keys hold. `acts` is "move" where
    the command starts from the caret, "mark" where it speaks of the selected words: after the wheel has taken those out
    of sight, the first goes on from what is in sight, the second shows them and waits for a second press. "article":
    it speaks of the article whose row one stands on, which is opened first.
    """

    name: str
    sentence: str
    keys: tuple[str, ...]
    group: str
    run: "Callable[[Postil], None]"
    where: frozenset[str] = frozenset({TEXT})
    short: str = ""
    acts: Literal["", "move", "mark", "article"] = ""


ALL = frozenset({TEXT, LIST, MARGIN})
TEXT_OR_MARGIN = frozenset({TEXT, MARGIN})
ONLY_LIST, ONLY_MARGIN = frozenset({LIST}), frozenset({MARGIN})
