"""What another program made of an article while it was open here, in words. Pure."""

from collections.abc import Sequence

from annotations.edit import NAMED, Layer


class Meanwhile:
    """What other programs did, gathered until it is told."""

    def __init__(self) -> None:
        self._news: list[str] = []

    def note(self, before: Layer, after: Layer, notices: Sequence[str]) -> None:
        """Note what lies between two states of the open article, in the words of the notices if there are any."""
        said = notices or ([meanwhile(before, after)] if before is not after else [])
        self._news += (words for words in said if words and words not in self._news)

    def told(self) -> str:
        """What happened, once; "" where that is nothing."""
        news, self._news = "; ".join(self._news), []
        return news


def meanwhile(before: Layer, after: Layer) -> str:
    """What was done to an article between two states of it; "" where that is nothing."""
    old, new = before.annotations, after.annotations
    added = sum(known not in old for known in new)
    deleted = sum(known not in new for known in old)
    altered = sum(known in old and old[known] != one for known, one in new.items())
    counts = [(n, what) for n, what in ((added, "added"), (altered, "changed"), (deleted, "deleted")) if n]
    clauses = [_count(n, what, named=not at) for at, (n, what) in enumerate(counts)]
    clauses += [f"{name} was changed" for name in _fields(before, after)]
    if not clauses:
        return ""
    *front, last = clauses
    return f"{', '.join(front)} and {last} by another postil" if front else f"{last} by another postil"


def _count(number: int, what: str, *, named: bool) -> str:
    thing = "" if not named else " annotation" if number == 1 else " annotations"
    return f"{number:,}{thing} {'was' if number == 1 else 'were'} {what}"


def _fields(before: Layer, after: Layer) -> list[str]:
    """The fields that differ, in words, each once."""
    pairs = ((before.own, after.own), (before.corrections, after.corrections))
    differing = (field for old, new in pairs for field in sorted(old.keys() | new) if old.get(field) != new.get(field))
    return list(dict.fromkeys(NAMED.get(name, f"the {name}") for name in (field.split(" ")[0] for field in differing)))
