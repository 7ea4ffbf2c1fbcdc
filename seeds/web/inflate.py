"""Unpack a page as it comes in, in pieces of a bounded size: a bomb is never held in memory, a cut is never missed.

What urllib3 unpacks is bounded in its newest versions only, and ends without a word where the packed bytes were cut.
"""

import zlib
from collections.abc import Iterable, Iterator

PIECE = 1 << 16
"""Bytes that one piece holds at most once it is unpacked."""

GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
BARE = -zlib.MAX_WBITS
PACKINGS = {"gzip": GZIP_OR_ZLIB, "x-gzip": GZIP_OR_ZLIB, "deflate": GZIP_OR_ZLIB}
MEMBER = b"\x1f"
"""How one more gzip member begins; what else stands behind the last one is ignored, as browsers do."""

CUT = "the page broke off before its end"
PLAIN = {"", "identity"}


class Broken(Exception):
    """What came is not what the server said it packed; the words say how."""


def inflated(parts: Iterable[bytes], packing: str) -> Iterator[bytes]:
    """The bytes that were packed, given what came and the value of Content-Encoding.

    Raises Broken: a packing that is not known, no bytes of it, or not all of them.
    """
    name = packing.strip().lower()
    if name in PLAIN:
        yield from parts
    elif name in PACKINGS:
        yield from _unpacked(iter(parts), name)
    else:
        raise Broken(f"the page came packed as {name[:40]}, for which nobody asked")


def _unpacked(parts: Iterator[bytes], name: str) -> Iterator[bytes]:
    packed = next(parts, b"")
    if not packed:
        return
    unpacker = zlib.decompressobj(BARE if _is_bare(packed, name) else PACKINGS[name])
    try:
        while packed and not unpacker.eof:
            yield from _pieces(unpacker, packed)
            packed = unpacker.unused_data if unpacker.eof else next(parts, b"")
            packed = packed or next(parts, b"")
            if unpacker.eof and packed.startswith(MEMBER):
                unpacker = zlib.decompressobj(PACKINGS[name])
    except zlib.error as error:
        raise Broken(f"the page came packed as {name}, and broken") from error
    if not unpacker.eof:
        raise Broken(CUT)


def _pieces(unpacker: "zlib._Decompress", packed: bytes) -> Iterator[bytes]:
    """All that comes of some packed bytes. A full piece may leave more to come even where no byte is left over."""
    piece = b" " * PIECE
    while (packed or len(piece) == PIECE) and not unpacker.eof:
        piece = unpacker.decompress(packed, PIECE)
        packed = unpacker.unconsumed_tail
        yield piece


def _is_bare(first: bytes, name: str) -> bool:
    """Whether it is deflate without the header of zlib, as some servers send it against the standard."""
    return name == "deflate" and (first[0] & 0x0F != 8 or int.from_bytes(first[:2].ljust(2, b"\0"), "big") % 31 != 0)
