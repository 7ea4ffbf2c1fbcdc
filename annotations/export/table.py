"""Export, whole: which articles and tags, in which shape, and where to. What the command and the palette both call."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Literal

from annotations import index
from annotations.check import coders
from annotations.errors import NotSaved, not_saved
from annotations.export.articles import articles, tags_of, wide
from annotations.export.coded import gather
from annotations.export.csv import Form, Written, write
from annotations.export.fields import Fields
from annotations.export.rows import FIXED, header, rows
from annotations.files import replace
from annotations.store import Store
from seeds.errors import Problem

Shape = Literal["annotations", "articles", "wide"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be exported: these articles (ids; all, in the order of adding, if none are named), these tags (all,
    if none are named), what the store's coder says of them or what everybody does."""

    articles: Sequence[str] = ()
    tags: Sequence[str] = ()
    everybody: bool = False
    shape: Shape = "annotations"


@dataclass(slots=True)
class Table:
    """A table that is read from the library while its rows are taken. `left_out`, then, names what annotations say
    beyond the codebook and no column holds, as TAG.ATTRIBUTE."""

    header: Sequence[str]
    rows: Iterable[Mapping[str, str]]
    left_out: set[str] = field(default_factory=set)


def table(store: Store, choice: Choice, refused: Callable[[Problem], None]) -> Table:
    """The table that was chosen. Articles that cannot be read are told to `refused`, and the rest goes on."""
    refused = _each_once(refused)
    ids = choice.articles or _ids(store, choice, refused)
    codebook = store.library.codebook
    empty = choice.shape != "annotations"
    coded = gather(store, ids, refused, everybody=choice.everybody, empty=empty)
    tags = tags_of(codebook, choice.tags)
    if choice.shape == "articles":
        return Table(*articles(coded, tags))
    if choice.shape == "wide":
        return Table(*wide(coded, tags))
    fields, wanted = Fields(codebook, FIXED), frozenset(choice.tags)
    return Table(header(fields), (row for each in coded for row in rows(each, fields, wanted)), fields.left_out)


def save(path: Path, found: Table, form: Form) -> Written:
    """Write a table to a file, which is replaced whole or not at all. Raises NotSaved."""
    written = BytesIO()
    try:
        if path.is_dir():
            raise NotSaved(path, "it is a folder", "name a file in it")
        if not path.resolve().parent.is_dir():
            raise NotSaved(path, "there is no such folder to put it in", "make it, or name another")
        if path.exists() and not path.is_file():  # a device or a pipe, which nothing can be put in the place of
            with path.open("wb") as file:
                return write(file, found.header, found.rows, form)
        done = write(written, found.header, found.rows, form)
        replace(path.resolve(), written.getvalue())
    except OSError as error:
        raise not_saved(path, error) from error
    return done


def _ids(store: Store, choice: Choice, refused: Callable[[Problem], None]) -> list[str]:
    """All articles in the order of adding, in their newest versions; without those of which the index knows that there
    is nothing to say. What was said of an earlier version and cannot be read is told to `refused`."""
    known = index.rows(store.library, store.coder)
    alone = not choice.everybody or coders(store.library) in ([], [store.coder])
    if not alone or choice.shape != "annotations":
        return [row.id for row in known]
    unread = index.refusals(store.library, store.coder, known)
    for article_id in unread.keys() - {row.id for row in known}:
        refused(unread[article_id])
    return [row.id for row in known if row.counts or row.id in unread]


def _each_once(refused: Callable[[Problem], None]) -> Callable[[Problem], None]:
    told: set[str] = set()

    def tell(problem: Problem) -> None:
        if str(problem) not in told:
            told.add(str(problem))
            refused(problem)

    return tell
