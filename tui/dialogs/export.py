"""Where an export goes, without writing over anything unasked. Pure but for asking which files there are."""

import re
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from tui.question import Field

KEEP, OVERWRITE = "keep it", "write over it"


def proposed(library: str, day: date, folder: Path, taken: Callable[[Path], bool] = Path.exists) -> Path:
    """A path in `folder` that nothing stands at: the library's name and the date, with a number where it must be."""
    name = re.sub(r"[^\w.-]+", "-", library).strip("-.") or "postil"
    stem = f"{name}-{day.isoformat()}"
    names = (f"{stem}.csv" if number == 1 else f"{stem}-{number}.csv" for number in count(1))
    return next(path for name in names if not taken(path := folder / name))


def chosen(words: str, folder: Path) -> Path | None:
    """The path that was typed, read from `folder` on, "~" for one's home; None where nothing was typed."""
    words = words.strip()
    return folder / Path(words).expanduser() if words else None


def overwriting(path: Path) -> Field:
    """The question whether a file that is there is to be written over."""
    return Field("overwrite", f"{path.name} is there already:", KEEP, (KEEP, OVERWRITE))
