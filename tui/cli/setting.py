"""What every command starts from: the library and the coder that the command line names."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotations import library as libraries
from annotations.coder import EVERYBODY
from annotations.library import Library
from tui.cli.out import note, say
from tui.here import data_folder, login, now

if TYPE_CHECKING:
    from annotations.store import Store


class Setting:
    """The library and the coder as they were typed, before the command's name or behind it; found when asked for."""

    def __init__(self) -> None:
        self.named: str | None = None
        self.typed: str | None = None

    @property
    def everybody(self) -> bool:
        """Whether all coders are meant, where something is listed, shown or exported."""
        return (self.typed or "").strip().casefold() == EVERYBODY

    def library(self) -> Library:
        """The library; its folder need not exist yet. Raises Problem where it is none."""
        place = libraries.locate(self.named, environ=os.environ, cwd=Path.cwd(), data=data_folder)
        return Library.open(place)

    def writer(self, library: Library) -> str:
        """Who codes, for a command that writes: a name that was typed is remembered. Raises BadCoder."""
        name = libraries.coder(library, self.typed, os.environ, login())
        if self.typed and (library.root / libraries.FILE).exists():
            libraries.remember_coder(library, name)
        return name

    def reader(self, library: Library) -> str:
        """Whose annotations are meant, for a command that reads: nothing is remembered. Raises BadCoder."""
        from annotations.check import coders

        name = libraries.coder(library, None if self.everybody else self.typed, os.environ, login())
        if self.typed and not self.everybody and name not in (known := coders(library)):
            say(f"nobody called {name} has said anything here" + (f"; there are {', '.join(known)}" if known else ""))
        return name

    def readers(self, library: Library) -> list[str]:
        """The coder that is meant, or everybody who has said something."""
        from annotations.check import coders

        return (self.everybody and coders(library)) or [self.reader(library)]

    def store(self, library: Library) -> "Store":
        """A store to write into, as the coder who is at work."""
        from annotations.store import Store  # a third of the start of a command that needs none

        return Store(library, self.writer(library), now=now, tell=note)

    def reading(self, library: Library) -> "Store":
        """A store to read from, as the coder who is meant."""
        from annotations.store import Store

        return Store(library, self.reader(library), now=now, tell=note)


def _keep(field: str) -> Callable[[click.Context, click.Parameter, str | None], None]:
    def keep(context: click.Context, _: click.Parameter, typed: str | None) -> None:
        if typed is not None:
            setattr(context.ensure_object(Setting), field, typed)

    return keep


def in_library(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --library."""
    option = click.option("--library", metavar="DIR", expose_value=False, callback=_keep("named"), help=LIBRARY)
    return option(command)


def as_coder(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that writes the option --coder."""
    option = click.option("--coder", metavar="NAME", expose_value=False, callback=_keep("typed"), help=CODER)
    return option(command)


def of_coder(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command that reads the option --coder."""
    option = click.option("--coder", metavar="NAME|all", expose_value=False, callback=_keep("typed"), help=WHOSE)
    return option(command)


LIBRARY = "The folder of the library (POSTIL_LIBRARY; else the nearest upwards, else the user's own)."
CODER = "Who codes (POSTIL_CODER); remembered in the library."
WHOSE = "Whose annotations; all: everybody's."
