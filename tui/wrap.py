"""Break text into rows of a width in cells. Pure; the only module where offsets become cells and cells offsets.

White space at the end of a row hangs: up to HANG cells of it stand behind the width, so that it can be selected and
still no row begins with a space that only parts two words.
"""

from tui.cells import clusters, plain, shown

HANG = 2
"""Cells of white space that a row may have beyond its width: the two spaces that some put behind a sentence."""

NOT_FIRST = frozenset(
    "、。，．・：；？！ー゛゜ヽヾゝゞ々）］｝」』】〕〉》”’…‥％ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}»%"
)
NOT_LAST = frozenset("（［｛「『【〔〈《“‘([{«$￥")
"""Characters that do not begin, or end, a row of a script without spaces (JIS X 4051, the common part)."""


def wrap(text: str, start: int, end: int, width: int) -> list[int]:
    """The offsets at which the rows between two offsets begin, each row reaching to the next: at most `width` cells and
    what hangs. A line feed ends its row; a word that is longer than a row is broken between graphemes; a grapheme
    that is wider than the width has a row of its own."""
    if start >= end:
        return []
    return (_wrap_plain if plain(text, start, end) else _wrap_measured)(text, start, end, width)


def _wrap_plain(text: str, start: int, end: int, width: int) -> list[int]:
    rows, at = [], start
    while at < end:
        rows.append(at)
        limit = at + width
        line_end = text.find("\n", at, min(limit + HANG, end))
        if line_end >= 0 and not text[limit:line_end].strip():
            at = line_end + 1
        elif limit >= end:
            break
        else:
            at = _break(text, at, limit)
    return rows


def _break(text: str, at: int, limit: int) -> int:
    """Where the row that begins at `at` ends, if it can hold the characters before `limit`."""
    for cut in range(limit, at, -1):
        if text[cut - 1] == "—" and not text[cut].isspace():
            return cut
        if text[cut].isspace() and text[cut] not in "\u00a0\u202f":
            return _hung(text, cut, limit)
    return limit


def _hung(text: str, cut: int, limit: int) -> int:
    """The end of a row whose words end at `cut`, with the white space that hangs behind them."""
    end = cut
    while end < len(text) and end < limit + HANG and text[end].isspace() and text[end] != "\n":
        end += 1
    return end


def _wrap_measured(text: str, start: int, end: int, width: int) -> list[int]:
    rows = [start]
    room, cut = width, 0
    for at, behind, cells in clusters(text, start, end):
        space = text[at].isspace() and text[at] not in "\u00a0\u202f"
        if room < cells and at > rows[-1] and not (space and room + HANG >= cells):
            rows.append(cut if cut > rows[-1] else at)
            room = width - cells_between(text, rows[-1], at)
            cut = 0
        room -= cells
        if text[at] == "\n" and behind < end:
            rows.append(behind)
            room, cut = width, 0
        elif space or (cells == 2 and text[at] not in NOT_LAST and behind < end and text[behind] not in NOT_FIRST):
            cut = behind
    return rows


def cells_between(text: str, start: int, end: int) -> int:
    """The cells that the text between two offsets takes."""
    return shown(text, start, end)[1]


def cell_of(text: str, start: int, offset: int) -> int:
    """The cell in which a code point stands, in a row that begins at `start`."""
    return cells_between(text, start, offset)


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """The grapheme that stands in a cell of a row, or the last one that is no white space where the row is shorter."""
    last = start
    for at, behind, cells in clusters(text, start, end):
        if not text[at].isspace() or at == start:
            last = at
        cell -= cells
        if cell < 0 and behind <= end:
            return at
    return last
