"""An annotation is found where its words are, or it is said that they cannot be found; never is a place guessed."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.anchor import CONTEXT, Exact, Moved, Orphaned, describe, locate, recover
from annotations.annotation import Annotation
from annotations.kept import Kept
from seeds.span import Span

AT = datetime(2026, 1, 1, tzinfo=UTC)
TEXT = (
    "The ferry crews of Tern met on Monday.\n"
    "“We agree,” Mara Holt said, “to meet again.” Nobody else agreed.\n"
    "The port authority spoke of progress. The crews spoke of nothing.\n"
)


def made(text: str, *spans: Span) -> Annotation:
    exact, prefix, suffix = describe(text, spans)
    return Annotation(1, "quote", spans, exact, prefix, suffix, AT, AT)


def of(text: str, *words: str) -> Annotation:
    starts = [text.index(each) for each in words]
    return made(text, *(Span(start, start + len(each)) for start, each in zip(starts, words, strict=True)))


def words_at(text: str, located: object) -> list[str]:
    assert isinstance(located, Exact | Moved)
    return [span.of(text) for span in located.spans]


def test_the_description_holds_the_words_and_what_stands_around_them() -> None:
    exact, prefix, suffix = describe(TEXT, [Span(40, 50), Span(67, 83)])
    assert exact == ("We agree,”", "“to meet again.”")
    assert prefix == TEXT[8:40]
    assert len(prefix) == CONTEXT
    assert suffix == TEXT[83:115]


def test_at_the_edge_of_a_text_there_is_less_context() -> None:
    assert describe("We agree.", [Span(0, 9)]) == (("We agree.",), "", "")


def test_an_annotation_of_the_whole_article_is_where_it_was() -> None:
    assert describe(TEXT, []) == ((), "", "")
    assert locate("anything", made(TEXT)) == Exact(())


def test_words_at_their_place_are_exact() -> None:
    annotation = of(TEXT, "“We agree,”", "“to meet again.”")
    assert locate(TEXT, annotation) == Exact(annotation.spans)


@pytest.mark.parametrize("before", ["A new line.\n", "x", "🛶\n"])
def test_words_that_moved_are_found_and_the_distance_is_said(before: str) -> None:
    annotation = of(TEXT, "“We agree,”", "“to meet again.”")
    located = locate(before + TEXT, annotation)
    assert isinstance(located, Moved)
    assert located.distance == len(before)
    assert words_at(before + TEXT, located) == ["“We agree,”", "“to meet again.”"]


def test_words_that_moved_backwards_have_a_negative_distance() -> None:
    located = locate(TEXT[4:], of(TEXT, "progress"))
    assert isinstance(located, Moved)
    assert located.distance == -4


def test_words_that_stand_twice_are_told_apart_by_their_context() -> None:
    text = "First they spoke of war. Later, by the sea, they spoke of peace."
    annotation = made(text, Span(text.rindex("they"), text.rindex("they") + 4))
    located = locate("Well. " + text, annotation)
    assert isinstance(located, Moved)
    assert located.spans[0].start == text.rindex("they") + 6


def test_the_same_words_by_chance_at_the_old_place_do_not_take_the_tag() -> None:
    old = "Holt smiled. Then Holt signed the paper."
    annotation = made(old, Span(18, 22))
    new = "Why was the pen, Holt asked, so dry? Holt smiled. Then Holt signed the paper."
    assert new.index("Holt") == 17
    assert words_at(new, locate(new, annotation)) == ["Holt"]
    moved = locate("-" + new, annotation)
    assert isinstance(moved, Moved)
    assert moved.spans[0].start == ("-" + new).rindex("Holt")


def test_a_change_beside_the_words_leaves_them_where_they_are() -> None:
    annotation = of(TEXT, "to meet again")
    assert locate(TEXT.replace("Nobody else agreed", "Everybody else agreed"), annotation) == Exact(annotation.spans)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        (TEXT.replace("We agree", "We disagree"), "one word changed"),
        ("Nothing of it is left.", "another text"),
        ("", "an empty text"),
        ("he " * 20, "the old place holds other words"),
    ],
)
def test_words_that_are_gone_are_an_orphan(changed: str, what: str) -> None:
    located = locate(changed, of(TEXT, "“We agree,”"))
    assert located == Orphaned("its words are not in the text"), what


def test_words_in_several_places_that_nothing_tells_apart_are_an_orphan() -> None:
    located = locate("Yes or no? Yes or no? Yes or no?", of("The answer was: no. Or was it?", "no"))
    assert isinstance(located, Orphaned)
    assert "3 places" in located.reason


def test_a_common_word_in_an_unlike_text_is_an_orphan_even_at_the_same_place() -> None:
    annotation = made("We said that he went home early.", Span(13, 15))
    unlike = "Now, perhaps he slept; he dreamt."
    assert unlike[13:15] == "he"
    assert isinstance(locate(unlike, annotation), Orphaned)


def test_a_paragraph_that_stands_twice_leaves_open_which_is_meant() -> None:
    paragraph = "On Monday the crews and the port authority met, and both sides agreed to meet again on Friday.\n"
    located = locate("Again:\n" + paragraph + paragraph, of(paragraph, "both sides agreed"))
    assert located == Orphaned("its words stand in 2 places, and nothing tells which is meant")


def test_a_little_context_does_not_make_one_of_several_places_the_right_one() -> None:
    annotation = made("The crews of the ferry said that he went home early.", Span(33, 35))
    located = locate("Was it he? Perhaps that he slept. Again he dreamt of it.", annotation)
    assert located == Orphaned("its words stand in 3 places, and what is around them fits none of them")


def test_a_word_in_countless_places_is_an_orphan_and_takes_no_time() -> None:
    assert locate("z" * 100_000, of("xyz", "z")) == Orphaned(
        "its words stand in 1000 places or more, and what is around them changed"
    )


def test_white_space_and_the_shape_of_marks_do_not_hide_the_words() -> None:
    annotation = of(TEXT, "“to meet again.”")
    reflowed = TEXT.replace("“to meet again.”", '"to  meet\nagain."')
    located = locate(reflowed, annotation)
    assert words_at(reflowed, located) == ['"to  meet\nagain."']


def test_the_parts_of_a_split_quotation_are_found_when_words_came_between_them() -> None:
    annotation = of(TEXT, "“We agree,”", "“to meet again.”")
    longer = TEXT.replace("Mara Holt said", "Mara Holt said with a smile")
    located = locate("Harbour. " + longer, annotation)
    assert words_at("Harbour. " + longer, located) == ["“We agree,”", "“to meet again.”"]


def test_an_annotation_without_its_words_is_an_orphan() -> None:
    bare = of(TEXT, "Nobody")._replace(exact=("",))
    assert isinstance(locate(TEXT, bare), Orphaned)


@given(
    before=st.text(max_size=20), text=st.text(min_size=1, max_size=60), ends=st.tuples(st.integers(0), st.integers(0))
)
def test_whatever_is_found_has_the_words_it_was_made_of(before: str, text: str, ends: tuple[int, int]) -> None:
    start, end = sorted(each % (len(text) + 1) for each in ends)
    annotation = made(text, Span(start, end))
    if text[start:end].strip():
        assert locate(text, annotation) == Exact((Span(start, end),))
    new = before + text
    located = locate(new, annotation)
    if not isinstance(located, Orphaned):
        assert ["".join(each.split()) for each in words_at(new, located)] == ["".join(text[start:end].split())]


@pytest.mark.parametrize("mention", [0, 1])
def test_the_mention_that_is_left_is_not_the_one_that_was_deleted(mention: int) -> None:
    text = "Holt went home early.\nNobody saw Holt again that week.\n"
    start = [text.index("Holt"), text.rindex("Holt")][mention]
    annotation = made(text, Span(start, start + 4))
    left = text.splitlines(keepends=True)[1 - mention]
    located = locate(left, annotation)
    assert located == Orphaned("its words stand in one place, and what is around them is not what was around them")


def test_an_orphan_stays_one_until_it_is_looked_for() -> None:
    lost = of(TEXT, "“to meet again.”")._replace(spans=())
    assert locate(TEXT, lost) == Orphaned("its place was lost before")
    assert recover("Harbour. " + TEXT, lost) == Moved(of("Harbour. " + TEXT, "“to meet again.”").spans, 0)
    assert isinstance(recover(TEXT.replace("meet", "talk"), lost), Orphaned)
    assert isinstance(recover(TEXT, lost._replace(exact=(" ",))), Orphaned)


def test_an_orphan_of_two_parts_is_found_where_both_stand_in_order() -> None:
    parts = of(TEXT, "“We agree,”", "“to meet again.”")
    text = TEXT.replace("Mara Holt said", "Mara Holt said on the quay")
    found = recover(text, parts._replace(spans=()))
    assert words_at(text, found) == ["“We agree,”", "“to meet again.”"]
    turned = parts._replace(spans=(), exact=parts.exact[::-1])
    assert isinstance(recover(text, turned), Orphaned)


def test_a_long_sentence_that_stood_once_is_known_again_whatever_is_around_it() -> None:
    long = "The crews will not go back to work before the rate of the spring is paid again"
    old = f"At noon, in the yard, Brandt was told: {long}. He left."
    new = f"Much later and elsewhere somebody wrote that {long} to all of them"
    annotation = of(old, long)
    assert isinstance(locate(new, annotation), Orphaned)
    assert words_at(new, locate(new, annotation, Kept(old, new))) == [long]


def test_a_short_word_is_not_known_again_where_its_sentence_is_another() -> None:
    old, new = "At noon he met Vogt in the yard.", "Much later the widow of Vogt was seen elsewhere."
    assert isinstance(locate(new, of(old, "Vogt"), Kept(old, new)), Orphaned)
