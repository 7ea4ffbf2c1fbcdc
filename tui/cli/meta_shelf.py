"""Find the article that a row of a table is about, and tell what is known of it so far."""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import islice, takewhile

from annotations import index, source_file, sources
from annotations.library import Library
from seeds.correct import EXTRA, corrected
from seeds.errors import Problem, Refused
from tui.known import NAMES

SHORTEST = 6
"""Characters of an id's beginning at least: `d12` is rather a number of somebody's own."""

NAMED = 5
"""Articles that a refusal names."""


class NoArticle(Refused):
    """No article is the one that a row is about."""


class Shelf:
    """The articles of a library, to be found by what a table says of them."""

    def __init__(self, library: Library, coder: str) -> None:
        self._library = library
        self._ids = sources.ids(library)
        self._rows = {row.id: row for row in index.rows(library, coder)}

    def find(self, keys: Mapping[str, str], place: str) -> tuple[str, str]:
        """The id of the only article that the first of the keys fits that fits one, and that key's name.

        A file or an address means the newest version. An id alone may be the one that a corpus gave the article. Raises
        NoArticle, and Refused where several fit.
        """
        several: tuple[str, list[str]] | None = None
        for name, value in keys.items():
            found = self._fitting(name, value) or (self._by_own.get(value, []) if keys.keys() == {"id"} else [])
            if len(found) == 1:
                return found[0], name
            several = several or ((name, found) if found else None)
        told = ", ".join(f"{name} “{value[:80]}”" for name, value in keys.items())
        if several is None:
            remedy = "postil list --json names them all" if told else "fill one of them in"
            raise NoArticle(place, f"fits no article by {told}" if told else "says neither id, file nor url", remedy)
        name, found = several
        more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
        why = f"{name} “{keys[name][:80]}” fits {len(found)} articles: {', '.join(found[:NAMED])}{more}"
        raise Refused(place, why, "name one by its id")

    def known(self, article_id: str) -> tuple[dict[str, str], dict[str, str]]:
        """As the function `known`."""
        return known(self._library, article_id)

    def title(self, article_id: str) -> str:
        """The title as lists and exports show it: where none is known, what stands in its place."""
        return self._rows[article_id].title if article_id in self._rows else ""

    def _fitting(self, name: str, value: str) -> list[str]:
        if name == "id":
            return self._begun(value.casefold()) if len(value) >= SHORTEST else []
        if name == "url":
            return self._by_url.get(_place(value), [])
        by_file = self._by_file
        return by_file.get(_composed(value)) or by_file.get(_composed(re.split(r"[/\\]", value)[-1]), [])

    def _begun(self, beginning: str) -> list[str]:
        """The article with this id, else those whose ids begin so."""
        at = bisect_left(self._ids, beginning)
        found = list(takewhile(lambda one: one.startswith(beginning), islice(self._ids, at, None)))
        return [beginning] if beginning in found else found

    @cached_property
    def _by_file(self) -> Mapping[str, list[str]]:
        found = defaultdict(list)
        for row in self._rows.values():
            if row.file:
                found[_composed(" ".join(row.file.split()))].append(row.id)
        return found

    @cached_property
    def _by_own(self) -> Mapping[str, list[str]]:
        """Articles of a corpus, whose file is called CORPUS#ID."""
        found = defaultdict(list)
        for row in self._rows.values():
            if own := row.file.partition("#")[2]:
                found[own].append(row.id)
        return found

    @cached_property
    def _by_url(self) -> Mapping[str, list[str]]:
        found = defaultdict(list)
        for article_id in self._rows:
            try:
                url = self.known(article_id)[0]["url"]
            except Problem:
                continue
            if url:
                found[_place(url)].append(article_id)
        return found


def known(library: Library, article_id: str) -> tuple[dict[str, str], dict[str, str]]:
    """What is known of an article by field, and the corrections in it, without a look at its text. Raises Problem where
    that cannot be read."""
    corrections = sources.corrections(library, article_id)
    meta = corrected(source_file.outline(article_id, sources.head(library, article_id)), corrections).meta
    fields = {field: str(getattr(meta, field)) for field in NAMES}
    return fields | {EXTRA + name: value for name, value in meta.extra.items()}, corrections


def _composed(name: str) -> str:
    """A file's name by which a disk that takes letters and their accents apart is met."""
    return unicodedata.normalize("NFC", name)


def _place(url: str) -> str:
    """The address without what does not change where it leads: http or https, www, a fragment, a slash at the end."""
    bare = re.sub(r"^https?://(?:www\.)?", "", url.strip().partition("#")[0], flags=re.IGNORECASE).rstrip("/")
    host, slash, path = bare.partition("/")
    return host.casefold() + slash + path
