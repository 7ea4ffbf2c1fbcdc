"""Label an article of a library with today's cleaner: its text stays, what is said of it changes. Pure."""

from seeds import clean, head, language
from seeds.article import Article, Block, Meta
from seeds.errors import Refused
from seeds.read import Raw

KEPT = frozenset({"retrieved_at", "extra"})
"""What of an article's meta only the outside knows."""


def labelled(article: Article, page: bytes) -> Article:
    """The article as today's cleaner has it. `page` are the bytes of the web page that it was made of, if there was
    one: they tell more than the text, but only if the same text comes of them.

    What was known of it stays; what was not may be known now. Raises Refused where the page gives another text, as
    where only the server had said what its charset is: its labels are better than those of the text alone.
    """
    said = _of_page(article, page) if page else _of_text(article.text)
    if said is None:
        raise Refused(article.id, "another text comes of its page than did", "it stays as it is")
    blocks, meta = said
    known = article.meta
    found = {name: said for name, said in meta._asdict().items() if name not in KEPT and not getattr(known, name)}
    return article._replace(blocks=blocks, meta=known._replace(**found), cleaner=clean.VERSION)


def _of_page(article: Article, page: bytes) -> tuple[tuple[Block, ...], Meta] | None:
    """The blocks of a page and what it tells; None where another text comes of it."""
    from seeds.html.page import read_page

    try:
        found = read_page(Raw(page, article.origin, article.file), article.added.date())
    except Refused:
        return None
    return (found.blocks, found.meta) if found.text == article.text else None


def _of_text(text: str) -> tuple[tuple[Block, ...], Meta]:
    blocks = clean.label(text)
    return blocks, head.meta(text, blocks, language.guess(clean.cleaned(text, blocks)))
