"""TinyDB's part: a storage that replaces the file whole, where the stock one leaves half a file behind a kill."""

import json
from pathlib import Path
from typing import Any

from tinydb import Storage

from annotations.files import Stamp, replace, replace_known
from annotations.tables import dump


class Replacing(Storage):
    """A TinyDB storage over a file that is always whole: TinyDB(path, storage=Replacing).

    Takes no lock: that is the caller's, as two writers would still lose each other's changes.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables; None where there is no file. Raises ValueError for a file that is not whole, an empty one too."""
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        found: dict[str, dict[str, Any]] = json.loads(data)
        return found

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Put the tables on the disk. Raises OSError."""
        replace(self.path, dump(data))

    def write_over(self, known: Stamp, data: dict[str, dict[str, Any]]) -> bool:
        """The same, unless the file has another stamp than `known` by then; whether it was written. Raises OSError."""
        return replace_known(self.path, dump(data), known)
