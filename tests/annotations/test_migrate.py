"""What an older postil left is read as it was meant, and kept before it is rewritten; nothing newer is read."""

import shutil
from pathlib import Path

import pytest

from annotations import log, sources
from annotations.check import check
from annotations.errors import DamagedFile, NewerSchema
from annotations.library import Library
from annotations.migrate import SCHEMA, STEPS, upgraded
from annotations.past import entries
from annotations.state import places
from annotations.store import Store
from tests.annotations.shelf import noted, now, quote, said, tagged

SCHEMAS = Path(__file__).parent / "schemas"
OLD = sorted(int(path.name) for path in SCHEMAS.iterdir())


@pytest.fixture(params=OLD)
def old(tmp_path: Path, request: pytest.FixtureRequest) -> Library:
    """A library as that older postil left it: seven and eight were tagged, a title corrected, the note of eight changed
    by another program, seven noted, and nine tagged just before a kill."""
    made = shutil.copytree(SCHEMAS / str(request.param), tmp_path / "talks")
    (made / "local").rename(made / ".local")
    return Library.open(made)


def test_there_is_a_library_and_a_step_for_each_older_schema() -> None:
    assert OLD == sorted(STEPS) == list(range(1, SCHEMA))


def test_an_older_library_says_what_it_said(old: Library) -> None:
    [known] = sources.ids(old)
    folio = Store(old, "mh", now=now).open(known)
    assert folio.notices == ()
    assert {one.id: one.note for one in folio.layer.annotations.values()} == {
        7: "the first “offer”",
        8: "from afar",
        9: "",
    }
    assert (folio.layer.status, folio.layer.corrections) == ("reading", {"title": "Ferry talks"})
    assert [step[0].label for step in folio.history.done] == ["noted “the first “offer””", "tagged (9,)"]
    assert sources.load(old, known).replaces == ""
    assert [one.what for one in entries(old, "mh", known)][2:4] == ["title is Ferry talks", "taken over from elsewhere"]


def test_an_older_library_goes_on_in_todays_schema_and_its_files_are_kept(old: Library) -> None:
    [known] = sources.ids(old)
    where, store = places(old, "mh", known), Store(old, "mh", now=now)
    was = {path: path.read_bytes() for path in (where.file, where.corrections)}
    history = where.log.read_bytes()
    store.commit(known, tagged(10))
    store.commit(known, said("title", "Ferry talks", "New"))
    store.close()
    for path, data in was.items():
        assert f'"schema": {SCHEMA}'.encode() in path.read_bytes()
        assert (old.local / "schema-1" / path.relative_to(old.root)).read_bytes() == data
    assert where.log.read_bytes().startswith(history + log.of_schema())
    assert (old.local / "schema-1" / where.log.relative_to(old.root)).read_bytes() == history
    assert list(check(old)) == []
    assert set(Store(old, "mh", now=now).open(known).layer.annotations) == {7, 8, 9, 10}


def test_the_files_of_an_older_library_are_kept_once(old: Library) -> None:
    [known] = sources.ids(old)
    store = Store(old, "mh", now=now)
    store.commit(known, tagged(10))
    store.flush()
    kept = (old.local / "schema-1" / "annotations" / "mh" / f"{known}.json").read_bytes()
    store.commit(known, noted(quote(10), "more"))
    store.flush()
    assert (old.local / "schema-1" / "annotations" / "mh" / f"{known}.json").read_bytes() == kept


def test_a_newer_history_is_refused_and_left_alone(old: Library) -> None:
    [known] = sources.ids(old)
    path = places(old, "mh", known).log
    newer = path.read_bytes() + log._line({"schema": SCHEMA + 1}) + log._line({"wholly": "new"})
    path.write_bytes(newer)
    with pytest.raises(NewerSchema, match=rf"schema {SCHEMA + 1}.*pip install --upgrade postil"):
        Store(old, "mh", now=now).open(known)
    assert path.read_bytes() == newer


def test_a_step_gives_the_next_schema_and_none_is_damage() -> None:
    assert upgraded("source", "a.json", {"schema": 1}) == {"schema": SCHEMA, "replaces": ""}
    with pytest.raises(NewerSchema):
        upgraded("source", "a.json", {"schema": SCHEMA + 1})
    with pytest.raises(DamagedFile, match="tells no schema"):
        upgraded("source", "a.json", {})
