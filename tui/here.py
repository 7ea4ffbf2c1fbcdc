"""This machine: its clock, its randomness, its user and where the user's data is kept. All that is not pure comes in
from here."""

from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom

from annotations.annotation import MAX_ID


def now() -> datetime:
    return datetime.now(UTC)


def new_id() -> int:
    """An id that no annotation has: random, from 1 to below 2^53."""
    return SystemRandom().randrange(1, MAX_ID)


def data_folder() -> Path:
    """Where a user's data is kept by the custom of the system."""
    from platformdirs import user_data_path  # whoever names a library needs none of it

    return user_data_path("postil", appauthor=False)


def login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reader"
