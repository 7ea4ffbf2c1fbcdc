"""Where an export goes, without writing over anything unasked. Pure but for asking which files there are."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path


def proposed(library: str, day: date, folder: Path, taken: Callable[[Path], bool] = Path.exists) -> Path:
    """A path in `folder` that nothing stands at: the library's name and the date, with a number where it must be."""
    name = re.sub(r"[^\w.-]+", "-", library).strip("-.") or "postil"
    stem = f"{name}-{day.isoformat()}"
    names = (f"{stem}.csv" if number == 1 else f"{stem}-{number}.csv" for number in count(1))
    return next(path for name in names if not taken(path := folder / name))


def chosen(words: str, folder: Path) -> Path | None:
    """The path that was typed, read from `folder` on, "~" for one's home; None where nothing was typed."""
    typed = Path(words.strip())
    with suppress(RuntimeError):  # a home that nobody has is a name like any other
        typed = typed.expanduser()
    return folder / typed if words.strip() else None
