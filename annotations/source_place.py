"""The files of one article in a library: where they are, and what the head of its description says."""

from pathlib import Path
from typing import Any

from annotations import source_file
from annotations.errors import DamagedFile, NoSuchArticle, unreadable
from annotations.library import Library
from annotations.unmerged import MARK, whole
from seeds.errors import Problem

HEAD = 8192
"""Bytes of a file that nearly always hold its head."""

BEGINNING = 256
"""Bytes that hold the digests, which stand first."""


def about(library: Library, article_id: str) -> Path:
    """What is known of the article."""
    return library.sources / f"{article_id}.json"


def text(library: Library, article_id: str) -> Path:
    """Its source text."""
    return library.sources / f"{article_id}.txt"


def content(path: Path) -> bytes:
    """The bytes of one of these two. Raises NoSuchArticle, DamagedFile where the text is gone, Unreadable."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _missing(path, error) from error


def head(library: Library, article_id: str) -> dict[str, Any]:
    """What is known of an article beside its text and blocks, without reading these."""
    path = about(library, article_id)
    try:
        with path.open("rb") as file:
            data = file.read(HEAD)
            if source_file.BLOCKS not in data or MARK in data:
                data += file.read()
    except OSError as error:
        raise _missing(path, error) from error
    return source_file.head(path, whole(path, data))


def document(library: Library, article_id: str) -> str:
    """The SHA-256, in hex, of the document that an article came in; "" where it is not known, or cannot be read."""
    try:
        with about(library, article_id).open("rb", buffering=0) as file:
            first = source_file.DOCUMENT.match(file.read(BEGINNING))
        if first:
            return (first[1] or b"").decode()
        return source_file.document(head(library, article_id))
    except (OSError, Problem):
        return ""


def _missing(path: Path, error: OSError) -> Problem:
    if not isinstance(error, FileNotFoundError):
        return unreadable(path, error)
    if path.suffix == ".txt":
        return DamagedFile(path, "the text is gone", source_file.MENDED)
    return NoSuchArticle(path.stem, "there is no such article", "postil list names them all")
