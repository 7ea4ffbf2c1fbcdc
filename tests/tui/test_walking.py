"""The walk through annotations: nested ones in order, other coders' among them."""

from annotations.annotation import Annotation
from seeds.span import Span
from tests.tui.reading import means, press, reading, tag
from tui import marking
from tui.intent import Refusal
from tui.selection import Selection
from tui.session import Session
from tui.voices import Theirs
from tui.walking import Stop, following, gone_to

TEXT = "Mara Holt said they agree. So."


def tagged(session: Session, words: str, name: str) -> Session:
    start = session.text.index(words)
    there = session.select(Selection.of(Span(start, start + len(words))))
    return press(there, lambda s: marking.tag_selection(s, tag(name), means()))


def theirs(session: Session, words: str, coder: str = "ab") -> Theirs:
    """Another coder's participant on some words."""
    annotation = tagged(session, words, "participant").annotation
    assert annotation
    return Theirs(coder, annotation)


def at(session: Session, words: str) -> Session:
    return session.place(session.text.index(words))


def words(stop: Stop | None) -> str:
    annotation = stop.annotation if isinstance(stop, Theirs) else stop
    return "nothing" if annotation is None else annotation.exact[0]


def test_the_walk_takes_nested_annotations_in_order_and_ends() -> None:
    session = tagged(
        tagged(reading("[M|]ara Holt said they agree. So."), "Mara Holt said they agree.", "quote"),
        "Holt",
        "participant",
    )
    seen, stop = [], following(at(session, "Mara"), ())
    while isinstance(stop, Annotation):
        seen.append(words(stop))
        session = session.go_to(stop)
        stop = following(session, ())
    assert seen == ["Mara Holt said they agree.", "Holt"]
    assert words(following(session, (), back=True)) == "Mara Holt said they agree."


def test_the_walk_begins_with_the_shortest_annotation_around_the_caret_or_else_the_next() -> None:
    session = tagged(tagged(reading("[M|]ara Holt said they agree. So."), "Mara Holt said", "quote"), "agree", "quote")
    assert words(following(at(session, "said"), ())) == "Mara Holt said"
    assert words(following(at(session, "they"), ())) == "agree"
    assert words(following(at(session, "they"), (), back=True)) == "Mara Holt said"
    assert following(at(session, "So"), ()) is None


def test_others_annotations_are_walked_through_while_they_are_shown_and_bind_nothing() -> None:
    own = tagged(reading("[M|]ara Holt said they agree. So."), "agree", "quote")
    guest = theirs(own, "Holt")
    start = at(own, "Mara")
    assert words(following(start, ())) == "agree"
    stop = following(start, (guest,))
    assert stop == guest
    visiting = gone_to(start, guest)
    assert visiting.annotation is None
    assert visiting.selection.span.of(TEXT) == "Holt"
    assert words(following(visiting, (guest,))) == "agree"
    assert following(own, (guest,), back=True) == guest


def test_what_is_done_to_anothers_annotation_is_refused_by_name_and_a_copy_of_it_is_ones_own() -> None:
    session = reading("[M|]ara Holt said they agree. So.")
    visiting = gone_to(session, theirs(session, "Holt", "ab\x1b[2J"))
    refusals = [marking.delete(visiting, means()), marking.retag(visiting, tag("quote"), means())]
    assert all(isinstance(one, Refusal) and "ab␛[2J" in one.said for one in refusals)
    copied = press(visiting, lambda s: marking.repeat(s, means()))
    assert [(one.tag, one.exact) for one in copied.layer.in_order] == [("participant", ("Holt",))]
    assert copied.annotation
    assert copied.guest is None


def test_a_copy_of_anothers_split_annotation_keeps_its_stretches_and_of_one_without_words_has_none() -> None:
    session = reading("[M|]ara Holt said they agree. So.")
    split = theirs(session, "Holt").annotation._replace(spans=(Span(0, 4), Span(15, 19)), tag="quote")
    whole = split._replace(spans=(), exact=(), tag="participant")
    for annotation, spans in ((split, (Span(0, 4), Span(15, 19))), (whole, ())):
        copied = press(gone_to(session, Theirs("ab", annotation)), lambda s: marking.repeat(s, means()))
        assert copied.layer.in_order[-1].spans == spans


def test_anothers_annotation_in_folded_text_is_unfolded() -> None:
    session = reading("[M|]ara Holt said.\nShare this", "Share this")
    visiting = gone_to(session, Theirs("ab", theirs(session, "Holt").annotation._replace(spans=(Span(16, 21),))))
    assert visiting.view.unfolded
    assert visiting.selection.span == Span(16, 21)
