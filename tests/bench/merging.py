"""How many of many random merges lose something, come out wrong, or find a conflict where there is none. Aim: none.

python -m tests.bench.merging [PAIRS=1000]

Each pair are two sides of one base, with annotations added, changed and deleted at random, and fields set. What should
come of it is told by a model that knows of no ids but those of the base: the sets of what either side says.
"""

import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from time import perf_counter
from typing import NamedTuple

from annotations.annotation import CONFLICT, MAX_ID, Annotation
from annotations.codec import document, dumps
from annotations.merge import merged
from annotations.tables import Tables
from seeds.span import Span

AT = datetime(2026, 1, 1, tzinfo=UTC)
SIZE = 30
"""Annotations of a base, at most."""


class Counts(NamedTuple):
    """`lost`: what a side added or changed and is not there. `wrong`: what is there and should not be, or not so.
    `false`: annotations with a mark of a conflict where only one side touched them. `true`: marks where both did."""

    lost: int = 0
    wrong: int = 0
    false: int = 0
    true: int = 0

    def plus(self, other: "Counts") -> "Counts":
        return Counts(*(one + more for one, more in zip(self, other, strict=True)))


def made(random: Random, number: int, minute: int) -> Annotation:
    start = random.randrange(1000)
    at = AT + timedelta(minutes=minute)
    words = f"words {random.randrange(10**6)}"
    tag = random.choice(["quote", "precondition", "participant"])
    return Annotation(number, tag, (Span(start, start + len(words)),), (words,), "before", "behind", AT, at)


def side(random: Random, base: Tables, free: list[int]) -> Tables:
    """What somebody made of a base in an hour; new annotations have ids out of `free`."""
    found = dict(base.annotations)
    for number, known in base.annotations.items():
        what = random.choice(["leave", "leave", "change", "delete"])
        if what == "change":
            note = random.choice(["an offer", "a threat", "a joke"])
            found[number] = known._replace(note=note, modified=AT + timedelta(minutes=random.randrange(1, 60)))
        elif what == "delete":
            del found[number]
    for number in random.sample(free, random.randrange(5)):
        found[number] = made(random, number, random.randrange(1, 60))
    own = {**base.own, **random.choice([{}, {"note": f"read {random.randrange(9)} times"}])}
    return Tables(found, own, {})


def pair(random: Random) -> tuple[Tables, Tables, Tables]:
    """A base and two sides of it."""
    numbers = [random.randrange(1, MAX_ID) for _ in range(random.randrange(SIZE))]
    base = Tables({number: made(random, number, 0) for number in numbers}, {"status": "reading"}, {})
    free = [random.randrange(1, MAX_ID) for _ in range(20)]  # few, so that both sides take the same one at times
    return base, side(random, base, free), side(random, base, free)


def counted(base: Tables, ours: Tables, theirs: Tables) -> Counts:
    """What is lost, wrong, or marked without need in the merge of two sides, by the model."""
    result = merged(base, ours, theirs).tables
    counts = Counts()
    expected: list[str] = []
    for number in {*base.annotations, *ours.annotations, *theirs.annotations}:
        before, one, other = (_text(known.annotations, number) for known in (base, ours, theirs))
        versions = {one, other} - {before} or {before}  # a side that left it has no say
        expected += [text for text in versions if text is not None]
        counts = counts.plus(_placed(result, number, versions))
        counts = counts.plus(_marks(result, number, both=before not in (one, other) and one != other))
    texts = [_content(one) for one in result.annotations.values()]
    lost = sum(text not in texts for text in expected)
    wrong = len(texts) - len(set(texts) & set(expected)) + _wrong_notes(base, ours, theirs, result)
    return counts.plus(Counts(lost=lost, wrong=wrong))


def _placed(result: Tables, number: int, versions: set[str | None]) -> Counts:
    """What stands under an id has to be one of its versions."""
    return Counts(wrong=_text(result.annotations, number) not in versions)


def _marks(result: Tables, number: int, *, both: bool) -> Counts:
    """A mark where both sides touched an annotation is right, and has to be there; any other one is false."""
    known = result.annotations.get(number)
    marked = bool(known and known.conflicts)
    return Counts(wrong=both and not marked, false=marked and not both, true=marked and both)


def _wrong_notes(base: Tables, ours: Tables, theirs: Tables, result: Tables) -> int:
    """Whether the notes on the article are not those that a side wrote, or the status is another one."""
    written = {known.own["note"] for known in (ours, theirs) if "note" in known.own}
    there = {result.own[name] for name in ("note", f"{CONFLICT} note") if name in result.own}
    return int(written != there or result.own["status"] != base.own["status"])


def _text(known: Mapping[int, Annotation], number: int) -> str | None:
    return _content(known[number]) if number in known else None


def _content(annotation: Annotation) -> str:
    """What an annotation says, whatever its id, its marks and when it was modified."""
    fields = {name: value for name, value in document(annotation).items() if name not in ("links", "modified")}
    return dumps(fields)


def run(pairs: int, seed: int = 6) -> Counts:
    """The counts over some pairs."""
    random, counts = Random(seed), Counts()
    for _ in range(pairs):
        counts = counts.plus(counted(*pair(random)))
    return counts


def main() -> None:
    pairs = int([*sys.argv[1:], "1000"][0])
    start = perf_counter()
    counts = run(pairs)
    took = perf_counter() - start
    print(
        f"{pairs} pairs: {counts.lost} lost, {counts.wrong} wrong, {counts.false} conflicts where one side touched, "
        f"{counts.true} where both did; {took / pairs * 1000:.1f} ms a pair"
    )


if __name__ == "__main__":
    main()
