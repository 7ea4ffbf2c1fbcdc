"""A library of two articles, and the reader on it."""

from pathlib import Path

import pytest

from annotations import sources
from annotations.library import Library
from tests.tui.opened import LINE, TALKS, Open, article
from tui.app import Postil
from tui.start import desk_of


@pytest.fixture
def library(tmp_path: Path) -> Library:
    root = tmp_path / "talks"
    list(sources.write_many(Library.open(root), [article(TALKS, "The Tern Courier"), article(LINE)]))
    return Library.open(root)


@pytest.fixture
def reader(library: Library) -> Open:
    """Opens the reader; a second time as after a restart."""
    return lambda: Postil(desk_of(library, "mh"), "mh")
