"""Read the scores of all blocks together: an article is one stretch of body, with few holes, between furniture.

A linear chain of four states with learned scores: a conditional random field (Lafferty, McCallum and Pereira 2001). The
likeliest path is found by Viterbi's algorithm, the certainty of each block by the forward-backward algorithm. Pure.
"""

from collections.abc import Sequence
from enum import IntEnum
from math import exp


class State(IntEnum):
    """Where a block stands: above the article, in its body, in a hole of it, or behind its end."""

    ABOVE = 0
    BODY = 1
    HOLE = 2
    BEHIND = 3


MOVES = ((0, 0), (0, 1), (1, 1), (1, 2), (1, 3), (2, 2), (2, 1), (3, 3))
"""From which state one may go on to which, in the order of the edge scores. Every path visits BODY."""

_IMPOSSIBLE = -1e9

Scores = Sequence[Sequence[float]]
"""One row a block: its scores as each state, or (edges) the scores of the moves into it."""


def path(states: Scores, edges: Scores) -> list[State]:
    """The likeliest states of the blocks; there must be at least one block."""
    best = [states[0][0], states[0][1], _IMPOSSIBLE, _IMPOSSIBLE]
    back = []
    for state, edge in zip(states[1:], edges[1:], strict=True):
        above, body, hole, behind = best
        a, b, c, d, e, f, g, h = edge
        into = ((above + b, 0), (body + c, 1), (hole + g, 2))
        entered, came = max(into)
        holed = (body + d, 1) if body + d > hole + f else (hole + f, 2)
        ended = (body + e, 1) if body + e > behind + h else (behind + h, 3)
        best = [above + a + state[0], entered + state[1], holed[0] + state[2], ended[0] + state[3]]
        back.append((0, came, holed[1], ended[1]))
    at = 1 if best[1] >= best[3] else 3
    found = [State(at)]
    for row in reversed(back):
        at = row[at]
        found.append(State(at))
    return found[::-1]


def certainty(states: Scores, edges: Scores) -> list[float]:
    """How likely each block is body, from 0 to 1, over all paths."""
    factors = [_relative(row) for row in states]
    moves = [_relative(row) for row in edges]
    forward = [_scaled([factors[0][0], factors[0][1], 0.0, 0.0])]
    for row, move in zip(factors[1:], moves[1:], strict=True):
        above, body, hole, behind = forward[-1]
        a, b, c, d, e, f, g, h = move
        entered = above * b + body * c + hole * g
        forward.append(
            _scaled(
                [above * a * row[0], entered * row[1], (body * d + hole * f) * row[2], (body * e + behind * h) * row[3]]
            )
        )
    after = [0.0, 1.0, 0.0, 1.0]
    found = []
    for at in range(len(factors) - 1, -1, -1):
        before = forward[at]
        weights = [x * y for x, y in zip(before, after, strict=True)]
        found.append(weights[1] / (sum(weights) or 1.0))
        above, body, hole, behind = (x * y for x, y in zip(factors[at], after, strict=True))
        a, b, c, d, e, f, g, h = moves[at]
        after = _scaled([above * a + body * b, body * c + hole * d + behind * e, hole * f + body * g, behind * h])
    return found[::-1]


def _relative(row: Sequence[float]) -> list[float]:
    """The row as factors, the largest 1, so that no score is too large for a float."""
    top = max(row)
    return [exp(score - top) for score in row]


def _scaled(row: list[float]) -> list[float]:
    total = sum(row) or 1.0
    return [value / total for value in row]
