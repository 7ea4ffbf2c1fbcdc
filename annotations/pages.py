"""The web pages that articles were made of, compressed beside them: a better cleaner reads them again. An article whose
page is gone lacks nothing else."""

import zlib
from pathlib import Path

from annotations.errors import DamagedFile
from annotations.library import Library
from annotations.reading import content
from seeds.read import LIMIT

SUFFIX = ".html.gz"

GZIP = zlib.MAX_WBITS | 16
"""What tells zlib that a gzip header and a checksum stand around the bytes."""


def place(library: Library, article_id: str) -> Path:
    return library.sources / f"{article_id}{SUFFIX}"


def packed(page: bytes) -> bytes:
    """The file of a page: gzip without a time, so that the same page gives the same file."""
    packer = zlib.compressobj(6, zlib.DEFLATED, GZIP)
    return packer.compress(page) + packer.flush()


def read(path: Path) -> bytes:
    """The bytes of a page as they came; none where there is no file. Raises DamagedFile for what was cut, changed, or
    would unpack to more than a document may have, Unreadable."""
    data = content(path)
    if data is None:
        return b""
    found = _unpacked(data)
    if found is None:
        why = "it is not the page that the article was made of: it was cut or changed"
        raise DamagedFile(path, why, "add the document again, or delete the file: the article does not need it")
    return found


def is_whole(data: bytes) -> bool:
    """Whether these are the bytes of a file that holds a page."""
    return _unpacked(data) is not None


def _unpacked(data: bytes) -> bytes | None:
    unpacker = zlib.decompressobj(GZIP)
    try:
        found = unpacker.decompress(data, LIMIT + 1)
    except zlib.error:
        return None
    return found if unpacker.eof and not unpacker.unused_data and len(found) <= LIMIT else None
