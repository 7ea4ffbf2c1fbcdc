"""What every command starts from: the library, the coder, the clock, and how things are said."""

import json
import os
import re
import sys
from pathlib import Path

import click

from annotations import library as libraries
from annotations.library import Library
from annotations.store import Store
from seeds.printable import CONTROL, HIDDEN, printable
from tui.here import data_folder, login, now

UNFIT = re.compile(f"{CONTROL.pattern}|{HIDDEN.pattern}")


class Setting:
    """The library and the coder that a command line names, found when they are first asked for."""

    def __init__(self, named: str | None, coder: str | None) -> None:
        self._named, self._coder = named, coder

    @property
    def place(self) -> Path:
        """The folder of the library, which need not exist yet."""
        return libraries.locate(self._named, environ=os.environ, cwd=Path.cwd(), data=data_folder())

    def library(self) -> Library:
        return Library.open(self.place)

    def coder(self, library: Library) -> str:
        """Who codes. A name that was given is remembered."""
        name = libraries.coder(library, self._coder, os.environ, login())
        if self._coder and (library.root / libraries.FILE).exists():
            libraries.remember_coder(library, name)
        return name

    def store(self, library: Library) -> Store:
        return Store(library, self.coder(library), now=now)


def say(sentence: str) -> None:
    """Tell people something: on standard error, on one line, without what a terminal would obey."""
    click.echo(printable(sentence), err=True)


def put(text: str) -> None:
    """Give out data, as it is."""
    click.echo(text)


def put_json(value: object) -> None:
    """Give out a JSON object on a line: readable, with every character escaped that a terminal would obey."""
    written = json.dumps(value, ensure_ascii=False, allow_nan=False)
    put(UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", written))


def shown_lines(text: str) -> str:
    """Text of several lines fit for a terminal, each line kept; as it is where standard output is none."""
    return (
        "\n".join(CONTROL.sub("�", HIDDEN.sub("", line)) for line in text.split("\n")) if sys.stdout.isatty() else text
    )
