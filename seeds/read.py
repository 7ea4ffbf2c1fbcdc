"""The only place where documents come in from outside: a file, a named pipe or standard input becomes bytes.

Nothing here decodes: that is the business of `seeds.plain`. Addresses are fetched by `seeds.web.fetch`.
"""

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from seeds.article import Meta
from seeds.errors import Refused
from seeds.paths import not_a_document, shown, unreadable
from seeds.pipe import read_pipe
from seeds.walk import walk

__all__ = ["LIMIT", "Raw", "read", "read_stream", "walk"]

LIMIT = 256 * 1024 * 1024
"""Bytes of one document at most: no article is longer, and a pipe may never end."""

STREAM = "standard input"
NOTHING = Meta()


@dataclass(frozen=True, slots=True)
class Raw:
    """A document as it came in.

    `origin` is the path as it was given, or "-" for standard input; `name` the file's own name, "" for standard input;
    `encoding` what the outside declared of the bytes, "" if nothing; `kind` the format where it is known for certain,
    as in `seeds.kinds`, "" where the bytes have to tell; `given` what else the outside says of the article.
    """

    data: bytes
    origin: str
    name: str
    encoding: str = ""
    kind: str = ""
    given: Meta = NOTHING

    @property
    def place(self) -> str:
        """The document as it is called in a sentence for people."""
        return STREAM if self.origin == "-" else self.origin


def read(path: Path, *, wait: float = 5.0) -> Raw:
    """The bytes of a file, or all that comes out of a named pipe if a writer is there within `wait` seconds.

    Raises Refused where there is nothing to read, or what is there is no file.
    """
    try:
        mode = path.stat().st_mode
        if refusal := not_a_document(path, mode):
            raise refusal
        data = read_pipe(path, wait, LIMIT) if stat.S_ISFIFO(mode) else _read_file(path)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if data is None:
        raise Refused(
            shown(path), f"is a named pipe to which nobody wrote for {wait:g} seconds", "start the writer first"
        )
    return Raw(_checked(data, shown(path)), shown(path), shown(Path(path.name)))


def read_stream(stream: BinaryIO) -> Raw:
    """The bytes of standard input, to its end. Raises Refused if nothing comes."""
    try:
        data = stream.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise Refused(STREAM, f"cannot be read ({error})", "pipe a text into it, or name a file") from error
    return Raw(_checked(data, STREAM), "-", "")


def _read_file(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def _checked(data: bytes, place: str) -> bytes:
    if not data:
        raise Refused(place, "is empty", "an article needs words")
    if len(data) > LIMIT:
        raise Refused(place, f"is larger than {LIMIT >> 20} MB, which no article is", "cut it into its articles")
    return data
