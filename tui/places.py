"""Where each article is being read and how wide, kept over restarts. Losing it costs nobody a tag, so nothing here is
an error."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from annotations import files

MEASURE = 72
"""Cells of a line of text: what book typography calls a comfortable measure."""

NARROWEST, WIDEST = 32, 200
"""Cells between which the measure can be changed."""


class Places(NamedTuple):
    """The article that was open last, and for each article the code point where its caret stood; the measure of the
    text in cells; whether the margin is shown where there is room for it."""

    article: str = ""
    offsets: Mapping[str, int] = MappingProxyType({})
    measure: int = MEASURE
    margin: bool = True

    def of(self, article_id: str) -> int:
        return self.offsets.get(article_id, 0)

    def at(self, article_id: str, offset: int) -> "Places":
        return self._replace(article=article_id, offsets={**self.offsets, article_id: offset})


def read_places(path: Path) -> Places:
    """The places in a file; none where it is absent or is not what this module wrote."""
    try:
        known = json.loads(path.read_text("utf-8"))
        offsets = {str(key): int(value) for key, value in known["offsets"].items()}
        measure = min(max(int(known.get("measure", MEASURE)), NARROWEST), WIDEST)
        return Places(str(known["article"]), offsets, measure, bool(known.get("margin", True)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Places()


def write_places(path: Path, places: Places) -> None:
    """Keep the places in a file; where the disk refuses, the next start begins at the top."""
    try:
        files.replace(path, json.dumps(places._replace(offsets=dict(places.offsets))._asdict()).encode())
    except OSError:
        return
