"""What the two lines at the bottom say: where one is, what is selected and bound, the keys that matter now. Pure."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from annotations.entity import Entity
from seeds.printable import printable
from tui.commands import LIST, MARGIN, Command
from tui.desk import Desk
from tui.keys import Hint, Keymap, Unbound, shown
from tui.marking import other_stretch
from tui.session import Session
from tui.units import Unit

LISTED = ("list.read", "list.filter", "article.next", "article.status", "article.finish", "leave.list", "help")
BOUND = ("tag.speaker", "fields", "note", "tag.join", "tag.delete", "undo", "help")
NOTED = ("margin.read", "fields", "note", "tag.delete", "undo", "panes.next", "help")
READING = ("select.widen", "select.quotation", "select.name", "tag.speaker", "search", "panes.next", "help")
TYPING = (("Enter", "done"), ("Esc", "take back"))
JUMPING = (("a–z", "type a hint"), ("⌫", "a letter back"), ("Esc", "give up"))
ORPHANED = "it has no place in this text: select its words, then +"
OFFERED = 30
"""Code points of the other stretch of a split quotation that are told."""

NAMED = (Unit.NAME, Unit.QUOTATION, Unit.WORD, Unit.SENTENCE, Unit.CLAUSE, Unit.PARAGRAPH, Unit.BLOCK)
"""Units that a selection is called by, the one that says most first."""
LONGEST_NAMED = 4000
"""Code points up to which a selection is compared with the units that it may be."""


def hints(pane: str, session: Session | None, table: Mapping[str, Command]) -> tuple[tuple[str, str], ...]:
    """The keys that matter now: those on the right are the first to go where there is no room."""
    return tuple((shown(table[name].keys[0]), table[name].short) for name in offered(pane, session, table))


def offered(pane: str, session: Session | None, table: Mapping[str, Command]) -> Sequence[str]:
    """The names of the commands that matter now, the most wanted first."""
    if pane == LIST:
        return LISTED
    if pane == MARGIN:
        return NOTED
    tags = [name for name, command in table.items() if name.startswith("tag.") and command.keys[0].isdigit()]
    names = [*tags, *(BOUND if session and session.annotation else READING)]
    if session and session.view.folds and not session.view.unfolded:
        names.insert(-2, "article.fold")
    return names


def following(pending: Iterable[Hint], table: Mapping[str, Command]) -> tuple[tuple[str, str], ...]:
    """The keys that may follow those that were pressed, with what they do."""
    return tuple(
        (shown(hint.key), table[hint.commands[0]].short or table[hint.commands[0]].sentence) for hint in pending
    )


def astray(key: str, pane: str, panes: Sequence[str], keymaps: Mapping[str, Keymap]) -> str:
    """What is said of a key that the pane has no use for: where it is one and how one gets there, going round the panes
    in their order; else where all are told."""
    at = panes.index(pane)
    for way, other in (("Tab", panes[(at + 1) % len(panes)]), ("⇧Tab", panes[at - 1])):
        if not isinstance(keymaps[other].feed((), key), Unbound):
            return f"{shown(key)} is a key of the {other}: {way} goes there"
    return f"{shown(key)} means nothing here; ? shows the keys"


def standing(desk: Desk, coder: str, *, saved: bool) -> tuple[str, str]:
    """The left and the right half of the status line."""
    session = desk.session
    where = f"{coder}   {'saved' if saved else 'saved in the history only'}"
    if session is None:
        return "", where
    listed = f"{desk.at + 1:,} of {len(desk.rows):,} · " if desk.at >= 0 else ""
    return " · ".join(_what(session)), f"{listed}{_where(session)}   {where}"


def _what(session: Session) -> Sequence[str]:
    guest = session.guest
    annotation = guest.annotation if guest else session.annotation
    parts = ["extending"] if session.sticky else []
    if annotation is None:
        return [*parts, _selected(session)]
    tag = session.tag_of(annotation)
    kind = annotation.attributes.get("type")
    whose = f"{guest.coder}: " if guest else ""
    typed = f", {kind}" if isinstance(kind, str) else ""
    parts.append(f"{whose}{tag.key if tag else ''} {annotation.tag}{typed}".strip())
    if annotation.conflicts and not guest:
        from tui.settling import rivalry

        parts.append(rivalry(session))
    parts += [ORPHANED] if annotation.orphaned else []
    parts += [f"{len(annotation.spans)} spans"] if len(annotation.spans) > 1 else []
    parts += [f"{name} {value.name}" for name, value in annotation.attributes.items() if isinstance(value, Entity)]
    parts += [f"note: {annotation.note}"] if annotation.note else []
    if other := other_stretch(session):
        parts.append(f"+ adds {other.of(session.text)[:OFFERED]}{'…' if len(other) > OFFERED else ''}")
    return [printable(part) for part in parts]


def _selected(session: Session) -> str:
    span = session.selection.span
    if session.bare:
        return ""
    if len(span) <= LONGEST_NAMED:
        for unit in NAMED:
            if session.units.at(unit, span) == span:
                return unit.value
    if len(span) > 10 * LONGEST_NAMED:
        return "selected"
    words = len(span.of(session.text).split())
    return f"{words} word{'' if words == 1 else 's'} selected"


def _where(session: Session) -> str:
    blocks, shown = session.article.blocks, session.view.shown
    if not shown:
        return ""
    offset, end = session.selection.head, shown[-1].span.end
    starts = bisect_right(blocks, offset, key=lambda block: block.span.start)
    return f"¶ {max(starts, 1)} of {len(blocks)} · {min(100 * offset // max(end, 1), 100)}%"
