"""Where `postil` starts: a command goes to the command line, everything else opens the reader.

Neither click nor Textual is imported before it is known which of them is wanted.
"""

import os
import sys
from pathlib import Path

from tui.command_names import COMMANDS

OPTIONS = {"--library": "library", "--coder": "coder"}


def main(argv: list[str] | None = None) -> None:
    """Run postil on the words of a command line, and leave with its exit code."""
    words = sys.argv[1:] if argv is None else argv
    sys.exit(_run(words))


def _run(words: list[str]) -> int:
    named, rest = _options(words)
    if rest and (rest[0] in COMMANDS or (rest[0].startswith("-") and rest[0] != "-")):
        from tui.cli import run

        return run(words)
    strange = [word for word in rest if word != "-" and not Path(word).exists()]
    if strange:
        print(_neither(strange[0]), file=sys.stderr)  # noqa: T201  # before there is a screen, and without click
        return 2
    os.environ.setdefault("ESCDELAY", "25")
    from tui.start import open_reader

    return open_reader(rest, named.get("library"), named.get("coder"))


def _options(words: list[str]) -> tuple[dict[str, str], list[str]]:
    """The values of --library and --coder in front, and the words behind them."""
    named: dict[str, str] = {}
    rest = list(words)
    while rest:
        name, equals, value = rest[0].partition("=")
        if name not in OPTIONS or (not equals and len(rest) < 2):
            break
        named[OPTIONS[name]] = value if equals else rest[1]
        rest = rest[1 if equals else 2 :]
    return named, rest


def _neither(word: str) -> str:
    from difflib import get_close_matches

    from seeds.printable import printable

    near = get_close_matches(word, COMMANDS, 1)
    meant = f"; did you mean postil {near[0]}?" if near else "; postil --help names the commands"
    return f"postil: {printable(word)}: neither a command nor a path{meant}"


if __name__ == "__main__":
    main()
