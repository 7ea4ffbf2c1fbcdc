"""What a command wants: an edit to be made durable, and the session that is shown once it is. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from annotations.edit import Edit
from tui.session import Session


@dataclass(frozen=True, slots=True)
class Intent:
    """`edit` goes to the disk; only then `then` makes the session that is shown, out of the one with the new layer.

    `said` is the sentence for the status line.
    """

    edit: Edit
    then: Callable[[Session], Session]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a command does nothing here, and what would help."""

    said: str
