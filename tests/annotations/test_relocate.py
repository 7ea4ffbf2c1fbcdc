"""A text changes: what was marked goes along with its words, or says that it has lost them; never to other words."""

import re

import pytest

from annotations.anchor import describe
from annotations.annotation import Annotation, Link
from annotations.entity import Entity
from annotations.relocate import Relocation, relocated
from seeds.span import Span
from tests.annotations.relocating import AT, LATER, TEXT, after, layer, marked, words


@pytest.fixture(params=[True, False], ids=["the old text is known", "the old text is gone"])
def before(request: pytest.FixtureRequest) -> str | None:
    return TEXT if request.param else None


def test_what_moved_is_told_from_what_stands_and_what_is_lost(before: str | None) -> None:
    speaker = Entity("Ina Vogt", None, Span(TEXT.index("Ina Vogt"), TEXT.index("Ina Vogt") + 8))
    known = layer(
        marked(1, TEXT, "Salt works"),
        marked(2, TEXT, "“Nobody comes back for less,”", "“and nobody has asked us.”", said={"speaker": speaker}),
        marked(3, TEXT, "Vogt left before noon."),
        Annotation(4, "remark", (), (), "", "", AT, AT),
    )
    text = TEXT.replace("for a third day\n", "for a third day\nA ship waits in the roads.\n")
    text = text.replace("Vogt left before noon. ", "")
    found = relocated(text, known, LATER, before)
    assert found.said == "2 stand as they stood, 1 moved, 1 has lost its place"
    assert (found.exact, found.moved, found.orphaned) == (2, 1, 1)
    assert [one.id for one in found.lost] == [3]
    there = after(found, known).annotations
    assert words(text, there[2]) == known.annotations[2].exact == there[2].exact
    assert there[2].attributes["speaker"] == speaker._replace(at=Span(text.index("Ina Vogt"), text.index(" said,")))
    assert (there[1].spans, there[4]) == (known.annotations[1].spans, known.annotations[4])
    for one in (there[1], there[2]):
        assert (one.exact, one.prefix, one.suffix) == describe(text, one.spans)
    assert relocated(text, after(found, known), LATER).edit is None


def test_an_orphan_keeps_its_words_and_all_that_was_said_of_them(before: str | None) -> None:
    made = marked(3, TEXT, "Vogt left before noon.", said={"type": "indirect"})._replace(
        note="when?", links=(Link("answers", 9),)
    )
    (lost,) = relocated(TEXT.replace("Vogt left before noon. ", ""), layer(made), LATER, before).lost
    assert lost.orphaned
    assert lost == made._replace(spans=())


def test_an_orphan_comes_back_when_its_words_do(before: str | None) -> None:
    made = marked(3, TEXT, "Vogt left before noon.")
    known = layer(made)
    without = TEXT.replace("Vogt left before noon. ", "")
    lost = after(relocated(without, known, LATER, before), known)
    again = relocated(without, lost, LATER, without)
    assert (again.edit, again.said) == (None, "1 has lost its place")
    back = relocated("A line more.\n" + TEXT, lost, LATER, without)
    assert back.said == "1 is found again"
    found = after(back, lost).annotations[3]
    assert words("A line more.\n" + TEXT, found) == ("Vogt left before noon.",)


def test_who_marked_it_when_stays_and_the_edit_has_its_own_time(before: str | None) -> None:
    known = layer(marked(1, TEXT, "Vogt left before noon."))
    edit = relocated("Late news.\n" + TEXT, known, LATER, before).edit
    assert edit
    assert (edit.at, edit.label) == (LATER, "placed 1 annotation in the changed text")
    assert known.apply(edit).annotations[1].modified == AT
    assert known.apply(edit).apply(edit.inverse()) == known


@pytest.mark.parametrize("nth", range(4))
def test_one_of_several_mentions_that_was_deleted_is_no_other_mention(before: str | None, nth: int) -> None:
    text = TEXT.replace("Ina Vogt said", "Brandt’s man Ina Vogt said")
    old = text if before else None
    mention = marked(1, text, "Brandt", nth=nth)
    line = text[text.rindex("\n", 0, mention.spans[0].start) + 1 : text.index("\n", mention.spans[0].start) + 1]
    found = relocated(text.replace(line, ""), layer(mention), LATER, old)
    assert [one.id for one in found.lost] == [1]


def test_a_paragraph_that_begins_with_the_same_name_does_not_take_the_place_of_a_deleted_one(
    before: str | None,
) -> None:
    text = "The talks on Skarra are over.\nBrandt said that he would stay.\nBrandt sees no reason to go.\nAll left.\n"
    new = text.replace("Brandt said that he would stay.\n", "")
    found = relocated(new, layer(marked(1, text, "Brandt")), LATER, text if before else None)
    assert [one.id for one in found.lost] == [1]


def test_a_sentence_that_is_left_of_two_is_not_the_one_that_was_deleted() -> None:
    sentence = "Brandt said that he would stay in Tern.\n"
    text = f"It rained.\n{sentence}No.\n{sentence}It froze.\n"
    new = text.replace(f"No.\n{sentence}", "")
    found = relocated(new, layer(marked(1, text, "he would", nth=1)), LATER, text)
    assert [one.id for one in found.lost] == [1]


def test_a_short_sentence_that_stands_elsewhere_too_is_another_one(before: str | None) -> None:
    text = "Did she go?\nNo.\nDid he stay where he was until the end?\nNo.\nNobody knows.\n"
    found = relocated(text[: text.rindex("No.")], layer(marked(1, text, "No.", nth=1)), LATER, text if before else None)
    assert [one.id for one in found.lost] == [1]


def test_a_paragraph_with_the_same_name_that_was_put_before_does_not_get_the_tag(before: str | None) -> None:
    text = "Talks.\nBrandt sees no reason to go.\nAll left.\n"
    new = text.replace("Talks.\n", "Talks.\nBrandt said that he would stay.\n")
    known = layer(marked(1, text, "Brandt"))
    found = relocated(new, known, LATER, text if before else None)
    assert found.said == "1 moved"
    assert after(found, known).annotations[1].spans[0].start == new.rindex("Brandt")


def test_the_same_sentence_twice_is_told_apart_by_its_order_while_both_are_there() -> None:
    text = "No.\nHe would stay.\nNo.\nShe would go.\nNo.\n"
    known = layer(*(marked(number, text, "No.", nth=number) for number in range(3)))
    new = text.replace("He would stay", "A line.\nHe would stay").replace("She would", "But she would")
    found = relocated(new, known, LATER, text)
    assert found.said == "1 stands as it stood, 2 moved"
    there = [one.spans[0].start for one in after(found, known).annotations.values()]
    assert there == [match.start() for match in re.finditer(r"No\.", new)]
    assert relocated(text.replace("No.\nShe", "She"), known, LATER, text).orphaned > 0


def test_a_corrected_word_beside_the_tag_does_not_lose_it_where_the_old_text_is_known() -> None:
    known = layer(marked(1, TEXT, "Vogt"), marked(2, TEXT, "Brandt", nth=2))
    new = TEXT.replace("Ina Vogt said", "Ina Vogt answered").replace("stayed until", "stayed on until")
    found = relocated(new, known, LATER, TEXT)
    there = after(found, known).annotations
    assert found.said == "1 stands as it stood, 1 moved"
    assert there[2].spans[0].start == new.rindex("Brandt")


def test_white_space_and_the_shape_of_marks_are_no_other_words(before: str | None) -> None:
    known = layer(marked(1, TEXT, "“Nobody comes back for less,”"))
    new = TEXT.replace("“Nobody comes back", '"Nobody comes\nback').replace("less,”", 'less,"')
    found = relocated(new, known, LATER, before)
    there = after(found, known)
    assert found.said == "1 stands as it stood"
    assert words(new, there.annotations[1]) == there.annotations[1].exact == ('"Nobody comes\nback for less,"',)
    assert relocated(new, there, LATER).edit is None


VOGT = TEXT.index("Ina Vogt")
BRANDT = TEXT.index("Brandt did")


@pytest.mark.parametrize(
    ("changed", "there"),
    [
        (TEXT, "Ina Vogt said"),
        ("News.\n" + TEXT, "Ina Vogt said"),
        (TEXT.replace("Ina Vogt said", "so Ina Vogt said"), "Ina Vogt said"),
        (TEXT.replace("“Nobody comes back for less,” ", ""), "Ina Vogt said"),
        (TEXT.replace("Ina Vogt", "a woman"), ""),
    ],
)
def test_the_place_where_a_name_was_read_goes_along_or_is_let_go(before: str | None, changed: str, there: str) -> None:
    made = marked(1, TEXT, "“Nobody comes back for less,”", said={"by": Entity("Ina Vogt", "e7", Span(VOGT, VOGT + 8))})
    known = layer(made)
    value = after(relocated(changed, known, LATER, before), known).annotations[1].attributes["by"]
    place = Span(changed.index(there), changed.index(there) + 8) if there else None
    assert value == Entity("Ina Vogt", "e7", place)


def test_a_name_that_was_read_far_off_goes_along_though_the_words_stay(before: str | None) -> None:
    at = TEXT.index("Vogt left")
    known = layer(marked(1, TEXT, "Salt works", said={"by": Entity("Vogt left", None, Span(at, at + 9))}))
    new = TEXT.replace("“Nobody", "On Monday “Nobody")
    found = relocated(new, known, LATER, before)
    assert found.said == "1 stands as it stood"
    assert after(found, known).annotations[1].attributes["by"] == Entity("Vogt left", None, Span(at + 10, at + 19))


def test_a_name_that_stands_in_several_places_is_the_one_that_was_read_or_none(before: str | None) -> None:
    made = marked(1, TEXT, "“and nobody has asked us.”", said={"by": Entity("Brandt", None, Span(BRANDT, BRANDT + 6))})
    known = layer(made)
    new = TEXT.replace("Brandt did not answer her.", "He did not answer her.")
    value = after(relocated(new, known, LATER, before), known).annotations[1].attributes["by"]
    assert value == Entity("Brandt", None, None)


def test_a_pronoun_that_was_read_for_a_name_stays_and_goes_along_with_words_beside_it(before: str | None) -> None:
    at = TEXT.index("he would not")
    made = marked(1, TEXT, "would not raise the rate", said={"by": Entity("Ivo Brandt", None, Span(at, at + 2))})
    known = layer(made)
    assert relocated(TEXT, known, LATER, before).edit is None
    new = "News.\n" + TEXT
    value = after(relocated(new, known, LATER, before), known).annotations[1].attributes["by"]
    assert value == Entity("Ivo Brandt", None, Span(at + 6, at + 8))


def test_there_is_a_sentence_for_every_count() -> None:
    assert Relocation().said == "there is no annotation"
    assert Relocation(1, 1, 1, 1).said == "1 stands as it stood, 1 moved, 1 is found again, 1 has lost its place"
    assert Relocation(2, 2, 2, 2).said == "2 stand as they stood, 2 moved, 2 are found again, 2 have lost their place"
