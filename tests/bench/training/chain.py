"""Learn what features are worth to the chain of `seeds.clean.sequence`, a conditional random field.

The loss is the negative log likelihood with the cost of a wrong block added to its scores, so that long blocks count
more ("softmax-margin", Gimpel and Smith 2010), and a penalty on large weights; L-BFGS finds its minimum.
"""

from collections import defaultdict
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

from seeds.clean.sequence import MOVES
from tests.bench.training.pages import Known

np: Any = import_module("numpy")
sparse: Any = import_module("scipy.sparse")
optimize: Any = import_module("scipy.optimize")

EDGE = ("*", "gap=", "cue=", "-1 ", "times=", "column=", "turn ", "step=", "v=")
"""How the names of the features begin that are also worth something to the moves into a block."""

_SITES, _SITES_OF_WORDS = 6, 10
"""On how many sites a feature, and one that is made of words, must be seen to be learned."""

_COST, _RIDGE, _EDGE_RIDGE, _STEPS = 3.0, 4.0, 5.0, 120
_LENIENCE = 0.2
"""A paragraph lost is worse than a line of furniture too much."""

_NEVER = -1e9
_FROM, _TO = [a for a, _ in MOVES], [b for _, b in MOVES]
_INTO = [[move for move, (_, to) in enumerate(MOVES) if to == state] for state in range(4)]
_OUT = [[move for move, (start, _) in enumerate(MOVES) if start == state] for state in range(4)]


class Learned(NamedTuple):
    """Weights of the states (features by 4) and of the moves (edge features by 8), and the features' names."""

    names: list[str]
    states: Any
    edge_names: list[str]
    edges: Any


class _Batch(NamedTuple):
    """Texts of like length, padded: rows of the blocks (-1: none), their true states, costs, weights, lengths."""

    rows: Any
    allowed: Any
    costs: Any
    weights: Any
    lengths: Any


def learn(known: Sequence[Known], lenience: float = _LENIENCE) -> Learned:
    """The weights that fit the pages best; `lenience` is added to the worth of every block as body."""
    names = vocabulary(known)
    edge_names = [name for name in names if name.startswith(EDGE)]
    seen, edges = matrix(known, names), matrix(known, edge_names)
    batches = _batches(known)
    cut = len(names) * 4
    ridge = np.concatenate([np.full(cut, _RIDGE), np.full(len(edge_names) * 8, _EDGE_RIDGE)])

    def loss(weights: Any) -> tuple[float, Any]:
        worth, moves = seen @ weights[:cut].reshape(-1, 4), edges @ weights[cut:].reshape(-1, 8)
        total, by_state, by_move = 0.0, np.zeros_like(worth), np.zeros_like(moves)
        for batch in batches:
            total += _against(batch, worth, moves, by_state, by_move)
        gradient = np.concatenate([(seen.T @ by_state).ravel(), (edges.T @ by_move).ravel()])
        return total + 0.5 * (ridge * weights * weights).sum(), gradient + ridge * weights

    start = np.zeros(cut + len(edge_names) * 8)
    found = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS, "maxcor": 8}).x
    states = found[:cut].reshape(-1, 4)
    states[names.index("*"), 1] += lenience
    return Learned(names, states, edge_names, found[cut:].reshape(-1, 8))


def vocabulary(known: Sequence[Known]) -> list[str]:
    """The features that are seen on enough sites, in alphabetical order."""
    sites = defaultdict(set)
    for text in known:
        for names in text.features:
            for name in names:
                sites[name].add(text.site)
    words = ("w=", "1=", "2=")
    return sorted(name for name, on in sites.items() if len(on) >= (_SITES_OF_WORDS if name[:2] in words else _SITES))


def matrix(known: Sequence[Known], names: Sequence[str]) -> Any:
    """Which block (row) has which feature (column), over all texts."""
    index = {name: at for at, name in enumerate(names)}
    rows, columns, row = [], [], 0
    for text in known:
        for found in text.features:
            hits = [index[name] for name in found if name in index]
            rows += [row] * len(hits)
            columns += hits
            row += 1
    return sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(names)))


def _batches(known: Sequence[Known], size: int = 48) -> list[_Batch]:
    firsts = np.cumsum([0, *(len(text.spans) for text in known)])
    order = sorted((at for at, text in enumerate(known) if text.weight), key=lambda at: len(known[at].spans))
    found = []
    for begin in range(0, len(order), size):
        part = order[begin : begin + size]
        longest = len(known[part[-1]].spans)
        rows = np.full((len(part), longest), -1)
        allowed, costs = np.full((len(part), longest, 4), _NEVER), np.zeros((len(part), longest, 4))
        for line, at in enumerate(part):
            count = len(known[at].spans)
            rows[line, :count] = np.arange(firsts[at], firsts[at] + count)
            allowed[line, :count], costs[line, :count] = _truth(known[at])
        weights = np.array([known[at].weight for at in part])
        found.append(_Batch(rows, allowed, costs, weights, (rows >= 0).sum(1)))
    return found


def _truth(text: Known) -> tuple[Any, Any]:
    """For each block 0 for the states that it may truly have, and what each state would cost in words."""
    first, last = text.labels.index("k"), text.labels.rindex("k")
    words = [shape.words for shape in text.page.shapes]
    whole = sum(count for count, label in zip(words, text.labels, strict=True) if label == "k") or 1
    allowed, costs = np.full((len(words), 4), _NEVER), np.zeros((len(words), 4))
    for at, label in enumerate(text.labels):
        states = [1] if label == "k" else [0] if at < first else [3] if at > last else [2] if label == "d" else [1, 2]
        allowed[at, states] = 0
        if label != ".":
            wrong = [0, 2, 3] if label == "k" else [1]
            costs[at, wrong] = _COST * min(words[at] / whole, 1)
    return allowed, costs


def _against(batch: _Batch, worth: Any, moves: Any, by_state: Any, by_move: Any) -> float:
    """The loss of a batch; what it would take from each block's scores is added to the last two."""
    there = batch.rows >= 0
    states, edges = worth[batch.rows] * there[..., None], moves[batch.rows] * there[..., None]
    any_, near, turns = marginals(states + batch.costs, edges, batch.lengths)
    true, held, turned = marginals(states + np.where(there[..., None], batch.allowed, 0), edges, batch.lengths)
    share = batch.weights[:, None, None]
    by_state[batch.rows[there]] += ((near - held) * share)[there]
    by_move[batch.rows[there]] += ((turns - turned) * share)[there]
    return float((batch.weights * (any_ - true)).sum())


def marginals(states: Any, edges: Any, lengths: Any) -> tuple[Any, Any, Any]:
    """For texts of given lengths the logarithm of all paths' sum, and how likely each state and each move is."""
    longest = states.shape[1]
    forward, backward = np.empty_like(states), np.empty_like(states)
    forward[:, 0] = states[:, 0] + [0, 0, _NEVER, _NEVER]
    for at in range(1, longest):
        came = forward[:, at - 1][:, _FROM] + edges[:, at]
        now = np.stack([np.logaddexp.reduce(came[:, into], 1) for into in _INTO], 1) + states[:, at]
        forward[:, at] = np.where((at < lengths)[:, None], now, forward[:, at - 1])
    end = np.array([_NEVER, 0, _NEVER, 0])
    total = np.logaddexp.reduce(forward[:, -1] + end, 1)
    backward[:, -1] = end
    turns = np.zeros_like(edges)
    for at in range(longest - 1, 0, -1):
        goes = (states[:, at] + backward[:, at])[:, _TO] + edges[:, at]
        inside = (at < lengths)[:, None]
        turns[:, at] = np.where(inside, np.exp(forward[:, at - 1][:, _FROM] + goes - total[:, None]), 0)
        before = np.stack([np.logaddexp.reduce(goes[:, out], 1) for out in _OUT], 1)
        backward[:, at - 1] = np.where(inside, before, end)
    return total, np.exp(forward + backward - total[:, None, None]), turns
