"""What the tests of backups share: to make one, look into it and bring it back; a disk that is full. Not a test."""

import os
import tarfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from annotations import backup
from annotations.library import Library
from annotations.restore import restore, survey
from seeds.errors import Problem
from tests.annotations.shelf import now

CALLS = ("open", "write", "fsync", "replace", "rename", "mkdir")
"""What a disk that is full may refuse, as functions of os."""


def backed_up(library: Library, path: Path, *, step: Callable[[], object] = int) -> tuple[backup.Written, list[str]]:
    """What was written, and what was told meanwhile."""
    told: list[Problem] = []
    found = backup.contents(library, told.append)
    written = backup.write(found, path, now=now, tell=told.append, step=step)
    return written, [str(problem) for problem in told]


def restored(path: Path, root: Path, *, step: Callable[[], object] = int) -> Library:
    return restore(survey(path), root, step=step)


def shared(root: Path) -> dict[str, bytes]:
    """All files of a library but what is of this machine alone."""
    found = {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if not name.startswith(".local/")}


def members(path: Path) -> dict[str, bytes]:
    """What an ordinary tar program finds in a backup, in its order."""
    with tarfile.open(path, "r:gz") as tar:
        files = {info.name: tar.extractfile(info) for info in tar}
        return {name: file.read() for name, file in files.items() if file}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@contextmanager
def full_at(number: int) -> Iterator[Callable[[], bool]]:
    """Have the system refuse the `number`-th of all CALLS, from 1 on, and sync nothing. What is given tells whether it
    came to that."""
    made = 0

    def refusing(call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **named: Any) -> Any:
            nonlocal made
            made += 1
            if made == number:
                raise OSError(28, "No space left on device")
            return call(*args, **named)

        return called

    with ExitStack() as stack:
        for call in CALLS:
            stack.enter_context(patch.object(os, call, refusing(int if call == "fsync" else getattr(os, call))))
        yield lambda: made >= number
