"""Which files a folder holds, so that it can be added whole: in order, never in circles, nothing skipped in silence."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from seeds.errors import Refused
from seeds.paths import not_a_document, shown, unreadable
from seeds.patterns import matches

LIBRARY = frozenset({"postil.toml", "sources", "corrections", "entities", "annotations"})
"""What a library keeps beside the texts of a folder: not documents, and left out where "postil.toml" is among them."""

Identity = tuple[int, int]
"""Device and inode: what a folder is, however one came to it."""


def walk(path: Path, patterns: Sequence[str] = ()) -> Iterator[Path | Refused]:
    """The files to read for a path: a folder's own and those of the folders in it, by name; anything else itself.

    With `patterns`, only those files of a folder that match one of them, as in `seeds.patterns`. Hidden files and
    folders are left out. What cannot be a document, a link that leads back to a folder above it and a folder that may
    not be read give a Refused each, and the rest goes on.
    """
    if not path.is_dir():
        yield path
        return
    empty, unwanted = True, False
    for found in _within(path):
        if isinstance(found, Path) and not matches(found.relative_to(path), patterns):
            unwanted = True
            continue
        empty = False
        yield _document(found) if isinstance(found, Path) else found
    if empty and unwanted:
        asked = " or ".join(f"“{pattern}”" for pattern in patterns)
        yield Refused(shown(path), f"no file in this folder matches {asked}", "check the pattern, or leave it out")
    elif empty:
        yield Refused(shown(path), "there is no file in this folder", "hidden files are left out; name one to add it")


def _within(top: Path) -> Iterator[Path | Refused]:
    """What is in a folder and those below, and why a folder was not entered."""
    above: list[tuple[Identity, Iterator[Path]]] = []
    seen: set[Identity] = set()
    entering: Path | None = top
    while above or entering:
        if entering is not None:
            refusal = _enter(entering, above, seen)
            entering = None
            if refusal:
                yield refusal
            continue
        entry = next(above[-1][1], None)
        if entry is None:
            above.pop()
        elif entry.is_dir():
            entering = entry
        else:
            yield entry


def _enter(folder: Path, above: list[tuple[Identity, Iterator[Path]]], seen: set[Identity]) -> Refused | None:
    """Put a folder's entries on the stack, unless they have all been given already by another way."""
    try:
        status = folder.stat()
        identity = status.st_dev, status.st_ino
        if any(identity == one for one, _ in above):
            return Refused(shown(folder), "leads back to a folder above it", "remove the link")
        entries = [] if identity in seen else _entries(folder)
    except OSError as error:
        return unreadable(folder, error)
    seen.add(identity)
    above.append((identity, iter(entries)))
    return None


def _entries(folder: Path) -> list[Path]:
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    ours = LIBRARY if "postil.toml" in names else frozenset()
    return [folder / name for name in names if name not in ours]


def _document(path: Path) -> Path | Refused:
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return unreadable(path, error)
    if stat.S_ISFIFO(mode):
        return Refused(shown(path), "is a named pipe", "name it by itself to have it read")
    return not_a_document(path, mode) or path
