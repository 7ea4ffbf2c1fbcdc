"""The page of an article stands compressed beside it, is read again as it came, and may be missing."""

import gzip
from hashlib import sha256
from pathlib import Path, PurePath

import pytest

from annotations import archive, library, pages, sources
from annotations.check import check
from annotations.errors import DamagedFile, NotSaved
from annotations.files import publish
from annotations.library import Library
from annotations.merge_file import merged_file
from seeds.article import Article
from seeds.build import build
from seeds.read import Raw
from tests.annotations.backups import backed_up, restored, shared
from tests.annotations.shelf import AT, article, shelved

PAGE = b"<!DOCTYPE html><meta charset=latin-1><p>Talks \xe9 on Skarra" * 50
OTHER = PAGE + b"<!-- another day's advertisement -->"


def paged(page: bytes = PAGE) -> Article:
    return article()._replace(page=page)


def kept(made: Library, article_id: str) -> Path:
    return made.sources / f"{article_id}.html.gz"


def test_a_page_is_kept_as_it_came_and_the_same_page_is_the_same_file(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks", paged())
    again, _ = shelved(tmp_path / "again", paged())
    assert sources.page(made, known) == PAGE == gzip.decompress(kept(made, known).read_bytes())
    assert kept(made, known).read_bytes() == kept(again, known).read_bytes()
    assert kept(made, known).stat().st_size < len(PAGE)
    assert sources.load(made, known) == article()._replace(id=known)
    assert not list(check(made))


def test_an_article_of_a_text_has_no_page(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks")
    assert sources.page(made, known) == b""
    assert not kept(made, known).exists()


def test_a_missing_page_is_no_damage_and_comes_back_with_the_document(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks", paged())
    kept(made, known).unlink()
    assert not list(check(made))
    assert sources.write(made, paged()) is None
    assert sources.page(made, known) == PAGE


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param(pages.packed(PAGE)[:-9], id="cut"),
        pytest.param(pages.packed(PAGE)[:-8] + bytes(8), id="another checksum"),
        pytest.param(pages.packed(PAGE) + b"\n", id="longer"),
        pytest.param(b"", id="empty"),
        pytest.param(PAGE, id="not packed"),
    ],
)
def test_a_damaged_page_is_said_and_mended_by_adding_it_again(tmp_path: Path, spoilt: bytes) -> None:
    made, [known] = shelved(tmp_path / "talks", paged())
    kept(made, known).write_bytes(spoilt)
    with pytest.raises(DamagedFile, match="it was cut or changed"):
        sources.page(made, known)
    [finding] = check(made)
    assert finding.place == str(kept(made, known))
    assert "the article does not need it" in finding.remedy
    assert sources.load(made, known)
    assert sources.write(made, paged(OTHER)) is None
    assert sources.page(made, known) == OTHER
    assert not list(check(made))


def test_a_whole_page_stays_though_another_comes(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks", paged())
    assert sources.write(made, paged(OTHER)) is None
    assert sources.page(made, known) == PAGE


def test_a_bomb_in_the_place_of_a_page_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, [known] = shelved(tmp_path / "talks", paged(bytes(5000)))
    monkeypatch.setattr(pages, "LIMIT", 4999)
    with pytest.raises(DamagedFile):
        sources.page(made, known)


def test_a_page_without_its_article_is_named(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks", paged())
    kept(made, "d123456789ab").write_bytes(pages.packed(PAGE))
    copy = made.sources / f"{known}.html (conflicted copy).gz"
    copy.write_bytes(pages.packed(PAGE))
    left = made.sources / f".{known}.html.gz.new"
    left.write_bytes(b"half")
    found = {finding.place: finding.why for finding in check(made)}
    assert found == {
        str(kept(made, "d123456789ab")): "its article is not in the library",
        str(copy): f"another program made it as a copy of {known}; it is not read",
        str(left): "a killed writer left it",
    }


def test_pages_are_in_a_backup_and_come_back(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks", paged())
    _, told = backed_up(made, tmp_path / "b.tar.gz")
    again = restored(tmp_path / "b.tar.gz", tmp_path / "again")
    assert not told
    assert shared(again.root) == shared(made.root)
    assert sources.page(again, known) == PAGE


def test_a_damaged_page_is_told_and_in_the_backup(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks", paged())
    kept(made, known).write_bytes(b"spoilt")
    _, told = backed_up(made, tmp_path / "b.tar.gz")
    assert [str(kept(made, known)) in problem for problem in map(str, told)] == [True]
    assert shared(restored(tmp_path / "b.tar.gz", tmp_path / "again").root) == shared(made.root)


@pytest.mark.parametrize("name", ["corrections/{}.html.gz", "sources/{}.html", "sources/{}.gz", "sources/d1.html.gz"])
def test_a_backup_holds_pages_in_their_place_alone(name: str) -> None:
    assert archive.shaped("sources/d01234567890.html.gz")
    assert not archive.shaped(name.format("d01234567890"))


def test_two_machines_that_merge_their_pages_of_an_article_keep_the_same_whole_one() -> None:
    path = PurePath("sources/d01234567890.html.gz")
    one, other = pages.packed(PAGE), pages.packed(OTHER)
    assert merged_file(path, b"", one, other) == merged_file(path, b"", other, one)
    assert merged_file(path, b"", one, other)[0] in (one, other)
    assert merged_file(path, b"", one[:-5], other) == (other, ())
    assert merged_file(path, one, one, other) == (other, ())


def test_nothing_of_a_page_stays_where_the_article_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = library.init(tmp_path)

    def refused(path: Path) -> None:
        if path.suffix == ".json":
            raise OSError(28, "No space left on device")
        publish(path)

    monkeypatch.setattr("annotations.sources.publish", refused)
    with pytest.raises(NotSaved, match="the disk is full"):
        sources.write(made, paged())
    assert not list(made.sources.iterdir())


def test_documents_are_known_by_what_they_came_in(tmp_path: Path) -> None:
    raw = Raw(b"Ferry talks begin on Skarra\r\n\r\nMara Holt said so.\r\n", "ferry.txt", "ferry.txt")
    built = build(raw, added=AT)
    assert built.document == sha256(raw.data).hexdigest()
    made, [first, second] = shelved(tmp_path / "talks", built, article())
    assert sources.load(made, first).document == built.document
    assert sources.load(made, second).document == ""
    assert sources.documents(made) == {built.document: first}


def test_a_document_is_known_from_a_file_that_was_written_otherwise(tmp_path: Path) -> None:
    made, [known] = shelved(tmp_path / "talks", article()._replace(document="5" * 64))
    path = made.sources / f"{known}.json"
    path.write_bytes(path.read_bytes().replace(b'"schema": 2, ', b"").replace(b'"added"', b'"schema": 2, "added"'))
    assert sources.documents(made) == {"5" * 64: known}


def test_what_is_no_digest_is_no_document(tmp_path: Path) -> None:
    fake = article()
    extra = {"document": "6" * 64}
    made, [known] = shelved(tmp_path / "talks", fake._replace(meta=fake.meta._replace(extra=extra), document="7"))
    assert sources.load(made, known).document == ""
    assert sources.documents(made) == {}


def test_a_damaged_description_hides_no_other_document(tmp_path: Path) -> None:
    made, [first, second] = shelved(tmp_path / "talks", article()._replace(document="5" * 64), article("Two\nwords\n"))
    (made.sources / f"{second}.json").write_bytes(b"{")
    assert sources.documents(made) == {"5" * 64: first}
