"""What is exported: each article with what each coder says of it, read from the library once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from annotations import source_file, sources
from annotations.carry import seen
from annotations.check import coders
from annotations.edit import Layer
from annotations.library import Library
from annotations.store import Store
from seeds.article import Article
from seeds.correct import corrected
from seeds.errors import Problem


@dataclass(frozen=True, slots=True)
class Coded:
    """What one coder says of one article. `article` has its corrections."""

    article: Article
    coder: str
    layer: Layer


def gather(
    store: Store,
    article_ids: Iterable[str],
    refused: Callable[[Problem], None],
    *,
    everybody: bool = False,
    empty: bool = False,
) -> Iterator[list[Coded]]:
    """For each article what the store's coder says of it, or everybody; without those who say nothing unless `empty`.

    What is still to be carried over from an earlier version of an article belongs to it. What cannot be read is told to
    `refused`, and the rest goes on.
    """
    names = (coders(store.library) if everybody else []) or [store.coder]
    for article_id in article_ids:
        try:
            yield list(_gathered(store, article_id, names, refused, empty=empty))
        except Problem as problem:
            refused(problem)


def _gathered(
    store: Store, article_id: str, names: Iterable[str], refused: Callable[[Problem], None], *, empty: bool
) -> Iterator[Coded]:
    source: Article | None = None
    later = bool(source_file.replaced(sources.head(store.library, article_id)))
    for name in names:
        try:
            layer = store.open(article_id).layer if name == store.coder else store.layer_of(name, article_id)
        except Problem as problem:
            refused(problem)
            continue
        if not layer.annotations and not empty and not later:
            continue
        source = source or sources.load(store.library, article_id)
        if later:
            layer = _carried(store.library, name, source, layer, refused)
        if layer.annotations or empty:
            yield Coded(corrected(source, layer.corrections), name, layer)


def _carried(library: Library, coder: str, article: Article, layer: Layer, refused: Callable[[Problem], None]) -> Layer:
    try:
        return seen(library, coder, article, layer)
    except Problem as problem:
        refused(problem)
        return layer
