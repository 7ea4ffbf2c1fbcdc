"""`postil add`: bring documents in, with progress, and say of each what became of it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from annotations import index, sources
from annotations.library import Library
from seeds.article import Article
from seeds.build import build
from seeds.errors import Refused
from seeds.read import Raw, read, read_stream
from seeds.walk import walk
from tui.cli.setting import Setting, say
from tui.here import now

QUIET_ABOVE = 20
"""Documents above which each one that was added is no longer named; what was known or refused always is counted."""


class Tally:
    """What became of the documents, said as it happens."""

    def __init__(self) -> None:
        self.added = self.known = self.refused = 0

    def tell(self, before: Article, after: Article | None) -> None:
        """Say what became of an article that was read; None: it was there already."""
        if after is None:
            self.known += 1
            say(f"known    {before.id}  {before.title}")
            return
        self.added += 1
        if self.added <= QUIET_ABOVE:
            say(f"added    {after.id}  {after.title}")
        for notice in after.notices:
            say(f"  note   {after.file or after.origin}: {notice}")

    def refuse(self, refused: Refused) -> None:
        self.refused += 1
        say(f"refused  {refused}")

    def sum_up(self, name: str) -> None:
        if self.added > QUIET_ABOVE:
            say(f"  and {self.added - QUIET_ABOVE} more added")
        if self.added + self.known + self.refused > 1:
            say(f"{self.added} added to {name}, {self.known} known, {self.refused} refused")


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@click.pass_obj
def command(setting: Setting, paths: tuple[str, ...]) -> int:
    """Add documents: files, folders with all that is in them, or - for standard input."""
    library, tally = setting.library(), Tally()
    found = list(_found(paths))
    with _progress(len(found)) as advance:
        _add(library, found, tally, advance)
    tally.sum_up(library.name)
    if tally.added:
        index.rows(library, setting.coder(library))
    return 1 if tally.refused else 0


def _found(paths: tuple[str, ...]) -> Iterator[Path | Refused | None]:
    """The files that are meant, and those that cannot be; None stands for standard input."""
    for path in paths:
        if path == "-":
            yield None
        else:
            yield from walk(Path(path))


def _add(library: Library, found: list[Path | Refused | None], tally: Tally, advance: Callable[[], None]) -> None:
    read_ones: list[Article] = []

    def articles() -> Iterator[Article]:
        for one in found:
            advance()
            article = _article(one, tally)
            if article:
                read_ones.append(article)
                yield article

    for after in sources.write_many(library, articles()):
        tally.tell(read_ones.pop(0), after)


def _article(one: Path | Refused | None, tally: Tally) -> Article | None:
    try:
        if isinstance(one, Refused):
            raise one
        raw: Raw = read_stream(sys.stdin.buffer) if one is None else read(one)
        return build(raw, added=now())
    except Refused as refused:
        tally.refuse(refused)
        return None


@contextmanager
def _progress(length: int) -> Iterator[Callable[[], None]]:
    """A bar where somebody can see it; what to call for each document."""
    if length <= QUIET_ABOVE or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=length, label="adding", file=sys.stderr, show_pos=True) as bar:
        yield lambda: bar.update(1)
