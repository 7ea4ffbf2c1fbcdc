"""The edge of the command line: what goes wrong behind it becomes a sentence and an exit code, never a traceback."""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress

import click

from annotations.errors import not_saved
from seeds.errors import Problem
from tui.cli.out import prepare, say

INTERRUPTED = 130
"""What shells take for "stopped by Ctrl+C"."""


def guarded(command: Callable[[], object]) -> int:
    """Run a command. The exit code: 0 done, 1 something was refused or damaged, 2 wrong usage."""
    prepare()
    try:
        code = command()
        sys.stdout.flush()
    except Problem as problem:
        return _said(f"postil: {problem}", 1)
    except click.UsageError as error:
        return _misused(error)
    except click.ClickException as error:
        return _said(f"postil: {error.format_message()}", 1)
    except (KeyboardInterrupt, click.Abort):
        return _said("postil: stopped; what was reported is kept", INTERRUPTED)
    except BrokenPipeError:
        return _drop_output(0)  # whoever read has read enough
    except OSError as error:
        _drop_output(1)
        return _said(f"postil: {not_saved(error.filename or 'standard output', error)}", 1)
    except Exception:  # the edge of the program: the traceback goes to a file, a sentence to people
        return _said(f"postil: something went wrong that should not have; {_report()}", 1)
    return code if isinstance(code, int) else 0


def _misused(error: click.UsageError) -> int:
    if error.ctx:
        say(error.ctx.get_usage())
    words = error.format_message()
    _said(f"postil: {words[:1].lower()}{words[1:]}", 2)
    if error.ctx:
        say(f"{error.ctx.command_path} --help tells more")
    return 2


def _report() -> str:
    """Write the traceback at hand to a file of its own; where that is, in words."""
    try:
        with tempfile.NamedTemporaryFile("w", prefix="postil-", suffix=".txt", delete=False, encoding="utf-8") as file:
            traceback.print_exc(file=file)
    except OSError:
        return f"a report of it could not be written ({sys.exc_info()[1]})"
    return f"please report it with the file {file.name}"


def _drop_output(code: int) -> int:
    """Let go of standard output, to which nothing can be written any more: Python would try again on leaving."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _said(sentence: str, code: int) -> int:
    with suppress(OSError):
        say(sentence)
    return code
