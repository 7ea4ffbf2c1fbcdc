"""What stands in the way of reading a path, as a sentence with the next step."""

import os
import stat
from pathlib import Path

from seeds.errors import Refused


def shown(path: Path) -> str:
    """The path as text that can be shown and stored: what is no UTF-8 in it is replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def not_a_document(path: Path, mode: int) -> Refused | None:
    """Why what stands at a path cannot be read at all, by its `st_mode`; None for a plain file or a named pipe."""
    if stat.S_ISDIR(mode):
        return Refused(shown(path), "is a folder", "name the files in it, or add it whole with postil add")
    if stat.S_ISSOCK(mode):
        return Refused(shown(path), "is a socket", "name a file")
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        return Refused(shown(path), "is a device", "name a file")
    return None


def unreadable(path: Path, error: OSError | ValueError) -> Refused:
    """What the system said of a path. Python raises ValueError for a NUL in a path."""
    place = shown(path)
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return Refused(place, "is a link to something that is not there", "name the file itself")
    if isinstance(error, FileNotFoundError):
        return Refused(place, "there is no such file", "check the name")
    if isinstance(error, PermissionError):
        return Refused(place, "you have no permission to read it", "ask its owner for it, or copy it from elsewhere")
    why = (isinstance(error, OSError) and error.strerror) or str(error)
    return Refused(place, f"cannot be read ({why.lower()})", "check the name and the disk")
