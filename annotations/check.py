"""Look through a library for whatever is not as it should be; mend what can be mended without losing a word."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from annotations import sources, strays
from annotations.coder import is_name
from annotations.edit import Change, Edit, Layer
from annotations.files import replace
from annotations.finding import Finding, finding
from annotations.library import Library
from annotations.reading import content
from annotations.state import State, places, read
from annotations.store import Store
from annotations.unmerged import WHY, left, whole
from seeds.article import Article
from seeds.errors import Problem

MEND = "postil check --repair brings it up to date"
OPEN = "open the article, or postil check --repair"


def utc() -> datetime:
    return datetime.now(UTC)


def check(
    library: Library,
    *,
    repair: bool = False,
    now: Callable[[], datetime] = utc,
    step: Callable[[], object] = lambda: None,
) -> Iterator[Finding]:
    """Everything that is wrong, article by article; `step` is called after each.

    With `repair` damaged annotation files, histories and corrections are set aside and restored as when they are
    opened, links that lead nowhere are dropped, and what a killed writer left is removed; nothing else is touched.
    `now` gives the time for the reports of damage and for what is changed.
    """
    checking = _Checking(library, now if repair else None)
    for article_id in checking.known:
        yield from checking.article(article_id)
        step()
    yield from strays.strays(library, checking.known)
    yield from strays.leftovers(library, repair=repair)


def coders(library: Library) -> list[str]:
    """All who have said something in this library, as far as this machine knows."""
    folders = (*library.annotations.glob("*/"), *(library.local / "history").glob("*/"))
    return sorted({folder.name for folder in folders if folder.is_dir() and is_name(folder.name)})


class _Checking:
    """A look at the articles of a library one after the other; `mend_at` gives the time where it may mend."""

    def __init__(self, library: Library, mend_at: Callable[[], datetime] | None) -> None:
        self.library, self.mend_at = library, mend_at
        self.known = sources.ids(library)
        self._coders = coders(library) or ["reader"]
        self._homes: dict[tuple[str, int], str] = {}
        self._replaces = {one: _replaces(library, one) for one in self.known}
        self._replaced = {*self._replaces.values()}

    def article(self, article_id: str) -> Iterator[Finding]:
        """What is wrong with an article and with what anybody says of it."""
        article: Article | None = None
        found: list[Finding] = []
        try:
            article = sources.load(self.library, article_id)
        except Problem as problem:
            found.append(finding(problem))
        found += [*self._unmerged(article_id), *self._page(article_id)]
        for coder in self._coders:
            found += self._coder(coder, article_id, article)
        yield from dict.fromkeys(found)  # each coder meets the same corrections

    def _page(self, article_id: str) -> Iterator[Finding]:
        """What is wrong with the page that an article was made of; nothing where there is none."""
        try:
            sources.page(self.library, article_id)
        except Problem as problem:
            yield finding(problem)

    def _unmerged(self, article_id: str) -> Iterator[Finding]:
        """A description in which git left two versions: that of the earlier adding counts."""
        path = self.library.sources / f"{article_id}.json"
        data = content(path) or b""
        kept = whole(path, data)
        if kept == data:
            return
        if self.mend_at:
            replace(path, kept)
            yield Finding(str(path), f"{WHY}; that of the earlier adding was kept", "")
        else:
            yield finding(left(path))

    def _coder(self, coder: str, article_id: str, article: Article | None) -> Iterator[Finding]:
        where = places(self.library, coder, article_id)
        try:
            state = read(where)
            if (state.repair or state.lags) and self.mend_at:
                yield from self._mended(coder, article_id, state)
                state = read(where)
            yield from _unmended(coder, article_id, state)
            yield from self._links(coder, article_id, state.layer)
        except Problem as problem:
            yield finding(problem)
            return
        yield from self._twice(coder, article_id, state.layer)
        rivals = sum(bool(one.conflicts) for one in state.layer.annotations.values())
        if rivals:
            why = f"{rivals} annotations have another version, made on another machine"
            yield Finding(f"{coder}, {article_id}", why, "open the article: ! keeps the version on which you stand")
        if article and article_id not in self._replaced:  # an earlier version is kept as it was
            yield from _misplaced(coder, article, state.layer)

    def _mended(self, coder: str, article_id: str, state: State) -> Iterator[Finding]:
        store = Store(self.library, coder, now=self.mend_at or utc)
        yield from (Finding(f"{coder}, {article_id}", said, "") for said in store.open(article_id).notices)
        store.flush(article_id)
        if state.lags and not state.repair:
            yield Finding(f"{coder}, {article_id}", "the annotation file was brought up to date", "")

    def _links(self, coder: str, article_id: str, layer: Layer) -> Iterator[Finding]:
        """Links to annotations that are not there; dropped, as an edit that can be undone, where it may mend."""
        changes: list[Change] = []
        for one in layer.in_order:
            kept = tuple(link for link in one.links if link.to in layer.annotations)
            for link in one.links:
                if link not in kept:
                    done = "; the link was dropped" if self.mend_at else ""
                    why = f"it links to a{link.to}, which is not there{done}"
                    yield Finding(f"{coder}, {article_id}, {one.label}", why, "" if done else DROP)
            if kept != one.links:
                changes.append(Change(one, one._replace(links=kept)))
        if changes and self.mend_at:
            store = Store(self.library, coder, now=self.mend_at)
            store.commit(article_id, Edit(tuple(changes), "dropped links that led nowhere", self.mend_at()))
            store.close()

    def _twice(self, coder: str, article_id: str, layer: Layer) -> Iterator[Finding]:
        """Annotations whose ids another article has too, unless one of the two is a later version."""
        if self._replaces[article_id]:
            return
        for one in layer.annotations.values():
            home = self._homes.setdefault((coder, one.id), article_id)
            if home != article_id:
                why = f"another annotation, in {home}, has the same id"
                yield Finding(f"{coder}, {article_id}, {one.label}", why, "delete it and tag the words again")


DROP = "postil check --repair drops the link"


def _replaces(library: Library, article_id: str) -> str:
    try:
        return str(sources.head(library, article_id)["replaces"])
    except Problem:
        return ""


def _unmended(coder: str, article_id: str, state: State) -> Iterator[Finding]:
    for damage in state.repair.damaged if state.repair else ():
        yield finding(damage)
    if state.repair and not state.repair.damaged:
        for said in state.repair.notices or ("its files do not tell the same",):
            yield Finding(f"{coder}, {article_id}", said, OPEN)
    if state.lags and not state.repair:
        yield Finding(f"{coder}, {article_id}", "the annotation file lacks edits that the history holds", MEND)


def _misplaced(coder: str, article: Article, layer: Layer) -> Iterator[Finding]:
    """Annotations that do not stand on the words they were put on."""
    remedy = "open the article in the reader, and agree to the places that it finds"
    for one in layer.in_order:
        place = f"{coder}, {article.id}, {one.label}"
        if one.whole.end > len(article.text):
            yield Finding(place, f"it ends at {one.whole.end}, behind the text's end", remedy)
        elif not one.stands(article.text) and not one.orphaned:
            yield Finding(place, "its words, or what stood around them, are not at its place", remedy)
