"""The colours: a dark and a light theme, and the style of every name that paint.py and the panes use.

Hues after Okabe and Ito, "Color Universal Design" (2008), which colour-blind readers tell apart; tuned so that text on
each has a contrast of 4.5 or more (WCAG 2.2, 1.4.3). Looked up here and not in Textual's style sheets: a rule there
costs every start.
"""

from functools import cache, lru_cache

from rich.style import Style
from textual.app import App
from textual.theme import Theme

DARK, LIGHT = "postil-dark", "postil-light"

PAPER = {
    DARK: {
        "page": "#15171c", "panel": "#1b1e24", "text": "#d5d7dc", "quiet": "#9a9fa9", "faint": "#858a95",
        "selected": "#c9d1e3", "on-selected": "#101216", "caret": "#ffd166", "on-caret": "#15171c", "here": "#2a3038",
        "here-focus": "#2f4a6b", "hit": "#5b4d00", "hit-here": "#8a5a00", "on-tag": "#f2f3f5",
    },
    LIGHT: {
        "page": "#fbfaf7", "panel": "#f3f1ec", "text": "#22252b", "quiet": "#5d626c", "faint": "#666b75",
        "selected": "#2b3a55", "on-selected": "#ffffff", "caret": "#b3261e", "on-caret": "#ffffff", "here": "#e6e3dc",
        "here-focus": "#cfe0f2", "hit": "#fff0a8", "hit-here": "#ffc94d", "on-tag": "#191b1f",
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
    for name in (DARK, LIGHT):
        paper, hues = PAPER[name], HUES[name]
        app.register_theme(
            Theme(
                name, primary=hues["blue"][1], secondary=hues["purple"][1], accent=hues["orange"][1],
                warning=hues["orange"][1], error=hues["vermilion"][1], success=hues["green"][1],
                foreground=paper["text"], background=paper["page"], surface=paper["panel"], panel=paper["panel"],
                dark=name == DARK,
            )
        )  # fmt: skip
    app.set_reactive(App.theme, DARK)


@lru_cache(1024)
def style(names: str, theme: str, *, colour: bool = True) -> Style:
    """The style of names joined by +: what lies under first ("page" or "panel"), then what lies on it."""
    known = _coloured(theme if theme in PAPER else DARK) if colour else _plain()
    return Style.combine(known.get(name, Style()) for name in names.split("+"))


@cache
def _coloured(theme: str) -> dict[str, Style]:
    paper, hues = PAPER[theme], HUES[theme]
    tags = {f"tag-{hue}": Style(color=paper["on-tag"], bgcolor=shade) for hue, (shade, _) in hues.items()}
    keys = {f"key-{hue}": Style(color=key, bold=True) for hue, (_, key) in hues.items()}
    text, quiet, faint = (Style(color=paper[name]) for name in ("text", "quiet", "faint"))
    bold, italic = Style(bold=True), Style(italic=True)
    on = Style(color=paper["on-selected"], bgcolor=paper["selected"])
    return tags | keys | {
        "page": Style(bgcolor=paper["page"]) + text, "panel": Style(bgcolor=paper["panel"]) + text,
        "title": bold, "heading": bold, "standfirst": italic, "byline": quiet, "caption": quiet + italic,
        "credit": quiet, "chrome": faint, "meta": quiet, "fold": faint, "quiet": quiet, "strong": bold,
        "edge": Style(color=paper["panel"]), "edge-focus": Style(color=hues["orange"][1]),
        "here": Style(bgcolor=paper["here"], bold=True), "here-focus": Style(bgcolor=paper["here-focus"], bold=True),
        "warning": Style(color=hues["orange"][1], bold=True), "error": Style(color=hues["vermilion"][1], bold=True),
        "several": Style(underline=True), "hit": Style(bgcolor=paper["hit"]),
        "hit-here": Style(bgcolor=paper["hit-here"]), "selected": on, "bound": on + Style(underline=True, bold=True),
        "caret": Style(color=paper["on-caret"], bgcolor=paper["caret"]),
    }  # fmt: skip


@cache
def _plain() -> dict[str, Style]:
    """Styles for terminals without colour: everything is told by weight, line and reversal."""
    bold, dim, reverse, underline = Style(bold=True), Style(dim=True), Style(reverse=True), Style(underline=True)
    return {
        **{f"tag-{hue}": underline for hue in HUES[DARK]}, **{f"key-{hue}": bold for hue in HUES[DARK]},
        "title": bold, "heading": bold, "standfirst": Style(italic=True), "caption": Style(italic=True), "chrome": dim,
        "fold": dim, "meta": dim, "quiet": dim, "strong": bold, "edge-focus": bold, "here": bold,
        "here-focus": reverse, "warning": bold, "error": reverse, "several": bold, "hit": underline,
        "hit-here": reverse, "selected": reverse, "bound": reverse + bold, "caret": reverse + bold + underline,
    }  # fmt: skip
