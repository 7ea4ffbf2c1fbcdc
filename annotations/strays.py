"""Files in a library that belong to nothing in it: copies that other programs made, what a killed writer left."""

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from annotations.coder import checked
from annotations.errors import BadCoder
from annotations.files import TEMPORARY
from annotations.finding import Finding, finding
from annotations.library import Library
from annotations.locks import locked
from annotations.sources import ID

COPY = re.compile(rf"({ID.pattern})\b.+\.(json|txt|log)")
"""The name of a copy: "d01234567890 (conflicted copy).json", "d01234567890.sync-conflict-20261125.json", "… 2.json"."""

MERGE = "postil merge /dev/null FILE COPY puts both into the first, then delete the copy"


def strays(library: Library, known: Collection[str]) -> Iterator[Finding]:
    """Files that no article and no coder goes by the name of."""
    logs = library.local / "history"
    for folder in (library.sources, library.corrections, *_coders(library.annotations), *_coders(logs)):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not path.name.startswith("."):
                yield from _stray(path, known)
    for folder in _coders(library.annotations):
        try:
            checked(folder.name)
        except BadCoder as bad:
            yield finding(bad)


def leftovers(library: Library, *, repair: bool) -> Iterator[Finding]:
    """What killed writers left; removed, with `repair`. Raises OSError."""
    for path in sorted(_temporary(library.root)):
        if repair:
            remove(library, path)
            yield Finding(str(path), "a killed writer left it; it was removed", "")
        else:
            yield Finding(str(path), "a killed writer left it", "postil check --repair removes it")


def remove(library: Library, path: Path) -> None:
    """Remove what a killed writer left, unless it is being written just now. Raises OSError."""
    locks = (library.local / f"{name}.lock" for name in ("files", "history", "sources"))
    with locked(next(locks)), locked(next(locks)), locked(next(locks)):
        path.unlink(missing_ok=True)


def _temporary(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if name != ".git"]
        yield from (Path(folder, name) for name in names if name.startswith(".") and name.endswith(TEMPORARY))


def _stray(path: Path, known: Collection[str]) -> Iterator[Finding]:
    copied = COPY.fullmatch(path.name)
    if path.stem in known and path.suffix in (".json", ".txt", ".log"):
        return
    if copied:
        yield Finding(str(path), f"another program made it as a copy of {copied[1]}; it is not read", MERGE)
    elif path.suffix == ".txt" and ID.fullmatch(path.stem):
        yield Finding(str(path), "a text without what is known of it", "add it again: postil add")
    elif ID.fullmatch(path.stem):
        yield Finding(str(path), "its article is not in the library", "add the document again, or delete the file")
    else:
        yield Finding(str(path), "it is no file of a library, and is not read", "move it elsewhere")


def _coders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/") if path.is_dir())
