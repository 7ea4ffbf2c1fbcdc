"""What the tests of merging are made of: a base and what two places made of it, drawn at random or written down."""

from datetime import timedelta

from hypothesis import strategies as st

from annotations import rivals
from annotations.annotation import Annotation
from annotations.edit import STATUSES, Change, Edit, Layer, field_set
from annotations.merge import linked, merged
from annotations.tables import Tables
from tests.annotations.shelf import AT, quote

Fork = tuple[Tables, Tables, Tables]
"""A base and what two places made of it."""

NOTES = ("a hint", "a threat", "a joke")


def version(number: int, note: str = "", minute: int = 0) -> Annotation:
    return quote(number)._replace(note=note, modified=AT + timedelta(minutes=minute))


def file(*annotations: Annotation, **own: str) -> Tables:
    return Tables({one.id: one for one in annotations}, own, {})


def notes(found: Tables) -> dict[int, str]:
    return {number: one.note for number, one in found.annotations.items()}


def marks(found: Tables) -> dict[int, tuple[int, ...]]:
    return {number: one.conflicts for number, one in found.annotations.items() if one.conflicts}


@st.composite
def sides(draw: st.DrawFn, base: Tables, minute: int) -> Tables:
    """What a place made of a base from a minute on, by the edits that a reader can make."""
    layer = Layer(base.annotations, base.own)
    for number in sorted(base.annotations):
        known = layer.annotations.get(number)
        what = draw(st.sampled_from(["nothing", "nothing", "note", "touch", "delete", "keep"]))
        if known is None or what == "nothing" or (what == "keep" and not known.conflicts):
            continue
        at = AT + timedelta(minutes=minute + draw(st.integers(0, 2)))
        edit = {
            "note": Edit((Change(known, known._replace(note=draw(st.sampled_from(NOTES)), modified=at)),), "", at),
            "touch": Edit((Change(known, known._replace(modified=at)),), "", at),
            "delete": Edit((Change(known, None), *rivals.without_rival(layer, known)), "", at),
            "keep": rivals.kept(layer, known, at),
        }[what]
        layer = layer.apply(edit)
    added = {number: version(number, draw(st.sampled_from(NOTES)), minute) for number in draw(st.sets(NEW, max_size=2))}
    for field, values in {"status": STATUSES, "note": ("short", "rather long", "as long as")}.items():
        edited = field_set(layer.own, field, draw(st.sampled_from([layer.own.get(field), *values])), AT)
        layer = layer.apply(edited) if edited and draw(st.booleans()) else layer
    return Tables({**added, **layer.annotations}, dict(layer.own), {})


NEW = st.integers(11, 14)


@st.composite
def bases(draw: st.DrawFn) -> Tables:
    known = [version(number, draw(st.sampled_from(NOTES))) for number in range(1, draw(st.integers(0, 4)) + 1)]
    return file(*known, **draw(st.sampled_from([{}, {"status": "reading"}, {"note": "once"}])))


@st.composite
def forks(draw: st.DrawFn) -> Fork:
    """A base that may hold conflicts of an earlier merge, and what two places made of it."""
    base, minute = draw(bases()), 1
    if draw(st.booleans()):
        base, minute = merged(base, draw(sides(base, 1)), draw(sides(base, 1))).tables, 4
    return base, draw(sides(base, minute)), draw(sides(base, minute))


def torn(number: int, *others: int, note: str, minute: int) -> Annotation:
    return linked(version(number, note, minute), others)


def other(number: int, found: Tables) -> Annotation:
    """The only other version of an annotation."""
    [known] = found.annotations[number].conflicts
    return found.annotations[known]
