"""Which documents a library has already, so that adding them again costs little and changes nothing."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

from annotations import sources
from annotations.library import Library
from seeds.article import Article
from seeds.errors import Problem
from seeds.read import Raw
from tui.cli.making import Known, Made


def recognised(library: Library) -> Callable[[Raw], Known | None]:
    """Finds the article that came in as the same bytes, without reading these, if it is there and whole."""
    known = sources.documents(library)

    def find(raw: Raw) -> Known | None:
        article_id = known.get(sha256(raw.data).hexdigest()) if known else None
        if article_id is None:
            return None
        try:
            article = sources.load(library, article_id)
            sources.page(library, article_id)
        except Problem:  # adding it again mends it
            return None
        return Known(article.id, article.title)

    return find


def looked_up(library: Library) -> Callable[[list[Made]], Iterable[Article | None]]:
    """Answers as if articles were put into a library, and puts none."""
    seen: set[str] = set()

    def put(batch: list[Made]) -> Iterator[Article | None]:
        for article, _ in batch:
            is_known = article.id in seen or sources.same(library, article.text)
            seen.add(article.id)
            yield None if is_known else article

    return put
