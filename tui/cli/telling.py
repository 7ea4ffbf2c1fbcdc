"""What is said of each document that is added, and what it came to in the end."""

from typing import TYPE_CHECKING

from seeds.article import Article
from seeds.errors import Refused
from seeds.printable import printable
from tui.cli.making import Known, Made, Step
from tui.cli.out import note, put, say
from tui.cli.report import Fate, Report

if TYPE_CHECKING:
    from annotations.near import Neighbours
    from tui.cli.progress import Progress


class Teller:
    """Says of documents, in their order, what became of them, and counts them. `dry`: what would become of them.

    `near` are the articles that new ones may be like, and their titles, as annotations.index gives them.
    """

    def __init__(
        self, near: "tuple[Neighbours, dict[str, str]]", progress: "Progress", report: Report | None, *, dry: bool
    ) -> None:
        self.added = self.known = self.near = self.refused = 0
        self._neighbours, self._titles = near
        self._progress, self._report, self._dry = progress, report, dry

    def tell(self, step: Step, after: Article | None) -> None:
        """Say what became of a document: `after` is the article that is new by it."""
        self._progress.clear()
        if isinstance(step.found, Refused):
            fate = self._tell_refused(step, step.found)
        elif after and isinstance(step.found, Made):
            fate = self._tell_added(step, after, step.found.sketch)
        else:
            fate = self._tell_known(step)
        if self._report:
            self._report.row(fate)
        self._progress.advance()

    def wait(self) -> None:
        """Show how far it is, until there is more to tell."""
        self._progress.draw()

    def note(self, sentence: str) -> None:
        """Say something on the way."""
        self._progress.clear()
        note(sentence)

    def sum_up(self, library: str) -> None:
        """Say what it came to, where there was more than one document."""
        self._progress.clear()
        if self._progress.total == 1:
            return
        told = [f"{self.added:,} {'would be ' if self._dry else ''}added to {library}", f"{self.known:,} known"]
        told += [f"{self.near:,} near-duplicate{'s' * (self.near != 1)}"] if self.near else []
        say(", ".join([*told, f"{self.refused:,} refused"]))

    def _tell_refused(self, step: Step, refused: Refused) -> Fate:
        self.refused += 1
        say(f"refused: {refused}")
        return Fate(step.path, "refused", why=refused.why, next_step=refused.remedy)

    def _tell_known(self, step: Step) -> Fate:
        self.known += 1
        known = step.found.article if isinstance(step.found, Made) else step.found
        article_id, title = (known.id, printable(known.title)) if isinstance(known, Article | Known) else ("", "")
        put(f"known\t{article_id}\t{title}")
        return Fate(step.path, "known", article_id, title)

    def _tell_added(self, step: Step, article: Article, sketch: tuple[int, ...]) -> Fate:
        self.added += 1
        title = printable(article.title)
        put(f"{'would add' if self._dry else 'added'}\t{article.id}\t{title}")
        if self._dry:
            from tui.cli.preview import preview

            put(preview(article))
        for notice in article.notices:
            note(f"{step.place}: {notice}")
        why = self._like(article, sketch)
        if why:
            note(f"{step.place}: {why}")
        return Fate(step.path, "near-duplicate" if why else "added", article.id, title, why)

    def _like(self, article: Article, sketch: tuple[int, ...]) -> str:
        """Of which article a new one is nearly the same text, in words; "" where of none."""
        first = self._neighbours.add(article.id, sketch)
        self._titles[article.id] = article.title
        if not first:
            return ""
        self.near += 1
        return f"nearly the same text as {first} {printable(self._titles.get(first, ''))}".rstrip()
