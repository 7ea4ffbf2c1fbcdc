"""Walk from annotation to annotation as they stand in the text, nested ones included, others' if shown. Pure."""

from bisect import bisect_left
from collections.abc import Sequence
from heapq import merge

from annotations.annotation import Annotation
from seeds.span import Span
from tui.session import Session
from tui.voices import Theirs

Stop = Annotation | Theirs
"""One's own annotation, or another coder's."""


def following(session: Session, said: Sequence[Theirs], *, back: bool = False) -> Stop | None:
    """The annotation behind (before) the one on whose words one stands; else the shortest one around the selection,
    else the next one behind (before) it. `said` are those of other coders that are shown."""
    own: Sequence[Stop] = session.layer.in_order
    stops: Sequence[Stop] = list(merge(own, said, key=_place)) if said else own
    here, span = session.guest or session.annotation, session.selection.span
    if here and _of(here).spans and _of(here).whole == span:
        at = bisect_left(stops, _place(here), key=_place)
        at = next((number for number in range(at, len(stops)) if stops[number] == here), -1)
        following = at + (-1 if back else 1)
        return stops[following] if at >= 0 and 0 <= following < len(stops) and _of(stops[following]).spans else None
    around = [stop for stop in stops if _around(_of(stop), span)]
    if around:
        return min(around, key=lambda stop: len(_of(stop).whole))
    return _beyond(stops, span, back=back)


def gone_to(session: Session, stop: Stop) -> Session:
    """The session on the words of an annotation: one's own is bound, another coder's only visited, and unfolded."""
    if not isinstance(stop, Theirs):
        return session.go_to(stop)
    folded = stop.annotation.spans and not session.view.stretches(stop.annotation.whole)
    return (session.unfold(unfolded=True) if folded else session).visit(stop)


def _beyond(stops: Sequence[Stop], span: Span, *, back: bool) -> Stop | None:
    at = bisect_left(stops, span.start, key=lambda stop: _place(stop)[0]) - back
    while 0 <= at < len(stops) and not _of(stops[at]).spans:
        at += -1 if back else 1
    return stops[at] if 0 <= at < len(stops) else None


def _around(annotation: Annotation, span: Span) -> bool:
    spans = annotation.spans
    return bool(spans) and spans[0].start <= span.start and span.end <= spans[-1].end


def _of(stop: Stop) -> Annotation:
    return stop.annotation if isinstance(stop, Theirs) else stop


def _place(stop: Stop) -> tuple[int, int, int]:
    return _of(stop).place
