"""`postil clean-again`: label the blocks of articles that were added before with today's cleaner, and show it first."""

import sys
from collections.abc import Iterator, Sequence

import click

from annotations import sources
from annotations.errors import NotSaved
from annotations.library import Library
from annotations.relabel import New, Relabelled, relabelled, write
from annotations.sites import Memory
from seeds.errors import Problem
from seeds.folding import foldings
from seeds.printable import printable
from tui.cli.out import put, say
from tui.cli.progress import Progress
from tui.cli.setting import Setting, in_library
from tui.signals import held

SHOWN = 60
"""Code points of a line that are shown of it."""


@click.command("clean-again", short_help="Clean articles again, with today's cleaner and what is known of their sites.")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@in_library
@click.pass_obj
def command(setting: Setting, articles: tuple[str, ...], *, yes: bool) -> int:
    """Label the blocks of each ARTICLE, or of all, with today's cleaner and with what several pages of their sites have
    in common.

    First it shows what would be folded away or unfolded, and asks; where nobody can be asked it changes nothing without
    --yes. No text changes and no annotation moves, and what readers flipped or corrected stays. What was not known of
    an article, as its author, may be known now.
    """
    library = setting.library()
    wanted = list(dict.fromkeys(sources.resolve(library, word) for word in articles)) or sources.ids(library)
    looked = _Looking(library)
    new = list(looked.at(wanted))
    if not new:
        say("nothing to change: that is how they are cleaned" if wanted else "there are no articles")
    elif _agreed(new, looked.folded, looked.unfolded, yes=yes):
        looked.write(new)
    return 1 if looked.refused else 0


class _Looking:
    """A look at what another cleaning would change, and the change; counts what it met."""

    def __init__(self, library: Library) -> None:
        self.folded = self.unfolded = self.refused = 0
        self._library = library

    def at(self, wanted: Sequence[str]) -> Iterator[New]:
        """What is to be written, article by article; shows it."""
        progress = Progress("cleaning", len(wanted))
        try:
            with Memory(self._library) as memory:
                for article_id in wanted:
                    yield from self._look(article_id, memory, progress)
                    memory.keep()
                    progress.advance()
        finally:
            progress.clear()

    def _look(self, article_id: str, memory: Memory, progress: Progress) -> Iterator[New]:
        try:
            found = relabelled(self._library, article_id, memory)
        except Problem as problem:
            self._refuse(progress, problem)
            return
        self._show(progress, found)
        if found.new:
            yield found.new

    def write(self, new: Sequence[New]) -> None:
        """Write what was agreed to. Raises NotSaved."""
        progress, done = Progress("writing", len(new)), 0
        try:
            for one in new:
                try:
                    with held():
                        write(self._library, one)
                    done += 1
                except NotSaved:
                    raise
                except Problem as problem:
                    self._refuse(progress, problem)
                progress.advance()
        finally:
            progress.clear()
            say(f"{_articles(done)} cleaned again")

    def _show(self, progress: Progress, found: Relabelled) -> None:
        lines = list(_lines(found))
        if lines:
            progress.clear()
            put("\n".join([f"{found.after.id}\t{printable(found.after.title)}", *lines]))
        folds = [one.folds for one in foldings(found.before, found.after)]
        self.folded, self.unfolded = self.folded + sum(folds), self.unfolded + len(folds) - sum(folds)

    def _refuse(self, progress: Progress, problem: Problem) -> None:
        self.refused += 1
        progress.clear()
        say(f"refused: {problem}")


def _lines(found: Relabelled) -> Iterator[str]:
    """What changes of an article, a line each: what is folded away or unfolded, and what is known now."""
    for block, folds in foldings(found.before, found.after):
        words = printable(block.span.of(found.after.text)[: 4 * SHOWN])
        first = words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"
        yield f"  {'fold  ' if folds else 'unfold'}  {first}  ({printable(block.reason)})"
    before, after = found.before.meta, found.after.meta
    for name in ("title", "publication", "author", "published_at", "url", "language"):
        if getattr(after, name) != getattr(before, name):
            yield f"  {name}  {printable(getattr(after, name))}"


def _agreed(new: Sequence[New], folded: int, unfolded: int, *, yes: bool) -> bool:
    """Whether to do it: as the option says, else as somebody at a terminal does."""
    change = (
        f"{folded:,} blocks folded away, {unfolded:,} unfolded"
        if folded or unfolded
        else "no block is folded otherwise"
    )
    what = f"{_articles(len(new))} would be cleaned again: {change}"
    if yes:
        return True
    if not sys.stdin.isatty():
        say(f"{what}; nothing was changed: --yes does it")
        return False
    say(what)
    if click.confirm("Do it?", err=True):
        return True
    say("nothing was changed")
    return False


def _articles(number: int) -> str:
    return f"{number:,} article{'s' * (number != 1)}"
