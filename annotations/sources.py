"""The source texts of a library and what the program said of them. Written once, and rewritten only where somebody
changed a text on the disk and the reader agrees to it."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import count, islice
from os import listdir, scandir
from pathlib import Path
from typing import Any

from annotations import corrections as corrected_fields
from annotations import outdated, source_file, source_place
from annotations.codec import moment
from annotations.errors import ChangedText, DamagedFile, NoSuchArticle, not_saved, unreadable
from annotations.files import publish, replace, stage_all, sync_folder, temporary
from annotations.library import Library, found
from annotations.locks import locked
from annotations.resolving import by_id, by_title
from annotations.unmerged import whole
from seeds.article import Article
from seeds.errors import Problem

ID = source_file.ID
FILE = re.compile(rf"{ID.pattern}\.json")
LENGTHS = (11, 16, 24, 64)
"""Hex digits of an id: more where two texts would share one."""

BATCH = 32
"""Articles that reach the disk together, so that ten thousand do not wait for it ten thousand times."""

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
    """An article as it was added, without the corrections. Raises ChangedText where its text was changed on the disk,
    DamagedFile, NewerSchema or NoSuchArticle."""
    about, path = source_place.about(library, article_id), source_place.text(library, article_id)
    known = whole(about, source_place.content(about))
    text = source_file.text(path, source_place.content(path), str(source_file.head(about, known).get("sha256")))
    return source_file.article(about, known, article_id, text)


def page(library: Library, article_id: str) -> bytes:
    """The bytes of the web page that an article was made of, as they came; none where there is none. Raises DamagedFile
    or Unreadable."""
    from annotations import pages

    return pages.read(pages.place(library, article_id))


def documents(library: Library) -> Mapping[str, str]:
    """The articles by the documents that they came in: an id for the SHA-256, in hex, of each one that is known."""
    return {told: one for one in ids(library) if (told := source_place.document(library, one))}


def changed(library: Library, article_id: str) -> Article:
    """An article with the text that is on the disk now, whatever it was, its blocks labelled anew; all else that is
    known of it is kept. Nothing is written. Raises as `load` does, but for ChangedText."""
    from seeds import clean

    about, path = source_place.about(library, article_id), source_place.text(library, article_id)
    text, notices = source_file.text_as_it_is(path, source_place.content(path))
    known = source_file.article(about, whole(about, source_place.content(about)), article_id, text)
    told = tuple(dict.fromkeys((*known.notices, *notices)))
    return known._replace(blocks=clean.label(text), cleaner=clean.VERSION, notices=told)


def agree(library: Library, article: Article) -> None:
    """Take the text of an article, as `changed` gave it, for its source from now on; the id stays.

    A kill on the way leaves the article changed, as it was, or agreed to. Raises ChangedText where the text was changed
    once more, NotSaved.
    """
    about, path = source_place.about(library, article.id), source_place.text(library, article.id)
    try:
        with locked(library.local / "sources.lock"):
            now = changed(library, article.id)
            if now.text != article.text:
                raise ChangedText(path, "it was changed once more", "open the article again")
            data, number = now.text.encode(), head(library, article.id).get("number")
            outdated.keep(library, about)
            if source_place.content(path) != data:
                replace(path, data)
            digest = source_file.digest(now.text)
            replace(about, source_file.written(now, digest, number if isinstance(number, int) else 0))
    except OSError as error:
        raise not_saved(about, error) from error


def same(library: Library, text: str) -> str | None:
    """The id of the article that has this text, if there is one: as it was added, not where a change was agreed to."""
    digest = source_file.digest(text)
    known = (f"d{digest[:length]}" for length in LENGTHS)
    return next((article_id for article_id in known if _digest(library, article_id) == digest), None)


def corrections(library: Library, article_id: str) -> dict[str, str]:
    """What people corrected of an article, as fields of annotations.edit.FieldChange."""
    return corrected_fields.read(library, article_id)


def resolve(library: Library, word: str) -> str:
    """The id of the article that is meant: by its id, a unique beginning of one, or a unique part of its title.

    A title means the newest version. Upper and lower case are the same. Raises NoSuchArticle, naming those that it
    could be.
    """
    known = ids(library)
    if (found := by_id(word, known)) is not None:
        return found
    heads = {one: _head(library, one) for one in known}
    titles = {one: _title(library, one, about) for one, about in heads.items()}
    return by_title(word, titles, {one: source_file.replaced(about) for one, about in heads.items()})


def _title(library: Library, article_id: str, about: dict[str, Any]) -> str:
    try:
        title = corrections(library, article_id).get("title") or about["meta"]["title"] or about["file"]
    except (Problem, KeyError, TypeError):
        return ""
    return " ".join(str(title).split())


def _head(library: Library, article_id: str) -> dict[str, Any]:
    """The head, empty where it cannot be read."""
    try:
        return head(library, article_id)
    except Problem:
        return {}


def head(library: Library, article_id: str) -> dict[str, Any]:
    """What is known of an article beside its text and blocks, without reading these."""
    return source_place.head(library, article_id)


def _write_batch(library: Library, batch: list[Article]) -> list[Article | None]:
    answers: list[Article | None] = []
    contents: dict[Path, bytes] = {}
    published: list[Path] = []
    digests: dict[str, str] = {}
    for article in batch:
        digest = source_file.digest(article.text)
        article_id, known = _place(library, digest, digests)
        digests[article_id] = digest
        answers.append(None if known else article._replace(id=article_id))
        contents.update(_page(library, article_id, article.page))
        contents.update(() if known else _files(library, article_id, article, digest))
    try:
        stage_all(contents)
        for path in contents:
            publish(path)
            published.append(path)
    except BaseException:
        _withdraw(contents, published)
        raise
    if contents:
        sync_folder(library.sources)
    return answers


def _withdraw(staged: Iterable[Path], published: Iterable[Path]) -> None:
    """Take back what did not become an article: what was only staged, and texts and pages of which nothing is said."""
    told = {path: path.with_name(f"{path.name.partition('.')[0]}.json") for path in published}
    untold = [path for path, about in told.items() if not about.exists()]
    for path in (*map(temporary, staged), *untold):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _page(library: Library, article_id: str, page: bytes) -> Iterator[tuple[Path, bytes]]:
    """What is to be written for the page of an article: nothing where there is a whole one."""
    if not page:
        return
    from annotations import pages

    path = pages.place(library, article_id)
    if not path.exists() or not pages.is_whole(source_place.content(path)):
        yield path, pages.packed(page)


def _files(library: Library, article_id: str, article: Article, digest: str) -> Iterator[tuple[Path, bytes]]:
    """What is to be written for an article. Where it is there and damaged, what is whole of it stays: when it was
    added, what it replaces."""
    yield source_place.text(library, article_id), article.text.encode()
    about, number = source_place.about(library, article_id), -1
    if _digest(library, article_id) == digest:
        if source_file.is_whole(about, source_place.content(about)):
            return
        known = head(library, article_id)
        with suppress(KeyError, TypeError, ValueError):
            article = article._replace(added=moment(known["added"]), replaces=source_file.replaced(known))
            number = int(known["number"])
    yield about, source_file.written(article, digest, next(_numbers) if number < 0 else number)


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
        text = source_place.text(library, article_id).read_bytes()
    except FileNotFoundError:
        return False
    about = source_place.about(library, article_id)
    return hashlib.sha256(text).hexdigest() == digest and source_file.is_whole(about, source_place.content(about))
