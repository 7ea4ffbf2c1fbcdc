"""Tell which column of a corpus holds what: by what the user says, by its name, the text also by its length. Pure."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from seeds.errors import Refused
from seeds.printable import printable


class Columns(NamedTuple):
    """The names of the columns that hold the text, the title, and what identifies an article; "" to have it guessed."""

    text: str = ""
    title: str = ""
    id: str = ""


class Roles(NamedTuple):
    """Which column holds what, "" where none does. `known` gives the column of a field of `Meta` beside the title."""

    text: str
    title: str
    id: str
    known: Mapping[str, str]


NAMES = {
    "text": "text fulltext body bodytext articletext articlebody maintext content contents article story plaintext "
    "texte contenu inhalt volltext artikeltext texto cuerpo contenido testo contenuto tekst текст 正文 内容 本文 metin",
    "title": "title headline heading articletitle titel titre título titulo titolo überschrift schlagzeile заголовок "
    "标题 başlık",
    "id": "id docid documentid articleid textid uid uuid guid identifier key url link",
    "published_at": "publishedat published publicationdate pubdate datepublished publishdate publishedon date datetime "
    "datum fecha дата 日期 tarih",
    "author": "author authors byline writer autor auteur autore verfasser автор 作者 yazar",
    "publication": "publication source newspaper outlet publisher journal medium paper sitename zeitung quelle",
    "url": "url link articleurl weburl permalink canonicalurl href",
    "language": "language lang sprache langue idioma lingua",
}
"""What columns are called in corpora, without spaces and signs, the surest name of each first."""

KNOWN = {
    "published_at": "date",
    "author": "author",
    "publication": "publication",
    "url": "address",
    "language": "language",
}
"""The fields of `Meta` that a column may fill, and what they are called in a sentence."""

SHOWN = 20
"""Columns that a sentence names at most."""

LONGEST = 60
"""Code points of a name in a sentence at most."""


def named(names: Sequence[str]) -> list[str]:
    """The names of columns as they are kept: fit for a terminal, none empty, none twice."""
    found: dict[str, None] = {}
    times: Counter[str] = Counter()
    for number, name in enumerate(names, 1):
        kept = base = printable(name) or f"column {number}"
        while kept in found:
            times[base] += 1
            kept = f"{base} {times[base] + 1}"
        found[kept] = None
    return list(found)


def is_known(name: str) -> bool:
    """Whether a column of that name is recognised."""
    return any(_plain(name) in words.split() for words in NAMES.values())


def roles(place: str, rows: Sequence[Mapping[str, str]], names: Sequence[str], columns: Columns) -> Roles:
    """Which of the columns `names` hold what, judged by the first `rows`.

    Raises Refused where a column that was asked for is not there, or none can hold a text.
    """
    asked = Columns(*(_asked(place, name, names) for name in columns))
    filled = [name for name in names if name not in asked and any(row.get(name, "").strip() for row in rows)]
    guessed = {role: _guessed(role, filled, rows) for role in NAMES}
    title, identity = asked.title or guessed["title"], asked.id or guessed["id"]
    known = {field: guessed[field] for field in KNOWN if guessed[field]}
    others = {title, identity, *known.values()}
    text = asked.text or guessed["text"] or _longest([name for name in filled if name not in others], rows)
    if not text:
        raise Refused(place, f"none of its columns holds a text: {listed(names)}", "name one with --text-column")
    return Roles(text, title, identity, known)


def told(columns: Columns, found: Roles) -> str:
    """What was guessed, beyond the `columns` that were asked for, as a sentence; "" where nothing was."""
    guessed = {role: getattr(found, role) for role in Columns._fields if not getattr(columns, role)}
    guessed |= {KNOWN[field]: name for field, name in found.known.items()}
    return ", ".join(f"{role} from {quoted(name)}" for role, name in guessed.items() if name).replace(
        " from ", " from column ", 1
    )


def listed(names: Sequence[str]) -> str:
    """Names of columns in a sentence."""
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return ", ".join(map(quoted, names[:SHOWN])) + more


def quoted(name: str) -> str:
    """A column's name in a sentence."""
    return f"“{name if len(name) <= LONGEST else name[: LONGEST - 1] + '…'}”"


def _asked(place: str, name: str, names: Sequence[str]) -> str:
    """The column that somebody named, whatever its capital letters; "" if none was named."""
    if not name or name in names:
        return name
    found = next((one for one in names if one.casefold() == printable(name).casefold()), "")
    if not found:
        raise Refused(place, f"has no column {quoted(name)}", f"its columns are {listed(names)}")
    return found


def _guessed(role: str, names: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """The column whose name tells that it plays a role; what identifies a row has to differ in each."""
    for word in NAMES[role].split():
        for name in names:
            if _plain(name) != word:
                continue
            values = [row.get(name, "") for row in rows]
            if role != "id" or len(set(values)) == len(values):
                return name
    return ""


def _longest(names: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    return max(names, key=lambda name: sum(len(row.get(name, "")) for row in rows), default="")


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())
