"""Versions that were never opened, that are damaged, gone, or replace each other: nothing is carried twice or lost."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.carry import carry, corrections_kept, seen
from annotations.edit import Conflict, Edit, FieldChange, Layer
from annotations.errors import DamagedFile, NewerSchema
from annotations.library import Library
from annotations.state import places
from annotations.store import Folio, Store
from seeds.article import Meta
from seeds.errors import Problem
from tests.annotations.successors import (
    BROOK,
    FIRST,
    LATER,
    OFFER,
    SECOND,
    THIRD,
    Versions,
    marked,
    prepared,
    put,
    words,
)


@pytest.fixture
def versions(tmp_path: Path) -> Versions:
    return prepared(tmp_path / "talks")


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
