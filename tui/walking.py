"""Walk from annotation to annotation as they stand in the text, nested ones included, others' if shown. Pure."""

from collections.abc import Sequence

from annotations.annotation import Annotation
from seeds.span import Span
from tui.session import Session
from tui.voices import Theirs

Stop = Annotation | Theirs
"""One's own annotation, or another coder's."""


def following(session: Session, said: Sequence[Theirs], *, back: bool = False) -> Stop | None:
    """The annotation behind (before) the one on whose words one stands; else the shortest one around the selection,
    else the next one behind (before) it. `said` are those of other coders that are shown."""
    every: list[Stop] = [*session.layer.in_order, *said]
    stops = sorted((stop for stop in every if _of(stop).spans), key=lambda stop: _of(stop).place)
    here, span = session.guest or session.annotation, session.selection.span
    if here and here in stops and _of(here).whole == span:
        at = stops.index(here) + (-1 if back else 1)
        return stops[at] if 0 <= at < len(stops) else None
    around = [stop for stop in stops if span in _of(stop).whole]
    if around:
        return min(around, key=lambda stop: len(_of(stop).whole))
    return _beyond(stops, span, back=back)


def gone_to(session: Session, stop: Stop) -> Session:
    """The session on the words of an annotation: one's own is bound, another coder's only visited."""
    return session.visit(stop) if isinstance(stop, Theirs) else session.go_to(stop)


def _beyond(stops: Sequence[Stop], span: Span, *, back: bool) -> Stop | None:
    if back:
        return next((stop for stop in reversed(stops) if _of(stop).whole.start < span.start), None)
    return next((stop for stop in stops if _of(stop).whole.start >= span.start), None)


def _of(stop: Stop) -> Annotation:
    return stop.annotation if isinstance(stop, Theirs) else stop
