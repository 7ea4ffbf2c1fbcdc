"""Open the reader from the command line: add the paths that were named, then hand over to the screen."""

import os
import sys
from pathlib import Path

from platformdirs import user_data_path

from annotations.library import locate
from seeds.errors import Problem
from tui.start import run


def open_reader(paths: list[str], library: str | None, coder: str | None) -> int:
    """Add the paths, then open the reader. The exit code: 1 where something was refused, 2 without a terminal."""
    data = user_data_path("postil", appauthor=False)
    try:
        place = locate(library, environ=os.environ, cwd=Path.cwd(), data=data)
        if paths:
            from tui.cli import run as run_command

            options = [*(["--library", library] if library else []), *(["--coder", coder] if coder else [])]
            if code := run_command([*options, "add", "--", *paths]):
                return code
        return run(place, data, coder)
    except Problem as problem:
        print(f"postil: {problem}", file=sys.stderr)  # noqa: T201  # narration, before there is a screen
        return 1
