"""Who is coding: a name that is never in a shared file, and that becomes the name of a folder."""

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from annotations.errors import BadCoder, not_saved
from annotations.files import replace

NAME = re.compile(r"[^\W_][\w.-]*")
LONGEST = 64
EVERYBODY = "all"
"""What stands for all coders where something is listed; nobody can be called so."""


def checked(name: str) -> str:
    """A coder's name, composed as in NFC. Raises BadCoder for what cannot be one."""
    composed = unicodedata.normalize("NFC", name.strip())
    if not composed:
        raise BadCoder("the coder", "has no name", "give one: --coder NAME")
    if composed.casefold() == EVERYBODY:
        raise BadCoder(f"the coder “{composed}”", "stands for all coders", "give the name of one: --coder NAME")
    if not NAME.fullmatch(composed) or len(composed) > LONGEST:
        remedy = f"use letters, digits, . _ - and begin with a letter or digit, up to {LONGEST} of them"
        raise BadCoder(f"the coder “{composed:.80}”", "cannot be the name of a folder", remedy)
    return composed


def is_name(name: str) -> bool:
    """Whether a folder can be a coder's."""
    try:
        return checked(name) == name
    except BadCoder:
        return False


def of_login(login: str) -> str:
    """The name of somebody who never gave one: the login name, with - for what no folder should have in its name."""
    plain = re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", login)).lstrip("._-")[:LONGEST]
    return plain if NAME.fullmatch(plain) and plain.casefold() != EVERYBODY else "reader"


def coder(root: Path, named: str | None, environ: Mapping[str, str], login: str) -> str:
    """Who codes in the library at `root`: as named, else POSTIL_CODER, else as remembered there, else the login."""
    if named is not None:
        return checked(named)
    if environ.get("POSTIL_CODER"):
        return checked(environ["POSTIL_CODER"])
    try:
        return checked(_memory(root).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, BadCoder):
        return of_login(login)


def remember(root: Path, name: str) -> None:
    """Keep a name that was given by hand. Raises NotSaved where it cannot be kept."""
    if _memory(root).is_file() and _memory(root).read_bytes() == name.encode():
        return
    try:
        replace(_memory(root), name.encode())
    except OSError as error:
        raise not_saved(_memory(root), error) from error


def _memory(root: Path) -> Path:
    return root / ".local" / "coder"
