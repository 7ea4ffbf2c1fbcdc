"""What a coder says of an article as a command finds it: damage is mended and said, an earlier version carried over."""

from annotations.carry import carry
from annotations.edit import Layer
from annotations.store import Store
from seeds.article import Article
from tui.cli.out import say
from tui.here import now
from tui.signals import held


def opened(store: Store, article: Article) -> Layer:
    """The layer of an article, once all that there is to say of it was said. Raises Problem."""
    folio = store.open(article.id)
    for notice in folio.notices:
        say(f"note: {notice}")
    with held():
        carried = carry(store, article, now())
        if carried is None or carried.edit is None:
            return folio.layer
        store.close()
    say(f"{carried.edit.label}: {carried.said}")
    return store.open(article.id).layer
