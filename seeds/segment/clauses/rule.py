"""Which of the cuts of a sentence part clauses: edges of speech always, commas only between what may be clauses."""

from collections.abc import Iterator, Sequence

from seeds.segment.clauses.cuts import Cut, Kind
from seeds.segment.clauses.stretch import SECOND, Stretch


def kept(cuts: Sequence[Cut], stretches: Sequence[Stretch]) -> Iterator[Cut]:
    """The cuts at which a clause ends. There is one stretch more than cuts: the sentence's words around them."""
    left, items, dashed = stretches[0], _items(stretches), False
    for cut, near, right, item in zip(cuts, stretches, stretches[1:], items[1:], strict=False):
        if cut.kind is Kind.DASH:
            parts = dashed or right.words >= 3
        elif cut.kind is Kind.COMMA:
            least = 1 if (left.opens or near.opens) and cut is cuts[-1] else 2
            parts = _long(left, right, least) and (right.opens > 0 or (not item and _comma_parts(left, near, right)))
        else:
            parts = cut.kind > Kind.DASH or _long(left, right)
        if parts:
            yield cut
            left, dashed = _opened(right, cut), cut.kind is Kind.DASH
        else:
            left = left.with_(right)


def _long(left: Stretch, right: Stretch, least: int = 2) -> bool:
    """Whether both sides are more than a word, and the left one more than the phrase with which it begins."""
    return left.words >= 2 and right.words >= least and left.words > left.opens


def _comma_parts(left: Stretch, near: Stretch, right: Stretch) -> bool:
    """Whether a comma ends a clause: one that a conjunction began always, another where both sides may be clauses.

    `near` is what stands directly before the comma, the end of `left` or all of it.
    """
    if left.opens or near.opens:
        return True
    ends_a_list = right.last == SECOND or (right.last == 1 and near is not left and not near.full)
    return left.full and right.full and not ends_a_list


def _opened(right: Stretch, cut: Cut) -> Stretch:
    return right._replace(opens=max(right.opens, 1)) if cut.kind is Kind.CONJUNCTION else right


def _items(stretches: Sequence[Stretch]) -> list[bool]:
    """For each stretch whether an enumeration goes on with it: an "and" comes before the next that may be a clause."""
    items = [False]
    for stretch in reversed(stretches):
        items.append(not stretch.full and (stretch.last > 0 or items[-1]))
    return items[:0:-1]
