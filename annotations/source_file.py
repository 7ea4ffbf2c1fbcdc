"""What the program said of a source text, as the file beside it: a head on the first line, then one block a line."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from annotations.codec import dumps, moment, time
from annotations.errors import ChangedText, DamagedFile
from annotations.migrate import SCHEMA, upgraded
from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span

ID = re.compile(r"d[0-9a-f]{11,64}")

META = ("title", "publication", "author", "published_at", "retrieved_at", "url", "language")
DIGEST = re.compile(r"[0-9a-f]{64}")
DOCUMENT = re.compile(rb'\{"schema": \d+, "sha256": "[0-9a-f]{64}", (?:"document": "([0-9a-f]{64})", )?"added": ')
"""How the file of an article begins that this program wrote."""

BLOCKS = b',\n"blocks": [\n'
KINDS = {kind.value: kind for kind in Kind}

MENDED = "add the document again, and it is mended"
AGREED = "or open it in the reader, and agree to the text as it is now"


def written(article: Article, digest: str, number: int) -> bytes:
    """The file of an article. `digest` is the SHA-256 of its UTF-8 text in hex, `number` its place among those that
    were added in the same moment."""
    head: dict[str, object] = {
        "schema": SCHEMA,
        "sha256": digest,
        **({"document": article.document} if article.document else {}),
        "added": time(article.added),
        "number": number,
        "origin": article.origin,
        "file": article.file,
        "meta": {name: getattr(article.meta, name) for name in META} | {"extra": dict(article.meta.extra)},
        "cleaner": article.cleaner,
        "notices": list(article.notices),
        "replaces": article.replaces,
    }
    blocks = ",\n".join(_block(block) for block in article.blocks)
    return dumps(head)[:-1].encode() + BLOCKS + blocks.encode() + b"\n]}\n"


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hex: what tells that it is another."""
    return sha256(text.encode()).hexdigest()


def text(place: object, data: bytes, digest: str) -> str:
    """The source text that `data` holds, which has the SHA-256 `digest` (in hex).

    Line ends that an editor or git rewrote are no change. Raises ChangedText, DamagedFile where it is no text at all.
    """
    if sha256(data).hexdigest() == digest:
        return _utf_8(place, data)
    found, _ = text_as_it_is(place, data)
    if sha256(found.encode()).hexdigest() != digest:
        raise ChangedText(place, "it was changed, and is not the text that was added", f"{MENDED}; {AGREED}")
    return found


def text_as_it_is(place: object, data: bytes) -> tuple[str, tuple[str, ...]]:
    """Whatever text `data` holds, as if it came in as a document; and what was replaced in it. Raises DamagedFile."""
    from seeds.plain import decode
    from seeds.read import Raw

    _utf_8(place, data)
    found, notices = decode(Raw(data, str(place), ""))
    if not re.search(r"\w", found):
        raise DamagedFile(place, "it is not the text that was added: there is no word in it", MENDED)
    return found, notices


def head(place: object, data: bytes) -> dict[str, Any]:
    """All but the blocks. `data` is the file or as much of its beginning as holds the head."""
    first, found, _ = data.partition(BLOCKS)
    known = _parsed(place, first + b"}" if found else data)
    return upgraded("source", place, known)


def replaced(about: Mapping[str, Any]) -> str:
    """The id of the article of which one is a later version, by its head; "" of none."""
    earlier = about.get("replaces")
    return earlier if isinstance(earlier, str) and ID.fullmatch(earlier) else ""


def document(about: Mapping[str, Any]) -> str:
    """The SHA-256, in hex, of the document that an article came in, by its head; "" where that is not known."""
    told = about.get("document")
    return told if isinstance(told, str) and DIGEST.fullmatch(told) else ""


def is_whole(place: object, data: bytes) -> bool:
    """Whether the file can be read to its end. Raises NewerSchema."""
    try:
        article(place, data, "", "")
    except DamagedFile:
        return False
    return True


def article(place: object, data: bytes, article_id: str, text: str) -> Article:
    """The article as it was added, uncorrected. Raises DamagedFile or NewerSchema."""
    known = upgraded("source", place, _parsed(place, data))
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
            replaces=replaced(known),
            document=document(known),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedFile(place, f"it does not describe an article ({error})", "add the document again") from error


def outline(article_id: str, about: Mapping[str, Any]) -> Article:
    """What the head says of an article whose text is not there, or another: no text, no blocks. Raises nothing."""
    try:
        told, file = meta(about["meta"]), str(about["file"])
    except (KeyError, TypeError, ValueError, AttributeError):
        told, file = Meta(), ""
    return Article(article_id, "", (), told, datetime.min.replace(tzinfo=UTC), file)


def meta(known: Mapping[str, Any]) -> Meta:
    """Raises TypeError where a field is no text."""
    fields = {name: known.get(name, "") for name in META}
    if not all(isinstance(value, str) for value in fields.values()):
        raise TypeError("a field of its meta is no text")
    return Meta(**fields, extra=dict(known.get("extra", {})))


def _utf_8(place: object, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise DamagedFile(place, "it is not the text that was added, nor any other in UTF-8", MENDED) from error


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
