from datetime import UTC, datetime

import pytest

from annotations.annotation import Annotation
from annotations.codebook import DEFAULT, Tag
from annotations.edit import Layer
from annotations.entity import Entity
from annotations.tagging import annotate, joined, quote_type, respanned, retagged, tagged, twin, words
from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span

NOW = datetime(2026, 5, 3, 10, tzinfo=UTC)
TEXT = "“We will come,” Mara Holt said, “if we are asked.”\n\nShe called the draft “a bad joke” and left. It rained."


def article(text: str = TEXT) -> Article:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(Span(at, at + len(line)), Kind.BODY, 1.0, ""))
        at += len(line) + 1
    return Article("d1", text, tuple(blocks), Meta(), NOW)


def place(text: str) -> Span:
    start = TEXT.index(text)
    return Span(start, start + len(text))


def tag(name: str) -> Tag:
    found = DEFAULT.get(name)
    assert found
    return found


def make(*parts: str, name: str = "quote") -> Annotation:
    return annotate(article(), [place(part) for part in parts], tag(name), id=7, at=NOW)


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        (["“We will come,”"], "direct"),
        (["We will come"], "direct"),
        (["“We will come,”", "“if we are asked.”"], "direct"),
        (["“We will come,” Mara Holt said"], "mixed"),
        (["the draft “a bad joke” and left"], "mixed"),
        (["It rained."], "indirect"),
        (["asked.”\n\nShe called"], "mixed"),
    ],
)
def test_the_type_of_a_quotation_is_read_from_its_marks(parts: list[str], kind: str) -> None:
    assert quote_type(article(), [place(part) for part in parts]) == kind
    assert make(*parts).attributes["type"] == kind


def test_only_quotes_have_a_type() -> None:
    assert "type" not in make("Mara Holt", name="participant").attributes


def test_an_annotation_knows_its_words_and_what_stands_around_them() -> None:
    annotation = make("Mara Holt")
    assert annotation.exact == ("Mara Holt",)
    assert annotation.prefix.endswith("come,” ")
    assert annotation.suffix.startswith(" said, “if")


def test_a_type_that_was_read_from_the_marks_follows_the_words_and_one_that_was_chosen_stays() -> None:
    wider = [place("“We will come,” Mara Holt")]
    assert respanned(article(), make("“We will come,”"), wider, tag("quote")).attributes["type"] == "mixed"
    chosen = annotate(
        article(), [place("“We will come,”")], tag("quote"), id=7, at=NOW, attributes={"type": "indirect"}
    )
    assert respanned(article(), chosen, wider, tag("quote")).attributes["type"] == "indirect"


def test_another_tag_keeps_only_the_fields_that_it_knows() -> None:
    quote = annotate(
        article(), [place("It rained.")], tag("quote"), id=7, at=NOW, attributes={"speaker": Entity("Mara Holt")}
    )
    after = retagged(article(), quote, tag("precondition"))
    assert (after.tag, dict(after.attributes)) == ("precondition", {})


def test_spans_that_touch_become_one() -> None:
    assert joined([Span(5, 9), Span(0, 3), Span(3, 4), Span(8, 12)]) == (Span(0, 4), Span(5, 12))


def test_the_same_tag_on_the_same_words_is_known() -> None:
    layer = Layer().apply(tagged(make("It rained.")))
    assert twin(layer, "quote", (place("It rained."),))
    assert not twin(layer, "precondition", (place("It rained."),))


def test_words_are_told_short_and_without_their_own_marks() -> None:
    assert words(make("“We will come,”")) == "“We will come,”"
    assert words(make("She called the draft “a bad joke” and left.")).endswith("…”")
