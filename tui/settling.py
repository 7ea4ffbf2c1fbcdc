"""Settle what a merge of two machines left open: which of two versions stays. Pure."""

from annotations.rivals import kept, versions
from tui.intent import Intent, Refusal
from tui.marking import unbound
from tui.means import Means
from tui.session import Session

NO_OTHER = "there is no other version of this annotation"


def keep(session: Session, means: Means) -> Intent | Refusal:
    """Keep this version of the bound annotation: the other ones go, or it stays though it was deleted elsewhere."""
    annotation = session.annotation
    if annotation is None:
        return Refusal(unbound(session))
    if not annotation.conflicts:
        return Refusal(NO_OTHER)
    edit = kept(session.layer, annotation, means.now())
    return Intent(edit, lambda after: after, f"{edit.label}; u brings the other one back")


def rivalry(session: Session) -> str:
    """What the status line says of a bound annotation that has other versions; "" for one that has none."""
    annotation = session.annotation
    if annotation is None or not annotation.conflicts:
        return ""
    others = versions(session.layer, annotation)
    if not others:
        return "deleted in another place: ! keeps it, d deletes it"
    return f"≠ {len(others) + 1} versions: ! keeps this one"
