"""What was typed in the strip and not saved yet, as it is kept on the disk for the next start.

Nothing here is ever in the way of reading: drafts that cannot be read are none, and only writing them can fail.
"""

import json
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from annotations import files
from annotations.errors import DamagedFile, not_saved
from annotations.library import Library, keep_local
from annotations.migrate import SCHEMA, accept
from seeds.errors import Problem
from tui.blanks import Blank, Subject

Drafts = Mapping[Blank, str]
"""The words that were typed, the newest last."""

Change = tuple[Blank, str | None]
"""A draft as it has become; None where it is none any more."""


def read_drafts(path: Path) -> dict[Blank, str]:
    """The drafts in a file; none where it is absent, damaged, or of a newer postil."""
    try:
        return parse(path, path.read_bytes())
    except (OSError, Problem):
        return {}


def write_drafts(library: Library, path: Path, changes: Sequence[Change]) -> str:
    """Bring changes into a coder's file in a library, beside what another reader has put there meanwhile.

    Gives a sentence where the file was damaged and had to be put aside. Raises Locked, NewerSchema, NotSaved.
    """
    from annotations.locks import locked

    notice = ""
    try:
        keep_local(library.root)
        with locked(library.local / "drafts.lock"):
            try:
                there = _there(path)
            except DamagedFile as damage:
                there, notice = {}, f"{damage.place}: {damage.why}; it is kept as {_put_aside(library, path)}"
            _replace(path, there, changed(there, changes))
    except OSError as error:
        raise not_saved("the draft of what you type", error) from error
    return notice


def changed(drafts: Drafts, changes: Sequence[Change]) -> dict[Blank, str]:
    """The drafts after changes in their order. Pure."""
    known = dict(drafts)
    for blank, words in changes:
        known.pop(blank, None)
        if words is not None:
            known[blank] = words
    return known


def written(drafts: Drafts) -> bytes:
    """Drafts as they stand in a file."""
    entries = [{**subject._asdict(), "field": field, "words": words} for (subject, field), words in drafts.items()]
    return json.dumps({"schema": SCHEMA, "drafts": entries}, indent=1).encode()


def parse(place: object, data: bytes) -> dict[Blank, str]:
    """The drafts that stand in a file. Raises DamagedFile, NewerSchema."""
    try:
        known = json.loads(data)
        accept(place, known["schema"])
        return dict(_entry(one) for one in known["drafts"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedFile(place, "it does not hold drafts as postil writes them") from error


def _entry(known: Any) -> tuple[Blank, str]:
    annotation, texts = known["annotation"], [known[name] for name in ("article", "command", "field", "words")]
    if not all(isinstance(text, str) for text in texts) or type(annotation) not in (int, type(None)):
        raise TypeError
    article, command, field, words = texts
    return (Subject(article, annotation, command), field), words


def _there(path: Path) -> dict[Blank, str]:
    try:
        return parse(path, path.read_bytes())
    except FileNotFoundError:
        return {}


def _replace(path: Path, before: Drafts, after: Drafts) -> None:
    if after and list(after.items()) != list(before.items()):
        files.replace(path, written(after))
    elif before and not after:
        path.unlink()
        files.sync_folder(path.parent)


def _put_aside(library: Library, path: Path) -> Path:
    """Move a damaged file to where such files are kept; where that is."""
    folder = library.local / "damaged"
    files.make_folder(folder)
    names = (folder / f"drafts-{path.stem}-{number}{path.suffix}" for number in count(1))
    aside = next(name for name in names if not name.exists())
    path.rename(aside)
    files.sync_folder(folder)
    return aside
