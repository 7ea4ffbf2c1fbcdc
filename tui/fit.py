"""Make a line of text fit a number of cells. Pure."""


def cells(text: str) -> int:
    """The width of a line of text in cells."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def fitted(text: str, width: int) -> str:
    """`text`, or its beginning and an ellipsis, in at most `width` cells; no grapheme is cut."""
    if cells(text) <= width:
        return text
    from wcwidth import iter_graphemes

    kept, room = [], width - 1
    for grapheme in iter_graphemes(text):
        room -= cells(grapheme)
        if room < 0:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip() + "…" if width > 0 else ""
