"""What a command may not make up itself."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple


class Means(NamedTuple):
    """The time in UTC, and an id that no annotation has."""

    now: Callable[[], datetime]
    new_id: Callable[[], int]
