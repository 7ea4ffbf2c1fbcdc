"""Break text into rows of a width in cells. Pure; with tui.cells the only place where offsets become cells and back.

White space at the end of a row hangs: up to HANG cells of it stand behind the width, so that it can be selected and
still no row begins with a space that only parts two words.
"""

from bisect import bisect_right

from tui.cells import Cluster, clusters, plain

HANG = 2
"""Cells of white space that a row may have beyond its width: the two spaces that some put behind a sentence."""

NOT_FIRST = frozenset(
    "、。，．・：；？！ー゛゜ヽヾゝゞ々）］｝」』】〕〉》”’…‥％ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}»%"
)
NOT_LAST = frozenset("（［｛「『【〔〈《“‘([{«$￥")
"""Characters that do not begin, or end, a row of a script without spaces (JIS X 4051, the common part)."""

TIED = frozenset("\u00a0\u202f\u2007")
"""Spaces at which no row ends."""


def wrap(text: str, start: int, end: int, width: int) -> list[int]:
    """The offsets at which the rows between two offsets begin, each row reaching to the next: at most `width` cells and
    what hangs. A line feed ends its row; a word that is longer than a row is broken between graphemes; a grapheme that
    is wider than the width has a row of its own."""
    if plain(text, start, end):
        return _wrap_plain(text, start, end, width)
    return _wrap_measured(text, list(clusters(text, start, end)), width)


def cell_of(text: str, start: int, end: int, offset: int) -> int:
    """The cell, from 0, at which the grapheme that holds `offset` begins in the row between `start` and `end`."""
    if plain(text, start, end):
        return max(min(offset, end) - start, 0)
    cell = 0
    for _, behind, taken in clusters(text, start, end):
        if offset < behind:
            return cell
        cell += taken
    return cell


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """The offset of the grapheme that covers a cell of the row between `start` and `end`; of the last one behind it."""
    if plain(text, start, end):
        return max(min(start + cell, end - 1), start)
    found, reached = start, 0
    for at, _, taken in clusters(text, start, end):
        found, reached = at, reached + taken
        if cell < reached:
            break
    return found


def row_at(rows: list[int], offset: int) -> int:
    """The number of the row that holds an offset; the first one for what lies before it."""
    return max(bisect_right(rows, offset) - 1, 0)


def _wrap_plain(text: str, start: int, end: int, width: int) -> list[int]:
    rows, at = [], start
    while at < end:
        rows.append(at)
        limit = at + width
        feed = text.find("\n", at, min(limit + HANG, end))
        if feed >= 0 and not text[limit:feed].strip(" "):
            at = feed + 1
        else:
            at = _plain_break(text, at, limit, end) if limit < end else end
    return rows


def _plain_break(text: str, at: int, limit: int, end: int) -> int:
    """Where the row that begins at `at` ends, if it has room for the characters before `limit`."""
    space = text.rfind(" ", at, limit + 1)
    if space == limit:
        return limit + 2 if text[limit + 1 : min(limit + 2, end)] == " " else limit + 1
    return max(space, text.rfind("—", at, limit)) + 1 or limit


def _wrap_measured(text: str, parts: list[Cluster], width: int) -> list[int]:
    rows = [parts[0][0]] if parts else []
    first = last_break = 0  # numbers of clusters: the row's first, and the last that may begin a row
    filled = 0  # cells since the row's first cluster
    for number, (start, behind, taken) in enumerate(parts):
        white = text[start:behind].isspace() and text[start] not in TIED
        if number > first and text[parts[number - 1][0]] == "\n":
            first = last_break = number
            filled = 0
            rows.append(start)
        elif number > first and not white and _may_part(text, parts[number - 1], parts[number]):
            last_break = number
        filled += taken
        if filled > width + (HANG if white else 0) and number > first:
            cut = number if white or last_break <= first else last_break
            filled = sum(part[2] for part in parts[cut : number + 1])
            if filled > width:  # what cannot be parted from its neighbour is too wide beside it
                cut, filled = number, taken
            first = cut
            rows.append(parts[first][0])
    return rows


def _may_part(text: str, left: Cluster, right: Cluster) -> bool:
    """Whether a row may end between two graphemes, the right one of which is no white space."""
    before, after = text[left[1] - 1], text[right[0]]
    if before == "—" or (before.isspace() and before not in TIED):
        return True
    wide = left[2] > 1 or right[2] > 1
    return wide and after not in NOT_FIRST and before not in NOT_LAST and before not in TIED
