"""The state that the records of a history lead to. Pure."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from annotations import digest
from annotations.annotation import Annotation
from annotations.corrections import without
from annotations.edit import Change, Conflict, Edit, Layer, exchange, exchange_field
from annotations.log import Record

K = TypeVar("K")
V = TypeVar("V")


class Unfit(Exception):
    """The records do not fit the state they are put on, or each other."""


def replayed(records: Sequence[Record], layer: Layer | None = None, state: int = digest.EMPTY) -> tuple[Layer, int]:
    """The layer, without corrections, and its digest after some records that follow upon `layer`, or upon nothing.

    Raises Unfit where a record tells of another state than that to which it leads.
    """
    annotations, own = dict(layer.annotations) if layer else {}, dict(layer.own) if layer else {}
    for record in records:
        if record.base is not None:
            annotations, own = dict(record.base[0]), dict(record.base[1])
            state = digest.of(annotations, own)
        elif record.edit is not None:
            _redo(annotations, own, without(record.edit))
            state = digest.after(state, record.edit)
        if state != record.state:
            raise Unfit
    return Layer(annotations, own), state


def _redo(annotations: dict[int, Annotation], own: dict[str, str], edit: Edit) -> None:
    """Make the changes of an edit: on what is here, as thousands of edits would copy it thousands of times."""
    try:
        for change in edit.changes:
            if isinstance(change, Change):
                exchange(annotations, change)
            else:
                exchange_field(own, change)
    except Conflict as error:
        raise Unfit from error


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
