"""Open what holds many articles, a feed, a corpus or an archive, so that each of them comes by itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from seeds.errors import Refused
from seeds.kinds import kind_of
from seeds.many.bundle import members
from seeds.many.feed import entries
from seeds.many.table import Columns, rows
from seeds.read import Raw

OPENED = frozenset({"zip", "tar", "gzip"})
"""The kinds of archives that are opened."""


def unpack(raw: Raw, columns: Columns, say: Callable[[str], None]) -> Iterator[Raw | Refused]:
    """The documents that a document holds, in order; itself where it holds no others.

    `columns` are those of a corpus, and `say` is told in a sentence which of them were guessed. What cannot be read is
    Refused, and the rest goes on. An archive is opened, and one that is in it is not.
    """
    kind = kind_of(raw)
    if kind not in OPENED:
        yield from _articles(raw, kind, columns, say)
        return
    for member in members(raw):
        if isinstance(member, Refused):
            yield member
        elif (kind := kind_of(member)) in OPENED:
            yield Refused(member.place, "is an archive in an archive", "unpack it first")
        else:
            yield from _articles(member, kind, columns, say)


def _articles(raw: Raw, kind: str, columns: Columns, say: Callable[[str], None]) -> Iterator[Raw | Refused]:
    if kind == "feed":
        yield from entries(raw)
    elif kind in ("table", "jsonl") or _is_list(raw, kind) or _is_table(raw, kind, columns):
        yield from rows(replace(raw, kind=kind), columns, say)
    else:
        yield raw


def _is_list(raw: Raw, kind: str) -> bool:
    return kind == "json" and raw.data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")


def _is_table(raw: Raw, kind: str, columns: Columns) -> bool:
    """Whether a text without a name, as from standard input, has to be a table, since its column of texts was named."""
    return kind == "text" and not raw.name and not raw.kind and bool(columns.text)
