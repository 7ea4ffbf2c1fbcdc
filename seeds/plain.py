"""Bytes become text, once and for ever: the source text of an article is what this module makes of its file."""

import codecs
import re

from seeds.encodings import guess
from seeds.mojibake import repaired
from seeds.read import Raw

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32's before those of UTF-16, of which one is its beginning."""

LAST_OF_PLANES = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
NO_CHARACTER = re.compile(f"[\x00\ud800-\udfff\ufdd0-\ufdef{LAST_OF_PLANES}]")
"""NUL, surrogates, and the 66 noncharacters of Unicode (section 23.7): no text needs them, few programs take them."""


def decode(raw: Raw) -> tuple[str, tuple[str, ...]]:
    """The text, with LF line ends and without a byte order mark, and sentences on what was guessed or changed."""
    text, notices = characters(raw)
    text, repair = repaired(text)
    text, replaced = fit(text)
    return text, (*notices, *filter(None, (repair, replaced)))


def characters(raw: Raw) -> tuple[str, tuple[str, ...]]:
    """The text as it was written, with LF line ends and without a byte order mark; and what was guessed."""
    text, notices = _decoded(raw)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notices


def fit(text: str) -> tuple[str, str]:
    """The text with U+FFFD for what is no character; and a sentence on it, "" where there is none."""
    text, count = NO_CHARACTER.subn("\ufffd", text)
    what = f"{count:,} characters that no text holds" if count > 1 else "a character that no text holds"
    return text, f"{what}: replaced by \ufffd" if count else ""


def _decoded(raw: Raw) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in MARKS:
        if raw.data.startswith(mark):
            return _leniently(raw.data[len(mark) :], encoding, "")
    try:
        return raw.data.decode(), ()
    except UnicodeDecodeError:
        pass
    if _is_nearly_utf_8(raw.data):
        return _leniently(raw.data, "utf-8", "")
    if raw.encoding and (declared := _declared(raw)):
        return declared
    encoding = guess(raw.data)
    return _leniently(raw.data, encoding, f"decoded as {_on_the_web(encoding)} by a guess")


def _leniently(data: bytes, encoding: str, notice: str) -> tuple[str, tuple[str, ...]]:
    """The text with U+FFFD for what is no character in that encoding, and in how many places that was."""
    notices = (notice,) if notice else ()
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd") if "\ufffd" in text else 0
    if broken:
        where = f"in {broken:,} places" if broken > 1 else "in one place"
        notices = (*notices, f"no {encoding.upper()} {where}: replaced by \ufffd")
    return text, notices


def _declared(raw: Raw) -> tuple[str, tuple[str, ...]] | None:
    try:
        return raw.data.decode(raw.encoding), (f"decoded as {raw.encoding}, as declared",)
    except (LookupError, UnicodeDecodeError):
        return None


def _is_nearly_utf_8(data: bytes) -> bool:
    """Whether a few bytes are damaged in what is UTF-8 otherwise, as where a file was cut within a character.

    In the older encodings hardly two letters in a row happen to be UTF-8.
    """
    text = data.decode(errors="replace")
    broken = text.count("\ufffd")
    return len(data) - len(text.encode("ascii", "ignore")) > 12 * broken


def _on_the_web(encoding: str) -> str:
    """The name of an encoding as pages and editors write it."""
    return encoding.replace("cp125", "windows-125").replace("_", "-")
