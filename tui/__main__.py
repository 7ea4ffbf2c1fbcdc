"""Where `postil` starts: a command goes to the command line, everything else opens the reader.

Neither click nor Textual is imported before it is known which of them is wanted.
"""

import gc
import os
import sys

from tui.command_names import COMMANDS, COMPLETION
from tui.edge import guarded

OPTIONS = {"--library": "library", "--coder": "coder"}


def main(argv: list[str] | None = None) -> None:
    """Run postil on the words of a command line, and leave with its exit code."""
    words = sys.argv[1:] if argv is None else argv
    sys.exit(guarded(lambda: _run(words)))


def _run(words: list[str]) -> int:
    cut = words.index("--") if "--" in words else len(words)
    named, front = _parted(words[:cut])
    if COMPLETION in os.environ or (front and (front[0] in COMMANDS or (front[0].startswith("-") and front[0] != "-"))):
        from tui.cli import run

        return run(words)
    paths = front + words[cut + 1 :]
    strange = [word for word in paths if not _a_place(word)]
    if strange:
        print(_neither(strange[0]), file=sys.stderr)  # noqa: T201  # narration, before there is a screen
        return 2
    os.environ.setdefault("ESCDELAY", "25")
    gc.disable()  # a third of the time to the first screen; tui.tending collects when no key is near
    from tui.start import open_reader

    return open_reader(paths, named.get("library"), named.get("coder"))


def _parted(words: list[str]) -> tuple[dict[str, str], list[str]]:
    """The values of --library and --coder, wherever they stand, and the other words."""
    named: dict[str, str] = {}
    others: list[str] = []
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        name, equals, value = word.partition("=")
        if name in OPTIONS and (equals or waiting):
            named[OPTIONS[name]] = value if equals else waiting.pop(0)
        else:
            others.append(word)
    return named, others


def _a_place(word: str) -> bool:
    """Whether documents can be meant: standard input, an address, or something that is there."""
    from seeds.web.address import is_address

    return word == "-" or os.path.lexists(word) or is_address(word)


def _neither(word: str) -> str:
    from difflib import get_close_matches

    from seeds.printable import printable

    near = get_close_matches(word, COMMANDS, 1)
    meant = f"did you mean postil {near[0]}?" if near else "postil --help names the commands"
    return f"postil: {printable(word)}: neither a command nor a path; {meant}"


if __name__ == "__main__":
    main()
