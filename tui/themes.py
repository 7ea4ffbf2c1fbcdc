"""The colours: a dark and a light theme, and the style of every name that paint.py and the codebook use.

Hues after Okabe and Ito, "Color Universal Design" (2008), which colour-blind readers tell apart; tuned so that text on
each has a contrast of 4.5 or more (WCAG 2.2, 1.4.3).
"""

from functools import lru_cache

from rich.style import Style
from textual.app import App
from textual.theme import Theme

DARK, LIGHT = "postil-dark", "postil-light"

PAPER = {
    DARK: {
        "background": "#15171c", "text": "#d5d7dc", "quiet": "#9a9fa9", "faint": "#7d828d",
        "selected": "#c9d1e3", "on-selected": "#101216", "caret": "#ffd166", "on-caret": "#15171c",
        "hit": "#5b4d00", "hit-here": "#a86f00", "on-tag": "#f2f3f5",
    },
    LIGHT: {
        "background": "#fbfaf7", "text": "#22252b", "quiet": "#5d626c", "faint": "#6d727c",
        "selected": "#2b3a55", "on-selected": "#ffffff", "caret": "#b3261e", "on-caret": "#ffffff",
        "hit": "#fff0a8", "hit-here": "#ffc94d", "on-tag": "#191b1f",
    },
}  # fmt: skip

HUES = {
    DARK: {
        "blue": ("#124a77", "#6cbcf0"), "orange": ("#663f00", "#f0ad32"), "green": ("#07523d", "#3ccba0"),
        "vermilion": ("#6e2a05", "#ff8a4d"), "purple": ("#5c2f4d", "#dd9cc4"), "yellow": ("#4d4a08", "#e6de4a"),
        "grey": ("#41454d", "#b9bec8"),
    },
    LIGHT: {
        "blue": ("#cde6f8", "#005a91"), "orange": ("#fbe2ad", "#7d5200"), "green": ("#c3ecde", "#006349"),
        "vermilion": ("#fbd3bd", "#9c3f00"), "purple": ("#f2d7e6", "#8a3f68"), "yellow": ("#f6f2a8", "#5f5b00"),
        "grey": ("#dfe1e5", "#4d525b"),
    },
}  # fmt: skip
"""For each hue the shade behind tagged words, and the colour of its key in the gutter."""


def register(app: App[None]) -> None:
    """Make both themes known to the app, and start with the dark one."""
    for name, dark in ((DARK, True), (LIGHT, False)):
        paper, hues = PAPER[name], HUES[name]
        app.register_theme(
            Theme(
                name, primary=hues["blue"][1], secondary=hues["purple"][1], accent=hues["orange"][1],
                warning=hues["orange"][1], error=hues["vermilion"][1], success=hues["green"][1],
                foreground=paper["text"], background=paper["background"],
                surface="#1b1e24" if dark else "#f3f1ec", panel="#1b1e24" if dark else "#f3f1ec", dark=dark,
            )
        )  # fmt: skip
    app.set_reactive(App.theme, DARK)


@lru_cache(512)
def style(name: str, theme: str, *, colour: bool = True) -> Style:
    """The style of a name of paint.py: of its kind, with what lies on it laid over, the last on top."""
    found = Style()
    for part in name.split("+"):
        found += _part(part, theme) if colour else _plain(part)
    return found


def gutter(hue: str, theme: str, *, colour: bool = True) -> Style:
    """The style of a tag's key beside the text."""
    return Style(color=HUES[theme].get(hue, HUES[theme]["grey"])[1], bold=True) if colour else Style(bold=True)


def _part(name: str, theme: str) -> Style:
    paper = PAPER[theme]
    if name.startswith("tag-"):
        shade, _ = HUES[theme].get(name[4:], HUES[theme]["grey"])
        return Style(color=paper["on-tag"], bgcolor=shade)
    known = {
        "body": Style(color=paper["text"]),
        "title": Style(color=paper["text"], bold=True),
        "heading": Style(color=paper["text"], bold=True),
        "standfirst": Style(color=paper["text"], italic=True),
        "byline": Style(color=paper["quiet"]),
        "caption": Style(color=paper["quiet"], italic=True),
        "credit": Style(color=paper["quiet"]),
        "chrome": Style(color=paper["faint"]),
        "meta": Style(color=paper["quiet"]),
        "fold": Style(color=paper["faint"]),
        "several": Style(underline=True),
        "hit": Style(bgcolor=paper["hit"]),
        "hit-here": Style(bgcolor=paper["hit-here"]),
        "selected": Style(color=paper["on-selected"], bgcolor=paper["selected"]),
        "bound": Style(color=paper["on-selected"], bgcolor=paper["selected"], underline=True, bold=True),
        "caret": Style(color=paper["on-caret"], bgcolor=paper["caret"]),
    }
    return known.get(name, Style())


def _plain(name: str) -> Style:
    """A style for terminals without colour: everything is told by weight, line and reversal."""
    if name.startswith("tag-"):
        return Style(underline=True)
    known = {
        "title": Style(bold=True), "heading": Style(bold=True), "standfirst": Style(italic=True),
        "chrome": Style(dim=True), "fold": Style(dim=True), "meta": Style(dim=True), "several": Style(bold=True),
        "hit": Style(underline=True), "hit-here": Style(reverse=True), "selected": Style(reverse=True),
        "bound": Style(reverse=True, bold=True), "caret": Style(reverse=True, bold=True, underline=True),
    }  # fmt: skip
    return known.get(name, Style())
