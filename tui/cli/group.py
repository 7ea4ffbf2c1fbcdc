"""The group of all commands: each one's module is imported only when it is run or described."""

import os
from importlib import import_module

import click

from tui.cli.out import prepare
from tui.cli.setting import Setting, as_coder, in_library
from tui.command_names import COMMANDS, COMPLETION
from tui.edge import guarded

NAME = "postil"
HELP = """Read news closely in the terminal: mark what you find, and export it.

Without a command, postil [PATH]... opens the reader; the paths are added first. Standard output is data, standard
error is narration. An ARTICLE is an id, the beginning of one, or a part of a title that no other has.
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
@in_library
@as_coder
@click.version_option(package_name="postil", message="postil %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    context.ensure_object(Setting)


def run(words: list[str]) -> int:
    """Run a command line; the exit code: 0 done, 1 something was refused or damaged, 2 wrong usage."""
    prepare()
    return guarded(lambda: _invoke(words))


def _invoke(words: list[str]) -> object:
    """What the command returns. Not by `main()`, which would leave the program when somebody closes the pipe."""
    if COMPLETION in os.environ:
        main(prog_name=NAME)  # answers the shell, and leaves
    try:
        with main.make_context(NAME, list(words)) as context:
            return main.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
