"""Reading documents: whatever a path leads to gives bytes or a sentence."""

import io
import os
import socket
from pathlib import Path
from threading import Thread

import pytest

from seeds import read as reading
from seeds.errors import Refused
from seeds.read import read, read_stream


def test_a_file_gives_its_bytes_its_name_and_the_path_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talks.txt").write_bytes(b"We agree.\r\n")
    raw = read(Path("talks.txt"))
    assert (raw.data, raw.name, raw.origin, raw.encoding) == (b"We agree.\r\n", "talks.txt", "talks.txt", "")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("missing.txt", "there is no such file"),
        ("file.txt/inside", "cannot be read (not a directory)"),
        ("x" * 300, "cannot be read (file name too long)"),
        ("nul\0byte", "cannot be read (embedded null"),
        ("folder", "is a folder"),
        ("broken", "is a link to something that is not there"),
        ("circle", "cannot be read (too many levels of symbolic links)"),
        ("empty.txt", "is empty"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place_and_the_next_step(
    tmp_path: Path, name: str, sentence: str
) -> None:
    (tmp_path / "file.txt").write_text("words")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "broken").symlink_to("nothing")
    (tmp_path / "circle").symlink_to("circle")
    with pytest.raises(Refused) as refused:
        read(tmp_path / name)
    assert sentence in str(refused.value)
    assert refused.value.place == str(tmp_path / name)
    assert refused.value.remedy


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text("words")
    locked.chmod(0)
    with pytest.raises(Refused, match="no permission"):
        read(locked)


def test_a_permission_that_is_missing_has_a_sentence_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "locked.txt").write_text("words")
    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Refused, match=r"locked\.txt: you have no permission to read it; ask its owner"):
        read(tmp_path / "locked.txt")


def test_a_socket_and_a_device_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        with pytest.raises(Refused, match="is a socket"):
            read(Path("socket"))
    with pytest.raises(Refused, match="is a device"):
        read(Path("/dev/null"))


def test_a_name_that_is_no_utf_8_is_shown_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text("words")
    raw = read(path)
    assert raw.name == "caf\ufffd.txt"
    assert raw.origin.encode()


def test_an_escape_sequence_in_a_name_does_not_reach_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path / "\x1b[31m\u202etxt.exe")
    assert "\x1b" not in str(refused.value)
    assert "\u202e" not in str(refused.value)


def test_a_document_without_end_is_cut_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LIMIT", 10)
    (tmp_path / "long.txt").write_bytes(b"x" * 11)
    with pytest.raises(Refused, match="is larger than"):
        read(tmp_path / "long.txt")
    with pytest.raises(Refused, match="standard input: is larger than"):
        read_stream(io.BytesIO(b"x" * 11))
    assert read_stream(io.BytesIO(b"x" * 10)).data == b"x" * 10


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


@pytest.mark.parametrize("size", [5, 300_000])
def test_a_named_pipe_is_read_to_its_end(pipe: Path, size: int) -> None:
    writer = Thread(target=pipe.write_bytes, args=(b"x" * size,))
    writer.start()
    raw = read(pipe, wait=30)
    writer.join()
    assert (raw.data, raw.name) == (b"x" * size, "pipe")


def test_a_named_pipe_without_a_writer_is_refused_after_the_wait(pipe: Path) -> None:
    with pytest.raises(Refused, match=r"nobody wrote for 0\.1 seconds; start the writer first"):
        read(pipe, wait=0.1)


def test_a_writer_that_says_nothing_gives_an_empty_document(pipe: Path) -> None:
    writer = Thread(target=pipe.write_bytes, args=(b"",))
    writer.start()
    with pytest.raises(Refused, match="is empty"):
        read(pipe, wait=30)
    writer.join()


def test_standard_input_has_a_name_in_sentences_and_none_as_a_file() -> None:
    raw = read_stream(io.BytesIO(b"words"))
    assert (raw.data, raw.origin, raw.name, raw.place) == (b"words", "-", "", "standard input")
    with pytest.raises(Refused, match="standard input: is empty"):
        read_stream(io.BytesIO())


def test_standard_input_that_is_closed_is_a_sentence() -> None:
    closed = io.BytesIO(b"words")
    closed.close()
    with pytest.raises(Refused, match="standard input: cannot be read"):
        read_stream(closed)
