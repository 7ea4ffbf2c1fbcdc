"""What other coders say of an article: to be read beside one's own, and never changed. Pure but for the store."""

from collections.abc import Mapping
from typing import NamedTuple

from annotations.annotation import Annotation
from annotations.edit import Layer
from annotations.files import Stamp
from annotations.state import places, stamps
from annotations.store import Store
from seeds.article import Article
from seeds.errors import Problem


class Theirs(NamedTuple):
    """An annotation of another coder."""

    coder: str
    annotation: Annotation


class Voices(NamedTuple):
    """Others' annotations coder by coder, and all in the order of the text, with and without their coders; and what
    could not be read of them, as sentences. `stamps` are of the files of each, from before they were read, and
    `article` is that in whose text they stand."""

    layers: tuple[tuple[str, tuple[Annotation, ...]], ...] = ()
    said: tuple[Theirs, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    refused: tuple[str, ...] = ()
    stamps: Mapping[str, tuple[Stamp, ...]] = {}
    article: Article | None = None

    @property
    def coders(self) -> tuple[str, ...]:
        """Who says something, sorted."""
        return tuple(coder for coder, said in self.layers if said)


SILENCE = Voices()


def voices(store: Store, article_id: str, article: Article | None = None) -> Voices:
    """What all other coders of the library say of an article, as it belongs in the text of `article`, if that is given:
    what somebody said of the version that it replaces too."""
    marks = stamps_of(store, article_id, article)
    layers: list[tuple[str, tuple[Annotation, ...]]] = []
    refused: list[str] = []
    for coder in marks:
        try:
            layer = store.layer_of(coder, article_id)
            layers.append((coder, _belonging(store, coder, article, layer) if article else layer.in_order))
        except Problem as problem:
            refused.append(f"what {coder} tagged cannot be shown: {problem.why}; {problem.remedy} ({problem.place})")
    all_said = (Theirs(coder, annotation) for coder, said in layers for annotation in said)
    said = tuple(sorted(all_said, key=lambda one: (*one.annotation.place, one.coder)))
    return Voices(tuple(layers), said, tuple(one.annotation for one in said), tuple(refused), marks, article)


def stamps_of(store: Store, article_id: str, article: Article | None = None) -> dict[str, tuple[Stamp, ...]]:
    """The stamps of all files in which other coders say something of an article, by the coder."""
    coders = {*store.others(article_id), *(store.others(article.replaces) if article and article.replaces else ())}
    return {coder: stamps(places(store.library, coder, article_id))[:2] for coder in sorted(coders)}


def _belonging(store: Store, coder: str, article: Article, layer: Layer) -> tuple[Annotation, ...]:
    """The annotations where their words stand in the text; without a place, where that is not certain."""
    if article.replaces:
        from annotations.carry import seen

        layer = seen(store.library, coder, article, layer)
    if all(one.stands(article.text) for one in layer.annotations.values()):
        return layer.in_order
    from annotations.relocate import placed

    _, found = placed(article.text, layer.annotations.values())
    return tuple(sorted(found, key=lambda one: one.place))
