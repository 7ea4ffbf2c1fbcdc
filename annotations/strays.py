"""Files in a library that belong to nothing in it: copies that other programs made, what a killed writer left."""

import re
from collections.abc import Collection, Iterator
from os import listdir
from pathlib import Path

from annotations import pages
from annotations.coder import is_name
from annotations.files import temporary
from annotations.finding import Finding
from annotations.library import FILE, Library
from annotations.locks import locked
from annotations.sources import ID

COPY = re.compile(rf"({ID.pattern})\b.+\.(json|txt|log|gz)")
"""The name of a copy: "d01234567890 (conflicted copy).json", "d01234567890.sync-conflict-20261125.json", "… 2.json"."""

LEFT = re.compile(rf"\.{ID.pattern}\.(json|txt|log|html\.gz)\.new")
"""The name of a file that is to take an article's place: annotations.files.temporary."""

MERGE = "postil merge /dev/null FILE COPY puts both into the first, then delete the copy"


def strays(library: Library, known: Collection[str]) -> Iterator[Finding]:
    """Files that no article and no coder goes by the name of."""
    for folder in _folders(library):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if not path.name.startswith("."):
                yield from _stray(path, known)
    for folder in _coders(library.annotations):
        if not is_name(folder.name):
            remedy = "merge its files into a coder's (postil merge), then move it elsewhere"
            yield Finding(str(folder), "it is no coder's folder, and is not read", remedy)
    for path in sorted(library.root.glob("postil*.toml")):
        if path.name != FILE:
            why = f"another program made it as a copy of {FILE}; it is not read"
            yield Finding(str(path), why, "compare the two, and delete the copy")


def leftovers(library: Library, *, repair: bool) -> Iterator[Finding]:
    """What writers left beside the files of the library: killed ones, or some that write just now.

    With `repair` it is removed once nobody writes, so that what is left then is a killed writer's. Raises Locked,
    OSError.
    """
    if not repair:
        for path in _temporary(library):
            yield Finding(str(path), "a killed writer left it", "postil check --repair removes it")
    elif any(_temporary(library)):
        for path in _removed(library):
            yield Finding(str(path), "a killed writer left it; it was removed", "")


def _removed(library: Library) -> list[Path]:
    """What was left, and is no more. All who write such files hold one of these locks; the one that may be held for
    long, while documents are added, comes first, so that no edit waits for it."""
    sources, files, history = (library.local / f"{name}.lock" for name in ("sources", "files", "history"))
    with locked(sources), locked(files), locked(history):
        left = list(_temporary(library))
        for path in left:
            path.unlink(missing_ok=True)
    return left


def _temporary(library: Library) -> Iterator[Path]:
    """Files that are written to take the place of one of the library's own."""
    described = temporary(library.root / FILE)
    if described.is_file():
        yield described
    for folder in (*_folders(library), library.root / "entities"):
        names = listdir(folder) if folder.is_dir() else ()  # noqa: PTH208  # as in sources.ids
        yield from (folder / name for name in sorted(names) if LEFT.fullmatch(name))


def _folders(library: Library) -> tuple[Path, ...]:
    """Where files are named for articles."""
    coders = (*_coders(library.annotations), *_coders(library.local / "history"))
    return (library.sources, library.corrections, *coders)


def _stray(path: Path, known: Collection[str]) -> Iterator[Finding]:
    page = path.name.removesuffix(pages.SUFFIX)
    copied = None if ID.fullmatch(page) else COPY.fullmatch(path.name)
    if page in known or (path.stem in known and path.suffix in (".json", ".txt", ".log")):
        return
    if copied:
        yield Finding(
            str(path),
            f"another program made it as a copy of {copied[1]}; it is not read",
            MERGE if path.suffix == ".json" else "delete it, if it says the same",
        )
    elif path.suffix == ".txt" and ID.fullmatch(path.stem):
        yield Finding(str(path), "a text without what is known of it", "add it again: postil add")
    elif ID.fullmatch(path.stem) or ID.fullmatch(page):
        yield Finding(str(path), "its article is not in the library", "add the document again, or delete the file")
    else:
        yield Finding(str(path), "it is no file of a library, and is not read", "move it elsewhere")


def _coders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/") if path.is_dir())
