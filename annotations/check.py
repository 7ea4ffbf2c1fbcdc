"""Look through a library for whatever is not as it should be; mend what can be mended without losing a word."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from annotations import sources
from annotations.edit import Layer
from annotations.files import TEMPORARY
from annotations.library import Library
from annotations.state import State, places, read
from annotations.store import Store
from seeds.article import Article
from seeds.errors import Problem

MEND = "postil check --repair brings it up to date"


class Finding(NamedTuple):
    """Something wrong: the place, what is wrong there, and the next step; "" where it has been mended."""

    place: str
    why: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.why}" + (f"; {self.remedy}" if self.remedy else "")


def utc() -> datetime:
    return datetime.now(UTC)


def check(library: Library, *, repair: bool = False, now: Callable[[], datetime] = utc) -> Iterator[Finding]:
    """Everything that is wrong, article by article. With `repair` damaged annotation files, histories and corrections
    are set aside and restored as when they are opened, and what a killed writer left is removed; nothing else is
    touched. `now` gives the time for the reports of damage."""
    known = set(sources.ids(library))
    for article_id in sorted(known):
        yield from _check_article(library, article_id, now if repair else None)
    yield from _strays(library, known)
    yield from _leftovers(library, repair=repair)


def coders(library: Library) -> list[str]:
    """All who have said something in this library, as far as this machine knows."""
    folders = (*library.annotations.glob("*/"), *(library.local / "history").glob("*/"))
    return sorted({folder.name for folder in folders if folder.is_dir()})


def _check_article(library: Library, article_id: str, mend_at: Callable[[], datetime] | None) -> Iterator[Finding]:
    article: Article | None = None
    found: list[Finding] = []
    try:
        article = sources.load(library, article_id)
    except Problem as problem:
        found.append(_finding(problem))
    for coder in coders(library) or ["reader"]:
        found += _check_coder(library, coder, article_id, article, mend_at)
    yield from dict.fromkeys(found)  # each coder meets the same corrections


def _check_coder(
    library: Library, coder: str, article_id: str, article: Article | None, mend_at: Callable[[], datetime] | None
) -> Iterator[Finding]:
    try:
        state = read(places(library, coder, article_id))
        if (state.repair or state.lags) and mend_at:
            store = Store(library, coder, now=mend_at)
            yield from (Finding(f"{coder}, {article_id}", said, "") for said in store.open(article_id).notices)
            store.flush(article_id)
            if state.lags and not state.repair:
                yield Finding(f"{coder}, {article_id}", "the annotation file was brought up to date", "")
            state = read(places(library, coder, article_id))
    except Problem as problem:
        yield _finding(problem)
        return
    yield from _unmended(coder, article_id, state)
    if state.lags and not state.repair:
        yield Finding(f"{coder}, {article_id}", "the annotation file lacks edits that the history holds", MEND)
    if article:
        yield from _misplaced(coder, article, state.layer)


def _unmended(coder: str, article_id: str, state: State) -> Iterator[Finding]:
    for damage in state.repair.damaged if state.repair else ():
        yield _finding(damage)
    if state.repair and not state.repair.damaged:
        for said in state.repair.notices or ("its files do not tell the same",):
            yield Finding(f"{coder}, {article_id}", said, "open the article, or postil check --repair")


def _misplaced(coder: str, article: Article, layer: Layer) -> Iterator[Finding]:
    """Annotations that do not stand on the words they were put on."""
    for one in layer.in_order:
        place = f"{coder}, {article.id}, {one.label}"
        if one.whole.end > len(article.text):
            yield Finding(place, f"it ends at {one.whole.end}, behind the text's end", "tag the words again")
        elif tuple(span.of(article.text) for span in one.spans) != one.exact:
            yield Finding(place, "the words at its place are not the ones that were tagged", "tag the words again")
        for link in one.links:
            if link.to not in layer.annotations:
                yield Finding(place, f"it links to a{link.to}, which is not there", "")


def _strays(library: Library, known: set[str]) -> Iterator[Finding]:
    """Files that speak of an article that is not there."""
    said = (*library.corrections.glob("*.json"), *library.annotations.glob("*/*.json"))
    for path in sorted(path for path in said if path.stem not in known and not path.name.startswith(".")):
        yield Finding(str(path), "its article is not in the library", "add the document again, or delete the file")
    for path in sorted(library.sources.glob("*.txt")):
        if path.stem not in known and not path.name.startswith("."):
            yield Finding(str(path), "a text without what is known of it", "add it again: postil add")


def _leftovers(library: Library, *, repair: bool) -> Iterator[Finding]:
    for path in sorted(library.root.rglob(f".*{TEMPORARY}")):
        if repair:
            path.unlink(missing_ok=True)
            yield Finding(str(path), "a killed writer left it; it was removed", "")
        else:
            yield Finding(str(path), "a killed writer left it", "postil check --repair removes it")


def _finding(problem: Problem) -> Finding:
    return Finding(problem.place, problem.why, problem.remedy)
