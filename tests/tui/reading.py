"""A session on a text of a few lines, with a clock that stands still and ids that count; what a key does to it."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count

from annotations.codebook import DEFAULT, Tag
from annotations.edit import Layer
from annotations.history import History
from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span
from tests.tui.marks import drawn, parsed
from tui.intent import Intent, Refusal
from tui.means import Means
from tui.session import Session, opened

NOW = datetime(2026, 5, 3, 10, tzinfo=UTC)


IDS = count(1)


def means() -> Means:
    return Means(lambda: NOW, lambda: next(IDS))


def tag(name: str) -> Tag:
    found = DEFAULT.get(name)
    assert found
    return found


def reading(marked: str, chrome: str = "") -> Session:
    """A session on the text without its marks, with the selection that they draw. The line `chrome` is furniture."""
    text, selection = parsed(marked)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = Kind.CHROME if line == chrome else Kind.BODY
            blocks.append(Block(Span(at, at + len(line)), kind, 1.0, "by hand"))
        at += len(line) + 1
    article = Article("d1", text, tuple(blocks), Meta(language="en"), NOW)
    return opened(article, DEFAULT, Layer(), History())._replace(selection=selection)


def after(session: Session, intent: Intent | Refusal) -> Session:
    """The session after an intent was carried out."""
    assert isinstance(intent, Intent), intent
    layer, history = session.layer.apply(intent.edit), session.history.push(intent.edit)
    return intent.then(session.with_folio(layer, history))


def refused(intent: Intent | Refusal) -> str:
    assert isinstance(intent, Refusal), intent
    return intent.said


def marked(session: Session) -> str:
    return drawn(session.text, session.selection)


def words(session: Session) -> list[tuple[str, tuple[str, ...]]]:
    """What is tagged, in the order of the text."""
    return [(annotation.tag, annotation.exact) for annotation in session.layer.in_order]


Key = Callable[[Session], Intent | Refusal]


def press(session: Session, *keys: Key) -> Session:
    for key in keys:
        session = after(session, key(session))
    return session
