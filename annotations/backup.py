"""A library in one file, to be kept elsewhere; annotations.restore brings it back.

It is made while others may write. Every file in it is whole: files are replaced whole, and each is read once. Nothing
in it speaks of an article that it lacks: what was said is listed first and the articles are listed last, and postil
never removes one, so whatever is on the first list has its article on the second. (The other way round, an article
could be added and tagged between the two.) All that was acknowledged before it was begun is in it; what is done
meanwhile may be.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from gzip import GzipFile
from pathlib import Path
from typing import BinaryIO, NamedTuple

from annotations import archive, corrections, pages, sources, tables
from annotations.errors import NotALibrary, NotSaved, not_saved, unreadable
from annotations.files import sync, sync_folder, temporary
from annotations.library import FILE, Library
from annotations.state import places, read
from annotations.store import Store
from seeds.errors import Problem

Tell = Callable[[Problem], None]
"""Called for each thing that is not in a backup, or is although something is wrong with it."""


class Contents(NamedTuple):
    """The names that a backup is to hold, in order, as archive.shaped has them."""

    library: Library
    names: tuple[str, ...]


class Written(NamedTuple):
    """How many articles a backup holds, how many annotation files of all coders, and how many bytes it has."""

    articles: int
    annotations: int
    size: int


def default_name(library: Library, day: date) -> str:
    """What a backup is called that was made on that day and got no name."""
    return f"{library.name}-{day:%Y-%m-%d}.tar.gz"


def contents(library: Library, tell: Tell) -> Contents:
    """List what a library holds. Files that are none of postil's are told and left out, hidden ones only left out.

    Raises NotALibrary where there is none yet.
    """
    if not (library.root / FILE).exists():
        raise NotALibrary(library.root, "there is no library to back up", "name one: --library DIR")
    said = sorted({*_below(library.root, "annotations", tell, 1), *_in_history(library, tell)})
    said += [name for folder in ("corrections", "entities") for name in _below(library.root, folder, tell)]
    kept = []
    for name in (FILE, *_below(library.root, "sources", tell), *said):
        path = library.root / name
        if archive.shaped(name) and (path.is_file() or not path.exists()):
            kept.append(name)
        else:
            tell(Problem(path, "it is none of postil's files and is not in the backup", "keep it elsewhere"))
    return Contents(library, tuple(kept))


def write(
    found: Contents, path: Path, *, now: Callable[[], datetime], tell: Tell, step: Callable[[], object]
) -> Written:
    """Write a backup of what was listed; `step` is called after each name. `now` gives the time that its files get.

    Annotation files are brought up to date with the history first. What is damaged is told, and is in the backup: an
    annotation file as it would be mended, all else as it is. Raises NotSaved, also where `path` is there already; then,
    as after Ctrl+C, there is no new file. A kill leaves a hidden one beside it.
    """
    at, articles, annotations = int(now().timestamp()), 0, 0
    reading = _Reading(found.library, now, tell)
    with _new(path) as file, GzipFile("", "wb", 6, file, at) as packed:
        for name in found.names:
            data = reading.content(name)
            if data is not None:
                packed.write(archive.member(name, data, at))
                articles += name.startswith("sources/") and name.endswith(".json")
                annotations += name.startswith("annotations/")
            step()
        packed.write(archive.END)
    return Written(articles, annotations, path.stat().st_size)


class _Reading:
    """Reads a library's files for a backup, and tells what is wrong with them: each thing once."""

    def __init__(self, library: Library, now: Callable[[], datetime], tell: Tell) -> None:
        self._library, self._now, self._tell = library, now, tell
        self._told: set[str] = set()

    def content(self, name: str) -> bytes | None:
        """What the backup is to hold by that name; None where there is nothing, or it has been told why."""
        path = self._library.root / name
        data: bytes | None = None
        try:
            data = self._verified(name, path)
        except Problem as problem:
            self._refuse(problem)
        except OSError as error:
            self._refuse(unreadable(path, error))
        try:
            data = path.read_bytes() if data is None else data
        except FileNotFoundError:
            return None
        except OSError as error:
            self._refuse(unreadable(path, error))
            return None
        if len(data) > archive.LARGEST:
            self._refuse(
                Problem(path, f"it is larger than {archive.MOST} and is not in the backup", "keep it elsewhere")
            )
            return None
        return data

    def _verified(self, name: str, path: Path) -> bytes | None:
        """Look at a file; its content where the backup is to have another one. Raises Problem, and tells."""
        kind, article_id = name.partition("/")[0], path.name.partition(".")[0]
        if kind not in (FILE, "entities") and not (self._library.sources / f"{article_id}.json").exists():
            self._refuse(Problem(path, "its article is not in the library", "add the document again"))
        if kind == "annotations":
            return self._said(path.parent.name, article_id)
        if kind == "corrections":
            corrections.read(self._library, article_id)
        elif kind == "sources" and path.suffix == ".json":
            sources.load(self._library, article_id)
        elif kind == "sources" and path.name.endswith(pages.SUFFIX):
            pages.read(path)
        return None

    def _said(self, coder: str, article_id: str) -> bytes | None:
        """An annotation file where the one on the disk lacks something. Raises NewerSchema, Unreadable."""
        where = places(self._library, coder, article_id)
        state = read(where)
        if state.lags and not state.repair:
            with suppress(NotSaved):  # what the disk does not let us write there is in the backup all the same
                Store(self._library, coder, now=self._now).flush(article_id)
            state = read(where)
        for problem in state.repair.damaged if state.repair else ():
            self._refuse(problem)
        if state.repair and not state.repair.damaged:
            why = "; ".join(state.repair.notices) or "its files do not tell the same"
            self._refuse(Problem(where.file, why, "open the article, or postil check --repair"))
        layer = state.layer
        return tables.dump(tables.of(layer.annotations, layer.own, state.others)) if state.lags else None

    def _refuse(self, problem: Problem) -> None:
        if str(problem) not in self._told:
            self._told.add(str(problem))
            self._tell(problem)


def _below(root: Path, folder: str, tell: Tell, depth: int = 0) -> Iterator[str]:
    """The names below a folder of the library, sorted, without hidden ones; into folders in it as deep as `depth`."""
    try:
        names = sorted(os.listdir(root / folder))  # noqa: PTH208  # as in sources.ids
    except FileNotFoundError:
        return
    except OSError as error:
        tell(unreadable(root / folder, error))
        return
    for name in (f"{folder}/{name}" for name in names if not name.startswith(".")):
        if depth and (root / name).is_dir():
            yield from _below(root, name, tell, depth - 1)
        else:
            yield name


def _in_history(library: Library, tell: Tell) -> Iterator[str]:
    """The names of the annotation files that the histories speak of: an edit is there before there is a file."""
    for log in map(Path, _below(library.root, ".local/history", tell, 1)):
        name = f"annotations/{log.parent.name}/{log.stem}.json"
        if log.suffix == ".log" and archive.shaped(name):
            yield name


@contextmanager
def _new(path: Path) -> Iterator[BinaryIO]:
    """A file to be written: there once it is whole and on the disk, or not at all. Raises NotSaved."""
    _refuse_there(path)
    mine = temporary(path)
    try:
        descriptor = os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
    except FileExistsError as error:
        why = "a backup is being written there, or a kill stopped one"
        raise NotSaved(mine, why, "delete it if none is being written") from error
    except OSError as error:
        raise not_saved(path, error) from error
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123  # a descriptor, not a path
            yield file
            file.flush()
            sync(descriptor)
        _refuse_there(path)
        mine = mine.rename(path)
        sync_folder(path.parent)
    except BaseException as error:
        with suppress(OSError):
            mine.unlink()
        if isinstance(error, OSError):
            raise not_saved(path, error) from error
        raise


def _refuse_there(path: Path) -> None:
    if os.path.lexists(path):
        raise NotSaved(path, "it is there already, and stays as it is", "name a file that is not")
