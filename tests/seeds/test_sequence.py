"""The chain against the plain definition: every path, one by one."""

from itertools import pairwise, product
from math import exp

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.clean.sequence import MOVES, State, certainty, path

worth = st.floats(-5, 5)
block = st.tuples(st.lists(worth, min_size=4, max_size=4), st.lists(worth, min_size=8, max_size=8))
blocks = st.lists(block, min_size=1, max_size=5)


def all_paths(states: list[list[float]], edges: list[list[float]]) -> dict[tuple[int, ...], float]:
    """The score of each path that begins above or in the body, goes by the moves, and ends in the body or behind it."""
    found = {}
    for tried in product(range(4), repeat=len(states)):
        moves = list(pairwise(tried))
        if tried[0] <= 1 and tried[-1] in (1, 3) and all(move in MOVES for move in moves):
            found[tried] = sum(row[at] for row, at in zip(states, tried, strict=True)) + sum(
                row[MOVES.index(move)] for row, move in zip(edges[1:], moves, strict=True)
            )
    return found


@given(blocks)
def test_the_path_is_the_best_of_all(drawn: list[tuple[list[float], list[float]]]) -> None:
    states, edges = [row for row, _ in drawn], [row for _, row in drawn]
    scored = all_paths(states, edges)
    assert scored[tuple(path(states, edges))] == pytest.approx(max(scored.values()))


@given(blocks)
def test_the_certainty_is_the_share_of_the_paths_through_the_body(drawn: list[tuple[list[float], list[float]]]) -> None:
    states, edges = [row for row, _ in drawn], [row for _, row in drawn]
    scored = all_paths(states, edges)
    whole = sum(map(exp, scored.values()))
    for at, sure in enumerate(certainty(states, edges)):
        assert sure == pytest.approx(sum(exp(score) for tried, score in scored.items() if tried[at] == 1) / whole)


def test_every_path_visits_the_body_however_little_speaks_for_it() -> None:
    hopeless = [[9.0, -99.0, 9.0, 9.0]] * 6
    assert State.BODY in path(hopeless, [[0.0] * 8] * 6)


def test_scores_too_large_for_the_exponential_function_are_borne() -> None:
    states = [[0.0, 5000.0, 0.0, 0.0], [0.0, 0.0, 0.0, 5000.0]]
    assert certainty(states, [[0.0] * 8] * 2) == [1.0, 0.0]
