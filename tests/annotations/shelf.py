"""What the tests of the store are made of: an article, annotations and edits on it, and a store that is only memory."""

from collections.abc import Callable
from copy import copy
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile, copytree
from typing import Protocol

from annotations import library, sources
from annotations.annotation import Annotation, Value
from annotations.edit import Change, Edit, FieldChange, Layer
from annotations.entity import Entity
from annotations.history import History
from annotations.library import Library
from annotations.state import places
from annotations.store import Folio, Store
from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span

AT = datetime(2026, 11, 23, 10, 0, 0, 123456, tzinfo=UTC)
TEXT = (
    "Ferry talks begin on Skarra\n"
    "“We will sit down on Monday,” Mara Holt said.\n"
    "The port authority wants the pickets withdrawn before any talks on wages.\n"
    "Follow us everywhere\n"
)


def now() -> datetime:
    return AT


def article(text: str = TEXT, *, title: str = "Ferry talks begin on Skarra", minutes: int = 0) -> Article:
    """An article of one block a line; the last line is chrome, where there is more than one."""
    blocks, start = [], 0
    lines = text.rstrip("\n").split("\n")
    for number, line in enumerate(lines):
        kind = Kind.TITLE if number == 0 else Kind.CHROME if number == len(lines) - 1 else Kind.BODY
        blocks.append(Block(Span(start, start + len(line)), kind, 0.9, "as it stands"))
        start += len(line) + 1
    meta = Meta(title=title, publication="The Tern Courier", published_at="2024-05-03", language="en")
    return Article("d00000000000", text, tuple(blocks), meta, AT + timedelta(minutes=minutes), file="ferry.txt")


def shelved(root: Path, *articles: Article) -> tuple[Library, list[str]]:
    """A library with some articles in it (with none given, one), and their ids."""
    made = library.init(root)
    return made, [one.id for one in sources.write_many(made, articles or [article()]) if one]


def quote(number: int, start: int = 28, end: int = 57, tag: str = "quote") -> Annotation:
    """An annotation of words of TEXT."""
    span = Span(start, end)
    attributes: dict[str, Value] = {"speaker": Entity("Mara Holt", None, Span(58, 67)), "type": "direct"}
    words = (span.of(TEXT),)
    return Annotation(number, tag, (span,), words, TEXT[max(0, start - 32) : start], "", AT, AT, attributes)


def tagged(*numbers: int, run: str = "") -> Edit:
    return Edit(tuple(Change(None, quote(number)) for number in numbers), f"tagged {numbers}", AT, run)


def deleted(annotation: Annotation) -> Edit:
    return Edit((Change(annotation, None),), f"deleted {annotation.label}", AT)


def noted(annotation: Annotation, note: str) -> Edit:
    return Edit((Change(annotation, annotation._replace(note=note)),), f"noted “{note}”", AT)


def said(field: str, before: str | None, after: str | None) -> Edit:
    return Edit((FieldChange(field, before, after),), f"{field} is {after}", AT)


def touched(edit: Edit) -> set[int]:
    """The annotations that an edit makes, changes or deletes."""
    return {one.id for change in edit.changes for one in change[:2] if isinstance(one, Annotation)}


class Keeper(Protocol):
    """What the tests ask of a store."""

    def open(self, article_id: str) -> Folio: ...
    def commit(self, article_id: str, edit: Edit) -> Folio: ...
    def flush(self, article_id: str | None = None) -> None: ...


class Memory:
    """A store without a disk: what the real one has to behave like."""

    def __init__(self) -> None:
        self.folios: dict[str, Folio] = {}

    def open(self, article_id: str) -> Folio:
        return self.folios.get(article_id, Folio(article_id, Layer(), History()))

    def commit(self, article_id: str, edit: Edit) -> Folio:
        known = self.open(article_id)
        self.folios[article_id] = Folio(article_id, known.layer.apply(edit), known.history.push(edit))
        return self.folios[article_id]

    def flush(self, article_id: str | None = None) -> None:
        """There is nothing behind it."""


class Reopened:
    """A store that is opened anew for each step, as if the program had been started again."""

    def __init__(self, opened: Callable[[], Store]) -> None:
        self.opened = opened

    def open(self, article_id: str) -> Folio:
        return self.opened().open(article_id)

    def commit(self, article_id: str, edit: Edit) -> Folio:
        return self.opened().commit(article_id, edit)

    def flush(self, article_id: str | None = None) -> None:
        store = self.opened()
        for one in [article_id] if article_id else sources.ids(store.library):
            store.flush(one)


class Desk:
    """A library with one article of which something was said, and the paths of its files."""

    def __init__(self, root: Path) -> None:
        self.library, [self.id] = shelved(root)
        self.where = places(self.library, "mh", self.id)

    def copied(self, root: Path) -> "Desk":
        """All of it once more in another folder, to be spoilt there."""
        again = copy(self)
        again.library = Library.open(Path(copytree(self.library.root, root, copy_function=copyfile)))
        again.where = places(again.library, "mh", self.id)
        return again

    def store(self) -> Store:
        return Store(self.library, "mh", now=now)

    def filled(self, *, flush: bool) -> Layer:
        store = self.store()
        store.commit(self.id, tagged(7, 8))
        store.commit(self.id, said("status", None, "reading"))
        folio = store.commit(self.id, noted(quote(7), "the first “offer”"))
        if flush:
            store.flush()
        return folio.layer

    def kept(self) -> list[Path]:
        return sorted(path for path in (self.library.local / "damaged").glob("*") if path.suffix != ".report")
