"""Strip, sheet and status line can be read in both themes: a contrast of 4.5 or more (WCAG 2.2, 1.4.3)."""

import pytest
from rich.color import Color
from textual.app import App, ComposeResult
from textual.widget import Widget

from tui import themes
from tui.dialogs.ask import Ask
from tui.dialogs.sheet import Sheet
from tui.panes.status import Status
from tui.question import Field


class Bottom(App[None]):
    """The widgets that say something around the text."""

    def compose(self) -> ComposeResult:
        yield Sheet(lambda _, __: [], "")
        yield Ask([Field("note", "note")])
        yield Status()

    def on_mount(self) -> None:
        themes.register(self)


def luminance(colour: Color) -> float:
    """The relative luminance of WCAG 2.2, from 0 to 1."""
    red, green, blue = (part / 255 for part in colour.get_truecolor())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(widget: Widget, name: str) -> float:
    style = widget.get_component_rich_style(name)
    assert style.color is not None
    assert style.bgcolor is not None
    light, dark = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [themes.DARK, themes.LIGHT])
async def test_everything_that_is_said_around_the_text_can_be_read(theme: str) -> None:
    app = Bottom()
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.pause()
        for kind in (Sheet, Ask, Status):
            widget = app.query_one(kind)
            faint = {name: contrast(widget, name) for name in kind.COMPONENT_CLASSES if contrast(widget, name) < 4.5}
            assert not faint
