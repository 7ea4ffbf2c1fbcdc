"""Carry what a coder said of an article over to the version that replaces it; the earlier one stays as it is.

The field "carried" of the new version tells from where, and the digest of what was said there then: what is added there
later, as on another machine, is carried over the next time. Versions in between need not have been opened: what was
said of the first is read as if it had been carried through all of them.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple

from annotations import digest, sources
from annotations.annotation import Annotation
from annotations.edit import CARRIED, CONFLICT, Change, Conflict, Edit, FieldChange, Layer
from annotations.errors import NewerSchema, NoSuchArticle
from annotations.history import History
from annotations.library import Library
from annotations.relocate import Relocation, placed
from annotations.source_file import replaced
from annotations.state import State, places, read
from annotations.store import TRIES, Store
from seeds.article import Article, Meta
from seeds.errors import Problem

FIELDS = ("status", "note", f"{CONFLICT}status", f"{CONFLICT}note")
"""What is carried over with the annotations, where nothing else is said of the new version."""


class _Carried(NamedTuple):
    """What is to go into a layer: annotations as they belong there, and own fields; `again` where some went before."""

    annotations: list[Annotation]
    own: dict[str, str]
    relocation: Relocation
    again: bool


def carry(store: Store, article: Article, at: datetime) -> Relocation | None:
    """Carry over what the store's coder said of the earlier version and what is not here yet, as one edit; None where
    there is nothing to do. The article has been opened by then, so that what there is to say of its files is said.

    Raises Problem where the earlier version cannot be read, and NotSaved: nothing is carried then, and the next time is
    another try.
    """
    if not article.replaces:
        return None
    tries = TRIES
    while True:
        state = read(places(store.library, store.coder, article.id))
        found = _pending(store.library, store.coder, article.id, article.replaces, state, text=article.text)
        if found is None:
            return None
        edit = _edit(state.layer, found, at)
        try:
            store.commit(article.id, edit)
        except Conflict:  # another program carries them over in this moment
            tries -= 1
            if not tries:
                raise
            continue
        return found.relocation._replace(edit=edit)


def seen(library: Library, coder: str, article: Article, layer: Layer) -> Layer:
    """What a coder says of an article, with what is still to be carried over to it. Raises Problem as `carry` does."""
    if not article.replaces:
        return layer
    state = read(places(library, coder, article.id))._replace(layer=layer)
    found = _pending(library, coder, article.id, article.replaces, state, text=article.text)
    return _with(layer, found) if found else layer


def counted(library: Library, coder: str, article_id: str, earlier: str, state: State) -> Layer:
    """The same where only the status and the number of annotations matter: those that are still to be carried over have
    no place in it."""
    found = _pending(library, coder, article_id, earlier, state, text=None)
    return _with(state.layer, found) if found else state.layer


def corrections_kept(
    earlier: Meta, said: Mapping[str, str], later: Meta, current: Mapping[str, str], at: datetime
) -> tuple[Edit | None, list[str]]:
    """The edit by which what was `said` (corrected) of an earlier version holds for the later one as well, None if
    there is nothing to do; and the fields that are left out: of which the later text says something else than the
    earlier one did, so that the correction may be outdated. Kinds of blocks are never kept."""
    names = {field: field.removeprefix(CONFLICT) for field in said if field not in current}
    names = {field: name for field, name in names.items() if not name.startswith("kind ")}
    told = {name: getattr(later, name, "") for name in names.values()}
    left = [name for name, own in told.items() if own and own != getattr(earlier, name, "")]
    kept = [field for field, name in names.items() if name not in left]
    if not kept:
        return None, left
    label = f"kept what was corrected in the earlier version: {', '.join(kept)}"
    return Edit(tuple(FieldChange(field, None, said[field]) for field in kept), label, at), left


def _pending(
    library: Library, coder: str, article_id: str, earlier: str, state: State, *, text: str | None
) -> _Carried | None:
    """What is to be carried from the earlier versions of an article into its state. `text` is the article's."""
    below, said = "", Layer()
    for one in reversed(_chain(library, article_id, earlier)):
        there = _read(library, coder, one)
        more = _carried(library, below, said, there, partial(_text, library, one)) if below else None
        below, said = one, _with(there.layer, more) if more else there.layer
    return _carried(library, below, said, state, lambda: text) if below else None


def _chain(library: Library, article_id: str, earlier: str) -> list[str]:
    """The earlier versions of an article, the last one first; none of those that replace each other in a ring."""
    found = [article_id]
    while earlier and earlier not in found:
        found.append(earlier)
        try:
            earlier = replaced(sources.head(library, earlier))
        except NoSuchArticle:
            earlier = ""
    return found[1 : found.index(earlier) + 1] if earlier else found[1:]


def _read(library: Library, coder: str, article_id: str) -> State:
    """What is said of an earlier version, without mending anything. Raises DamagedFile, NewerSchema, Unreadable."""
    state = read(places(library, coder, article_id))
    if state.repair and state.repair.damaged:
        raise state.repair.damaged[0]
    return state


def _text(library: Library, article_id: str) -> str | None:
    """The text in which annotations stand; None where it is not there any more as it was."""
    try:
        return sources.load(library, article_id).text
    except NewerSchema:
        raise
    except Problem:
        return None


def _carried(
    library: Library, below: str, said: Layer, state: State, text_of: Callable[[], str | None]
) -> _Carried | None:
    """What is to be carried from what is `said` of the version `below` into the state of the next one."""
    mark = f"{below} {digest.of(said.annotations, said.own):032x}"
    told = state.layer.own.get(CARRIED, "")
    if told == mark:
        return None
    again = told.startswith(f"{below} ")
    known = state.layer.annotations.keys() | _deleted(state.history)
    new = [annotation for annotation in said.annotations.values() if annotation.id not in known]
    own = {} if again else _fields(said.own, state.layer.own)
    if not new and not own:
        return None
    if (text := text_of()) is None:
        nowhere = [annotation._replace(spans=()) for annotation in new]
        return _Carried(nowhere, own | {CARRIED: mark}, Relocation(), again)
    relocation, after = placed(text, new, _text(library, below))
    return _Carried(after, own | {CARRIED: mark}, relocation, again)


def _fields(said: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    return {field: said[field] for field in FIELDS if field in said and field.removeprefix(CONFLICT) not in own}


def _deleted(history: History) -> set[int]:
    """The annotations that were deleted where they had been carried to: they do not come again."""
    changes = (change for step in history.done for edit in step for change in edit.changes)
    return {change.before.id for change in changes if isinstance(change, Change) and change.before and not change.after}


def _with(layer: Layer, carried: _Carried) -> Layer:
    annotations = {annotation.id: annotation for annotation in carried.annotations}
    return Layer({**layer.annotations, **annotations}, {**layer.own, **carried.own}, layer.corrections)


def _edit(layer: Layer, carried: _Carried, at: datetime) -> Edit:
    """The edit that puts it into a layer."""
    changes = [Change(None, annotation) for annotation in carried.annotations]
    fields = [FieldChange(field, layer.own.get(field), value) for field, value in carried.own.items()]
    number, more = len(changes), "more " if carried.again else ""
    what = f"{number} {more}annotation{'' if number == 1 else 's'}" if changes else "status and note"
    return Edit((*changes, *fields), f"carried over {what} from the earlier version", at)
