"""Times as people type them: 2026-11-25, 2026-11-25 21:24, 2026-11-25T21:24:40Z."""

from datetime import UTC, datetime, timedelta

import click

EXACT = (
    ("%Y-%m-%d", timedelta(days=1)),
    ("%Y-%m-%d %H:%M", timedelta(minutes=1)),
    ("%Y-%m-%d %H:%M:%S", timedelta(seconds=1)),
)
"""How exactly a time can be given, and how long what it names lasts."""


def until(typed: str) -> datetime:
    """The last microsecond of what was named: of the day, the minute or the second; in the time zone of this machine,
    where none is given. Raises BadParameter."""
    words = " ".join(typed.replace("T", " ").split())
    for form, lasts in EXACT:
        for zone in ("", "%z"):
            try:
                found = datetime.strptime(words, form + zone)
            except ValueError:
                continue
            return _ending(found, lasts)
    try:
        return datetime.fromisoformat(words).astimezone()
    except (ValueError, OverflowError) as error:
        why = f"{typed!r} is no time; write 2026-11-25, 2026-11-25 21:24 or 2026-11-25 21:24:40"
        raise click.BadParameter(why, param_hint="--at") from error


def _ending(found: datetime, lasts: timedelta) -> datetime:
    """The end of what was named; the first or the last moment that there is, beyond these."""
    try:
        return found.astimezone() + lasts - timedelta(microseconds=1)
    except (ValueError, OverflowError):
        ever = datetime.max if found.year > 1 else datetime.min
        return ever.replace(tzinfo=UTC)
