"""Take the documents out of an archive (zip, tar, gzip), one at a time; nothing is written to where an archive says."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

from seeds.errors import Refused
from seeds.kinds import kind_of
from seeds.many.members import Member, allowance, damaged, too_large, troubles
from seeds.many.tars import tar_members
from seeds.many.zips import zip_members
from seeds.read import LIMIT, Raw

LEADS_OUT = re.compile(r"[/\\]|[A-Za-z]:|.*\\|(?:.*/)?\.\.(?:/|$)", re.DOTALL)
"""Names that lead out of the folder into which an archive is unpacked, here or on another system."""

HIDDEN = re.compile(r"(?:.*/)?(?:\.|__MACOSX(?:/|$))", re.DOTALL)
"""Names of hidden files, and of what a Mac puts into an archive besides."""

PACKED = re.compile(r"\.gz(?:ip)?$", re.IGNORECASE)


def members(raw: Raw) -> Iterator[Raw | Refused]:
    """The documents in an archive, by name, each with its own name and the archive's place before it.

    Folders and hidden files are left out. What is no file, is encrypted, too large or damaged, or has a name that leads
    out of the archive's folder gives a Refused each, and the rest goes on.
    """
    if kind_of(raw) == "gzip":
        yield _page(raw)
        return
    empty, left = True, allowance(raw)
    try:
        for member in zip_members(raw) if kind_of(raw) == "zip" else tar_members(raw):
            found = member if isinstance(member, Refused) else _document(raw, member, left)
            if found:
                empty = False
                left -= len(found.data) if isinstance(found, Raw) else 0
                yield found
    except Refused as refused:
        empty = False
        yield refused
    if empty:
        yield Refused(raw.place, "there is no file in this archive", "hidden files are left out; unpack it to see them")


def _document(archive: Raw, member: Member, left: int) -> Raw | Refused | None:
    """The document that a member is, or why it is none; None for one that is left out.

    Raises Refused where more than `left` bytes, which the whole archive still may hold, come out.
    """
    name = re.sub(r"^(?:\./+)+", "", member.name)
    place = f"{archive.place}/{name}"
    if not name:
        return Refused(archive.place, "a file in it has no name", "unpack it and add what is in it")
    if LEADS_OUT.match(name):
        return Refused(place, "its name leads out of the archive", "unpack it, if you trust it, and add the file")
    if HIDDEN.match(name):
        return None
    if member.why:
        return Refused(place, member.why, "unpack the archive and add the file")
    if member.size > LIMIT:
        return _too_long(place)
    if member.size > left:
        raise too_large(archive)
    try:
        data = member.read(min(LIMIT, left) + 1)
    except troubles() as error:
        return damaged(place, error)
    if len(data) > left:
        raise too_large(archive)
    return _checked(Raw(data, f"{archive.origin}/{name}", name.rpartition("/")[2]))


def _page(raw: Raw) -> Raw | Refused:
    """The one document that was compressed with gzip."""
    from gzip import GzipFile

    try:
        data = GzipFile(fileobj=io.BytesIO(raw.data)).read(LIMIT + 1)
    except troubles() as error:
        return damaged(raw.place, error)
    name = PACKED.sub("", raw.name)
    origin = f"{raw.origin}/{name}" if name else raw.origin
    return _checked(replace(raw, data=data, name=name, origin=origin, kind=""))


def _checked(raw: Raw) -> Raw | Refused:
    if not raw.data:
        return Refused(raw.place, "is empty", "an article needs words")
    return _too_long(raw.place) if len(raw.data) > LIMIT else raw


def _too_long(place: str) -> Refused:
    return Refused(place, f"is larger than {LIMIT >> 20} MB, which no article is", "cut it into its articles")
