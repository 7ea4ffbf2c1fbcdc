"""What readers said of the lines of a site by flipping blocks: what is folded away on a page is furniture on all."""

from collections.abc import Iterator
from os import listdir
from typing import NamedTuple

from annotations import corrections, sources
from annotations.library import Library
from seeds import site
from seeds.article import Kind
from seeds.correct import flips
from seeds.errors import Problem


class Flips(NamedTuple):
    """The lines that readers folded away, and those that they made something to be read, by seeds.site.key; each with
    the articles in which they did."""

    folded: dict[int, set[str]]
    shown: dict[int, set[str]]

    def folded_beside(self, article_id: str) -> set[int]:
        """The lines that were folded away in other articles: its own flips are corrections, and can be undone."""
        return {key for key, where in self.folded.items() if where != {article_id}}


def corrected(library: Library) -> dict[str, dict[str, str]]:
    """What people corrected, by article. What cannot be read is told where the article is opened."""
    return dict(_corrected(library))


def take(library: Library, article_id: str, said: dict[str, str], into: Flips) -> None:
    """Take in the flips of an article. Raises Problem where its text cannot be read."""
    found = list(flips(said))
    text = sources.load(library, article_id).text if found else ""
    for flip in found:
        key = site.key(flip.span.of(text))
        if key is not None:
            flipped = into.folded if flip.kind is Kind.CHROME else into.shown
            flipped.setdefault(key, set()).add(article_id)


def _corrected(library: Library) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        names = listdir(library.corrections)  # noqa: PTH208  # as in sources.ids
    except OSError:
        return
    for article_id in (name[:-5] for name in names if sources.FILE.fullmatch(name)):
        try:
            said = corrections.read(library, article_id)
        except Problem:
            continue
        yield article_id, said
