"""How a value is written in a cell, by one rule for every table. Pure."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from seeds.article import Article
from seeds.span import Span

PART = " … "
"""Stands between the words of several spans."""

VALUE = "|"
"""Stands between several values in a cell."""


def one_line(text: str) -> str:
    """The text with each run of white space, no-break spaces too, as one space, and none at its ends."""
    return " ".join(text.split())


def exact(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans as they stand in the source."""
    return PART.join(span.of(text) for span in spans)


def words(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans as they are read."""
    return PART.join(one_line(span.of(text)) for span in spans)


def offsets(spans: Iterable[Span]) -> str:
    """Where the spans are: from 0, half-open, in code points."""
    return VALUE.join(f"{span.start}-{span.end}" for span in spans)


def values(several: Iterable[str]) -> str:
    return VALUE.join(several)


def free(name: str, taken: Sequence[str]) -> str:
    """The name of a column, with a _ behind it where a column is called so already."""
    while name in taken:
        name += "_"
    return name


def about(article: Article, status: str) -> dict[str, str]:
    """The cells that say which article it is; the same columns in every table."""
    meta = article.meta
    return {
        "article_id": article.id,
        "article_file": article.file,
        "article_title": article.title,
        "publication": meta.publication,
        "author": meta.author,
        "published_at": meta.published_at,
        "retrieved_at": meta.retrieved_at,
        "url": meta.url,
        "language": meta.language,
        "article_status": status,
        "article_sha256": sha256(article.text.encode(errors="surrogatepass")).hexdigest(),
    }
