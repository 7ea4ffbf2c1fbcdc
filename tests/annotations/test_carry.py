"""What was said of an article goes along to the version that replaces it: once, as one edit, and nothing is lost."""

from pathlib import Path

import pytest

from annotations import digest
from annotations.state import places
from tests.annotations.shelf import deleted, noted, said
from tests.annotations.successors import FIRST, LATER, SECOND, Versions, marked, prepared, put, words


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return prepared(tmp_path / "talks")


def test_all_is_carried_over_as_one_edit_and_the_earlier_version_stays(versions: Versions) -> None:
    before, layer = versions.files(0), versions.store().open(versions.ids[0]).layer
    found, folio = versions.opened(1)
    assert found
    assert found.said == "2 moved"
    assert words(SECOND, folio.layer) == {11: "“It is half an offer,”", 12: "Ida Brook"}
    assert folio.layer.annotations[12] == layer.annotations[12]._replace(
        spans=folio.layer.annotations[12].spans,
        prefix=folio.layer.annotations[12].prefix,
        suffix=folio.layer.annotations[12].suffix,
    )
    assert folio.layer.own == {
        "status": "done",
        "note": "ask for the tally",
        "carried": f"{versions.ids[0]} {digest.of(layer.annotations, layer.own):032x}",
    }
    [[edit]] = folio.history.done
    assert edit == found.edit
    assert (edit.label, edit.at) == ("carried over 2 annotations from the earlier version", LATER)
    assert versions.files(0) == before


def test_it_is_carried_over_once(versions: Versions) -> None:
    versions.opened(1)
    before = versions.files(1)
    again, folio = versions.opened(1)
    assert again is None
    assert len(folio.history.done) == 1
    assert versions.files(1) == before


def test_an_article_that_replaces_nothing_has_nothing_to_carry(versions: Versions) -> None:
    assert versions.opened(0)[0] is None


def test_who_said_nothing_carries_nothing(versions: Versions) -> None:
    found, folio = versions.opened(1, "jo")
    assert found is None
    assert folio.layer.own == {}
    assert not places(versions.library, "jo", versions.ids[1]).log.exists()


def test_a_status_alone_is_carried_over(versions: Versions) -> None:
    versions.said(0, said("status", None, "skipped"), "jo")
    found, folio = versions.opened(1, "jo")
    assert found
    assert found.edit
    assert found.edit.label == "carried over status and note from the earlier version"
    assert folio.layer.status == "skipped"


def test_what_was_said_of_the_new_version_already_stays(versions: Versions) -> None:
    versions.said(1, said("note", None, "longer now"))
    versions.said(1, put(marked(11, SECOND, "The port waits.")))
    found, folio = versions.opened(1)
    assert found
    assert words(SECOND, folio.layer) == {11: "The port waits.", 12: "Ida Brook"}
    assert (folio.layer.own["note"], folio.layer.own["status"]) == ("longer now", "done")


def test_what_lost_its_place_is_carried_over_without_one_and_named(versions: Versions) -> None:
    versions.opened(1)
    found, folio = versions.opened(2)
    assert found
    assert [one.exact for one in found.lost] == [("Ida Brook",)]
    assert found.said == "1 stands as it stood, 1 has lost its place"
    assert folio.layer.annotations[12] == found.lost[0]
    assert folio.layer.annotations[12].note == "the union's"


def test_an_undo_takes_the_whole_back_and_the_next_time_it_comes_again(versions: Versions) -> None:
    _, folio = versions.opened(1)
    undo = folio.history.undo(LATER)
    assert undo
    versions.said(1, undo)
    assert versions.store().open(versions.ids[1]).layer.own == {}
    found, folio = versions.opened(1)
    assert found
    assert len(folio.layer.annotations) == 2


def test_what_was_added_to_the_earlier_version_later_comes_and_is_said(versions: Versions) -> None:
    versions.opened(1)
    versions.said(1, noted(versions.store().open(versions.ids[1]).layer.annotations[11], "seen"))
    versions.said(0, put(marked(13, FIRST, "The port waits.")))
    versions.said(0, said("status", "done", "reading"))
    found, folio = versions.opened(1)
    assert found
    assert found.edit
    assert found.edit.label == "carried over 1 more annotation from the earlier version"
    assert found.said == "1 moved"
    assert words(SECOND, folio.layer)[13] == "The port waits."
    assert folio.layer.annotations[11].note == "seen"
    assert folio.layer.status == "done"
    assert versions.opened(1)[0] is None


def test_what_was_deleted_from_the_new_version_does_not_come_again(versions: Versions) -> None:
    _, folio = versions.opened(1)
    versions.said(1, deleted(folio.layer.annotations[12]))
    assert versions.opened(1)[0] is None
    versions.said(0, put(marked(13, FIRST, "The port waits.")))
    _, folio = versions.opened(1)
    assert words(SECOND, folio.layer).keys() == {11, 13}
    assert versions.opened(1)[0] is None


def test_what_was_carried_stays_carried_though_the_history_is_gone(versions: Versions) -> None:
    _, folio = versions.opened(1)
    versions.said(1, deleted(folio.layer.annotations[12]))
    places(versions.library, "mh", versions.ids[1]).log.unlink()
    found, folio = versions.opened(1)
    assert found is None
    assert folio.layer.annotations.keys() == {11}


def test_a_status_that_was_taken_back_does_not_come_again(versions: Versions) -> None:
    versions.opened(1)
    versions.said(1, said("status", "done", None))
    versions.said(0, put(marked(13, FIRST, "The port waits.")))
    found, folio = versions.opened(1)
    assert found
    assert folio.layer.status == "unread"
