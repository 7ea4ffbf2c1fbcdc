"""A page's markup becomes a tree: lxml's, which takes pages as they are, but for what was made to choke it."""

import re

from lxml import etree, html

ELEMENTS, ATTRIBUTES = 100_000, 1_000
"""Tags in a page, and attributes in a tag, at most: the largest of 410 pages has 12,000 and 60."""

_LONG = re.compile(r"<[^<>]{10000,}")
"""A tag so long that its attributes are counted."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def tree(markup: str) -> etree._Element | None:
    """The root of a page, without comments; None where there is no element in it, or so many of them, or of attributes,
    or so many within each other (256, libxml2's own bound), that no tree is to be made of it."""
    if markup.count("<") > ELEMENTS or any(map(_is_swollen, _LONG.finditer(markup))):
        return None
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(_DECLARATION.sub("", markup).encode(), parser=parser)
    except etree.ParserError:
        return None
    return None if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log) else root


def _is_swollen(tag: re.Match[str]) -> bool:
    """Whether there are more attributes in a tag than any page has."""
    return len(_QUOTED.sub("", tag[0]).split()) > ATTRIBUTES
