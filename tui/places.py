"""Where each article is being read, kept over restarts. Losing it costs nobody a tag, so nothing here is an error."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from annotations import files


class Places(NamedTuple):
    """The article that was open last, and for each article the code point where its caret stood."""

    article: str = ""
    offsets: Mapping[str, int] = MappingProxyType({})

    def of(self, article_id: str) -> int:
        return self.offsets.get(article_id, 0)

    def at(self, article_id: str, offset: int) -> "Places":
        return Places(article_id, {**self.offsets, article_id: offset})


def read_places(path: Path) -> Places:
    """The places in a file; none where it is absent or is not what this module wrote."""
    try:
        known = json.loads(path.read_text("utf-8"))
        offsets = {str(key): int(value) for key, value in known["offsets"].items()}
        return Places(str(known["article"]), offsets)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Places()


def write_places(path: Path, places: Places) -> None:
    """Keep the places in a file; where the disk refuses, the next start begins at the top."""
    try:
        files.replace(path, json.dumps({"article": places.article, "offsets": dict(places.offsets)}).encode())
    except OSError:
        return
