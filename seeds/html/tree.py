"""A page's markup becomes a tree: lxml's, whatever the page is like."""

import re

from lxml import etree, html

HUGE = 60_000_000
"""Code points of markup at most: a page of 20 MB, as may be fetched, is far below."""

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def tree(markup: str) -> etree._Element | None:
    """The root of a page, without comments; None where there is no element in it."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True, encoding="utf-8")
    try:
        return html.document_fromstring(_DECLARATION.sub("", markup).encode(), parser=parser)
    except etree.ParserError:
        return None
