"""A source text that somebody changed on the disk is noticed, and nothing is written until the reader agrees."""

import json
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from annotations import files as file_layer
from annotations import sources
from annotations.errors import ChangedText, DamagedFile, NewerSchema, NotSaved
from annotations.library import Library
from seeds.article import Article, Kind
from seeds.build import build
from seeds.read import Raw
from tests.annotations.shelf import AT, TEXT, article, shelved

BODY = (
    "Ferry talks begin on Skarra\n\n"
    "The crews of the Skarra ferries and the port authority met on Monday for the first time since the spring, and "
    "both sides said that they would meet again on Friday.\n\n"
    "“We will sit down on Monday,” Mara Holt, who speaks for the crews, told reporters at the quay.\n"
)


def changed_on_disk(library: Library, article_id: str, text: str | bytes) -> Path:
    path = library.sources / f"{article_id}.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def files(library: Library) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(library.sources.iterdir())}


def about(library: Library, article_id: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((library.sources / f"{article_id}.json").read_bytes())
    return found


@pytest.fixture
def given() -> Article:
    return build(Raw(BODY.encode(), "talks/ferry.txt", "ferry.txt"), added=AT)._replace(replaces="d12345678901")


@pytest.fixture
def shelf(tmp_path: Path, given: Article) -> tuple[Library, str]:
    library, [known] = shelved(tmp_path / "talks", given)
    return library, known


def test_a_changed_text_is_told_with_both_ways_out(shelf: tuple[Library, str]) -> None:
    library, known = shelf
    changed_on_disk(library, known, BODY.replace("Friday", "Sunday"))
    with pytest.raises(ChangedText) as raised:
        sources.load(library, known)
    assert isinstance(raised.value, DamagedFile)
    assert "add the document again" in raised.value.remedy
    assert "open it in the reader, and agree" in raised.value.remedy
    assert known in raised.value.place


@pytest.mark.parametrize("text", [b"", b" \n\n", b"\xff\xfe\xfd", BODY.encode()[:-1] + b"\xe2\x80", b"..."])
def test_what_is_no_text_is_damage_that_nobody_can_agree_to(shelf: tuple[Library, str], text: bytes) -> None:
    library, known = shelf
    changed_on_disk(library, known, text)
    for read in (sources.load, sources.changed):
        with pytest.raises(DamagedFile, match="add the document again") as raised:
            read(library, known)
        assert not isinstance(raised.value, ChangedText)


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: b"\xef\xbb\xbf" + data,
    ],
)
def test_other_line_ends_are_no_other_text(
    shelf: tuple[Library, str], given: Article, rewritten: Callable[[bytes], bytes]
) -> None:
    library, known = shelf
    changed_on_disk(library, known, rewritten(BODY.encode()))
    assert sources.load(library, known) == given._replace(id=known)


def test_a_changed_text_is_read_as_if_it_came_in_anew_and_all_else_is_kept(
    shelf: tuple[Library, str], given: Article
) -> None:
    library, known = shelf
    text = BODY.replace("Friday.\n", "Friday.\n\nA mediator came\0 from Upland\r\n")
    changed_on_disk(library, known, text.encode())
    before = files(library)
    found = sources.changed(library, known)
    assert found.text == text.replace("\0", "\ufffd").replace("\r", "")
    assert [block.span.of(found.text) for block in found.blocks] == [line for line in found.text.split("\n") if line]
    assert found.blocks[0].kind is Kind.TITLE
    assert (found.id, found.meta, found.added, found.file, found.origin, found.replaces) == (
        known, given.meta, AT, "ferry.txt", "talks/ferry.txt", "d12345678901",
    )  # fmt: skip
    assert any("replaced by" in notice for notice in found.notices)
    assert files(library) == before


def test_what_is_agreed_to_is_the_source_from_then_on(shelf: tuple[Library, str]) -> None:
    library, known = shelf
    was = about(library, known)
    changed_on_disk(library, known, BODY.replace("Friday", "Sunday").replace("\n", "\r\n"))
    found = sources.changed(library, known)
    sources.agree(library, found)
    assert sources.load(library, known) == found
    assert files(library)[f"{known}.txt"] == BODY.replace("Friday", "Sunday").encode()
    now = about(library, known)
    assert now["sha256"] == sha256(found.text.encode()).hexdigest() != was["sha256"]
    for name in ("added", "number", "origin", "file", "meta", "replaces"):
        assert now[name] == was[name]


def test_a_text_that_changed_once_more_is_not_agreed_to(shelf: tuple[Library, str]) -> None:
    library, known = shelf
    changed_on_disk(library, known, BODY.replace("Friday", "Sunday"))
    found = sources.changed(library, known)
    changed_on_disk(library, known, BODY.replace("Friday", "Tuesday"))
    before = files(library)
    with pytest.raises(ChangedText, match="once more"):
        sources.agree(library, found)
    assert files(library) == before


@pytest.mark.parametrize("stop", range(8))
def test_a_stop_at_any_moment_leaves_a_text_that_is_noticed_or_agreed_to(
    shelf: tuple[Library, str], monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    library, known = shelf
    changed_on_disk(library, known, BODY.replace("Friday", "Sunday").replace("\n", "\r\n"))
    found = sources.changed(library, known)
    calls = iter(range(100))

    def stopping(call: Callable[..., object]) -> Callable[..., object]:
        def stopped(*args: object) -> object:
            if next(calls) >= stop:
                raise OSError(28, "No space left on device")
            return call(*args)

        return stopped

    with monkeypatch.context() as patched, suppress(NotSaved):
        for name in ("stage", "publish", "sync_folder"):
            patched.setattr(file_layer, name, stopping(getattr(file_layer, name)))
        sources.agree(library, found)
    try:
        assert sources.load(library, known) == found
    except ChangedText:
        assert sources.changed(library, known) == found
        sources.agree(library, found)
        assert sources.load(library, known) == found


def test_adding_the_document_again_before_agreeing_mends_the_text_and_nothing_else(
    shelf: tuple[Library, str], given: Article
) -> None:
    library, known = shelf
    before = files(library)
    changed_on_disk(library, known, BODY.replace("Friday", "Sunday"))
    again = given._replace(added=AT.replace(year=2030), replaces="", file="again.txt")
    assert sources.write(library, again)
    assert files(library) == before
    assert sources.load(library, known) == given._replace(id=known)


def test_adding_the_document_again_after_agreeing_makes_a_second_article(
    shelf: tuple[Library, str], given: Article
) -> None:
    library, known = shelf
    changed_on_disk(library, known, BODY.replace("Friday", "Sunday"))
    found = sources.changed(library, known)
    sources.agree(library, found)
    second = sources.write(library, given)
    assert second
    assert second.id.startswith(known)
    assert second.id != known
    assert sources.write(library, given) is None
    assert sources.load(library, known) == found
    assert sources.load(library, second.id).text == BODY
    assert sources.resolve(library, known) == known


@pytest.mark.parametrize("cut", [0, 100, -3])
def test_adding_the_document_again_mends_what_is_known_of_it(
    shelf: tuple[Library, str], given: Article, cut: int
) -> None:
    library, known = shelf
    path = library.sources / f"{known}.json"
    whole = path.read_bytes()
    path.write_bytes(whole[:cut])
    with pytest.raises(DamagedFile):
        sources.load(library, known)
    assert sources.write(library, given._replace(added=AT.replace(year=2030), replaces=""))
    found = sources.load(library, known)
    assert found.text == BODY
    if cut == -3:  # the head is whole
        assert path.read_bytes() == whole


def test_what_a_newer_postil_wrote_is_not_agreed_to(shelf: tuple[Library, str]) -> None:
    library, known = shelf
    changed_on_disk(library, known, BODY + "More.\n")
    found = sources.changed(library, known)
    path = library.sources / f"{known}.json"
    path.write_text(json.dumps(about(library, known) | {"schema": 99}))
    with pytest.raises(NewerSchema):
        sources.agree(library, found)


def test_an_article_of_the_first_schema_is_kept_as_it_was_before_it_is_rewritten(
    shelf: tuple[Library, str],
) -> None:
    library, known = shelf
    path = library.sources / f"{known}.json"
    old = path.read_bytes().replace(b'"schema": 2', b'"schema": 1', 1)
    path.write_bytes(old)
    changed_on_disk(library, known, BODY + "More.\n")
    sources.agree(library, sources.changed(library, known))
    assert (library.local / "schema-1" / "sources" / path.name).read_bytes() == old


@pytest.mark.parametrize("replaces", [3, None, "../../elsewhere", "d1", ["d12345678901"]])
def test_what_is_no_id_is_no_earlier_version(tmp_path: Path, replaces: object) -> None:
    library, [known] = shelved(tmp_path / "talks", article(TEXT))
    (library.sources / f"{known}.json").write_text(json.dumps(about(library, known) | {"replaces": replaces}))
    assert sources.load(library, known).replaces == ""
