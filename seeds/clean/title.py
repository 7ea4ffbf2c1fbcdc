"""Find the title among the blocks: it stands above the body, is no furniture, and the body takes up its words."""

from collections.abc import Sequence
from math import exp

from seeds.clean.candidates import candidates
from seeds.clean.forms import is_standfirst
from seeds.clean.model import Weights, title_score
from seeds.clean.page import Page
from seeds.clean.sequence import State

SURE = 0.59
"""How likely a block has to be the title, from 0 to 1: no title is better than a wrong one. Measured across sites."""

FIRST, FEW = 0.35, 3
"""The same of the first line of a text, where FEW lines at most might be the title: the text was hardly a page."""

_TIE = 2.5
"""How much less may speak for the title than for its standfirst, in scores; measured across sites."""

_HIGHEST = 30.0
"""Scores above it are taken for it, so that none is too large for a float."""


def find_title(page: Page, states: Sequence[State], known: Weights | None = None) -> int | None:
    """The index of the title block, None where nothing surely is one; by `known` if it is given. Behind it is body.

    Where the likeliest block reads like a standfirst and the line right above it might be the title as well, it is; of
    two such lines it need not be sure which is which.
    """
    scored = {at: min(title_score(names, known), _HIGHEST) for at, names in candidates(page, states)}
    best = max(scored, key=lambda at: (scored[at], -at), default=None)
    if best is None:
        return None
    title = best
    if scored.get(best - 1, 0.0) > max(scored[best] - _TIE, 0.0) and _sums_up(page, best):
        title = best - 1
    likely = exp(scored[title])
    if title + 1 in scored and _sums_up(page, title + 1):
        likely += exp(scored[title + 1])
    sure = FIRST if title == 0 and len(scored) <= FEW else SURE
    return title if likely >= sure * (1 + sum(map(exp, scored.values()))) else None


def _sums_up(page: Page, at: int) -> bool:
    """Whether a block reads like the standfirst of the line above it: a sentence, and no shorter than that."""
    above, shape = page.shapes[at - 1], page.shapes[at]
    sentence = is_standfirst(shape) and shape.words >= 10 and shape.capital < 0.5
    return sentence and 4 <= above.words <= shape.words
