"""Articles that the project wrote itself, about places that do not exist, in the shape of scraped pages.

They give a first run something to read, and every part of the program something to be tried on.
"""

from pathlib import Path

NAMES = ("harbour-strike", "ceasefire-line", "ten-conditions", "talsperre", "island-ferry")


def sample_paths() -> tuple[Path, ...]:
    """The samples' files, in the order in which they are to be read."""
    return tuple(Path(__file__).with_name(f"{name}.txt") for name in NAMES)
