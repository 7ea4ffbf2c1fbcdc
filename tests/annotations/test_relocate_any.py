"""Whatever text is changed however: what was marked moves by just as much, or has no place, and never another."""

from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import strategies as st

from annotations.anchor import describe
from annotations.annotation import Annotation, Value
from annotations.edit import Layer
from annotations.entity import Entity
from annotations.relocate import relocated
from seeds.span import Span
from tests.annotations.relocating import AT, LATER, after, layer


def moved(span: Span, shift: int) -> Span:
    return Span(span.start + shift, span.end + shift)


NAMES = ("Brandt", "Ina Vogt", "the crews", "she")
WORD = st.text("abcdefghijklmnopqrstuvwxyzäßжλ漢", min_size=3, max_size=9)


@st.composite
def texts(draw: st.DrawFn) -> tuple[list[str], Layer]:
    """Paragraphs of sentences, in each of which a name stands that stands in others too; and tags on such names, on
    sentences and on parts of two sentences. What is beside a name tells its sentences apart."""
    count = draw(st.integers(2, 8))
    sentences = [
        f"{draw(WORD)} {number} {draw(st.sampled_from(NAMES))} {draw(WORD)} {draw(WORD)} {number}x{draw(WORD)}."
        for number in range(count)
    ]
    breaks = draw(st.lists(st.sampled_from([" ", "\n", "\n\n"]), min_size=count, max_size=count))
    text = "".join(f"{sentence}{end}" for sentence, end in zip(sentences, breaks, strict=True))
    return text.splitlines(keepends=True), layer(*draw(tags(text, sentences)))


@st.composite
def tags(draw: st.DrawFn, text: str, sentences: Sequence[str]) -> list[Annotation]:
    made = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        sentence = draw(st.sampled_from(sentences))
        start = text.index(sentence)
        name = next(name for name in NAMES if f" {name} " in sentence)
        at = start + sentence.index(f" {name} ") + 1
        parts = draw(st.sampled_from(["name", "sentence", "ends"]))
        spans = [Span(at, at + len(name))] if parts == "name" else [Span(start, start + len(sentence))]
        if parts == "ends":
            spans = [Span(start, at - 1), Span(at + len(name) + 1, start + len(sentence))]
        exact, prefix, suffix = describe(text, spans)
        said: dict[str, Value] = {"by": Entity(name, None, Span(at, at + len(name)))}
        made.append(Annotation(number, "quote", tuple(spans), exact, prefix, suffix, AT, AT, said))
    return made


@given(texts(), st.booleans())
def test_in_an_unchanged_text_nothing_is_changed(made: tuple[list[str], Layer], known: bool) -> None:
    text = "".join(made[0])
    found = relocated(text, made[1], LATER, text if known else None)
    assert found.edit is None
    assert found.exact == len(made[1].annotations)


@given(texts(), st.integers(0, 8), st.booleans(), st.sampled_from(NAMES))
def test_a_paragraph_put_in_before_moves_what_is_behind_it_by_just_its_length(
    made: tuple[list[str], Layer], place: int, known: bool, name: str
) -> None:
    lines, marks = made
    place = min(place, len(lines) - 1)
    more = f"{name} !own words of its own! {name}.\n"
    text, new = "".join(lines), "".join([*lines[:place], more, *lines[place:]])
    at = len("".join(lines[:place]))
    found = relocated(new, marks, LATER, text if known else None)
    there = after(found, marks).annotations
    for one in marks.annotations.values():
        shift = len(more) if one.whole.start >= at else 0
        assert there[one.id].spans == tuple(moved(span, shift) for span in one.spans)
        was, now = one.attributes["by"], there[one.id].attributes["by"]
        assert isinstance(was, Entity)
        assert was.at
        assert now in [was._replace(at=moved(was.at, shift)), *([] if known else [was._replace(at=None)])]
    assert found.moved == sum(one.whole.start >= at for one in marks.annotations.values())


@given(texts(), st.integers(0, 8), st.booleans())
def test_words_that_were_deleted_are_an_orphan_and_never_in_another_place(
    made: tuple[list[str], Layer], place: int, known: bool
) -> None:
    lines, marks = made
    place = min(place, len(lines) - 1)
    text, new = "".join(lines), "".join([*lines[:place], *lines[place + 1 :]])
    start = len("".join(lines[:place]))
    end = start + len(lines[place])
    assume(new.strip())
    there = after(relocated(new, marks, LATER, text if known else None), marks).annotations
    for one in marks.annotations.values():
        if start <= one.whole.start < end:
            assert there[one.id] == one._replace(spans=(), attributes=there[one.id].attributes)
        elif there[one.id].spans:
            shift = len(lines[place]) if one.whole.start >= end else 0
            assert there[one.id].whole.start == one.whole.start - shift
