"""An archive is taken for what it does: whatever no backup holds is named and refused, and nothing comes of it."""

import gzip
import io
import shutil
import subprocess
import tarfile
import unicodedata
from contextlib import suppress
from pathlib import Path
from tarfile import TarInfo

import pytest

from annotations import archive
from annotations.codebook import DEFAULT
from annotations.codebook_file import written
from annotations.errors import DamagedFile, NewerSchema
from annotations.restore import survey
from tests.annotations.backups import backed_up, members, names, restored, shared
from tests.annotations.shelf import Desk

TOML = written(DEFAULT).encode()
ID = "d0123456789a"
TOMLS = (b"", b"\xff", b"schema = ", b"schema = 1\n", b"schema = true\n", b"a = " + b"[" * 50_000)
FILE = archive.member(f"sources/{ID}.txt", b"words", 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A backup in a folder of its own."""
    desk = Desk(tmp_path / "made" / "talks")
    desk.filled(flush=True)
    (tmp_path / "here").mkdir()
    backed_up(desk.library, tmp_path / "here" / "b.tar.gz")
    return tmp_path / "here" / "b.tar.gz"


def info(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE, link: str = "") -> bytes:
    found = TarInfo(name)
    found.size, found.type, found.linkname = size, kind, link
    return found.tobuf(tarfile.GNU_FORMAT)


def pax(record: bytes, size: int | None = None) -> bytes:
    """A header that says more of the next one."""
    header = info("name", len(record) if size is None else size, tarfile.XHDTYPE)
    return header + record + bytes(-len(record) % 512)


def named(name: str) -> bytes:
    """An empty file by that name, whatever is in it."""
    record = b" path=" + name.encode("utf-8", "surrogateescape") + b"\n"
    size = next(size for size in range(999) if size == len(record) + len(str(size)))
    return pax(b"%d" % size + record) + info("x")


def hostile(path: Path, *parts: bytes, end: bytes = archive.END) -> None:
    """Write an archive of a library's postil.toml and what is given."""
    path.write_bytes(gzip.compress(archive.member("postil.toml", TOML, 0) + b"".join(parts) + end))


def refusal(path: Path) -> str:
    """Why an archive is refused; it is looked at both ways, and nothing is written."""
    with pytest.raises(DamagedFile) as found:
        survey(path)
    with pytest.raises(DamagedFile, match="nothing was restored"):
        restored(path, path.parent / "talks")
    assert names(path.parent) == [path.name]
    return str(found.value)


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd", "../postil.toml", "sources/../postil.toml", "./postil.toml", "sources//x", "README",
        f"sources/{ID}.txt/", f"sources/{ID}.toml", f"sources/{ID.upper()}.txt", "sources/d1.txt",
        f"sources/mh/{ID}.txt", f"corrections/{ID}.txt", "corrections/x.json", "entities/.json", "entities/.x.json",
        "entities/a b.json", f"annotations/{ID}.json", f"annotations/all/{ID}.json", f"annotations/a b/{ID}.json",
        f"annotations/.mh/{ID}.json", f"annotations/mh/old/{ID}.json", f"annotations/mh/{ID}.json.exe",
        f"annotations/../{ID}.json", ".local/coder", ".local/history/mh/x.log", f"annotations/mh/.{ID}.json.new",
        f"annotations/{unicodedata.normalize('NFD', 'é')}/{ID}.json", f"annotations/mh\udcff/{ID}.json",
        "sources\\x.txt", "POSTIL.TOML", f"sources/{ID}.txt\x1b[31m",
    ],
)  # fmt: skip
def test_a_name_that_no_file_of_a_library_has_is_refused(path: Path, name: str) -> None:
    assert not archive.shaped(name)
    hostile(path, named(name))
    why = refusal(path)
    assert "no file of a library is called so" in why
    assert "\x1b" not in why


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (tarfile.SYMTYPE, "a link"), (tarfile.LNKTYPE, "a link"), (tarfile.DIRTYPE, "a folder"),
        (tarfile.CHRTYPE, "a device"), (tarfile.BLKTYPE, "a device"), (tarfile.FIFOTYPE, "a pipe"),
        (tarfile.CONTTYPE, "of a kind"), (tarfile.GNUTYPE_SPARSE, "of a kind"), (tarfile.XGLTYPE, "of a kind"),
        (tarfile.GNUTYPE_LONGNAME, "of a kind"), (tarfile.GNUTYPE_LONGLINK, "of a kind"), (b"Z", "of a kind"),
    ],
)  # fmt: skip
def test_what_is_no_plain_file_is_refused_by_its_name(path: Path, kind: bytes, why: str) -> None:
    hostile(path, FILE, info(f"sources/{ID}.json", kind=kind, link="/etc/passwd"))
    assert f"“sources/{ID}.json” in it: it is {why}" in refusal(path)


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ([FILE, FILE], f"“sources/{ID}.txt” in it: it is there twice"),
        ([archive.member("postil.toml", b"", 0)], "“postil.toml” in it: it is there twice"),
        ([info(f"sources/{ID}.txt", archive.LARGEST + 1)], "and a file of a library up to 200 MB"),
        ([info(f"sources/{ID}.txt", 1 << 62)], "and a file of a library up to 200 MB"),
        ([info(f"sources/{ID}.txt", -512)], "it has -512 bytes"),
        ([pax(b"", 1 << 40)], "what no header in a backup does"),
        ([pax(b"", -1)], "what no header in a backup does"),
        ([pax(b"20 linkpath=/etc/x\n"), FILE], "what no header in a backup does"),
        ([pax(b"9 path=x\n9 size=1\n"), FILE], "what no header in a backup does"),
        ([pax(b"8 path=x\n"), FILE], "what no header in a backup does"),
        ([pax(b"9 path=x\n"), pax(b"9 path=x\n"), FILE], "“x” in it: it is of a kind that no backup holds"),
        ([pax(b"25 path=sources/d1.json\n")], "what no header in a backup does"),
        ([b"\1" * 512], "it is damaged"),
        ([FILE, bytes(512)], "cut off"),
        ([FILE, archive.END, FILE], "something stands behind its end"),
        ([FILE, bytes(512), FILE], "something stands behind its end"),
        ([FILE[:-512], FILE, FILE], "it is damaged"),
        ([FILE[:-1]], "cut off"),
    ],
)  # fmt: skip
def test_what_no_backup_holds_is_refused(path: Path, parts: list[bytes], why: str) -> None:
    hostile(path, *parts, end=b"" if why == "cut off" else archive.END)
    assert why in refusal(path)


def test_a_name_with_a_line_end_or_none_is_refused(path: Path) -> None:
    for name in (f"sources/{ID}.txt\n", f"sources/{ID}.txt\n9 size=1", ""):
        assert not archive.shaped(name)
        hostile(path, named(name))
        assert "what no header in a backup does" in refusal(path)


def test_a_bomb_is_refused_before_it_is_unpacked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile(path, info(f"sources/{ID}.txt", 1 << 32), bytes(20_000_000))
    taken, read = list[int](), gzip.GzipFile.read

    def noted(file: gzip.GzipFile, size: int) -> bytes:
        taken.append(size)
        return read(file, size)

    monkeypatch.setattr(gzip.GzipFile, "read", noted)
    assert "up to 200 MB" in refusal(path)
    assert sum(taken) < 10_000


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not gzipped"), (b"\x1f", "not gzipped"), (b"PK\3\4 a zip", "not gzipped"), (TOML, "not gzipped"),
        (b"\x1f\x8b", "cut off"), (b"\x1f\x8b\x07" + bytes(20), "damaged"), (gzip.compress(b"", mtime=0), "cut off"),
        (gzip.compress(b"a letter " * 100, mtime=0), "there is no tar in it"),
        (gzip.compress(archive.END, mtime=0), "no postil.toml"),
        (gzip.compress(FILE + archive.END, mtime=0), "no postil.toml"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_backup_is_told_from_one(path: Path, data: bytes, why: str) -> None:
    path.write_bytes(data)
    assert why in refusal(path)


@pytest.mark.parametrize(
    "toml", [b"", b"\xff", b"schema = ", b"schema = 1\n", b"a = " + b"[" * 50_000, b"schema = true"]
)
def test_a_library_that_could_not_be_opened_is_refused(path: Path, toml: bytes) -> None:
    path.write_bytes(gzip.compress(archive.member("postil.toml", toml, 0) + archive.END))
    with pytest.raises(DamagedFile, match=r"b\.tar\.gz, postil\.toml"):
        survey(path)


def test_a_newer_library_is_refused_with_the_version_to_get(path: Path) -> None:
    toml = archive.member("postil.toml", b'schema = 99\nneeds = "7.1"\n', 0)
    path.write_bytes(gzip.compress(toml + archive.member("threads/t1.json", b"{}", 0) + archive.END))
    with pytest.raises(NewerSchema, match=r"b\.tar\.gz, postil\.toml: .*7\.1"):
        survey(path)


def read(data: bytes) -> dict[str, bytes]:
    """What is read of an archive. Raises DamagedFile."""
    return dict(archive.members(Path("b.tar.gz"), io.BytesIO(data)))


def test_one_that_is_cut_anywhere_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    for size in range(len(whole)):
        with pytest.raises(DamagedFile, match=r"cut off|not gzipped"):
            read(whole[:size])
    path.write_bytes(whole[:-1])
    assert "cut off" in refusal(path)


def test_a_tar_that_is_cut_anywhere_is_refused(path: Path) -> None:
    tar = gzip.decompress(path.read_bytes())
    for size in range(0, len(tar), 64):
        with pytest.raises(DamagedFile, match="cut off"):
            read(gzip.compress(tar[:size], 1))


def test_one_in_which_any_byte_changed_is_refused_or_means_the_same(path: Path) -> None:
    whole, meant = path.read_bytes(), members(path)
    same = 0
    for place in range(len(whole)):
        with suppress(DamagedFile):
            assert read(whole[:place] + bytes([whole[place] ^ 0x41]) + whole[place + 1 :]) == meant
            same += 1
    assert same < 10  # the time and the system in gzip's header


def test_a_header_in_which_any_byte_is_strange_is_read_or_refused(path: Path) -> None:
    tar = gzip.decompress(path.read_bytes())
    refused = 0
    for place in range(512):
        for byte in (0, 0x39, 0x80, 0xFF):
            block = bytearray(FILE[:512])
            block[place] = byte
            block[148:156] = b"%06o\0 " % (sum(block[:148]) + sum(block[156:]) + 256)  # the checksum is right
            try:
                read(gzip.compress(block + FILE[512:] + tar, 1))
            except DamagedFile:
                refused += 1
    assert refused > 200


@pytest.mark.skipif(not shutil.which("tar"), reason="this system has no tar")
def test_other_programs_unpack_it(path: Path, tmp_path: Path) -> None:
    (tmp_path / "unpacked").mkdir()
    ended = subprocess.run(["tar", "xzf", path], cwd=tmp_path / "unpacked", check=True, capture_output=True, timeout=60)
    assert ended.stderr == b""
    assert shared(tmp_path / "unpacked") == shared(tmp_path / "made" / "talks")
