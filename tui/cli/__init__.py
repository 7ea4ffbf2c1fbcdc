"""The command line: `run` runs one and gives its exit code, `main` is the click group behind it.

Nothing else stands here: a module of a command (list, set) takes the name of a builtin away from this one.
"""

from tui.cli.group import main, run

__all__ = ["main", "run"]
