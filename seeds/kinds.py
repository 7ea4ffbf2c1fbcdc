"""Tell what a document is by its first bytes, and only then by its name: many a .txt is none.

The signatures are those of each format's own specification.
"""

import json
import re
from pathlib import PurePath

from seeds.read import Raw

START = 4096
"""Bytes in which a document shows what it is."""

BLOCK = 1 << 20
"""Bytes in which bzip2 and xz give something back: the former packs blocks of 900 kB."""

MEMORY = 1 << 28
"""Bytes that unpacking may take: four times of what xz -9 asks for; a file may ask for 4 GB."""

SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"PK\x05\x06", "zip"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"WARC/1.", "archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"{\\rtf", "rtf"),
    (b"SQLite format 3\x00", "binary"),
    (b"\x7fELF", "binary"),
    (b"ID3", "media"),
    (b"OggS", "media"),
    (b"fLaC", "media"),
    (b"\x1aE\xdf\xa3", "media"),
)

PACKED = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"))
"""What is compressed as one piece, by what; a tar archive may be in it, which is told by what comes out first."""

TAR = slice(257, 262)
"""Where a tar archive says "ustar" in its bytes (POSIX.1, ustar interchange format)."""

IN_ZIP = (
    (re.compile(rb"PK\x03\x04.{26}mimetype.{,64}?application/epub\+zip", re.DOTALL), "epub"),
    (re.compile(rb"PK\x03\x04.{26}mimetype.{,64}?application/vnd\.oasis\.opendocument", re.DOTALL), "odt"),
    (re.compile(rb"PK\x03\x04.{26}word/", re.DOTALL), "docx"),
    (re.compile(rb"PK\x03\x04.{26}xl/", re.DOTALL), "table"),
)
"""What an entry of a zip file is called, and holds, in the formats that are zip files.

A name stands behind the 30 bytes of its entry's header: a folder "password/" makes no Word document.
"""

UNICODE_MARK = re.compile(rb"\xff\xfe|\xfe\xff|\x00\x00\xfe\xff")
NOISE = re.compile(rb"[\x00-\x07\x0e-\x1a\x1c-\x1f\x7f]")
"""Control characters that no text uses; the escape character is left out, since logs of terminals are full of it."""

PAGE = re.compile(r"<(?:!doctype\s+html|html)\b|^<(?:head|body)\b", re.IGNORECASE)
PROLOG = r"(?:(?><\?.*?\?>)|(?><!--.*?-->)|(?><!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)|\s)*"
FEED = re.compile(rf"{PROLOG}<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.DOTALL)
"""A feed by its first element: what is in it may hold whole pages."""
PICTURE = re.compile(r"<svg[\s>]")
ENDED = re.compile(r"</(?:p|div|span|a|li|ul|h[1-6]|td|article|section|script|style)>", re.IGNORECASE)
MAIL = re.compile(r"(?:^|\n)MIME-Version:.*?\nContent-Type:\s*multipart/related", re.IGNORECASE | re.DOTALL)

LINES = {".jsonl": "jsonl", ".ndjson": "jsonl"}
BY_NAME = {".json": "json", ".csv": "table", ".tsv": "table"} | LINES


def kind_of(raw: Raw) -> str:
    """The format that a document is in, a key of `seeds.build.ADVICE`, or "text"."""
    suffix = PurePath(raw.name).suffix.lower()
    kind = raw.kind or _by_bytes(raw.data) or _by_words(raw.data) or BY_NAME.get(suffix, "text")
    return LINES.get(suffix, kind) if kind == "json" else kind


def _by_bytes(data: bytes) -> str:
    start = data[:START]
    for signature, kind in SIGNATURES:
        if start.startswith(signature):
            return kind
    if packed := next((kind for signature, kind in PACKED if start.startswith(signature)), ""):
        return "tar" if _beginning(data, packed)[TAR] == b"ustar" else "gzip" if packed == "gzip" else "archive"
    if start[TAR] == b"ustar":
        return "tar"
    if start.startswith(b"PK\x03\x04"):
        return next((kind for entry, kind in IN_ZIP if entry.search(data)), "zip")
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start[:4] == b"RIFF":
        return "image" if start[8:12] == b"WEBP" else "media"
    if start[4:8] == b"ftyp":
        return "image" if start[8:12] in (b"avif", b"heic", b"mif1") else "media"
    return "binary" if _is_noise(data) else ""


def _beginning(data: bytes, kind: str) -> bytes:
    """The first bytes of what was compressed; none where it is damaged, or needs too much memory to be looked into."""
    import bz2
    import lzma
    import zlib

    try:
        if kind == "gzip":
            return zlib.decompressobj(wbits=31).decompress(data[:START], 512)
        if kind == "bzip2":
            return bz2.BZ2Decompressor().decompress(data[:BLOCK], 512)
        return lzma.LZMADecompressor(memlimit=MEMORY).decompress(data[:BLOCK], 512)
    except (OSError, EOFError, zlib.error, lzma.LZMAError):
        return b""


def _is_noise(data: bytes) -> bool:
    """Whether too many control characters stand in it for a text, even a damaged one."""
    sample = data[: 16 * START]
    if UNICODE_MARK.match(sample):
        return False
    noise = len(NOISE.findall(sample))
    return noise > 0.3 * len(sample) or (noise > 8 and noise > 0.02 * len(sample))


def _by_words(data: bytes) -> str:
    start = data[: 4 * START].decode("utf-8", "ignore").lstrip("\ufeff \t\r\n")
    if MAIL.search(start):
        return "html"
    if start.startswith(("{", "[")):
        return _json(data)
    if not start.startswith("<"):
        return ""
    if FEED.match(start):
        return "feed"
    if PAGE.search(start):
        return "html"
    if PICTURE.search(start):
        return "image"
    if start.startswith("<?xml"):
        return "xml"
    return "html" if len(ENDED.findall(start)) >= 3 else ""


def _json(data: bytes) -> str:
    """Which JSON it is: "jsonl" where the first line is an object, "json" or "feed" where the whole is; "" for none."""
    first, _, rest = data.lstrip().partition(b"\n")
    if isinstance(_loaded(first), dict) and rest.strip():
        return "jsonl"
    whole = _loaded(data)
    if isinstance(whole, dict) and "jsonfeed.org" in str(whole.get("version")):
        return "feed"
    return "json" if isinstance(whole, dict | list) else ""


def _loaded(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
