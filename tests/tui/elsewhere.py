"""Another postil on the library of a reader, and waiting until the reader shows what it did."""

from asyncio import sleep
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from time import monotonic

import pytest

from annotations import index
from annotations.annotation import Annotation
from annotations.codebook import DEFAULT
from annotations.edit import Change, Edit, field_set
from annotations.library import Library
from annotations.store import Store
from annotations.tagging import annotate, deleted, tagged
from seeds.span import Span
from tests.tui.opened import TALKS, article, screen
from tui import watching
from tui.app import Postil

AT = datetime(2026, 5, 4, 8, tzinfo=UTC)
PATIENCE = 20.0
"""Seconds until a screen that does not come is a failure."""

IDS = count(1_000)


class Elsewhere:
    """A program of its own on the first article, as the same coder or as another one; it flushes what it did."""

    def __init__(self, library: Library, coder: str = "mh", number: int = 0) -> None:
        self.id = index.rows(library, "nobody")[number].id
        self.store = Store(library, coder, now=lambda: AT)

    @property
    def annotations(self) -> list[Annotation]:
        return list(self.store.open(self.id).layer.in_order)

    def tag(self, name: str, words: str, text: str = TALKS) -> Annotation:
        found, start = DEFAULT.get(name), text.index(words)
        assert found
        made = annotate(article(text), [Span(start, start + len(words))], found, id=next(IDS), at=AT)
        self.commit(tagged(made))
        return made

    def note(self, annotation: Annotation, note: str) -> None:
        self.commit(Edit((Change(annotation, annotation._replace(note=note)),), f"noted {note}", AT))

    def delete(self, annotation: Annotation) -> None:
        self.commit(deleted(annotation, AT))

    def set(self, field: str, value: str) -> None:
        layer = self.store.open(self.id).layer
        edit = field_set({**layer.own, **layer.corrections}, field, value, AT)
        assert edit
        self.commit(edit)

    def commit(self, edit: Edit) -> None:
        self.store.commit(self.id, edit)
        self.store.flush(self.id)


def look_every(seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "EVERY", seconds)


async def until(app: Postil, *words: str, holds: Callable[[], bool] = lambda: True) -> None:
    """Wait until all of the words are on the screen, and something holds, having one look after the other."""
    end = monotonic() + PATIENCE
    while not (all(some in screen(app) for some in words) and holds()):
        assert monotonic() < end, f"{words} did not appear:\n{screen(app)}"
        app.tending.watching.look()
        await sleep(0.005)


async def looked(app: Postil) -> None:
    """Have a look, and wait until what it found is on the screen."""
    watching = app.tending.watching
    while watching.looking:
        await sleep(0.001)
    watching.look()
    while watching.looking:
        await sleep(0.001)
