"""Find the menu that stands on a page twice, above all prose and below it: what is between is the article.

The model sees each line among its like and may take sixty of them for an article. Pure.
"""

from collections.abc import Iterator, Sequence

from seeds.clean.page import Page
from seeds.clean.sequence import State

_RUN = 5
"""Lines in a row that must come again: fewer may do so by chance."""

_NEVER = -1_000.0
"""Added to the score of a state that is out of the question; nothing beside what `sequence` calls impossible."""


def parted(page: Page, states: Sequence[Sequence[float]]) -> list[tuple[float, ...]]:
    """The scores of the blocks as states, those of a menu that stands twice surely above or behind the article."""
    found = [tuple(row) for row in states]
    prose = [at for at, words in enumerate(page.prose) if words] or [0]
    above = list(_runs(page, 0, prose[0]))
    behind = list(_runs(page, prose[-1] + 1, len(page.shapes)))
    for side, runs, others in ((State.ABOVE, above, behind), (State.BEHIND, behind, above)):
        known = {run for _, run in others}
        for line in {line for at, run in runs if run in known for line in range(at, at + _RUN)}:
            found[line] = tuple(score + _NEVER * (state != side) for state, score in enumerate(found[line]))
    return found


def _runs(page: Page, start: int, end: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where a run of different lines begins between two blocks, and the words of its lines."""
    keys = [shape.key for shape in page.shapes[start:end]]
    for at in range(len(keys) - _RUN + 1):
        run = tuple(keys[at : at + _RUN])
        if len(set(run)) == _RUN and all(run):
            yield start + at, run
