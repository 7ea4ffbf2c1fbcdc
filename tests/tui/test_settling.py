"""What two machines said differently is told where one stands, and one key settles it."""

from datetime import timedelta

from annotations.annotation import Annotation
from annotations.edit import Layer
from annotations.merge import merged
from annotations.tables import Tables
from tests.tui.margins import made
from tests.tui.reading import means, press, reading, refused, tag
from tui import marking, settling
from tui.hints import _what
from tui.margin import Listed, entry
from tui.session import Session
from tui.undecided import undecided


def said(*annotations: Annotation) -> Tables:
    return Tables({one.id: one for one in annotations}, {}, {})


def in_conflict(*, deleted: bool = False) -> Session:
    """A session in which a quote was noted here, and noted otherwise or deleted elsewhere; it is bound."""
    session = press(
        reading("[“We agree,”|] Mara Holt said."), lambda s: marking.tag_selection(s, tag("quote"), means())
    )
    assert session.annotation
    one = session.annotation
    here = one._replace(note="here", modified=one.modified + timedelta(hours=1))
    there = said() if deleted else said(one._replace(note="there", modified=one.modified + timedelta(minutes=1)))
    both = merged(said(one), said(here), there).tables
    return session.with_folio(Layer(both.annotations), session.history).bind(both.annotations[one.id])


def test_a_version_is_kept_by_one_key_and_the_other_goes() -> None:
    session = in_conflict()
    assert "≠ 2 versions: ! keeps this one" in _what(session)
    kept = press(session, lambda s: settling.keep(s, means()))
    assert [one.note for one in kept.layer.annotations.values()] == ["here"]
    assert "≠" not in " ".join(_what(kept))
    assert refused(settling.keep(kept, means())) == settling.NO_OTHER


def test_the_version_of_the_other_machine_can_be_kept_as_well() -> None:
    session = in_conflict()
    [other] = (one for one in session.layer.annotations.values() if one.note == "there")
    kept = press(session.bind(other), lambda s: settling.keep(s, means()))
    assert [one.note for one in kept.layer.annotations.values()] == ["there"]


def test_what_was_deleted_elsewhere_says_so_and_stays_if_one_wants() -> None:
    session = in_conflict(deleted=True)
    assert "deleted in another place: ! keeps it, d deletes it" in _what(session)
    kept = press(session, lambda s: settling.keep(s, means()))
    assert [one.conflicts for one in kept.layer.annotations.values()] == [()]
    gone = press(session, lambda s: marking.delete(s, means()))
    assert not gone.layer.annotations


def test_deleting_one_version_settles_it_too() -> None:
    gone = press(in_conflict(), lambda s: marking.delete(s, means()))
    assert [(one.note, one.conflicts) for one in gone.layer.annotations.values()] == [("there", ())]


def test_without_a_bound_annotation_nothing_is_kept() -> None:
    assert "no annotation is bound" in refused(settling.keep(reading("They [met|] there."), means()))


def test_what_is_undecided_is_told_with_the_key_that_settles_it() -> None:
    own = {"status": "done", "conflict status": "reading"}
    corrections = {"conflict published_at": "2024-05-03", "published_at": "2024-05"}
    assert list(undecided(Layer({}, own, corrections))) == [
        "status here: “done”, elsewhere: “reading”; r settles it",
        "the date here: “2024-05”, elsewhere: “2024-05-03”; I settles it",
    ]
    assert list(undecided(Layer({}, {"status": "done"}))) == []
    [told] = undecided(in_conflict().layer)
    assert told.startswith("2 annotations were changed in two places")


def test_the_margin_marks_what_has_two_versions_and_what_has_lost_its_place() -> None:
    one = made(7, "quote", "“We wait,”")
    orphan = one._replace(spans=())
    session = in_conflict()
    assert session.annotation
    assert entry(Listed(session.annotation), session.codebook, 30).words == ("≠ “We agree,”",)
    assert entry(Listed(orphan), session.codebook, 30).words == ("∅ “We wait,”",)
    assert entry(Listed(one), session.codebook, 30).words == ("“We wait,”",)
    both = session.annotation._replace(spans=())
    assert entry(Listed(both), session.codebook, 30).words == ("≠ ∅ “We agree,”",)


def test_an_orphan_gets_its_place_by_selecting_its_words_and_plus() -> None:
    session = press(
        reading("[“We agree,”|] Mara Holt said."), lambda s: marking.tag_selection(s, tag("quote"), means())
    )
    assert session.annotation
    whole = session.annotation
    orphan = whole._replace(spans=(), exact=("“We agreed,”",))
    lost = session.with_folio(Layer({orphan.id: orphan}), session.history).bind(orphan)
    assert "it has no place in this text: select its words, then +" in _what(lost)
    placed = press(lost, lambda s: marking.join(s, means()))
    assert [(one.spans, one.exact) for one in placed.layer.annotations.values()] == [(whole.spans, ("“We agree,”",))]
