import pytest

from annotations.entity import Entity
from annotations.tagging import quote_type
from seeds.article import Kind
from tests.tui.reading import after, marked, means, press, reading, refused, tag, words
from tui import marking
from tui.intent import Intent, Refusal
from tui.mouse import clicked
from tui.selection import Selection
from tui.session import Session


def quote(session: Session) -> Intent | Refusal:
    return marking.tag_selection(session, tag("quote"), means())


def select(session: Session, part: str) -> Session:
    start = session.text.index(part)
    return session.select(Selection(start, start + len(part)))


@pytest.mark.parametrize(
    ("before", "name", "after_it"),
    [
        ("He said “we [w|]ill go” and left. Then rain.", "quote", "He said [“we will go”|] and left. Then rain."),
        ("He left. The[n|] rain.", "quote", "He left. [Then rain.|]"),
        ("No talks unless the[y|] leave. He left.", "precondition", "[No talks unless they leave.|] He left."),
        ("They met Mara H[o|]lt there.", "participant", "They met [Mara Holt|] there."),
        ("They [met Mara|] Holt there.", "participant", "They [met Mara|] Holt there."),
    ],
)
def test_a_digit_tags_the_selection_or_around_a_bare_caret_the_unit_of_the_tag(
    before: str, name: str, after_it: str
) -> None:
    session = reading(before)
    tagged = after(session, marking.tag_selection(session, tag(name), means()))
    assert marked(tagged) == after_it
    assert tagged.annotation
    assert tagged.annotation.tag == name


def test_the_same_words_carry_several_tags_but_not_one_twice() -> None:
    session = press(reading("They met [Mara Holt|] there."), quote)
    twice = press(session, lambda s: marking.tag_selection(s, tag("participant"), means()))
    assert words(twice) == [("quote", ("Mara Holt",)), ("participant", ("Mara Holt",))]
    assert "already" in refused(quote(twice))


def test_a_selection_across_folded_text_becomes_a_span_for_each_visible_stretch() -> None:
    session = reading("We [agree\n\nShare this\n\nto meet|] soon.", chrome="Share this")
    assert words(press(session, quote)) == [("quote", ("agree", "to meet"))]


def test_the_words_behind_a_quotation_become_its_speaker_and_it_is_bound_again() -> None:
    session = press(reading("[“We agree,”|] Mara Holt said."), quote)
    named = press(select(session, "Mara Holt"), lambda s: marking.speaker(s, means()))
    assert named.annotation
    assert named.annotation.attributes["speaker"] == Entity("Mara Holt", None, named.selection.span)
    again = press(select(named, "Mara"), lambda s: marking.speaker(s, means()))
    assert again.annotation
    speaker = again.annotation.attributes["speaker"]
    assert isinstance(speaker, Entity)
    assert speaker.name == "Mara"


def test_a_quotation_is_not_its_own_speaker() -> None:
    session = press(reading("[“We agree,”|] Mara Holt said."), quote)
    assert "own words" in refused(marking.speaker(session, means()))
    assert "own words" in refused(marking.speaker(select(session, "agree"), means()))


def test_reported_speech_may_hold_its_speaker() -> None:
    session = press(reading("[Mara Holt said they agree.|]"), quote)
    assert "own words" in refused(marking.speaker(session, means()))
    named = press(select(session, "Mara Holt"), lambda s: marking.speaker(s, means()))
    assert named.annotation
    assert "speaker" in named.annotation.attributes


def test_a_participant_is_named_only_while_it_is_bound_and_the_quotation_before_it_otherwise() -> None:
    session = press(reading("[“We agree,”|] Mara Holt said."), quote)
    participant = press(select(session, "Mara Holt"), lambda s: marking.tag_selection(s, tag("participant"), means()))
    entity = press(participant, lambda s: marking.speaker(s, means()))
    assert entity.annotation
    assert "entity" in entity.annotation.attributes
    speaker = press(select(entity, "Holt"), lambda s: marking.speaker(s, means()))
    assert speaker.annotation
    assert speaker.annotation.tag == "quote"


def test_the_other_half_of_a_split_quotation_is_added_to_the_first() -> None:
    session = press(reading("[“We agree,”|] she said, “to meet.”"), quote)
    joined = press(select(session, "“to meet.”"), lambda s: marking.join(s, means()))
    assert words(joined) == [("quote", ("“We agree,”", "“to meet.”"))]
    assert "already" in refused(marking.join(joined, means()))


def test_repeating_tags_with_the_same_fields() -> None:
    session = press(reading("[“We agree,”|] Mara Holt said. “We go.”"), quote)
    session = press(select(session, "Mara Holt"), lambda s: marking.speaker(s, means()))
    repeated = press(select(session, "“We go.”"), lambda s: marking.repeat(s, means()))
    assert repeated.annotation
    assert repeated.annotation.exact == ("“We go.”",)
    assert isinstance(repeated.annotation.attributes["speaker"], Entity)


def test_moving_the_selection_lets_go_and_deleting_needs_something_bound() -> None:
    session = press(reading("[“We agree,”|] she said."), quote)
    assert "no annotation is bound" in refused(marking.delete(select(session, "she"), means()))
    gone = press(session, lambda s: marking.delete(s, means()))
    assert words(gone) == []
    assert gone.annotation is None


def test_a_click_binds_the_shortest_annotation_there() -> None:
    session = press(reading("[Mara Holt said they agree.|] So."), quote)
    session = press(select(session, "Mara Holt"), lambda s: marking.tag_selection(s, tag("participant"), means()))
    there = clicked(session, session.text.index("Holt"), extend=False, clicks=1)
    assert there.annotation
    assert there.annotation.tag == "participant"
    assert clicked(session, session.text.index("So."), extend=False, clicks=1).annotation is None


def test_another_tag_and_a_type_that_follows_it() -> None:
    session = press(reading("[“We agree,”|] she said."), quote)
    other = press(session, lambda s: marking.retag(s, tag("precondition"), means()))
    assert words(other) == [("precondition", ("“We agree,”",))]
    back = press(other, lambda s: marking.retag(s, tag("quote"), means()))
    assert back.annotation
    assert back.annotation.attributes["type"] == quote_type(back.article, back.annotation.spans) == "direct"


def test_chrome_that_is_tagged_stays_in_sight_when_it_is_folded_again() -> None:
    session = reading("We agree.\n\n[Share this|]\n\nSo.", chrome="Share this").unfold(unfolded=True)
    session = select(session, "Share this")
    folded = press(session, quote).unfold(unfolded=False)
    assert [b.span.of(folded.text) for b in folded.view.shown if b.kind is Kind.CHROME] == ["Share this"]


def test_a_bare_caret_in_a_name_means_the_name() -> None:
    session = press(reading("[“We agree,”|] Mara Holt said."), quote)
    session = press(session.place(session.text.index("olt")), lambda s: marking.speaker(s, means()))
    assert session.annotation
    speaker = session.annotation.attributes["speaker"]
    assert isinstance(speaker, Entity)
    assert speaker.name == "Mara Holt"
    assert speaker.at
    assert speaker.at.of(session.text) == "Mara Holt"


def test_a_bare_caret_in_the_other_stretch_of_a_quotation_adds_the_stretch() -> None:
    session = press(reading("[“We agree,”|] Mara Holt said, “to meet.”"), quote)
    session = press(session.place(session.text.index("meet")), lambda s: marking.join(s, means()))
    assert words(session) == [("quote", ("“We agree,”", "“to meet.”"))]


def join(session: Session) -> Intent | Refusal:
    return marking.join(session, means())


SPLIT = "“[W|]e agree,” Mara Holt said, “to meet.”"


def test_what_is_offered_is_what_plus_adds_and_only_while_nothing_else_is_selected() -> None:
    session = press(select(reading(SPLIT), "“We agree,”"), quote)
    offered = marking.other_stretch(session)
    assert offered
    assert offered.of(session.text) == "“to meet.”"
    named = select(session, "Mara Holt").bind(session.layer.in_order[0])
    assert marking.other_stretch(named) is None
    added = press(session, join)
    assert words(added) == [("quote", ("“We agree,”", "“to meet.”"))]
    assert marking.other_stretch(added) is None


def test_plus_on_a_whole_quotation_never_swallows_what_stands_between_its_stretches() -> None:
    session = press(press(select(reading(SPLIT), "“We agree,”"), quote), join)
    whole = session.go_to(session.layer.in_order[0])
    assert "select the words to add" in refused(join(whole))
