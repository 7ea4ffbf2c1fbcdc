"""Tag, retag, repeat, join and delete: what the tag keys mean for a session. Pure."""

from collections.abc import Mapping

from annotations.annotation import Annotation, Value
from annotations.codebook import Tag
from annotations.entity import Entity
from annotations.tagging import annotate, changed, deleted, joined, respanned, retagged, tagged, twin, words
from seeds.printable import printable
from seeds.span import Span
from tui.intent import Intent, Refusal
from tui.means import Means
from tui.session import Session, names_itself
from tui.units import Unit

NOTHING_BOUND = "no annotation is bound: a goes to the next one, a click takes the one under it"
NO_WORDS = "there are no words here to tag"


def unbound(session: Session | None) -> str:
    """Why a command that speaks of the bound annotation does nothing."""
    guest = session.guest if session else None
    if guest is None:
        return NOTHING_BOUND
    return f"this is the word of {printable(guest.coder)}, which is theirs to change; . makes it yours too"


def target(session: Session, tag: Tag) -> Span:
    """What a tag is put on: the selection, or around a bare caret the unit that the tag takes."""
    return meant(session, *((Unit(tag.unit), Unit.SENTENCE) if tag.unit == "quotation" else (Unit(tag.unit),)))


def meant(session: Session, *units: Unit) -> Span:
    """The selection, or around a bare caret the first of the units that stands there: nobody means one letter."""
    span = session.selection.span
    if not session.bare:
        return span
    return next((found for unit in units if (found := session.units.at(unit, span))), span)


def tag_selection(session: Session, tag: Tag, means: Means, like: Annotation | None = None) -> Intent | Refusal:
    """Tag the selection; the fields are those of `like`, where a tagging is repeated."""
    spans = session.view.stretches(target(session, tag))
    return _tagged(session, tag, spans, means, like) if spans else Refusal(NO_WORDS)


def _tagged(
    session: Session, tag: Tag, spans: tuple[Span, ...], means: Means, like: Annotation | None
) -> Intent | Refusal:
    if known := twin(session.layer, tag.name, spans):
        return Refusal(f"{words(known)} is tagged {tag.name} already")
    fields: Mapping[str, Value] = like.attributes if like else {}
    annotation = annotate(session.article, spans, tag, id=means.new_id(), at=means.now(), attributes=fields)
    forward = session.selection.forward
    return Intent(tagged(annotation), lambda after: after.go_to(annotation, forward=forward).stick(sticky=False))


def repeat(session: Session, means: Means) -> Intent | Refusal:
    """Tag the selection as the last annotation is, or as another coder's on which one stands, with its fields."""
    last = session.layer.annotations.get(session.last) if session.last is not None else None
    like = session.guest.annotation if session.guest else last
    tag = session.tag_of(like) if like else None
    if like is None or tag is None:
        return Refusal("nothing was tagged yet that could be repeated")
    if session.guest:
        return _tagged(session, tag, like.spans, means, like)
    return tag_selection(session, tag, means, like)


def retag(session: Session, tag: Tag, means: Means) -> Intent | Refusal:
    """Put the bound annotation under another tag."""
    annotation = session.annotation
    if annotation is None:
        return Refusal(unbound(session))
    if annotation.tag == tag.name:
        return Refusal(f"{words(annotation)} is a {tag.name} already")
    if twin(session.layer, tag.name, annotation.spans):
        return Refusal(f"another annotation tags {words(annotation)} as {tag.name} already")
    after = retagged(session.article, annotation, tag)
    return _change(annotation, after, f"made {words(annotation)} a {tag.name}", means)


def join(session: Session, means: Means) -> Intent | Refusal:
    """Add the selected words to the annotation that was bound last: a quotation that its speech tag splits."""
    annotation = session.layer.annotations.get(session.last) if session.last is not None else None
    if annotation is None:
        return Refusal("there is no annotation yet to add these words to: tag the first part, then select the second")
    tag = session.tag_of(annotation)
    added = other_stretch(session)
    if added is None and session.bound == annotation.id and session.selection.span == annotation.whole:
        return Refusal("select the words to add, then press + again")
    added = added or (target(session, tag) if tag else session.selection.span)
    spans = joined((*annotation.spans, *session.view.stretches(added)))
    if spans == annotation.spans:
        return Refusal(f"{words(annotation)} holds these words already")
    after = respanned(session.article, annotation, spans, tag)
    return _change(annotation, after, f"added words to the {annotation.tag} {words(annotation)}", means)


def other_stretch(session: Session) -> Span | None:
    """The other stretch of the bound quotation, which its speech tag splits: `+` adds it while nothing else is
    selected."""
    annotation = session.annotation
    tag = session.tag_of(annotation) if annotation else None
    if annotation is None or tag is None or tag.unit != "quotation" or not annotation.spans:
        return None
    if not session.bare and session.selection.span != annotation.whole:
        return None
    from seeds.segment.pieces import around
    from seeds.segment.speech import other_part

    last = annotation.spans[-1]
    block = session.view.block_at(last.start)
    found = other_part(session.text, around(block.span, last), last) if block else None
    known = (span for one in session.layer.annotations.values() if one.tag == tag.name for span in one.spans)
    return None if found is None or any(span.overlaps(found) for span in known) else found


def speaker(session: Session, means: Means) -> Intent | Refusal:
    """Make the selected words the speaker (the side, the entity) of the annotation they belong to."""
    annotation = _spoken(session)
    tag = session.tag_of(annotation) if annotation else None
    if annotation is None or tag is None or tag.who is None:
        return Refusal("whose words? tag a quotation first, then select its speaker and press e")
    stretches = session.view.stretches(meant(session, Unit.NAME, Unit.WORD))
    if len(stretches) != 1:
        return Refusal("a name is one stretch of words: select it, then press e")
    place = stretches[0]
    if not names_itself(tag) and _own_words(annotation, place):
        return Refusal(f"those are the {tag.name}'s own words: select who said them, then press e")
    name = " ".join(place.of(session.text).split())
    after = annotation._replace(attributes={**annotation.attributes, tag.who.name: Entity(name, None, place)})
    return _change(annotation, after, f"{tag.who.name} of {words(annotation)}: {name}", means)


def set_fields(annotation: Annotation, values: Mapping[str, Value | None], means: Means) -> Intent:
    """Give attributes of an annotation new values; None takes one away."""
    attributes = {**annotation.attributes, **values}
    after = annotation._replace(attributes={k: v for k, v in attributes.items() if v is not None})
    what = ", ".join(f"{k} {v.name if isinstance(v, Entity) else v}" for k, v in values.items() if v) or "nothing"
    return _change(annotation, after, f"{words(annotation)}: {what}", means)


def set_note(annotation: Annotation, note: str, means: Means) -> Intent:
    what = "noted on" if note else "took the note off"
    return _change(annotation, annotation._replace(note=note), f"{what} {words(annotation)}", means)


def delete(session: Session, means: Means) -> Intent | Refusal:
    """Take the bound annotation away."""
    annotation = session.annotation
    if annotation is None:
        return Refusal(unbound(session))
    said = f"deleted {annotation.tag} {words(annotation)}; u brings it back"
    edit = deleted(annotation, means.now())
    if annotation.conflicts:
        from annotations.rivals import without_rival

        edit = edit._replace(changes=(*edit.changes, *without_rival(session.layer, annotation)))
    return Intent(edit, lambda after: after, said)


def annotation_at(session: Session, offset: int) -> Annotation | None:
    """The shortest annotation whose words hold the code point at `offset`."""
    holding = [a for a in session.layer.in_order if any(s.start <= offset < s.end for s in a.spans)]
    return min(holding, key=lambda a: len(a.whole), default=None)


def _spoken(session: Session) -> Annotation | None:
    bound = session.annotation
    tag = session.tag_of(bound) if bound else None
    if bound and tag and tag.who:
        return bound
    return session.layer.annotations.get(session.speech) if session.speech is not None else None


def _own_words(annotation: Annotation, place: Span) -> bool:
    """Whether the words are a quotation itself or lie within its marks; a reported one may well hold its speaker."""
    if annotation.attributes.get("type") == "direct":
        return any(place.overlaps(span) for span in annotation.spans)
    return "type" in annotation.attributes and any(span in place for span in annotation.spans)


def _change(before: Annotation, after: Annotation, what: str, means: Means) -> Intent:
    """What is bound afterwards stands in the status line, so that nothing more need be said."""
    return Intent(changed(before, after, what, means.now()), lambda session: session.bind(after))
