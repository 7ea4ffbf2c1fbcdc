"""Words with their source, as they are pasted into a manuscript. Pure."""

import re

from annotations.annotation import Annotation
from annotations.entity import Entity
from seeds.article import Article, Meta
from seeds.printable import printable

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*)?")
_MARKS = {"“": "”", '"': '"', "„": "“", "«": "»", "»": "«", "‘": "’", "'": "'", "「": "」", "『": "』", "‹": "›"}


def citation(article: Article, annotation: Annotation | None, words: str) -> str:
    """“words” — speaker, title, publication, date, address: as much of it as is known.

    The speaker is named where the words are of an annotation that has one. Words that stand in marks already keep
    them. The result is one line, fit for a terminal.
    """
    source = ", ".join(part for part in (_speaker(annotation), *_of(article.meta)) if part)
    words = printable(words)
    quoted = words if _in_marks(words) else f"“{words}”"
    return f"{quoted} — {source}" if source else quoted


def plain_date(iso: str) -> str:
    """A date in ISO 8601, as exact as it is known, as people write it ("3 May 2024"); anything else as it is."""
    match = _ISO.fullmatch(iso)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return iso
    year, month, day = match.groups()
    return " ".join([*([str(int(day))] if day else []), *([MONTHS[int(month) - 1]] if month else []), year])


def _speaker(annotation: Annotation | None) -> str:
    speaker = annotation.attributes.get("speaker") if annotation else None
    return printable(speaker.name if isinstance(speaker, Entity) else speaker or "")


def _of(meta: Meta) -> tuple[str, ...]:
    return tuple(printable(part) for part in (meta.title, meta.publication, plain_date(meta.published_at), meta.url))


def _in_marks(words: str) -> bool:
    """Whether one pair of marks encloses all the words."""
    closing = _MARKS.get(words[:1])
    return len(words) > 1 and closing is not None and words.find(closing, 1) == len(words) - 1
