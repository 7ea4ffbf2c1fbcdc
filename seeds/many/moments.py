"""Write down when something appeared as exactly as a feed or a table says it, and only where that is plain. Pure."""

import re
from datetime import datetime

from seeds.dates import dates

LONGEST = 80
"""Code points of a value that is there for a date."""

ROUGH = re.compile(r"(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
TIME = r"(?P<time>\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?"
EXACT = re.compile(rf"(?P<day>\d{{4}}-\d\d-\d\d)(?:[T ]{TIME}(?: ?(?P<zone>\S+))?)?", re.IGNORECASE)
MAILED = re.compile(rf"(?:\w+,? ?)?\d{{1,2}} \w+\.? \d{{4}},? {TIME}(?: (?P<zone>\S+))?(?: \(\w+\))?")
OFFSET = re.compile(r"([+-]\d\d):?(\d\d)?")

ZONES = {"Z": "Z", "UT": "Z", "UTC": "Z", "GMT": "Z"} | {
    name + kind: f"-{hours + (kind == 'ST'):02}:00"
    for name, hours in (("E", 4), ("C", 5), ("M", 6), ("P", 7))
    for kind in ("ST", "DT")
}
"""The zones that RFC 822 knows by name; other abbreviations mean one zone here and another there."""


def moment(said: str) -> str:
    """A year, month, day or time in ISO 8601, a time with its offset from UTC; "" where `said` names none plainly.

    Of a time without its zone the day is kept: it would be exact about nothing.
    """
    said = " ".join(said[: LONGEST + 1].split())
    if len(said) > LONGEST:
        return ""
    if ROUGH.fullmatch(said):
        return said
    if match := EXACT.fullmatch(said):
        return _checked(match["day"], match["time"], match["zone"])
    days = {day.isoformat() for _, _, day in dates(said)}
    if len(days) != 1:
        return ""
    match = MAILED.fullmatch(said)
    return _checked(days.pop(), match and match["time"], match and match["zone"])


def _checked(day: str, time: str | None, zone: str | None) -> str:
    try:
        datetime.fromisoformat(day)
        offset = _offset(zone or "")
        if not time or not offset:
            return day
        datetime.fromisoformat(f"{day}T{time}{offset}")
    except ValueError:
        return ""
    return f"{day}T{time}{offset}"


def _offset(zone: str) -> str:
    """The offset from UTC as ISO 8601 writes it; "" for a zone that is not known."""
    if not (match := OFFSET.fullmatch(zone)):
        return ZONES.get(zone.upper(), "")
    return "Z" if not int(match[1]) and not int(match[2] or 0) else f"{match[1]}:{match[2] or '00'}"
