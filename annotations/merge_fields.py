"""Three-way merge of flat fields: a coder's own ones, the corrections, and the tables that are not postil's. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from annotations.codec import Json
from annotations.edit import CARRIED, CONFLICT, NAMED
from seeds.article import Kind

Fields = Mapping[str, str]

FURTHER = ("unread", "reading", "skipped", "done")
"""The statuses, the one that is further along later."""

PARTED = {"note": "\n———\n"}
"""What stands between the other values of a field, where there is more than one; a line end for all that have none in
them."""


def merged_fields(base: Fields, ours: Fields, theirs: Fields) -> tuple[dict[str, str], tuple[str, ...]]:
    """The fields as both sides left them, and a sentence on each conflict that neither side knew of yet.

    Where both changed a field differently, the other value stands under CONFLICT and the field's name, with those that
    stood there already; but for a block's kind, a status (only the one further along) and "carried".
    """
    found: dict[str, str] = {}
    conflicts = []
    for name in sorted({name.removeprefix(CONFLICT) for name in (*base, *ours, *theirs)}):
        before, one, other = (side.get(name) for side in (base, ours, theirs))
        value, loser = _three_way(before, one, other, _better(name))
        rivals, *known = (_parts(name, side.get(CONFLICT + name)) for side in (base, ours, theirs))
        others = known[0] | known[1]
        if loser is not None and name != CARRIED and not _parts(name, loser) <= others:
            conflicts.append(_sentence(name, value, loser))
        if before in (one, other):
            others -= rivals - (known[0] & known[1])  # settled on one side
        else:
            others -= {before} - (known[0] & known[1])  # replaced on the side that does not keep it
            others |= _parts(name, loser)
        found |= {name: value} if value is not None else {}
        found |= _kept(name, others - {value})
    return dict(sorted(found.items())), tuple(conflicts)


def merged_documents(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Tables of documents, by table and document; ours where both sides changed one, and a sentence on it."""
    found: dict[str, Any] = {}
    conflicts = []
    for name in sorted({*base, *ours, *theirs}):
        before, one, other = (tables.get(name, {}) for tables in (base, ours, theirs))
        table: dict[str, Any] = {}
        for key in dict.fromkeys([*one, *other]):
            value, loser = _three_way(before.get(key), one.get(key), other.get(key), lambda mine, _: mine)
            table |= {key: value} if value is not None else {}
            if loser is not None:
                conflicts.append(
                    f"document {key:.20} of the table “{name:.40}” was changed in two places: ours is kept"
                )
        if table or (name in ours and name in theirs):
            found[name] = table
    return found, tuple(conflicts)


def _three_way(before: Json, ours: Json, theirs: Json, better: Callable[[Json, Json], Json]) -> tuple[Json, Json]:
    """The value that holds, and the other one where both sides changed it differently; a change outlives a deletion."""
    if theirs in (ours, before):
        return ours, None
    if ours == before:
        return theirs, None
    if ours is None or theirs is None:
        return (theirs if ours is None else ours), None
    winner = better(ours, theirs)
    return winner, theirs if winner == ours else ours


def _better(name: str) -> Callable[[str, str], str]:
    return lambda ours, theirs: max(ours, theirs, key=lambda value: _rank(name, value))


def _rank(name: str, value: str) -> tuple[int, str]:
    """Orders the values of a field: the one to show comes last. A block that is folded away hides a sentence."""
    if name == "status":
        return (FURTHER.index(value) if value in FURTHER else -1), value
    if _single(name):
        return value != Kind.CHROME, value
    return len(value), value


def _single(name: str) -> bool:
    """Whether no other value of a field is kept."""
    return name == CARRIED or name.startswith("kind ")


def _parts(name: str, values: str | None) -> set[str | None]:
    return set() if values is None else {*values.split(PARTED.get(name, "\n"))}


def _kept(name: str, others: set[str | None]) -> dict[str, str]:
    """The field of the other values, if there are any to keep."""
    values = sorted((value for value in others if value is not None), key=lambda value: _rank(name, value))
    if not values or _single(name):
        return {}
    return {CONFLICT + name: values[-1] if name == "status" else PARTED.get(name, "\n").join(values)}


def _sentence(name: str, value: str | None, loser: str) -> str:
    subject = NAMED.get(name.split(" ", maxsplit=1)[0], f"the article's {name}")
    if _single(name):
        return f"{subject} was set to {value} and to {loser} in two places: {value} holds"
    return f"{subject} was changed in two places: both are kept"
