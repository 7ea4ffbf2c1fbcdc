"""What was said of an article goes along to the version that replaces it: once, as one edit, and nothing is lost."""

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from annotations import digest, sources
from annotations.anchor import describe
from annotations.annotation import Annotation, Link
from annotations.carry import carry, corrections_kept, seen
from annotations.edit import Change, Conflict, Edit, FieldChange, Layer
from annotations.errors import DamagedFile, NewerSchema
from annotations.library import Library
from annotations.relocate import Relocation
from annotations.state import places
from annotations.store import Folio, Store
from seeds.article import Article, Meta
from seeds.errors import Problem
from seeds.span import Span
from tests.annotations.shelf import AT, article, deleted, noted, now, said, shelved

FIRST = (
    "Dockers of Tern vote\n"
    "The dockers of Tern vote on the offer today.\n"
    "“It is half an offer,” Ida Brook said.\n"
    "The port waits.\n"
    "Follow us\n"
)
SECOND = FIRST.replace("The dockers", "A crowd has gathered at the gate.\nThe dockers")
THIRD = SECOND.replace("The port waits.\n", "The vote is over.\nThe port waits.\n").replace(
    "Ida Brook said", "she said"
)
LATER = AT + timedelta(days=2)


def marked(number: int, text: str, words: str) -> Annotation:
    spans = (Span(text.index(words), text.index(words) + len(words)),)
    exact, prefix, suffix = describe(text, spans)
    return Annotation(number, "quote", spans, exact, prefix, suffix, AT, AT)


def put(*annotations: Annotation) -> Edit:
    return Edit(tuple(Change(None, one) for one in annotations), "tagged", AT)


OFFER, BROOK = marked(11, FIRST, "“It is half an offer,”"), marked(12, FIRST, "Ida Brook")


class Versions:
    """A library with three versions of an article, each of which replaces the one before."""

    def __init__(self, root: Path) -> None:
        self.library, [first] = shelved(root, article(FIRST))
        self.ids = [first]
        for minutes, text in enumerate((SECOND, THIRD), 1):
            later = article(text, minutes=minutes)._replace(replaces=self.ids[-1])
            written = sources.write(self.library, later)
            assert written
            self.ids.append(written.id)

    def article(self, version: int) -> Article:
        return sources.load(self.library, self.ids[version])

    def store(self, coder: str = "mh") -> Store:
        return Store(self.library, coder, now=now)

    def opened(self, version: int, coder: str = "mh") -> tuple[Relocation | None, Folio]:
        """What a reader who opens a version is told, and what is there then."""
        store = self.store(coder)
        store.open(self.ids[version])
        return carry(store, self.article(version), LATER), store.open(self.ids[version])

    def said(self, version: int, edit: Edit, coder: str = "mh") -> None:
        store = self.store(coder)
        store.commit(self.ids[version], edit)
        store.close()

    def files(self, version: int) -> Mapping[Path, bytes]:
        where = places(self.library, "mh", self.ids[version])
        return {path: path.read_bytes() for path in where if path.exists()}


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    made = Versions(tmp_path / "talks")
    made.said(0, put(OFFER, BROOK._replace(links=(Link("speaks", 11),), note="the union's")))
    made.said(0, said("status", None, "done"))
    made.said(0, said("note", None, "ask for the tally"))
    made.said(0, said("title", None, "Tern votes"))
    return made


def words(text: str, layer: Layer) -> dict[int, str]:
    return {one.id: one.whole.of(text) for one in layer.annotations.values()}


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


@pytest.mark.parametrize("coder", ["mh", "jo"])
def test_a_version_in_between_need_not_have_been_opened(versions: Versions, coder: str) -> None:
    """One coder has opened it, the other one has not: the last version is the same, and so it stays later."""
    versions.said(0, put(OFFER, BROOK), "jo")
    if coder == "mh":
        versions.opened(1, coder)
    found, folio = versions.opened(2, coder)
    assert found
    assert found.said == "1 stands as it stood, 1 has lost its place"
    assert words(THIRD, folio.layer)[11] == "“It is half an offer,”"
    assert folio.layer.own["carried"].startswith(versions.ids[1])
    between = places(versions.library, coder, versions.ids[1])
    assert between.log.exists() == (coder == "mh")
    versions.opened(1, coder)
    assert versions.opened(2, coder)[0] is None


def test_what_was_said_of_each_version_comes_together_in_the_last(versions: Versions) -> None:
    versions.said(1, put(marked(21, SECOND, "A crowd has gathered at the gate.")))
    found, folio = versions.opened(2)
    assert found
    assert words(THIRD, folio.layer) == {
        11: "“It is half an offer,”",
        12: "",
        21: "A crowd has gathered at the gate.",
    }
    versions.said(0, put(marked(13, FIRST, "The port waits.")))
    found, folio = versions.opened(2)
    assert found
    assert found.said == "1 moved"
    assert words(THIRD, folio.layer)[13] == "The port waits."
    assert versions.opened(2)[0] is None


def test_a_text_of_the_earlier_version_that_is_gone_is_done_without(versions: Versions) -> None:
    (versions.library.sources / f"{versions.ids[0]}.txt").unlink()
    found, folio = versions.opened(1)
    assert found
    assert found.said == "2 moved"
    assert words(SECOND, folio.layer) == {11: "“It is half an offer,”", 12: "Ida Brook"}


def test_an_earlier_version_that_is_gone_is_still_carried_over(versions: Versions) -> None:
    for suffix in ("txt", "json"):
        (versions.library.sources / f"{versions.ids[0]}.{suffix}").unlink()
    found, _ = versions.opened(1)
    assert found
    assert found.said == "2 moved"


def spoil(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def renew(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"schema": 2', b'"schema": 99'))


@pytest.mark.parametrize(("done", "kind"), [(spoil, DamagedFile), (renew, NewerSchema)])
@pytest.mark.parametrize("what", ["annotations", "source"])
def test_what_cannot_be_read_is_told_nothing_is_carried_and_the_next_time_it_is(
    versions: Versions, done: Callable[[Path], None], kind: type[Problem], what: str
) -> None:
    where = places(versions.library, "mh", versions.ids[0])
    path = where.file if what == "annotations" else versions.library.sources / f"{versions.ids[0]}.json"
    whole = path.read_bytes()
    done(path)
    spoilt = path.read_bytes()
    with pytest.raises(kind):
        versions.opened(1)
    assert path.read_bytes() == spoilt
    assert versions.store().open(versions.ids[1]).layer.annotations == {}
    path.write_bytes(whole)
    found, _ = versions.opened(1)
    assert found
    assert found.said == "2 moved"


def ring(library: Library, article_id: str, replaces: str) -> None:
    path = library.sources / f"{article_id}.json"
    path.write_text(json.dumps(json.loads(path.read_bytes()) | {"replaces": replaces}))


@pytest.mark.parametrize(("last", "carried"), [(0, {11, 12}), (1, set()), (2, set())])
def test_versions_that_replace_each_other_in_a_ring_carry_nothing_round(
    versions: Versions, last: int, carried: set[int]
) -> None:
    ring(versions.library, versions.ids[0], versions.ids[last])
    assert versions.opened(2)[1].layer.annotations.keys() == carried
    assert versions.opened(0)[0] is None


def test_two_who_carry_over_in_the_same_moment_do_it_once(versions: Versions, monkeypatch: pytest.MonkeyPatch) -> None:
    commit, other = Store.commit, versions.store()

    def late(store: Store, article_id: str, edit: Edit) -> Folio:
        if store is not other:
            with monkeypatch.context() as patched:
                patched.setattr(Store, "commit", commit)
                carry(other, versions.article(1), LATER)
        return commit(store, article_id, edit)

    monkeypatch.setattr(Store, "commit", late)
    found, folio = versions.opened(1)
    assert found is None
    assert len(folio.layer.annotations) == 2
    assert len(folio.history.done) == 1


def test_what_never_fits_is_a_conflict_and_no_endless_loop(versions: Versions, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> Folio:
        raise Conflict(FieldChange("status", None, "done"), None)

    monkeypatch.setattr(Store, "commit", refused)
    with pytest.raises(Conflict):
        carry(versions.store(), versions.article(1), LATER)


def test_what_is_still_to_be_carried_over_is_seen_before(versions: Versions) -> None:
    layer = seen(versions.library, "mh", versions.article(2), Layer())
    assert words(THIRD, layer) == {11: "“It is half an offer,”", 12: ""}
    assert layer.status == "done"
    _, folio = versions.opened(2)
    assert folio.layer.annotations == layer.annotations
    assert seen(versions.library, "mh", versions.article(2), folio.layer) == folio.layer


def test_corrections_hold_for_the_later_version_unless_its_text_says_otherwise() -> None:
    corrected = {"title": "Tern votes", "author": "Ida Brook", "publication": "", "kind 0-20": "chrome", "url": "u"}
    earlier = Meta(title="Dockers vote", author="I. Brook", publication="Courier")
    edit, left = corrections_kept(earlier, corrected, earlier._replace(title="Dockers voted"), {"url": "v"}, LATER)
    assert edit
    assert edit.changes == (FieldChange("author", None, "Ida Brook"), FieldChange("publication", None, ""))
    assert left == ["title"]
    assert corrections_kept(earlier, {"kind 0-20": "chrome"}, earlier, {}, LATER) == (None, [])
