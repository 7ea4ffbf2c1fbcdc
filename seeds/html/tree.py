"""A page's markup becomes a tree: lxml's, which takes pages as they are."""

import re

from lxml import etree, html

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def tree(markup: str) -> etree._Element | None:
    """The root of a page, without comments; None where there is no element in it, or where more of them are within each
    other than libxml2 reads (2,048), which would end the page there."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        root = html.document_fromstring(_DECLARATION.sub("", markup).encode(), parser=parser)
    except etree.ParserError:
        return None
    return None if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log) else root
