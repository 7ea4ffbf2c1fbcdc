"""Put what a better cleaner says of an article in the place of what the one before said. Its text, and what people said
of it, stay as they are."""

import zlib
from typing import NamedTuple

from annotations import outdated, source_file, source_place, sources
from annotations.errors import DamagedFile, not_saved
from annotations.files import replace
from annotations.library import Library
from annotations.locks import locked
from annotations.sites import Memory
from seeds import again
from seeds.article import Article
from seeds.correct import corrected


class Relabelled(NamedTuple):
    """An article as it is and as it would be, both with the corrections that people made, and what would be written:
    nothing where that is what stands there."""

    before: Article
    after: Article
    new: "New | None"


class New(NamedTuple):
    """What is to be written of an article, if the file is still the one that was read: packed, so that ten thousand can
    wait for a yes."""

    article_id: str
    read: str
    packed: bytes


def relabelled(library: Library, article_id: str, memory: Memory) -> Relabelled:
    """What today's cleaner and the memory of its site make of an article. Nothing is written.

    Raises ChangedText where its text was changed on the disk, Refused where another text comes of its page, and as
    sources.load and sources.page do.
    """
    about = source_place.about(library, article_id)
    data = source_place.content(about)
    article = sources.load(library, article_id)
    said = sources.corrections(library, article_id)
    after = again.labelled(article, sources.page(library, article_id))
    judged = memory.judged(after._replace(meta=corrected(after, said).meta))
    after = after._replace(blocks=judged.blocks)
    known = source_file.head(about, data)
    number = known.get("number")
    written = source_file.written(after, str(known.get("sha256")), number if isinstance(number, int) else 0)
    new = None
    if (after.meta, after.cleaner, _rounded(after)) != (article.meta, article.cleaner, _rounded(article)):
        new = New(article_id, source_file.digest(data.decode("utf-8", "replace")), zlib.compress(written))
    return Relabelled(corrected(article, said), corrected(after, said), new)


def write(library: Library, new: New) -> None:
    """Put it in its place; a kill on the way leaves either the old or the new. Raises DamagedFile where the article was
    changed since it was read, NotSaved."""
    about = source_place.about(library, new.article_id)
    try:
        with locked(library.local / "sources.lock"):
            data = source_place.content(about)
            if source_file.digest(data.decode("utf-8", "replace")) != new.read:
                raise DamagedFile(about, "another program changed it meanwhile, so it stays as it is", "clean it again")
            sources.load(library, new.article_id)
            outdated.keep(library, about)
            replace(about, zlib.decompress(new.packed))
    except OSError as error:
        raise not_saved(about, error) from error


def _rounded(article: Article) -> list[tuple[object, ...]]:
    """The blocks as a file holds them."""
    return [(block.span, block.kind, round(block.score, 4), block.reason) for block in article.blocks]
