"""How a command speaks: data on standard output, as it is; narration on standard error, fit for a terminal."""

import json
import re
import sys
import warnings
from typing import Any

import click

from annotations.doubt import UnsureDisk
from seeds.printable import CONTROL, HIDDEN, mark, printable

UNFIT = re.compile(f"{CONTROL.pattern}|{HIDDEN.pattern}")


def say(sentence: str) -> None:
    """Tell people something: on standard error, on one line, without what a terminal would obey."""
    click.echo(printable(sentence), err=True)


def note(sentence: str) -> None:
    """Tell people something on the way that they should know."""
    say(f"note: {sentence}")


def put(text: str) -> None:
    """Give out a line of data, or several: as they are, but on a terminal without what it would obey."""
    click.echo(_visible(text) if sys.stdout.isatty() else text)


def put_json(value: object) -> None:
    """Give out a JSON object on a line: readable, with every character escaped that a terminal would obey."""
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    click.echo(UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", written))


def prepare() -> None:
    """See to it that every text can be given out: as UTF-8 in files and pipes, as well as it can on a terminal; and
    that what a disk cannot promise is said."""
    warnings.showwarning = _warn
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a stand-in for a stream has none
        if reconfigure and stream.isatty():
            reconfigure(errors="replace")
        elif reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _warn(  # noqa: PLR0917  # the signature of warnings.showwarning
    message: Warning | str, category: type[Warning], filename: str, lineno: int, file: Any = None, line: Any = None
) -> None:
    """Say what a disk cannot promise; other warnings are for whoever works on the program."""
    if issubclass(category, UnsureDisk):
        say(f"warning: {message}")
    else:
        (file or sys.stderr).write(warnings.formatwarning(message, category, filename, lineno, line))


def _visible(text: str) -> str:
    return CONTROL.sub(lambda match: mark(match[0]), HIDDEN.sub("", text))
