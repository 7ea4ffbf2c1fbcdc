"""Dates of publication as people type them, on the command line and in the reader."""

import re
from datetime import date, datetime

from seeds.errors import Problem


class NoDate(Problem):
    """What was typed is no date of the calendar."""

    def __init__(self, typed: str) -> None:
        super().__init__("the date", f"{typed!r} is no date", "write 2024, 2024-05 or 2024-05-03")


def check_date(typed: str) -> None:
    """Raises NoDate unless it is a date of the calendar, as exact as is known, or a moment of one."""
    try:
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", typed, re.ASCII):
            date(*(int(part) for part in [*typed.split("-"), "1", "1"][:3]))
        elif re.match(r"\d{4}-\d\d-\d\d[T ]", typed, re.ASCII):
            datetime.fromisoformat(typed)
        else:
            raise NoDate(typed)
    except ValueError as error:
        raise NoDate(typed) from error
