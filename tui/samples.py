"""The samples: articles in a library of their own, for a first run that has nothing else to read."""

from datetime import UTC, datetime
from pathlib import Path

from annotations import sources
from annotations.library import Library
from seeds.build import build
from seeds.read import read
from seeds.samples import sample_paths

ADDED = datetime(2026, 1, 1, tzinfo=UTC)
"""When they were added, by decree: the same on every machine."""


def samples_library(data: Path) -> Library:
    """The library of the samples beside the default one, made if it is not there."""
    library = Library.open(data / "samples")
    if not sources.ids(library):
        list(sources.write_many(library, [build(read(path), added=ADDED) for path in sample_paths()]))
    return Library.open(data / "samples")
