"""Bring a library back from a backup, whole or not at all.

It is written into a folder beside the place where it is to be, and takes that place by one rename. A kill before that
leaves the hidden folder .NAME.restoring and nothing where the library is to be; a kill behind it the whole library.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, NamedTuple

from annotations import archive
from annotations.errors import DamagedFile, NotALibrary, NotSaved, not_saved, unreadable
from annotations.files import make_folder, publish, stage, sync_folder
from annotations.library import FILE, Library, codebook


class Survey(NamedTuple):
    """A backup that was read through and is whole: how many files it holds, articles and annotation files among them,
    and the bytes of all of them."""

    path: Path
    files: int
    articles: int
    annotations: int
    size: int


def survey(path: Path) -> Survey:
    """Read a backup through to its end, and write nothing. Raises DamagedFile, NewerSchema, Unreadable."""
    files = articles = annotations = size = 0
    is_library = False
    with _opened(path) as file:
        for name, data in archive.members(path, file):
            files, size = files + 1, size + len(data)
            articles += name.startswith("sources/") and name.endswith(".json")
            annotations += name.startswith("annotations/")
            if name == FILE:
                is_library = True
                codebook(f"{path}, {FILE}", data)
    if not is_library:
        raise DamagedFile(path, f"there is no {FILE} in it", archive.FOREIGN)
    return Survey(path, files, articles, annotations, size)


def restore(found: Survey, root: Path, *, step: Callable[[], object]) -> Library:
    """Make the library at `root` out of a backup; `step` is called after each file.

    Raises NotALibrary where `root` is not empty, NotSaved, and what survey raises; then nothing was written there.
    """
    root = root.resolve()
    _refuse_full(root)
    with _new(root) as aside:
        free = shutil.disk_usage(aside).free
        if found.size > free:
            why = f"nothing was saved: it takes {_megabytes(found.size)}, and the disk has {_megabytes(free)}"
            raise NotSaved(root, why, "make room and try again")
        with _opened(found.path) as file:
            for name, data in archive.members(found.path, file):
                stage(aside / name, data)
                publish(aside / name)
                step()
        for folder, _, _ in os.walk(aside):
            sync_folder(Path(folder))
    return Library.open(root)


@contextmanager
def _new(root: Path) -> Iterator[Path]:
    """A folder to fill: it becomes `root` once it is filled, or is gone again. Raises NotSaved."""
    mine = root.with_name(f".{root.name}.restoring")
    try:
        make_folder(root.parent)
        mine.mkdir()
    except FileExistsError as error:
        why = "a library is being restored there, or a kill stopped that"
        raise NotSaved(mine, why, "delete it if none is being restored") from error
    except OSError as error:
        raise not_saved(root, error) from error
    try:
        if root.exists():
            shutil.copymode(root, mine)
        yield mine
        _refuse_full(root)
        mine = mine.rename(root)
        sync_folder(root.parent)
    except BaseException as error:
        shutil.rmtree(mine, ignore_errors=True)
        if isinstance(error, OSError):
            raise not_saved(root, error) from error
        raise


def _refuse_full(root: Path) -> None:
    """Raise NotALibrary unless the folder is absent or empty."""
    try:
        others = sorted(os.listdir(root))  # noqa: PTH208  # as in sources.ids
    except FileNotFoundError:
        return
    except NotADirectoryError as error:
        raise NotALibrary(root, "it is no folder, and a library is one", "name another: --library DIR") from error
    except OSError as error:
        raise unreadable(root, error) from error
    if others:
        why = "it is a library already" if FILE in others else f"it holds other files (“{others[0]}”)"
        remedy = "name a folder that is empty or not there: --library DIR"
        raise NotALibrary(root, f"{why}, and stays as it is", remedy)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """A file that is read twice, from its beginning. Raises DamagedFile for what is none, Unreadable."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise DamagedFile(path, "there is no such file", "name one that postil backup wrote") from error
    except OSError as error:
        raise unreadable(path, error) from error
    if not S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise DamagedFile(path, "it is no file", archive.FOREIGN)
    with open(descriptor, "rb") as file:  # noqa: PTH123  # a descriptor, not a path
        yield file


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
