"""The edge of the program: what goes wrong behind it becomes a sentence and an exit code, never a traceback."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from seeds.errors import Problem
from seeds.printable import printable
from tui.signals import Heard, heeded

if TYPE_CHECKING:
    import click

STOPPED = "postil: stopped; what was reported is kept"


def guarded(command: Callable[[], object]) -> int:
    """Run a command. The exit code: 0 done, 1 something was refused or damaged, 2 wrong usage, 128 and the number of
    the signal that stopped it."""
    heard = Heard()
    try:
        with heeded(heard):
            code = command()
            if sys.stdout and not sys.stdout.closed:  # None where it was closed before the start
                sys.stdout.flush()
    except Problem as problem:
        return _said(f"postil: {problem}", 1)
    except KeyboardInterrupt:
        return _stopped(heard.code)
    except BrokenPipeError:
        return _drop(sys.stdout, 0)  # whoever read has read enough
    except OSError as error:
        return _refused_by_the_system(error)
    except Exception as error:  # the edge of the program: the traceback goes to a file, a sentence to people
        if heard.number or isinstance(error.__cause__, KeyboardInterrupt):  # Python wraps it, where a class is made
            return _stopped(heard.code)
        return _unforeseen(error)
    return heard.code if heard.number else code if isinstance(code, int) else 0


def report(error: BaseException) -> str:
    """Write an error with its traceback to a file of its own; where that is, in words."""
    import tempfile
    import traceback

    try:
        with tempfile.NamedTemporaryFile("w", prefix="postil-", suffix=".txt", delete=False, encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
    except OSError as refused:
        return f"{type(error).__name__}; a report of it could not be written: {refused.strerror}"
    return f"please report it with the file {file.name}"


def _unforeseen(error: Exception) -> int:
    if sys.modules.get("click"):
        import click

        if isinstance(error, click.Abort):
            return _stopped(Heard().code)
        if isinstance(error, click.UsageError):
            return _misused(error)
        if isinstance(error, click.ClickException):
            return _said(f"postil: {error.format_message()}", 1)
    return _said(f"postil: something went wrong that should not have; {report(error)}", 1)


def _misused(error: "click.UsageError") -> int:
    words = error.format_message()
    _said(f"postil: {words[:1].lower()}{words[1:]}", 2)
    if error.ctx:
        _said(error.ctx.get_usage(), 2)
        _said(f"{error.ctx.command_path} --help tells more", 2)
    return 2


def _refused_by_the_system(error: OSError) -> int:
    from annotations.errors import not_saved

    _drop(sys.stdout, 1)
    return _said(f"postil: {not_saved(error.filename or 'standard output', error)}", 1)


def _stopped(code: int) -> int:
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:  # the terminal is gone
        _drop(sys.stdout, code)
    return _said(STOPPED, code)


def _drop(stream: TextIO, code: int) -> int:
    """Let go of a stream to which nothing can be written any more: Python would try again on leaving."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return code


def _said(sentence: str, code: int) -> int:
    try:
        print(printable(sentence), file=sys.stderr, flush=True)  # noqa: T201  # narration
    except OSError:
        _drop(sys.stderr, code)
    return code
