"""The articles that are listed: all of a library, or those that a filter lets through. Pure.

What the filter lets through is settled when it is typed: an article whose status changes stays where it is in sight.
"""

from collections.abc import Sequence

from annotations.index_cache import Row


class Listing:
    """Set `rows` and `query`; `shown` are the rows to be listed, in the order of adding."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._all = list(rows)
        self._newer: dict[str, Row] = {}
        self._query = ""
        self.shown = self._all

    @property
    def rows(self) -> list[Row]:
        """Every row of the library. When others are set, those that were replaced here since `begin` stay, as they are
        newer, and what was listed stays listed."""
        return self._all

    @rows.setter
    def rows(self, rows: Sequence[Row]) -> None:
        listed = {row.id for row in self.shown}
        self._all = [self._newer.get(row.id, row) for row in rows]
        self._filter()
        if self._query.strip():
            listed |= {row.id for row in self.shown}
            self.shown = [row for row in self._all if row.id in listed]

    def begin(self) -> None:
        """Take note that the rows are about to be read anew: what was replaced here so far will be in them."""
        self._newer.clear()

    @property
    def query(self) -> str:
        """What is filtered by, as it was typed; "" lets all through."""
        return self._query

    @query.setter
    def query(self, query: str) -> None:
        self._query = query
        self._filter()

    def place(self, article_id: str) -> int:
        """The number of an article among those that are shown; -1 where it is not."""
        return next((number for number, row in enumerate(self.shown) if row.id == article_id), -1)

    def replace(self, row: Row) -> None:
        """Put a row in the place of the one with its id."""
        self._newer[row.id] = row
        for rows in (self._all, self.shown):
            at = next((number for number, known in enumerate(rows) if known.id == row.id), -1)
            if at >= 0:
                rows[at] = row

    def _filter(self) -> None:
        if not self._query.strip():
            self.shown = self._all
            return
        from tui.filtering import matching  # a start filters nothing

        self.shown = [self._all[number] for number in matching(self._all, self._query)]
