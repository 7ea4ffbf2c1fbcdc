"""Settle a conflict: which of the versions that a merge kept is to stay. Pure."""

from datetime import datetime

from annotations.annotation import CONFLICT, Annotation, Link
from annotations.edit import Change, Edit, Layer
from annotations.merge import linked
from annotations.tagging import words


def versions(layer: Layer, annotation: Annotation) -> tuple[Annotation, ...]:
    """The other versions of an annotation, and their other versions, by id. Empty for one without a conflict, and for
    one that was only deleted in the other place."""
    known = {annotation.id}
    while more := _beside(layer, known):
        known |= more
    return tuple(layer.annotations[one] for one in sorted(known - {annotation.id}))


def kept(layer: Layer, annotation: Annotation, at: datetime) -> Edit:
    """The edit that settles a conflict: this version stays, without its mark, and its other versions go. Links to them
    lead to this one from now on."""
    others = versions(layer, annotation)
    gone = {other.id for other in others}
    stays = _led(linked(annotation, ()), gone, annotation.id)._replace(modified=at)
    beside = [one for one in layer.annotations.values() if one.id not in gone | {annotation.id}]
    led = [Change(one, _led(one, gone, annotation.id)) for one in beside if any(link.to in gone for link in one.links)]
    changes = (Change(annotation, stays), *(Change(other, None) for other in others), *led)
    which = f"this version of the {annotation.tag}" if others else f"the {annotation.tag}"
    return Edit(changes, f"kept {which} {words(annotation)}", at)


def without_rival(layer: Layer, annotation: Annotation) -> tuple[Change, ...]:
    """The changes that take the conflict links to an annotation off its other versions, for when it is deleted. Of more
    than one, each is a version of the others still, and says so."""
    linking = [one for one in layer.annotations.values() if annotation.id in one.conflicts and one.id != annotation.id]
    ids = {one.id for one in linking}
    return tuple(Change(one, linked(one, ({*one.conflicts} | (ids - {one.id})) - {annotation.id})) for one in linking)


def _beside(layer: Layer, known: set[int]) -> set[int]:
    """The ids of annotations that have a conflict link to one of these, or from one of them."""
    linked_to = {to for one in known if one in layer.annotations for to in layer.annotations[one].conflicts}
    linking = {one.id for one in layer.annotations.values() if known & {*one.conflicts}}
    return (linked_to | linking) & layer.annotations.keys() - known


def _led(annotation: Annotation, gone: set[int], to: int) -> Annotation:
    """The annotation with its links to those that are gone led to another one, none of them twice, none to itself."""
    links = [Link(link.type, to) if link.to in gone and link.type != CONFLICT else link for link in annotation.links]
    return annotation._replace(links=tuple(link for link in dict.fromkeys(links) if link.to != annotation.id))
