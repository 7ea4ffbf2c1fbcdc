"""An article as a value: the source text, which nobody rewrites, and what is said of its blocks."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from seeds.span import Span


class Kind(StrEnum):
    """What a block is for. Only chrome is folded away; every kind can be read, selected and tagged."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    HEADING = "heading"
    BODY = "body"
    CHROME = "chrome"


class Block(NamedTuple):
    """A run of lines that belong together, with the cleaner's (or the reader's) word on what it is.

    `span` holds neither the line end before it nor the one behind it. `score` is the cleaner's confidence in `kind`,
    from 0 to 1; `reason` says in a few words what decided.
    """

    span: Span
    kind: Kind
    score: float
    reason: str


class Meta(NamedTuple):
    """What is known of an article beside its text; an empty string where nothing is.

    `published_at` is a date or time in ISO 8601, as exact as it is known ("2024-05", "2024-05-03"); `retrieved_at` a
    time in UTC; `language` a BCP 47 tag. `extra` are the columns that a corpus brought along.
    """

    title: str = ""
    publication: str = ""
    author: str = ""
    published_at: str = ""
    retrieved_at: str = ""
    url: str = ""
    language: str = ""
    extra: Mapping[str, str] = MappingProxyType({})


class Article(NamedTuple):
    """A document that was added: its source text, exactly, and what the program made of it.

    `text` has LF line ends only. `blocks` are in the order of the text and do not overlap; what stands between them is
    white space. `file` is the name of the file it came from ("" for a pipe), `origin` the path, address or "-";
    `notices` are sentences on what had to be guessed or replaced while it was read. `replaces` is the id of the article
    of which it is a later version ("": of none). `page` are the bytes of the web page that it was made of, as they
    came; none where there was no page, or where an article of the library is loaded. `document` is the SHA-256, in hex,
    of the bytes that the article came in, "" where that is not known.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    meta: Meta
    added: datetime
    file: str = ""
    origin: str = ""
    cleaner: str = ""
    notices: tuple[str, ...] = ()
    replaces: str = ""
    page: bytes = b""
    document: str = ""

    @property
    def title(self) -> str:
        """The title if it is known, else the file's name or the first words of the text: never empty."""
        return self.meta.title or self.file or " ".join(self.text[:200].split()[:8]) or self.id

    def touched(self, span: Span) -> tuple[Block, ...]:
        """The blocks that share a code point with a span, in order; the one around it where it is empty."""
        first = bisect_right(self.blocks, span.start, key=_end)
        last = bisect_left(self.blocks, span.end, first, key=_start)
        return self.blocks[first:last]


def _start(block: Block) -> int:
    return block.span.start


def _end(block: Block) -> int:
    return block.span.end
