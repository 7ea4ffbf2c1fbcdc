"""Texts with the selection drawn into them: `the [quick|] fox`, where | stands at the end that moves."""

from tui.selection import Selection


def parsed(marked: str) -> tuple[str, Selection]:
    """The text without its marks, and the selection that they draw. Raises ValueError where they draw none."""
    text = marked.replace("[", "").replace("]", "").replace("|", "")
    bare = marked.replace("|", "")
    start, end = bare.index("["), bare.index("]") - 1
    if "[|" not in marked and "|]" not in marked:
        raise ValueError(f"no | inside the brackets: {marked}")
    return text, Selection(end, start) if "[|" in marked else Selection(start, end)


def drawn(text: str, selection: Selection | None) -> str:
    """The text with the selection drawn into it; "nowhere" without one."""
    if selection is None:
        return "nowhere"
    span = selection.span
    words = f"[{span.of(text)}|]" if selection.forward else f"[|{span.of(text)}]"
    return text[: span.start] + words + text[span.end :]
