"""Leave out of the start what Textual and asyncio bring along and the reader never uses.

Textual's app loads its command palette, with eight widgets that stand nowhere here, and asyncio the library for TLS:
together more than a tenth of the time to the first screen. Stand-ins take their places while the app is imported, and
no longer: whoever asks for the real ones later gets them.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


class _StandIn(ModuleType):
    """A module in which every name is a class that does nothing."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def sparing() -> Iterator[None]:
    """Imports within do without TLS and the palette of Textual, unless they are loaded already."""
    stand_ins: dict[str, ModuleType | None] = {"ssl": None, "textual.command": _StandIn("textual.command")}
    added = [name for name in stand_ins if name not in sys.modules]
    known: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]  # None stands for "cannot be imported"
    known.update((name, stand_ins[name]) for name in added)
    try:
        yield
    finally:
        for name in added:
            known.pop(name, None)
