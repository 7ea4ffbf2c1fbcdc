"""Three-way merge of what was said in two places, by the id of each annotation and the name of each field. Pure.

It does not matter which side is called ours (but for tables that are not postil's), and merging again changes nothing.
Nothing that a side added or changed is lost, whatever the other one did; there is a conflict only where both touched
the same thing, and then both versions are kept, with a mark that a reader settles (annotations.rivals):

    base            ours                  theirs                merged
    7: “a”          7: “b”  at 10:00      7: “c”  at 11:00      7: “c” conflict→ 91;   91: “b” conflict→ 7
    7: “a”          7: “b”                gone                  7: “b” conflict→ 7

The id of the second version (91) is made from its content, so that every machine that merges gives it the same one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple

from annotations import codec
from annotations.annotation import CONFLICT, MAX_ID, Annotation, Link
from annotations.merge_fields import merged_documents, merged_fields
from annotations.tables import Tables

NOTHING = Tables({}, {}, {})
"""The base of what was added on both sides."""

Versions = Mapping[int, Annotation]


class Merged(NamedTuple):
    """`conflicts` are sentences, on those that neither side knew of yet."""

    tables: Tables
    conflicts: tuple[str, ...] = ()


def merged(base: Tables, ours: Tables, theirs: Tables) -> Merged:
    """What both sides said since the base. Annotations come in the order in which they were made."""
    merge = _Merge(base.annotations, ours.annotations, theirs.annotations)
    for number in sorted({*base.annotations, *ours.annotations, *theirs.annotations}):
        merge.one(number)
    annotations = merge.settled()
    own, about_own = merged_fields(base.own, ours.own, theirs.own)
    others, about_others = merged_documents(base.others, ours.others, theirs.others)
    return Merged(Tables(annotations, own, others), (*merge.conflicts, *about_own, *about_others))


def same(one: Annotation, other: Annotation) -> bool:
    """Whether two say the same: under which id, when modified and with which other versions does not count."""
    return _said(one) == _said(other)


def linked(annotation: Annotation, others: Iterable[int]) -> Annotation:
    """The annotation with conflict links to these ids and to no other one."""
    links = [link for link in annotation.links if link.type != CONFLICT]
    return annotation._replace(links=(*links, *(Link(CONFLICT, other) for other in sorted(set(others)))))


@dataclass
class _Merge:
    """A merge at work: `found` is what holds so far, `clashes` the versions that lost their id to another one, with
    that id."""

    base: Versions
    ours: Versions
    theirs: Versions
    found: dict[int, Annotation] = field(default_factory=dict)
    clashes: list[tuple[int, Annotation]] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)

    def one(self, number: int) -> None:
        """Find what stands under an id."""
        before, ours, theirs = self.base.get(number), self.ours.get(number), self.theirs.get(number)
        if theirs in (ours, before):
            known = ours
        elif ours == before:
            known = theirs
        elif ours and theirs:
            known = self._both(number, before, ours, theirs)
        else:
            known = self._half_deleted(number, before, ours or theirs)
        if known:
            self.found[number] = known

    def settled(self) -> dict[int, Annotation]:
        """What holds once each version that lost its id has another one."""
        for number, loser in self.clashes:
            self._put_aside(number, loser)
        return dict(sorted(self.found.items(), key=lambda item: (item[1].created, item[0])))

    def _both(self, number: int, before: Annotation | None, ours: Annotation, theirs: Annotation) -> Annotation:
        links = _links(before, ours, theirs)
        if before and same(before, ours) and not same(before, theirs):
            return linked(theirs, links)
        if before and same(before, theirs) and not same(before, ours):
            return linked(ours, links)
        loser, winner = sorted((ours, theirs), key=_rank)
        if not same(loser, winner):
            self.clashes.append((number, loser))
        return linked(winner, links)

    def _half_deleted(self, number: int, before: Annotation | None, kept: Annotation | None) -> Annotation | None:
        if not (before and kept):
            return kept
        if number not in kept.conflicts:
            what = f"{_named(kept)} was changed in one place and deleted in the other"
            self.conflicts.append(f"{what}: it is kept, as {kept.label}")
        return linked(kept, {*kept.conflicts} - {*before.conflicts} | {number})

    def _put_aside(self, number: int, loser: Annotation) -> None:
        aside = self._free(number, loser)
        version = linked(loser, [number])._replace(id=aside)
        if known := self.found.get(aside):
            version = linked(max(known, version, key=_rank), {*known.conflicts, number})
        self.found[aside] = version
        self.found[number] = linked(self.found[number], {*self.found[number].conflicts, aside})
        if aside not in self.ours and aside not in self.theirs:
            what = f"{_named(loser)} was changed in two places"
            self.conflicts.append(f"{what}: both are kept, as {self.found[number].label} and {version.label}")

    def _free(self, number: int, loser: Annotation) -> int:
        """The id for a version that lost its own: the one that it has already as another version; else the one made
        from its content, or the next that is free."""
        for known in self.found[number].conflicts:
            if known in self.found and same(self.found[known], loser):
                return known
        content = codec.dumps([number, codec.document(_said(loser))]).encode()
        free = int.from_bytes(blake2b(content, digest_size=8).digest(), "big") % MAX_ID or 1
        while self._taken(free, loser):
            free = free % (MAX_ID - 1) + 1
        return free

    def _taken(self, number: int, loser: Annotation) -> bool:
        others = [side.get(number) for side in (self.ours, self.theirs, self.found)]
        return number in self.base or any(other and not same(other, loser) for other in others)


def _said(annotation: Annotation) -> Annotation:
    return linked(annotation, ())._replace(id=0, modified=annotation.created)


def _rank(annotation: Annotation) -> tuple[datetime, str]:
    """Orders two versions: the one that was modified last comes last."""
    return annotation.modified, codec.dumps(codec.document(linked(annotation, ())))


def _links(before: Annotation | None, ours: Annotation, theirs: Annotation) -> set[int]:
    """The other versions that both know, or one of them since the base. That it was deleted in the other place is told
    as long as one of them tells it: it may have been deleted again."""
    one, other = {*ours.conflicts}, {*theirs.conflicts}
    known = {*(before.conflicts if before else ())} - {ours.id}
    return (one & other) | ((one | other) - known)


def _named(annotation: Annotation) -> str:
    from annotations.tagging import words  # most merges have no conflict, and git waits for each

    return f"the {annotation.tag} {words(annotation)}"
