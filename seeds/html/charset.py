"""The bytes of a page become markup: in the encoding that the server said, else in the one that the page names."""

import re
from dataclasses import replace

from seeds.plain import characters
from seeds.read import Raw
from seeds.web.charset import charset

START = 4096
"""Bytes in which a page names its encoding; the standard asks for the first 1,024."""

_META = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)", re.IGNORECASE)


def named(data: bytes) -> str:
    """The encoding that a page says it is in, as Python knows it; "" where it names none."""
    found = _META.search(data[:START]) or _XML.search(data[:START])
    return charset(found[1].decode("ascii")) if found else ""


def markup(raw: Raw) -> tuple[str, tuple[str, ...]]:
    """The markup of a page, and sentences on what was guessed. What is UTF-8 is read as that, whatever it says."""
    return characters(raw if raw.encoding else replace(raw, encoding=named(raw.data)))
