"""Three versions of one article, and what was said of the first: what the tests of carrying over are made of."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from annotations import sources
from annotations.anchor import describe
from annotations.annotation import Annotation, Link
from annotations.carry import carry
from annotations.edit import Change, Edit, Layer
from annotations.relocate import Relocation
from annotations.state import places
from annotations.store import Folio, Store
from seeds.article import Article
from seeds.span import Span
from tests.annotations.shelf import AT, article, now, said, shelved

FIRST = (
    "Dockers of Tern vote\n"
    "The dockers of Tern vote on the offer today.\n"
    "“It is half an offer,” Ida Brook said.\n"
    "The port waits.\n"
    "Follow us\n"
)
SECOND = FIRST.replace("The dockers", "A crowd has gathered at the gate.\nThe dockers")
THIRD = SECOND.replace("The port waits.\n", "The vote is over.\nThe port waits.\n").replace(
    "Ida Brook said", "she said"
)
LATER = AT + timedelta(days=2)


def marked(number: int, text: str, words: str) -> Annotation:
    spans = (Span(text.index(words), text.index(words) + len(words)),)
    exact, prefix, suffix = describe(text, spans)
    return Annotation(number, "quote", spans, exact, prefix, suffix, AT, AT)


def put(*annotations: Annotation) -> Edit:
    return Edit(tuple(Change(None, one) for one in annotations), "tagged", AT)


OFFER, BROOK = marked(11, FIRST, "“It is half an offer,”"), marked(12, FIRST, "Ida Brook")


class Versions:
    """A library with three versions of an article, each of which replaces the one before."""

    def __init__(self, root: Path) -> None:
        self.library, [first] = shelved(root, article(FIRST))
        self.ids = [first]
        for minutes, text in enumerate((SECOND, THIRD), 1):
            later = article(text, minutes=minutes)._replace(replaces=self.ids[-1])
            written = sources.write(self.library, later)
            assert written
            self.ids.append(written.id)

    def article(self, version: int) -> Article:
        return sources.load(self.library, self.ids[version])

    def store(self, coder: str = "mh") -> Store:
        return Store(self.library, coder, now=now)

    def opened(self, version: int, coder: str = "mh") -> tuple[Relocation | None, Folio]:
        """What a reader who opens a version is told, and what is there then."""
        store = self.store(coder)
        store.open(self.ids[version])
        return carry(store, self.article(version), LATER), store.open(self.ids[version])

    def said(self, version: int, edit: Edit, coder: str = "mh") -> None:
        store = self.store(coder)
        store.commit(self.ids[version], edit)
        store.close()

    def files(self, version: int) -> Mapping[Path, bytes]:
        where = places(self.library, "mh", self.ids[version])
        return {path: path.read_bytes() for path in where if path.exists()}


def prepared(root: Path) -> Versions:
    made = Versions(root)
    made.said(0, put(OFFER, BROOK._replace(links=(Link("speaks", 11),), note="the union's")))
    made.said(0, said("status", None, "done"))
    made.said(0, said("note", None, "ask for the tally"))
    made.said(0, said("title", None, "Tern votes"))
    return made


def words(text: str, layer: Layer) -> dict[int, str]:
    return {one.id: one.whole.of(text) for one in layer.annotations.values()}
