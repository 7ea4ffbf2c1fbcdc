"""What the words of a command line bring in: files, what is in folders and archives, addresses, standard input."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from annotations.codec import time
from seeds.errors import Refused
from seeds.many.table import Columns
from seeds.many.unpack import unpack
from seeds.read import Raw, read, read_stream
from seeds.walk import walk
from seeds.web.address import is_address
from seeds.web.fetch import fetch
from tui.cli.progress import Progress
from tui.here import now

Document = Path | Refused | str
"""A file, why there is none, or a word: an address, or "-" for standard input."""


def opened(document: Path | str) -> Raw:
    """The bytes of a document, those of a page with the time at which it was fetched.

    A word that is neither an address nor "-" is the path of a file. Raises Refused.
    """
    if document == "-":
        return read_stream(sys.stdin.buffer)
    if isinstance(document, str) and is_address(document):
        raw = fetch(document)
        return replace(raw, given=raw.given._replace(retrieved_at=time(now().replace(microsecond=0))))
    return read(Path(document))


def listed(words: Sequence[str], patterns: Sequence[str]) -> list[Document]:
    """All that some words name, in their order; of folders what matches a pattern."""
    return [document for word in words for document in _named(word, patterns)]


def contents(document: Document, columns: Columns, say: Callable[[str], None]) -> Iterator[Raw | Refused]:
    """The documents that a document holds, itself where it holds no others; Refused for what cannot be read."""
    try:
        if isinstance(document, Refused):
            raise document
        raw = opened(document)
    except Refused as refused:
        yield refused
    else:
        yield from unpack(raw, columns, say)


def members(
    documents: Sequence[Document], columns: Columns, say: Callable[[str], None], progress: Progress
) -> Iterator[Raw | Refused]:
    """All documents in some documents, in order. How many these are is not known while one is read that holds many."""
    total = len(documents)
    for document in documents:
        number = 0
        for number, found in enumerate(contents(document, columns, say), 1):
            if number == 2:
                progress.total = None
            yield found
        total += number - 1
        progress.total = total


def _named(word: str, patterns: Sequence[str]) -> Iterator[Document]:
    if word == "-" or is_address(word):
        yield word
    else:
        yield from walk(Path(word), patterns)
