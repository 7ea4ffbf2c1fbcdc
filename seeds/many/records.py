"""Cut a corpus in JSON Lines, or a list in JSON, into its rows, and say what the values of a row are as text. Pure."""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from seeds.errors import Refused
from seeds.many.columns import named


class Record(NamedTuple):
    """A row of a corpus: where it stands, in words; its number, which stands for it if it has no id; its values."""

    place: str
    number: int
    cells: Mapping[str, object]


def lines(text: str, start: int = 0) -> Iterator[str]:
    """The lines of a text from an offset on, with their line feeds, and without a copy of the text."""
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def json_lines(text: str, place: str) -> Iterator[Record | Refused]:
    """A row for each line of JSON Lines; Refused for a line that is none. Lines without anything are passed over."""
    for number, line in enumerate(lines(text), 1):
        if line.strip():
            yield _record(line.rstrip(), f"{place}, line {number}", number)


def json_list(text: str, place: str) -> Iterator[Record | Refused]:
    """A row for each object of a list. Raises Refused where the whole is no list."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Refused(place, "is no JSON that can be read", "mend it") from error
    if not isinstance(values, list):
        raise Refused(place, "is JSON, and no list of articles", "save the text that is in it in a file")
    for number, value in enumerate(values, 1):
        yield _of(value, f"{place}, item {number}", number)


def as_string(value: object) -> str:
    """A value as it is kept: a string as it is, nothing as "", all else as compact JSON."""
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def as_list(value: object) -> list[str]:
    """The strings that a value is or holds; none where it is something else."""
    values: list[object] = value if isinstance(value, list) else [value]
    strings = [one for one in values if isinstance(one, str)]
    return strings if len(strings) == len(values) else []


def _record(line: str, place: str, number: int) -> Record | Refused:
    try:
        return _of(json.loads(line), place, number)
    except json.JSONDecodeError as error:
        return Refused(place, f"is broken JSON at character {error.colno:,}", "mend the line and add the file again")
    except (ValueError, RecursionError):
        return Refused(place, "is no JSON that can be read", "mend the line and add the file again")


def _of(value: object, place: str, number: int) -> Record | Refused:
    if not isinstance(value, dict):
        return Refused(place, "is no JSON object", "give each article as {…} with its text in it")
    return Record(place, number, dict(zip(named(list(value)), value.values(), strict=True)))
