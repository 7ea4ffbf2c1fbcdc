"""What a library remembers of the sites that its articles are from: lines that stand on several pages are furniture.

It is learned as articles are added, and from the readers' flips. What was learned is kept in .local/sites, which can be
deleted: it is learned anew from the sources, a site at a time, when an article of that site is judged. Flips are read
from the corrections at each start. Two programs that learn at the same time may each forget what the other learned.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from os import getpid
from shutil import rmtree
from types import TracebackType

from annotations import near, site_flips, source_file, sources
from annotations.files import make_folder
from annotations.library import Library
from annotations.site_file import Site
from annotations.site_flips import Flips
from seeds import site
from seeds.article import Article
from seeds.errors import Problem

LEARNED = "learned"
"""The file that names, a line each, the articles that were learned."""

HELD = 100_000
"""Lines of all sites that are held in memory, some 20 MB."""

EDGE = 150
"""Blocks at either end of a page that are looked at: a long list of links is not the furniture of others."""


class Memory:
    """The memory of a library, held while articles are judged, and kept at the end: to be used with `with`.

    What is learned of an article whose writing failed must not be kept: `forget`.
    """

    def __init__(self, library: Library) -> None:
        self._library, self._folder = library, library.local / "sites"
        self._sites: dict[str, Site] = {}
        self._waiting: dict[str, list[str]] | None = None
        self._flips: dict[str, Flips] = {}
        self._last: tuple[str, Sequence[int], list[int | None]] = "", (), []

    def __enter__(self) -> "Memory":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.keep(held=0)

    @property
    def lines(self) -> int:
        """How many lines are held."""
        return sum(map(len, self._sites.values()))

    def judged(self, article: Article, sketch: Sequence[int] | None = None) -> Article:
        """The article with what is furniture on its site folded away, as seeds.site tells; `sketch` is the one of
        annotations.near, if it is known."""
        name = site.site(article.meta)
        if not name:
            return article
        known = self._site(name)
        sketch = near.sketch(article) if sketch is None else sketch
        keys = site.keys(article)
        others = known.others(_edges(keys), known.group(article.id, article.replaces, sketch))
        said = self._flips.get(name, Flips({}, {}))
        self._last = article.text, sketch, keys
        return site.judged(article, keys, site.Seen(name, others, said.folded_beside(article.id), said.shown.keys()))

    def learn(self, article: Article, sketch: Sequence[int] | None = None) -> None:
        """Take in an article; one that was taken in before counts once."""
        name = site.site(article.meta)
        if name:
            self._learn(self._site(name), article, *self._looked_at(article, sketch))

    def keep(self, held: int = HELD) -> None:
        """Write what was learned, as far as more than `held` lines are held: those of the sites that were met least
        lately. What was taken in so far is in the library."""
        held_now = self.lines
        while self._sites and (held_now > held or not held):
            known = self._sites.pop(next(iter(self._sites)))
            held_now -= len(known)
            if known.learned:
                with suppress(OSError):  # what is not kept is learned anew
                    self._write(known)

    def forget(self) -> None:
        """Give up what was learned and not kept."""
        self._sites.clear()
        self._flips.clear()
        self._waiting = None

    def _site(self, name: str) -> Site:
        """What is known of a site, with all articles of it that were added without being learned."""
        if self._waiting is None:
            self._waiting = self._unlearned()
        known = self._sites.pop(name) if name in self._sites else self._read(name)
        if self._waiting is None:  # what was kept is damaged, and all is learned anew
            self._waiting = self._unlearned()
        self._sites[name] = known  # behind the others: it is the one that was met last
        for article_id in self._waiting.pop(name, ()):
            with suppress(Problem):
                article = sources.load(self._library, article_id)
                self._learn(known, article, *self._looked_at(article, None))
        return known

    def _looked_at(self, article: Article, sketch: Sequence[int] | None) -> tuple[Sequence[int], list[int | None]]:
        """The sketch and the keys of an article: those of the one that was judged last are there already."""
        if self._last[0] is article.text:
            return self._last[1:]
        return near.sketch(article) if sketch is None else sketch, site.keys(article)

    @staticmethod
    def _learn(known: Site, article: Article, sketch: Sequence[int], keys: list[int | None]) -> None:
        known.learn(article.id, known.group(article.id, article.replaces, sketch), sketch, _edges(keys))

    def _unlearned(self) -> dict[str, list[str]]:
        """The articles that are still to be learned, by their sites; the readers' flips are read on the way."""
        learned = self._learned()
        said = site_flips.corrected(self._library)
        found = defaultdict[str, list[str]](list)
        for article_id in sources.ids(self._library):
            corrected = said.get(article_id, {})
            if corrected or article_id not in learned:
                name = self._name(article_id, corrected)
                self._take_flips(name, article_id, corrected)
                found[name] += [] if article_id in learned else [article_id]
        with suppress(OSError):
            self._note(found.pop("", ()))
        return found

    def _take_flips(self, name: str, article_id: str, said: dict[str, str]) -> None:
        if name and said:
            with suppress(Problem):
                site_flips.take(self._library, article_id, said, self._flips.setdefault(name, Flips({}, {})))

    def _name(self, article_id: str, said: dict[str, str]) -> str:
        """The site of an article, as people corrected what is known of it."""
        try:
            meta = source_file.outline(article_id, sources.head(self._library, article_id)).meta
        except Problem:
            return ""
        return site.site(
            meta._replace(url=said.get("url", meta.url), publication=said.get("publication", meta.publication))
        )

    def _learned(self) -> set[str]:
        """The articles that were learned; none, and nothing is kept of them, where one of them is gone."""
        try:
            learned = {*(self._folder / LEARNED).read_text("ascii").split()}
        except (OSError, ValueError):
            learned = set()
        if not learned <= set(sources.ids(self._library)):
            self._clear()
            return set()
        return learned

    def _read(self, name: str) -> Site:
        path = self._folder / _file(name)
        try:
            return Site.read(name, json.loads(path.read_bytes()))
        except FileNotFoundError:
            return Site(name)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            self._clear()
            return Site(name)

    def _clear(self) -> None:
        """Learn all sites anew: what is kept is damaged, of another version, or of articles that are gone."""
        rmtree(self._folder, ignore_errors=True)
        self.forget()

    def _write(self, known: Site) -> None:
        """Nothing waits for the disk: half a file is none, and learned anew."""
        make_folder(self._folder)
        path = self._folder / _file(known.name)
        aside = path.with_suffix(f".{getpid()}")
        aside.write_bytes(known.written())
        aside.replace(path)
        self._note(known.learned)

    def _note(self, learned: Iterable[str]) -> None:
        lines = "".join(f"{one}\n" for one in learned)
        if lines:
            make_folder(self._folder)
            with (self._folder / LEARNED).open("a", encoding="ascii") as file:
                file.write(lines)


def _file(name: str) -> str:
    return f"{blake2b(name.encode(), digest_size=10).hexdigest()}.json"


def _edges(keys: list[int | None]) -> set[int]:
    """The lines of a page that tell of others."""
    looked_at = keys if len(keys) <= 2 * EDGE else (*keys[:EDGE], *keys[-EDGE:])
    return {key for key in looked_at if key is not None}
