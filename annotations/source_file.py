"""What the program said of a source text, as the file beside it: a head on the first line, then one block a line."""

import json
from collections.abc import Mapping
from typing import Any

from annotations.codec import dumps, moment, time
from annotations.errors import DamagedFile
from annotations.migrate import SCHEMA, accept
from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span

META = ("title", "publication", "author", "published_at", "retrieved_at", "url", "language")
BLOCKS = b',\n"blocks": [\n'
KINDS = {kind.value: kind for kind in Kind}


def written(article: Article, digest: str, number: int) -> bytes:
    """The file of an article. `digest` is the SHA-256 of its UTF-8 text in hex, `number` its place among those that
    were added in the same moment."""
    head: dict[str, object] = {
        "schema": SCHEMA,
        "sha256": digest,
        "added": time(article.added),
        "number": number,
        "origin": article.origin,
        "file": article.file,
        "meta": {name: getattr(article.meta, name) for name in META} | {"extra": dict(article.meta.extra)},
        "cleaner": article.cleaner,
        "notices": list(article.notices),
    }
    blocks = ",\n".join(_block(block) for block in article.blocks)
    return dumps(head)[:-1].encode() + BLOCKS + blocks.encode() + b"\n]}\n"


def head(place: object, data: bytes) -> dict[str, Any]:
    """All but the blocks. `data` is the file or as much of its beginning as holds the head."""
    first, found, _ = data.partition(BLOCKS)
    known = _parsed(place, first + b"}" if found else data)
    accept(place, known.get("schema"))
    return known


def article(place: object, data: bytes, article_id: str, text: str) -> Article:
    """The article as it was added, uncorrected. Raises DamagedFile or NewerSchema."""
    known = _parsed(place, data)
    accept(place, known.get("schema"))
    try:
        return Article(
            id=article_id,
            text=text,
            blocks=tuple(_blocks(known["blocks"])),
            meta=meta(known["meta"]),
            added=moment(known["added"]),
            file=known["file"],
            origin=known["origin"],
            cleaner=known["cleaner"],
            notices=tuple(known["notices"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedFile(place, f"it does not describe an article ({error})", "add the document again") from error


def meta(known: Mapping[str, Any]) -> Meta:
    """Raises TypeError where a field is no text."""
    fields = {name: known.get(name, "") for name in META}
    if not all(isinstance(value, str) for value in fields.values()):
        raise TypeError("a field of its meta is no text")
    return Meta(**fields, extra=dict(known.get("extra", {})))


def _parsed(place: object, data: bytes) -> dict[str, Any]:
    try:
        known = json.loads(data)
    except ValueError as error:
        raise DamagedFile(place, f"it is not JSON ({error})", "add the document again") from error
    if not isinstance(known, dict):
        raise DamagedFile(place, "it holds no fields", "add the document again")
    return known


def _block(block: Block) -> str:
    return dumps([block.span.start, block.span.end, block.kind, round(block.score, 4), block.reason])


def _blocks(known: list[list[Any]]) -> list[Block]:
    kinds, make = KINDS, tuple.__new__  # thirty thousand of them at once: what Block() does besides takes as long again
    return [make(Block, (Span(start, end), kinds[kind], score, reason)) for start, end, kind, score, reason in known]
