"""`postil add`: bring documents in, with progress, and say of each what became of it."""

import signal
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import click

from annotations import index, sources
from annotations.library import Library
from seeds.article import Article
from seeds.build import build
from seeds.errors import Refused
from seeds.printable import printable
from seeds.read import read, read_stream, walk
from tui.cli.out import put, say
from tui.cli.progress import Progress
from tui.cli.setting import Setting, as_coder, in_library
from tui.here import now

Document = Path | Refused | None
"""A file, why there is none, or standard input."""


@click.command("add", short_help="Add documents: files, folders, or - for standard input.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@in_library
@as_coder
@click.pass_obj
def command(setting: Setting, paths: tuple[str, ...]) -> int:
    """Add documents: files, folders with all that is in them, or - for standard input.

    A line a document goes to standard output: added or known, its id, its title. What is refused is said on standard
    error, with the reason, and the rest goes on. An article that is there already stays as it is.
    """
    library = setting.library()
    adding = Adding(library, list(_documents(paths)))
    try:
        adding.run()
    finally:
        adding.sum_up()
    if adding.added:
        index.rows(library, setting.writer(library))
    return 1 if adding.refused else 0


class Adding:
    """Documents on their way into a library, and what became of them so far."""

    def __init__(self, library: Library, documents: list[Document]) -> None:
        self.added = self.known = self.refused = 0
        self._library, self._documents = library, documents
        self._progress = Progress("adding", len(documents))
        self._waiting: deque[Article] = deque()
        self._reading = self._stopped = False

    def run(self) -> None:
        """Add them all; each is told once it is on the disk to stay.

        Ctrl+C stops the reading, and what was read is still written; pressed again it stops that too. Raises NotSaved,
        and KeyboardInterrupt after a stop.
        """
        before = signal.signal(signal.SIGINT, self._interrupt)
        try:
            for after in sources.write_many(self._library, self._articles()):
                self._tell(self._waiting.popleft(), after)
        finally:
            signal.signal(signal.SIGINT, before)
        if self._stopped:
            raise KeyboardInterrupt

    def sum_up(self) -> None:
        """Say what it came to, where there was more than one document."""
        self._progress.clear()
        if len(self._documents) > 1:
            say(f"{self.added} added to {self._library.name}, {self.known} known, {self.refused} refused")

    def _articles(self) -> Iterator[Article]:
        for document in self._documents:
            article = self._read(document)
            if self._stopped:
                return
            if article:
                self._waiting.append(article)
                yield article
            self._progress.advance()

    def _read(self, document: Document) -> Article | None:
        """The article of a document; None where it was refused, which is said, or where somebody had enough."""
        try:
            self._reading = True
            return _article(document)
        except Refused as refused:
            self._reading = False
            self.refused += 1
            self._progress.clear()
            say(f"refused: {refused}")
        except KeyboardInterrupt:
            self._stopped = True
        finally:
            self._reading = False
        return None

    def _interrupt(self, *_: object) -> None:
        if self._reading or self._stopped:
            raise KeyboardInterrupt
        self._stopped = True

    def _tell(self, before: Article, after: Article | None) -> None:
        self._progress.clear()
        self.added += after is not None
        self.known += after is None
        article = after or before
        put(f"{'added' if after else 'known'}\t{article.id}\t{printable(article.title)}")
        for notice in after.notices if after else ():
            say(f"note: {article.file or 'standard input'}: {notice}")


def _documents(paths: tuple[str, ...]) -> Iterator[Document]:
    for path in paths:
        if path == "-":
            yield None
        else:
            yield from walk(Path(path))


def _article(document: Document) -> Article:
    if isinstance(document, Refused):
        raise document
    return build(read_stream(sys.stdin.buffer) if document is None else read(document), added=now())
