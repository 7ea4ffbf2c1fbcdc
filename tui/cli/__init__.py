"""The command line: one group, a module a command, and one place where what went wrong becomes a sentence."""

import os
import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path

import click

from seeds.errors import Problem
from tui.cli.setting import Setting
from tui.command_names import COMMANDS

HELP = """Read news closely in the terminal: mark what you find, and export it.

Without a command, postil opens the reader; PATHs are added first. Standard output is data, standard error is narration.
"""


class Commands(click.Group):
    """The group that imports a command's module only when the command is run or described."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        if cmd_name not in COMMANDS:
            return None
        found = import_module(COMMANDS[cmd_name]).command
        return found if isinstance(found, click.Command) else None


@click.command(cls=Commands, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--library", metavar="DIR", help="The library to work with.")
@click.option("--coder", metavar="NAME", help="Who codes; remembered in the library.")
@click.version_option(package_name="postil", message="postil %(version)s")
@click.pass_context
def main(context: click.Context, library: str | None, coder: str | None) -> None:
    context.obj = Setting(library, coder)


def run(words: list[str]) -> int:
    """Run a command line; the exit code: 0 done, 1 something was refused or damaged, 2 wrong usage."""
    try:
        code = main(words, prog_name="postil", standalone_mode=False)
        sys.stdout.flush()
    except Problem as problem:
        return _say(f"postil: {problem}", 1)
    except click.UsageError as error:
        error.show()
        return 2
    except click.ClickException as error:
        error.show()
        return 1
    except (KeyboardInterrupt, click.Abort):
        return _say("postil: interrupted; what was reported is kept", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception:  # the edge of the program: a traceback goes to a file, a sentence to people
        return _say(f"postil: something went wrong that should not; the report is in {report()}", 1)
    return code if isinstance(code, int) else 0


def report() -> Path:
    """Write the traceback at hand to a file of its own."""
    with tempfile.NamedTemporaryFile("w", prefix="postil-", suffix=".txt", delete=False, encoding="utf-8") as file:
        traceback.print_exc(file=file)
    return Path(file.name)


def _say(sentence: str, code: int) -> int:
    click.echo(sentence, err=True)
    return code
