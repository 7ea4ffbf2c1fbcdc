"""Make a line of text fit a number of cells. Pure."""

from collections.abc import Iterable

from tui.cells import clusters, shown


def cells(text: str) -> int:
    """The width of a line of text in cells."""
    return shown(text, 0, len(text))[1]


def fitted(text: str, width: int) -> str:
    """`text`, or its beginning and an ellipsis, in at most `width` cells; no grapheme is cut."""
    if cells(text) <= width:
        return text
    room, end = width - 1, 0
    for _, behind, taken in clusters(text, 0, len(text)):
        room -= taken
        if room < 0:
            break
        end = behind
    return text[:end].rstrip() + "…" if width > 0 else ""


def packed(parts: Iterable[str], gap: str, width: int) -> list[str]:
    """The parts one after the other in as few lines of `width` cells as hold them, none broken unless it is wider."""
    lines: list[str] = []
    for part in (fitted(part, width) for part in parts):
        if lines and cells(lines[-1] + gap + part) <= width:
            lines[-1] += gap + part
        else:
            lines.append(part)
    return lines
