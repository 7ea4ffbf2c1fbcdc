"""Make docs/screen.svg: the program itself, on the samples, at 120 × 34 cells.

python docs/picture.py
"""

import asyncio
import re
import tempfile
from pathlib import Path

from tui.app import Postil
from tui.samples import samples_library
from tui.start import desk_of

OUT = Path(__file__).with_name("screen.svg")
KEYS = ("enter", "q", "1", "m", "e", "p", "p", "s", "2", "m", "3", "Q", "1", "q", "+", "M", "e")


async def picture() -> str:
    with tempfile.TemporaryDirectory() as folder:
        desk = desk_of(samples_library(Path(folder)), "mh")
        app = Postil(desk, "mh")
        async with app.run_test(size=(120, 34)) as pilot:
            await pilot.pause()
            await pilot.press(*KEYS)
            await pilot.pause()
            return app.export_screenshot(title="postil")


def indented(text: re.Match[str]) -> str:
    """A text element that begins behind its leading spaces, which some programs leave out."""
    cells = text["spaces"].count("&#160;")
    start, length = (float(text[name]) for name in ("x", "length"))
    cell = length / (cells + len(re.sub("&#?[a-z0-9]+;", "_", text["words"])))
    x, rest = f"{start + cells * cell:g}", f"{length - cells * cell:g}"
    return f'x="{x}"{text["between"]}textLength="{rest}"{text["rest"]}{text["words"]}<'


INDENTED = re.compile(
    r'x="(?P<x>[\d.]+)"(?P<between>[^>]*?)textLength="(?P<length>[\d.]+)"(?P<rest>[^>]*>)'
    r"(?P<spaces>(?:&#160;)+)(?P<words>[^<]+)<"
)


def main() -> None:
    svg = re.sub(r"@font-face \{.*?\}\s*", "", asyncio.run(picture()), flags=re.DOTALL)
    svg = INDENTED.sub(indented, svg)
    OUT.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
