"""What a coder says of an article as a command finds it: what was said of an earlier version is carried over first."""

from annotations.carry import carry
from annotations.edit import Layer
from annotations.store import Store
from seeds.article import Article
from tui.cli.out import say
from tui.here import now
from tui.signals import held


def opened(store: Store, article: Article) -> Layer:
    """The layer of an article, with what was carried over. Raises Problem."""
    folio = store.open(article.id)
    with held():
        carried = carry(store, article, now())
        if carried is None or carried.edit is None:
            return folio.layer
        store.close()
    say(f"{carried.edit.label}: {carried.said}")
    return store.open(article.id).layer
