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

SIXTEEN = "sixteen"
"""The palette of a terminal of sixteen colours: its own, which it knows how to tell apart."""

PAPER = {
    DARK: {
        "page": "#15171c", "panel": "#1b1e24", "text": "#d5d7dc", "quiet": "#9a9fa9", "faint": "#858a95",
        "selected": "#a9b8dc", "on-selected": "#101216", "caret": "#ffffff", "on-caret": "#101216", "here": "#2a3038",
        "here-focus": "#2f4a6b", "hit": "#5b4d00", "hit-here": "#8a5a00", "on-tag": "#f2f3f5",
    },
    LIGHT: {
        "page": "#fbfaf7", "panel": "#f3f1ec", "text": "#22252b", "quiet": "#5d626c", "faint": "#666b75",
        "selected": "#44639f", "on-selected": "#ffffff", "caret": "#101216", "on-caret": "#ffffff", "here": "#e6e3dc",
        "here-focus": "#cfe0f2", "hit": "#fff0a8", "hit-here": "#ffc94d", "on-tag": "#191b1f",
    },
}  # fmt: skip

HUES = {
    DARK: {
        "blue": ("#124a77", "#1f6fa8", "#6cbcf0"), "orange": ("#663f00", "#865408", "#f0ad32"),
        "green": ("#0d5a28", "#1f7a3d", "#3ccba0"), "vermilion": ("#6e2a05", "#90401a", "#ff8a4d"),
        "purple": ("#5c2f4d", "#7a4564", "#dd9cc4"), "yellow": ("#4d4a08", "#666214", "#e6de4a"),
        "grey": ("#41454d", "#5a606b", "#b9bec8"),
    },
    LIGHT: {
        "blue": ("#cde6f8", "#a9d3f2", "#005a91"), "orange": ("#fbe2ad", "#f5cd7c", "#7d5200"),
        "green": ("#c3ecde", "#97dcc4", "#006349"), "vermilion": ("#fbd3bd", "#f5b595", "#9c3f00"),
        "purple": ("#f2d7e6", "#e3b4cf", "#8a3f68"), "yellow": ("#f6f2a8", "#e6df76", "#5f5b00"),
        "grey": ("#dfe1e5", "#c6cad1", "#4d525b"),
    },
}  # fmt: skip
"""For each hue the shade behind tagged words, the other shade, for words that touch those of the same tag, and the
colour of its key in the gutter, which also stands behind the words of the bound annotation. The dark shades of blue and
green stay apart in a palette of 256 colours too."""

ANSI = {
    "blue": "blue", "orange": "yellow", "green": "green", "vermilion": "red", "purple": "magenta", "yellow": "cyan",
    "grey": "bright_black",
}  # fmt: skip
"""The hues in sixteen colours."""


def register(app: App[None]) -> None:
    """Make both themes known to the app, and start with the dark one."""
    for name in (DARK, LIGHT):
        paper, hues = PAPER[name], HUES[name]
        app.register_theme(
            Theme(
                name, primary=hues["blue"][2], secondary=hues["purple"][2], accent=hues["orange"][2],
                warning=hues["orange"][2], error=hues["vermilion"][2], success=hues["green"][2],
                foreground=paper["text"], background=paper["page"], surface=paper["panel"], panel=paper["panel"],
                dark=name == DARK,
            )
        )  # fmt: skip
    app.set_reactive(App.theme, DARK)


def palette(app: App[object]) -> str:
    """The name of the palette that the app's terminal can show: that of its theme, or of sixteen colours. A picture,
    for which there is no terminal, has all colours."""
    return SIXTEEN if app.console.color_system == "standard" and not app.is_headless else app.theme


@lru_cache(1024)
def style(names: str, palette: str, *, colour: bool = True) -> Style:
    """The style of names joined by +: what lies under first ("page" or "panel"), then what lies on it."""
    if not colour:
        known = _plain(palette if palette in PAPER else DARK)
    else:
        known = _sixteen() if palette == SIXTEEN else _coloured(palette if palette in PAPER else DARK)
    return Style.combine(known[name] for name in names.split("+") if name in known)


@cache
def _coloured(theme: str) -> dict[str, Style]:
    paper, hues = PAPER[theme], HUES[theme]
    text, quiet, faint = (Style(color=paper[name]) for name in ("text", "quiet", "faint"))
    caret = Style(color=paper["on-caret"], bgcolor=paper["caret"], bold=True)
    known = _weights() | {
        "page": Style(bgcolor=paper["page"]) + text, "panel": Style(bgcolor=paper["panel"]) + text,
        "quiet": quiet, "byline": quiet, "credit": quiet, "caption": quiet + Style(italic=True), "meta": quiet,
        "chrome": faint, "fold": faint,
        "edge": Style(color=paper["panel"]), "edge-focus": Style(color=hues["orange"][2]),
        "here": Style(bgcolor=paper["here"]),
        "here-focus": Style(color=paper["text"], bgcolor=paper["here-focus"]),
        "warning": Style(color=hues["orange"][2], bold=True), "error": Style(color=hues["vermilion"][2], bold=True),
        "hit": Style(color=paper["on-tag"], bgcolor=paper["hit"]),
        "hit-here": Style(color=paper["on-tag"], bgcolor=paper["hit-here"]),
        "selected": Style(color=paper["on-selected"], bgcolor=paper["selected"]),
        "caret": caret, "head": caret,
        "away": Style(color=paper["text"], bgcolor=paper["here-focus"]),
        "hint": Style(color=paper["page"], bgcolor=hues["yellow"][2], bold=True), "dim": faint, "thumb": faint,
    }  # fmt: skip
    for hue, (shade, other, key) in hues.items():
        known[f"tag-{hue}"] = Style(color=paper["on-tag"], bgcolor=shade)
        known[f"other-{hue}"] = Style(color=paper["on-tag"], bgcolor=other)
        known[f"bound-{hue}"] = Style(color=paper["page"], bgcolor=key)
        known[f"key-{hue}"] = Style(color=key)
        known[f"theirs-{hue}"] = Style(color=key, underline=True)
    return known


@cache
def _sixteen() -> dict[str, Style]:
    """Styles of a terminal's own colours. The page is black: what its default is, nobody can ask."""
    quiet, white = Style(color="white"), Style(color="bright_white")
    caret = Style(color="black", bgcolor="bright_white", bold=True)
    known = _weights() | {
        "page": Style(color="bright_white", bgcolor="black"), "panel": Style(color="bright_white", bgcolor="black"),
        "quiet": quiet, "byline": quiet, "credit": quiet, "caption": quiet, "meta": quiet, "chrome": quiet,
        "fold": quiet, "edge": Style(color="black"), "edge-focus": Style(color="bright_yellow"),
        "here": Style(bold=True), "here-focus": Style(color="bright_white", bgcolor="blue"),
        "warning": Style(color="bright_yellow", bold=True), "error": Style(color="bright_red", bold=True),
        "hit": Style(color="black", bgcolor="bright_yellow"), "hit-here": Style(color="black", bgcolor="bright_cyan"),
        "selected": Style(color="black", bgcolor="white"),
        "caret": caret, "head": caret, "away": Style(underline=True),
        "hint": Style(color="black", bgcolor="bright_yellow", bold=True), "dim": quiet, "thumb": quiet,
    }  # fmt: skip
    for hue, name in ANSI.items():
        bright = name if name.startswith("bright") else f"bright_{name}"
        on = white if hue in {"blue", "vermilion", "purple", "grey"} else Style(color="black")
        known[f"tag-{hue}"] = on + Style(bgcolor=name)
        known[f"other-{hue}"] = on + Style(bgcolor=name, italic=True)
        known[f"bound-{hue}"] = Style(color="black", bgcolor=bright)
        known[f"key-{hue}"] = Style(color=bright)
        known[f"theirs-{hue}"] = Style(color=bright, underline=True)
    return known


@cache
def _plain(theme: str) -> dict[str, Style]:
    """Styles without hues: everything is told by weight, line and reversal, on the theme's greys as Textual's own."""
    paper = PAPER[theme]
    bold, reverse, underline = Style(bold=True), Style(reverse=True), Style(underline=True)
    quiet, faint = (Style(color=_grey(paper[name])) for name in ("quiet", "faint"))
    page, panel = (Style(color=_grey(paper["text"]), bgcolor=_grey(paper[name])) for name in ("page", "panel"))
    known = _weights() | {
        "page": page, "panel": panel, "quiet": quiet, "byline": quiet, "credit": quiet, "meta": quiet,
        "caption": quiet + Style(italic=True), "chrome": faint, "fold": faint,
        "edge": Style(color=_grey(paper["panel"])), "edge-focus": bold, "here": bold, "here-focus": reverse,
        "warning": bold, "error": reverse,
        "several": bold + underline, "hit": underline, "hit-here": reverse, "selected": reverse,
        "caret": reverse + bold, "head": Style(reverse=False, bold=True, underline=True), "away": bold + underline,
        "hint": reverse + bold, "dim": faint, "thumb": faint,
    }  # fmt: skip
    for hue in HUES[theme]:
        known |= {f"tag-{hue}": underline, f"other-{hue}": underline + Style(italic=True), f"key-{hue}": quiet,
                  f"bound-{hue}": reverse + underline, f"theirs-{hue}": Style(italic=True)}  # fmt: skip
    return known


def _weights() -> dict[str, Style]:
    """What is told by weight and line on every terminal."""
    bold = Style(bold=True)
    return {
        "title": bold, "heading": bold, "strong": bold, "standfirst": Style(italic=True),
        "several": Style(underline=True),
    }  # fmt: skip


def _grey(colour: str) -> str:
    """A colour's grey, by the weights that Textual gives red, green and blue."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    grey = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{grey:02x}{grey:02x}{grey:02x}"
