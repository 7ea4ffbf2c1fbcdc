"""What other coders say of an article: to be read beside one's own, and never changed. Pure but for the store."""

from typing import NamedTuple

from annotations.annotation import Annotation
from annotations.store import Store
from seeds.errors import Problem


class Theirs(NamedTuple):
    """An annotation of another coder."""

    coder: str
    annotation: Annotation


class Voices(NamedTuple):
    """Others' annotations coder by coder, and all in the order of the text, with and without their coders; and what
    could not be read of them, as sentences."""

    layers: tuple[tuple[str, tuple[Annotation, ...]], ...] = ()
    said: tuple[Theirs, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def coders(self) -> tuple[str, ...]:
        """Who says something, sorted."""
        return tuple(coder for coder, said in self.layers if said)


SILENCE = Voices()


def voices(store: Store, article_id: str) -> Voices:
    """What all other coders of the library say of an article."""
    layers: list[tuple[str, tuple[Annotation, ...]]] = []
    refused: list[str] = []
    for coder in store.others(article_id):
        try:
            layers.append((coder, store.layer_of(coder, article_id).in_order))
        except Problem as problem:
            refused.append(f"what {coder} tagged cannot be shown: {problem.why}; {problem.remedy} ({problem.place})")
    all_said = (Theirs(coder, annotation) for coder, said in layers for annotation in said)
    said = tuple(sorted(all_said, key=lambda one: (*one.annotation.place, one.coder)))
    return Voices(tuple(layers), said, tuple(one.annotation for one in said), tuple(refused))
