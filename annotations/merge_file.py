"""Three-way merge of a library's files, each by what it is; that is known from where it lies. Pure."""

import json
from hashlib import blake2b
from pathlib import Path, PurePath

from annotations import corrections, digest, pages, source_file, tables
from annotations.codec import dumps, moment
from annotations.errors import DamagedFile
from annotations.merge import NOTHING, Merged, merged
from annotations.merge_fields import merged_fields
from annotations.tables import Tables
from seeds.errors import Problem


class NotMerged(Problem):
    """Files that are no versions of one file that postil could merge."""


def merged_file(path: PurePath, base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The file that two versions of the one at `path` make, and sentences on the conflicts in it.

    An empty base is none: both sides added the file. Raises NotMerged for a file that is none of these and for two
    different articles, DamagedFile and NewerSchema for a version that cannot be read.
    """
    if path.suffix == ".json" and path.parent.name == "sources":
        return _sources(path, base, ours, theirs), ()
    if path.name.endswith(pages.SUFFIX) and path.parent.name == "sources":
        return _pages(base, ours, theirs), ()
    if path.suffix == ".json" and path.parent.name == "corrections":
        return _corrections(path, base, ours, theirs)
    if path.suffix == ".json" and path.parent.parent.name == "annotations":
        found = _annotations(path, base, ours, theirs)
        return tables.dump(tables.of(*found.tables[:4])), found.conflicts
    why = "it is none of annotations/CODER/ID.json, corrections/ID.json, sources/ID.json and sources/ID.html.gz"
    raise NotMerged(path, why, "name its place in the library with --path, or merge it by hand")


def _annotations(path: PurePath, base: bytes, ours: bytes, theirs: bytes) -> Merged:
    common = tables.parse(_side(path, "base"), base) if base else NOTHING
    one, other = tables.parse(_side(path, "ours"), ours), tables.parse(_side(path, "theirs"), theirs)
    found = merged(common, one, other)
    return found._replace(tables=found.tables._replace(edition=_edition(found.tables, one, other)))


def _edition(found: Tables, one: Tables, other: Tables) -> str:
    """The edition of what two versions make: that of one which says all of it, else one that no history knows of, so
    that nobody takes the file for an earlier state of theirs that lacks something."""
    for side in sorted((one, other), key=lambda side: side.edition, reverse=True):
        if (found.annotations, found.own) == (side.annotations, side.own):
            return side.edition
    made = dumps([*sorted((one.edition, other.edition)), f"{digest.of(found.annotations, found.own):032x}"])
    return blake2b(made.encode(), digest_size=8).hexdigest()


def _corrections(path: PurePath, base: bytes, ours: bytes, theirs: bytes) -> tuple[bytes, tuple[str, ...]]:
    common = corrections.parse(_side(path, "base"), base) if base else {}
    one, other = corrections.parse(_side(path, "ours"), ours), corrections.parse(_side(path, "theirs"), theirs)
    fields, conflicts = merged_fields(common, one, other)
    return corrections.dump(fields), conflicts


def _sources(path: PurePath, base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """The one of two that was added first: an article that was added in two places is one article."""
    (digest, *_), (other, *_) = ranks = [_rank(_side(path, "ours"), ours), _rank(_side(path, "theirs"), theirs)]
    if digest != other:
        raise NotMerged(path, "the two sides are different articles", "keep one, and add the other one again")
    if base in (ours, theirs):
        return theirs if base == ours else ours
    return min(ranks)[-1]


def _pages(base: bytes, ours: bytes, theirs: bytes) -> bytes:
    """One of two pages of the same article: the one that is whole, the same one whoever merges."""
    if base in (ours, theirs):
        return theirs if base == ours else ours
    return min(ours, theirs, key=lambda data: (not pages.is_whole(data), data))


def _rank(place: Path, data: bytes) -> tuple[str, object, bytes]:
    """The digest of the text, and what orders two descriptions of it. Raises DamagedFile or NewerSchema."""
    head = source_file.head(place, data)
    try:
        json.loads(data)
        return head["sha256"], moment(head["added"]), data
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFile(place, f"it does not describe an article ({error})", "add the document again") from error


def _side(path: PurePath, name: str) -> Path:
    return Path(f"{path} ({name})")
