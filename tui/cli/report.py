"""What became of each document, for people who have ten thousand of them: a row each, in the order of adding."""

import csv
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, Self

from annotations.errors import NotSaved, not_saved
from annotations.export.guard import guarded
from tui.cli.documents import Document


class Fate(NamedTuple):
    """What became of a document. `path` is where it came from, within an archive or a corpus too.

    `what` is "added", "known", "near-duplicate" (which was added too) or "refused"; `why` tells of which it is nearly
    the same text, or the reason of the refusal, and `next_step` what to do about that. A column each.
    """

    path: str
    what: str
    article_id: str = ""
    title: str = ""
    why: str = ""
    next_step: str = ""


HEADER = ",".join(f'"{name}"' for name in Fate._fields) + "\r\n"


def without(documents: Sequence[Document], path: Path) -> list[Document]:
    """The documents but for an earlier report at that path, as there is when a folder is added again. Raises NotSaved
    where one that is no report stands there."""
    same = [one for one in documents if isinstance(one, Path) and one.name == path.name and _is(one, path)]
    if same and not _is_report(path):
        raise NotSaved(path, "it is one of the documents to add", "name another file for the report")
    return [one for one in documents if one not in same]


class Report(AbstractContextManager["Report"]):
    """A table in CSV, written as the documents come, so that what has come is there whatever happens next.

    Raises NotSaved, at once where the file cannot be written at all.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            if path.is_dir():
                raise NotSaved(path, "it is a folder", "name a file in it")
            if path.exists() and path.stat().st_size and not _is_report(path):
                raise NotSaved(path, "there is a file that is no report", "name another file for the report")
            self._file = path.open("w", encoding="utf-8", errors="replace", newline="")
        except FileNotFoundError as error:
            raise NotSaved(path, "there is no such folder to put it in", "make it, or name another") from error
        except OSError as error:
            raise not_saved(path, error) from error
        self._table = csv.writer(self._file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        self._file.write(HEADER)

    def row(self, fate: Fate) -> None:
        """Put down what became of one document."""
        try:
            self._table.writerow(map(guarded, fate))
        except OSError as error:
            raise not_saved(self._path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._file.close()
        except OSError as error:
            raise not_saved(self._path, error) from error


def _is(document: Path, path: Path) -> bool:
    return document.exists() and path.exists() and document.samefile(path)


def _is_report(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(HEADER)) == HEADER.encode()
