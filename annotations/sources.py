"""The source texts of a library and what the program said of them. Written once, never rewritten."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import count, islice
from os import listdir, scandir
from pathlib import Path
from typing import Any

from annotations import corrections as corrected_fields
from annotations import source_file
from annotations.errors import DamagedFile, NoSuchArticle, not_saved, unreadable
from annotations.files import locked, publish, stage, sync_folder
from annotations.library import Library, found
from seeds.article import Article
from seeds.errors import Problem

ID = re.compile(r"d[0-9a-f]{11,64}")
FILE = re.compile(rf"{ID.pattern}\.json")
LENGTHS = (11, 16, 24, 64)
"""Hex digits of an id: more where two texts would share one."""

BATCH = 32
"""Articles that reach the disk together, so that ten thousand do not wait for it ten thousand times."""

HEAD = 8192
"""Bytes of a file that nearly always hold its head."""

_numbers = count()


def ids(library: Library) -> list[str]:
    """The ids of all articles, sorted as text; the index knows the order of adding."""
    try:
        names = listdir(library.sources)  # noqa: PTH208  # ten thousand paths would cost ten times the names
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise unreadable(library.sources, error) from error
    return sorted(name[:-5] for name in names if FILE.fullmatch(name))


def empty(library: Library) -> bool:
    """Whether there is no article at all, without looking at more than one."""
    try:
        with scandir(library.sources) as entries:
            return not any(FILE.fullmatch(entry.name) for entry in entries)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError as error:
        raise unreadable(library.sources, error) from error


def write(library: Library, article: Article) -> Article | None:
    """Put an article on the disk; None if it is there already. Raises NotSaved."""
    return next(write_many(library, [article]))


def write_many(library: Library, articles: Iterable[Article]) -> Iterator[Article | None]:
    """Put articles on the disk, in batches; one answer an article, in order, once it is there to stay.

    None stands for one that was known already; where two texts would share an id the answer has a longer one. An empty
    or absent library becomes one. Raises NotSaved.
    """
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        try:
            found(library)
            with locked(library.local / "sources.lock"):
                answers = _write_batch(library, batch)
        except OSError as error:
            raise not_saved(library.sources, error) from error
        yield from answers


def load(library: Library, article_id: str) -> Article:
    """An article as it was added, without the corrections. Raises DamagedFile, NewerSchema or NoSuchArticle."""
    about = _about(library, article_id)
    known = _bytes(about)
    path = _text(library, article_id)
    data = _bytes(path)
    if hashlib.sha256(data).hexdigest() != source_file.head(about, known).get("sha256"):
        raise DamagedFile(path, "it is not the text that was added", "add the document again, and it is mended")
    return source_file.article(about, known, article_id, data.decode())


def corrections(library: Library, article_id: str) -> dict[str, str]:
    """What people corrected of an article, as fields of annotations.edit.FieldChange."""
    return corrected_fields.read(library, article_id)


def resolve(library: Library, word: str) -> str:
    """The id of the article that is meant: by its id, a unique beginning of one, or a unique part of its title.

    Upper and lower case are the same. Raises NoSuchArticle, naming those that it could be.
    """
    known = ids(library)
    wanted = word.strip().casefold()
    if wanted in known:
        return wanted
    begun = [one for one in known if wanted and one.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    titles = {one: _title(library, one) for one in known}
    named = [one for one in known if wanted and wanted in titles[one].casefold()]
    whole = [one for one in named if wanted == titles[one].casefold()]
    candidates = whole if len(whole) == 1 else named or begun
    if len(candidates) == 1:
        return candidates[0]
    raise _unresolved(word, {one: titles[one] for one in candidates})


def _unresolved(word: str, candidates: dict[str, str]) -> NoSuchArticle:
    place = f"article “{word}”"
    if not candidates:
        return NoSuchArticle(place, "there is none by that id or title", "postil list names them all")
    names = [f"{one} “{title}”" for one, title in islice(candidates.items(), 5)]
    more = f" and {len(candidates) - 5} more" if len(candidates) > 5 else ""
    return NoSuchArticle(place, f"it could be {', '.join(names)}{more}", "name it by its id")


def _title(library: Library, article_id: str) -> str:
    try:
        known = head(library, article_id)
        title = corrections(library, article_id).get("title") or known["meta"]["title"] or known["file"]
    except (Problem, KeyError, TypeError):
        return ""
    return " ".join(str(title).split())


def head(library: Library, article_id: str) -> dict[str, Any]:
    """What is known of an article beside its text and blocks, without reading these."""
    path = _about(library, article_id)
    try:
        with path.open("rb") as file:
            data = file.read(HEAD)
            if source_file.BLOCKS not in data:
                data += file.read()
    except OSError as error:
        raise _missing(path, error) from error
    return source_file.head(path, data)


def _write_batch(library: Library, batch: list[Article]) -> list[Article | None]:
    answers: list[Article | None] = []
    written: list[Path] = []
    digests: dict[str, str] = {}
    for article in batch:
        data = article.text.encode()
        digest = hashlib.sha256(data).hexdigest()
        article_id, known = _place(library, digest, digests)
        digests[article_id] = digest
        answers.append(None if known else article._replace(id=article_id))
        if not known:
            about = source_file.written(article, digest, next(_numbers))
            for path, content in ((_text(library, article_id), data), (_about(library, article_id), about)):
                stage(path, content)
                written.append(path)
    for path in written:
        publish(path)
    if written:
        sync_folder(library.sources)
    return answers


def _place(library: Library, digest: str, pending: dict[str, str]) -> tuple[str, bool]:
    """The id for a text with this digest, and whether the text is there already, whole."""
    for length in LENGTHS:
        article_id = f"d{digest[:length]}"
        taken = pending.get(article_id) or _digest(library, article_id)
        if taken == digest:
            return article_id, article_id in pending or _whole(library, article_id, digest)
        if taken is None:
            return article_id, False
    raise DamagedFile(library.sources, f"{digest} is there with another text", "postil check")


def _digest(library: Library, article_id: str) -> str | None:
    """The digest of the text that an id stands for; None where the id is free, or its file is damaged."""
    try:
        return str(head(library, article_id).get("sha256"))
    except (DamagedFile, NoSuchArticle):
        return None


def _whole(library: Library, article_id: str, digest: str) -> bool:
    try:
        return hashlib.sha256(_text(library, article_id).read_bytes()).hexdigest() == digest
    except FileNotFoundError:
        return False


def _about(library: Library, article_id: str) -> Path:
    return library.sources / f"{article_id}.json"


def _text(library: Library, article_id: str) -> Path:
    return library.sources / f"{article_id}.txt"


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _missing(path, error) from error


def _missing(path: Path, error: OSError) -> Problem:
    if not isinstance(error, FileNotFoundError):
        return unreadable(path, error)
    if path.suffix == ".txt":
        return DamagedFile(path, "the text is gone", "add the document again, and it is mended")
    return NoSuchArticle(path.stem, "there is no such article", "postil list names them all")
