"""What is known of an article, as people type it: on the command line, in a table and in the reader."""

import re

from seeds.errors import Problem

FIELDS = {
    "title": "title",
    "date": "published_at",
    "publication": "publication",
    "author": "author",
    "url": "url",
    "language": "language",
}
"""What can be corrected of every article, by the word that people use for it."""

NAMES = {field: name for name, field in FIELDS.items()}

TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,8}", re.IGNORECASE)
"""A tag of BCP 47 by its shape alone; the registry of subtags would be larger than the program."""


class NoLanguage(Problem):
    """What was typed is no tag of a language."""

    def __init__(self, typed: str) -> None:
        super().__init__("the language", f"{typed!r} is no tag of a language", "write en, de or pt-BR")


def check_known(field: str, typed: str) -> None:
    """Raises Problem where a date is none, or a language; an empty value says that it is not known."""
    if field == "published_at" and typed:
        from tui.published import check_date

        check_date(typed)
    if field == "language" and typed and not TAG.fullmatch(typed):
        raise NoLanguage(typed)
