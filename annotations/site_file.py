"""What a library remembers of one site: its lines, and the pages that it was learned from, within bounds."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from annotations import near
from annotations.codec import dumps

VERSION = 1
"""Changes with what is kept, or with seeds.site.key: what another version wrote is learned anew."""

LINES = 1000
"""Lines that are remembered of a site: those that were met last. Furniture is met on each page."""

PAGES = 128
"""Pages whose sketches are remembered of a site, to find what is nearly the same text."""

GROUPS = 8
"""Pages that are noted of a line, by their groups, so that none of them is counted twice."""

Line = tuple[int, ...]
"""On how many pages a line stands, then the groups of those where it was met last."""


class Site:
    """The lines and pages of a site. Pages that are nearly the same text are one group, named for the first of them;
    so are an article and its later version."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.learned: list[str] = []
        self._lines: dict[int, Line] = {}
        self._pages: dict[int, tuple[int, array[int]]] = {}
        self._having: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def group(self, article_id: str, replaces: str, sketch: Sequence[int]) -> int:
        """The group that a page belongs to: its own where no page that is remembered is like it."""
        page = number(article_id)
        for known in (page, number(replaces) if replaces else page):
            if known in self._pages:
                return self._pages[known][0]
        for candidate in dict.fromkeys(self._having.get(value, -1) for value in sketch[: near.LOOKED_UP]):
            other = self._pages.get(candidate)
            if other and near.likeness(other[1], sketch) >= near.ALIKE:
                return other[0]
        return page

    def others(self, keys: Iterable[int], group: int) -> dict[int, int]:
        """On how many pages each line stands, but for those of one group; without lines that are not known."""
        known = ((key, self._lines.get(key)) for key in keys)
        return {key: line[0] - (group in line[1:]) for key, line in known if line}

    def learn(self, article_id: str, group: int, sketch: Sequence[int], keys: Iterable[int]) -> None:
        """Take in a page with these lines."""
        if number(article_id) not in self._pages:
            self.learned.append(article_id)
        for key in keys:
            line = self._lines.pop(key, (0,))
            self._lines[key] = line if group in line[1:] else (line[0] + 1, group, *line[1:GROUPS])
        while len(self._lines) > LINES:
            del self._lines[next(iter(self._lines))]
        self._remember(number(article_id), group, sketch)

    def written(self) -> bytes:
        """What is to be kept, as a file."""
        pages = [[page, group, near.written(sketch)] for page, (group, sketch) in self._pages.items()]
        lines = [[key, *line] for key, line in self._lines.items()]
        return dumps({"version": VERSION, "site": self.name, "pages": pages, "lines": lines}).encode()

    @classmethod
    def read(cls, name: str, known: Any) -> "Site":
        """What was kept. Raises KeyError, TypeError or ValueError for what is damaged, of another version or site."""
        if (known["version"], known["site"]) != (VERSION, name):
            raise ValueError("of another version or site")
        site = cls(name)
        for page, group, sketch in known["pages"][-PAGES:]:
            site._remember(int(page), int(group), near.read(sketch))
        site._lines = {int(key): tuple(map(int, line)) for key, *line in known["lines"][-LINES:] if line}
        return site

    def _remember(self, page: int, group: int, sketch: Sequence[int]) -> None:
        self._pages[page] = group, array("I", sketch)
        self._having |= dict.fromkeys(sketch[: near.LOOKED_UP], page)
        if len(self._pages) > PAGES:
            oldest = next(iter(self._pages))
            _, values = self._pages.pop(oldest)
            for value in values[: near.LOOKED_UP]:
                if self._having.get(value) == oldest:
                    del self._having[value]


def number(article_id: str) -> int:
    """An article's id as a number."""
    return int(article_id[1:12], 16)
