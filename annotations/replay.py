"""The state that the records of a history lead to. Pure."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from annotations import digest
from annotations.annotation import Annotation
from annotations.corrections import without
from annotations.edit import Change, Conflict, Layer
from annotations.log import Record

K = TypeVar("K")
V = TypeVar("V")


class Unfit(Exception):
    """The records do not fit the state they are put on, or each other."""


def replayed(records: Sequence[Record], layer: Layer | None = None, state: int = digest.EMPTY) -> tuple[Layer, int]:
    """The layer, without corrections, and its digest after some records that follow upon `layer`, or upon nothing.

    Raises Unfit where a record tells of another state than that to which it leads.
    """
    layer = layer or Layer()
    for record in records:
        if record.base is not None:
            layer, state = Layer(*record.base), digest.of(*record.base)
        elif record.edit is not None:
            try:
                layer = layer.apply(without(record.edit))
            except Conflict as error:
                raise Unfit from error
            state = digest.after(state, record.edit)
        if state != record.state:
            raise Unfit
    return layer, state


def forced(records: Iterable[Record]) -> Layer:
    """The layer after records some of which are missing: each one's word on what it changed holds."""
    annotations: dict[int, Annotation] = {}
    own: dict[str, str] = {}
    for record in records:
        if record.base is not None:
            annotations, own = dict(record.base[0]), dict(record.base[1])
        for change in without(record.edit).changes if record.edit else ():
            if isinstance(change, Change):
                _put(annotations, [one.id for one in (change.before, change.after) if one], change.after)
            else:
                _put(own, [change.field], change.after)
    return Layer(annotations, own)


def _put(known: dict[K, V], keys: Iterable[K], value: V | None) -> None:
    for key in keys:
        if value is None:
            known.pop(key, None)
        else:
            known[key] = value
