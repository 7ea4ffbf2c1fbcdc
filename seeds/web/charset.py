"""What a declared charset means on the web: old pages say Latin-1 where they are windows-1252, and some say nonsense.

Pure. Python knows "text encodings" in which no page is written and of which some take forever on hostile bytes; a
name stands only if it is one of those that browsers know.
"""

import codecs
from email.message import Message

MEANT = {
    "ascii": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso8859-9": "windows-1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""The larger encodings that browsers read where one of these is declared (WHATWG Encoding, section 4.2)."""

CALLED = {"windows-874": "cp874", "x-sjis": "cp932", "x-mac-cyrillic": "mac-cyrillic", "iso-8859-8-i": "iso8859-8"}
"""Labels of the web that Python does not know."""

KNOWN = (
    {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949"}
    | {"koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "cp866", "cp874", *MEANT}
    | {f"iso8859-{part}" for part in range(2, 17)}
    | {f"cp125{page}" for page in range(9)}
)
"""The encodings of pages, by Python's names."""


def charset(label: str) -> str:
    """The encoding that a label means, in lower case and as Python knows it; "" where it means none of a page."""
    name = label.strip().strip("\"'").lower()
    name = CALLED.get(name, name)
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return MEANT.get(known, name) if known in KNOWN else ""


def charset_of(content_type: str) -> str:
    """The encoding that a Content-Type header declares; "" where it declares none."""
    header = Message()
    header["Content-Type"] = " ".join(content_type.split())
    declared = header.get_param("charset", "")
    return charset(declared) if isinstance(declared, str) else ""
