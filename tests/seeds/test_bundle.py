"""Archives: what is in them is given, nothing is written anywhere, and a hostile one is stopped by a sentence."""

import bz2
import gzip
import io
import lzma
import os
import stat
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from seeds.errors import Refused
from seeds.many.bundle import members
from seeds.read import Raw

PAGES = {"b.html": b"<p>Tides.</p>", "2024/a.txt": b"We agree.", "2024/10.txt": b"They left."}


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.filename = name  # as a hostile program writes it: ZipInfo cuts and turns what it is given
            archive.writestr(entry, content, method)
    return target.getvalue()


def tarred(files: Mapping[str, bytes], *special: tarfile.TarInfo, form: int = tarfile.PAX_FORMAT) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=form) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
        for info in special:
            archive.addfile(info)
    return target.getvalue()


def special(name: str, kind: bytes) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, "/etc/hostname"
    return info


def told(data: bytes, name: str = "pages.zip") -> list[str]:
    """What is in an archive: the place of each document and its text, or the sentence where it was refused."""
    return [
        str(found) if isinstance(found, Refused) else f"{found.origin} = {found.data.decode()}"
        for found in members(Raw(data, f"news/{name}", name))
    ]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(zipped(PAGES), id="zip"),
        pytest.param(zipped(PAGES, zipfile.ZIP_BZIP2), id="zip with bzip2"),
        pytest.param(tarred(PAGES), id="tar"),
        pytest.param(tarred(PAGES, form=tarfile.GNU_FORMAT), id="GNU tar"),
        pytest.param(gzip.compress(tarred(PAGES)), id="tar.gz"),
        pytest.param(bz2.compress(tarred(PAGES)), id="tar.bz2"),
        pytest.param(lzma.compress(tarred(PAGES)), id="tar.xz"),
    ],
)
def test_an_archive_gives_its_files_by_name_each_with_its_place_in_it(data: bytes) -> None:
    found = list(members(Raw(data, "news/pages", "pages")))
    assert [(one.origin, one.name, one.data) for one in found if isinstance(one, Raw)] == [
        ("news/pages/2024/10.txt", "10.txt", b"They left."),
        ("news/pages/2024/a.txt", "a.txt", b"We agree."),
        ("news/pages/b.html", "b.html", b"<p>Tides.</p>"),
    ]
    assert len(found) == 3


def test_a_page_that_was_compressed_by_itself_is_one_document() -> None:
    (found,) = members(Raw(gzip.compress(b"We agree."), "news/talks.html.gz", "talks.html.gz"))
    assert isinstance(found, Raw)
    assert (found.data, found.origin, found.name) == (b"We agree.", "news/talks.html.gz/talks.html", "talks.html")
    (piped,) = members(Raw(gzip.compress(b"We agree."), "-", ""))
    assert isinstance(piped, Raw)
    assert (piped.origin, piped.name) == ("-", "")


def test_hidden_files_folders_and_what_a_mac_adds_are_left_out() -> None:
    files = {"./a.txt": b"We agree.", "__MACOSX/._a.txt": b"x", "d/.DS_Store": b"x", ".git/config": b"x"}
    assert told(zipped(files | {"d/": b""})) == ["news/pages.zip/a.txt = We agree."]
    assert told(tarred(files, special("e", tarfile.DIRTYPE)), "a.tar") == ["news/a.tar/a.txt = We agree."]


@pytest.mark.parametrize(
    "name",
    ["../../out.txt", "a/../../out.txt", "..", "/etc/out.txt", "C:out.txt", "\\\\host\\out.txt", "a\\..\\out.txt"],
)
def test_a_name_that_leads_out_of_the_archive_is_refused_and_the_rest_goes_on(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for data in (zipped({name: b"x", "z.txt": b"We agree."}), tarred({name: b"x", "z.txt": b"We agree."})):
        found = sorted(told(data))
        assert "news/pages.zip/z.txt = We agree." in found
        assert [one for one in found if f"news/pages.zip/{name}: its name leads out of the archive" in one]
        assert len(found) == 2
    assert list(tmp_path.iterdir()) == []


def test_links_and_devices_are_refused_each() -> None:
    kinds = {"hard": tarfile.LNKTYPE, "soft": tarfile.SYMTYPE, "null": tarfile.CHRTYPE, "pipe": tarfile.FIFOTYPE}
    assert told(tarred({}, *(special(name, kind) for name, kind in kinds.items())), "a.tar") == [
        "news/a.tar/hard: is a link; unpack the archive and add the file",
        "news/a.tar/null: is a device; unpack the archive and add the file",
        "news/a.tar/pipe: is a device; unpack the archive and add the file",
        "news/a.tar/soft: is a link; unpack the archive and add the file",
    ]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("soft")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/hostname")
    assert told(target.getvalue()) == ["news/pages.zip/soft: is a link; unpack the archive and add the file"]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a test reaches soon: 1,000 bytes a document, 1 MB an archive, but 200 bytes for each of its bytes."""
    for module in ("bundle", "members", "tars"):
        monkeypatch.setattr(f"seeds.many.{module}.LIMIT", 1_000)
    monkeypatch.setattr("seeds.many.members.WHOLE", 1 << 20)


@pytest.mark.usefixtures("small")
def test_a_bomb_gives_a_sentence_and_no_more_bytes_than_a_document_may_have() -> None:
    bomb = bytes(300_000)
    (page,) = told(gzip.compress(bomb), "page.html.gz")
    assert page.startswith("news/page.html.gz/page.html: is larger than")
    first, second, third = told(zipped({"a.txt": b"We agree.", "bomb": bomb, "c.txt": b"They left."}))
    assert second.startswith("news/pages.zip/bomb: is larger than")
    assert (first, third) == ("news/pages.zip/a.txt = We agree.", "news/pages.zip/c.txt = They left.")
    for tar in (
        gzip.compress(tarred({"bomb": bomb})),
        bz2.compress(tarred({"bomb": bomb})),
        lzma.compress(tarred({"bomb": bomb})),
    ):
        (sentence,) = told(tar, "a.tar")
        assert sentence.startswith("news/a.tar: holds more than")


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "pack",
    [
        pytest.param(gzip.compress, id="gzip"),
        pytest.param(lambda bomb: gzip.compress(tarred({"a": bomb})), id="tar.gz"),
        pytest.param(lambda bomb: zipped({"a": bomb}), id="zip"),
    ],
)
def test_a_bomb_is_not_unpacked_into_memory(pack: Callable[[bytes], bytes]) -> None:
    packed = pack(bytes(20_000_000))
    told(gzip.compress(b"x"))
    tracemalloc.start()
    told(packed)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


@pytest.mark.usefixtures("small")
def test_a_member_that_lies_about_its_size_gives_no_more_than_it_says() -> None:
    data = zipped({"a.txt": bytes(300_000)})
    lying = data.replace((300_000).to_bytes(4, "little"), (900).to_bytes(4, "little"))
    assert lying != data
    (sentence,) = told(lying)
    assert sentence.startswith("news/pages.zip/a.txt: is damaged (bad crc-32")


@pytest.mark.usefixtures("small")
def test_an_archive_of_many_documents_ends_where_it_holds_more_than_it_may() -> None:
    files = {f"{number:04}.txt": b"a" * 1_000 for number in range(1_100)}
    found = told(tarred(files), "a.tar")
    assert found[0] == f"news/a.tar/0000.txt = {'a' * 1_000}"
    assert found[-1].startswith("news/a.tar: holds more than 1 MB of documents; unpack it, if you trust it")
    assert len(found) == 1_049


def test_an_archive_of_too_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("zips", "tars", "members"):
        monkeypatch.setattr(f"seeds.many.{module}.MOST", 2)
    assert told(zipped(PAGES)) == ["news/pages.zip: holds more than 2 files; unpack it, and add the folder"]
    assert told(tarred(PAGES), "a.tar") == ["news/a.tar: holds more than 2 files; unpack it, and add the folder"]


def test_a_header_of_a_tar_that_fills_the_memory_is_not_read() -> None:
    info = tarfile.TarInfo("a.txt")
    info.pax_headers = {"comment": "x" * 100_000}
    (sentence,) = told(tarred({}, info), "a.tar")
    assert sentence.startswith("news/a.tar: is damaged (more than 65,536 bytes in one piece)")


def test_what_is_encrypted_or_packed_in_an_unknown_way_is_refused_and_the_rest_goes_on() -> None:
    data = bytearray(zipped({"a.txt": b"We agree.", "b.txt": b"x", "c.txt": b"y"}))
    second, third = (data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1), data.rindex(b"PK\x01\x02"))
    data[second + 8] |= 1
    data[third + 10] = data[data.rindex(b"PK\x03\x04") + 8] = 97
    assert told(bytes(data)) == [
        "news/pages.zip/a.txt = We agree.",
        "news/pages.zip/b.txt: is encrypted; unpack the archive and add the file",
        "news/pages.zip/c.txt: is packed in a way that postil does not know; unpack it and add what is in it",
    ]


def test_an_archive_that_ends_too_early_gives_what_is_whole_and_a_sentence() -> None:
    whole = tarred({"a.txt": b"We agree.", "b.txt": os.urandom(200_000), "c.txt": b"They left."})
    first, *rest = told(gzip.compress(whole)[:100_000], "a.tar.gz")
    assert first == "news/a.tar.gz/a.txt = We agree."
    assert rest[-1].startswith("news/a.tar.gz: is damaged (compressed file ended before")
    middle = whole.index(b"b.txt") + 3_000
    assert told(whole[:middle], "a.tar")[1].startswith("news/a.tar/b.txt: is damaged (unexpected end of data)")
    noise = whole[:1024] + b"no header at all" * 64 + whole[1024:]
    assert told(noise, "a.tar")[1].startswith("news/a.tar: is damaged (what stands behind its last file is no tar)")
    assert told(zipped(PAGES)[:-10])[0].startswith("news/pages.zip: is damaged")
    assert told(gzip.compress(b"We agree.")[:-4], "a.gz")[0].startswith("news/a.gz: is damaged")


def test_an_archive_without_a_document_says_so() -> None:
    for data in (zipped({}), zipped({".hidden": b"x"}), tarred({".hidden": b"x"})):
        (sentence,) = told(data)
        assert sentence.startswith("news/pages.zip: there is no file in this archive")
    assert told(zipped({"a.txt": b""})) == ["news/pages.zip/a.txt: is empty; an article needs words"]
    assert told(gzip.compress(b""), "a.gz") == ["news/a.gz/a: is empty; an article needs words"]


def test_a_file_without_a_name_is_refused_and_the_rest_goes_on() -> None:
    assert told(zipped({"": b"x", "z.txt": b"We agree."})) == [
        "news/pages.zip: a file in it has no name; unpack it and add what is in it",
        "news/pages.zip/z.txt = We agree.",
    ]


def test_names_in_utf_8_that_do_not_say_so_are_read_and_what_is_no_name_is_replaced() -> None:
    data = zipped({"ae-ae.txt": b"We agree."}).replace(b"ae-ae.txt", "Häfen.txt".encode()[:9].ljust(9, b"t"))
    assert told(data)[0].startswith("news/pages.zip/Häfen.t")
    (found,) = members(Raw(tarred({"h\udce4fen.txt": b"We agree."}, form=tarfile.GNU_FORMAT), "a.tar", "a.tar"))
    assert isinstance(found, Raw)
    assert (found.origin, found.name) == ("a.tar/h\ufffdfen.txt", "h\ufffdfen.txt")
