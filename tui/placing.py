"""Read an article whose annotations may not stand where they were put, as it would be; write it only once agreed to."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from annotations import sources
from annotations.edit import Edit, Layer
from annotations.errors import ChangedText, unreadable
from annotations.files import Stamp, stamp
from annotations.library import Library
from annotations.store import Folio, Store
from seeds.article import Article
from seeds.errors import Problem

if TYPE_CHECKING:
    from annotations.relocate import Relocation


class Unagreed(Problem):
    """An edit of an article for whose annotations new places are proposed."""

    def __init__(self) -> None:
        why = "its text is not the one that was tagged, and nothing is written until you agree to the places found"
        super().__init__("this article", why, "Enter in the text agrees")


class Proposal(NamedTuple):
    """Where the annotations of an article would stand. `rewritten`: its text was changed on the disk, and is not yet
    agreed to by anybody; else only what this coder said does not fit it."""

    article: Article
    rewritten: bool
    relocation: "Relocation"

    @property
    def said(self) -> str:
        """What there is to agree to, in words for people."""
        what = "the text was changed on the disk" if self.rewritten else "the text is not the one that you tagged"
        return f"{what}: {self.relocation.said}; Enter in the text agrees, and nothing is written before"

    def shown(self, layer: Layer) -> Layer:
        """The layer as it would be."""
        return layer.apply(self.relocation.edit) if self.relocation.edit else layer


class Opening(NamedTuple):
    """An article as it is opened: what the coder says of it, what there is to agree to, what was carried over from an
    earlier version, in words and as edits. `stamps` are of its text and description, from before they were read."""

    article: Article
    folio: Folio
    proposal: Proposal | None
    carried: str = ""
    made: tuple[Edit, ...] = ()
    stamps: tuple[Stamp, ...] = ()


def opening(library: Library, store: Store, article_id: str, at: datetime) -> Opening:
    """Read an article, and carry over what this coder said of the version that it replaces. Raises Problem."""
    stamps = source_stamps(library, article_id)
    article, rewritten = _readable(library, article_id)
    folio, said, made = store.open(article_id), "", None
    if article.replaces and not rewritten:
        from annotations.carry import carry

        found = carry(store, article, at)
        made = found.edit if found else None
        said = f"{made.label}: {found.said}" if found and made else ""
        later = store.open(article_id)
        folio = later._replace(notices=(*folio.notices, *later.notices))
    proposed = proposal(article, folio.layer, at, rewritten=rewritten)
    return Opening(article, folio, proposed, said, (made,) if made else (), stamps)


def source_stamps(library: Library, article_id: str) -> tuple[Stamp, ...]:
    """The stamps of an article's text and of what is known of it. Raises Unreadable."""
    paths = [library.sources / f"{article_id}.{suffix}" for suffix in ("txt", "json")]
    try:
        return tuple(stamp(path) for path in paths)
    except OSError as error:
        raise unreadable(paths[0], error) from error


def _readable(library: Library, article_id: str) -> tuple[Article, bool]:
    """An article with the text that is on the disk, and whether that was changed there. Raises Problem."""
    try:
        return sources.load(library, article_id), False
    except ChangedText:
        return sources.changed(library, article_id), True


def proposal(article: Article, layer: Layer, at: datetime, *, rewritten: bool) -> Proposal | None:
    """What there is to agree to before anything is written; None where all stands as it should.

    The places of names are looked at only where the text must have been changed: a name may have been taken down in
    other words than those that stand there.
    """
    if not rewritten and all(one.stands(article.text) for one in layer.annotations.values()):
        return None
    from annotations.relocate import relocated

    sure = relocated(article.text, layer, at, before=article.text)
    if not rewritten and not sure.edit:
        return None
    return Proposal(article, rewritten, relocated(article.text, layer, at))


def agree(library: Library, store: Store, proposed: Proposal) -> Folio:
    """Put what was proposed on the disk: the text first, so that after a kill the rest is proposed again.

    Raises ChangedText where the text was changed once more, Conflict, NotSaved.
    """
    if proposed.rewritten:
        sources.agree(library, proposed.article)
    edit, article_id = proposed.relocation.edit, proposed.article.id
    return store.commit(article_id, edit) if edit else store.open(article_id)
