"""Name what each block is for, once it is known where the article begins and ends and which block is its title.

Bylines, captions, credits and the standfirst are furniture to the model, which learned from texts without them; a
reader wants to see them. They are told by their form and by where they stand: beside the body, never far from it.
"""

from collections.abc import Iterator, Sequence

from seeds.article import Kind
from seeds.clean.forms import is_byline, is_caption, is_credit, is_heading, is_lead, is_name, is_standfirst
from seeds.clean.page import Page
from seeds.clean.reasons import why_body, why_chrome
from seeds.clean.sequence import State

Named = tuple[Kind, float, str]
"""A block's kind, how sure it is (0 to 1), and what decided."""

_ABOVE = 12
"""How many blocks above the body may still belong to the article where no title is known."""


def kinds(page: Page, stands: Sequence[State], sure: Sequence[float], title: int | None) -> Iterator[Named]:
    """The kind of each block. `sure` is how likely each is body, `title` the index of the title's block."""
    stands = _ended(page, stands)
    body = [at for at, state in enumerate(stands) if state is State.BODY]
    top = max(body[0] - _ABOVE, 0) if title is None else min(title, body[0])
    standfirst = _standfirst(page, stands, title, body[0])
    before: Kind | None = None
    for at, state in enumerate(stands):
        if at == title:
            named = Kind.TITLE, 0.9, "a headline above the body, which takes up its words"
        elif at == standfirst:
            named = Kind.STANDFIRST, 0.8, "right under the title, above the body"
        elif state is State.ABOVE and at >= top and page.shapes[at].dateline and page.shapes[at].ending in "sq":
            named = Kind.BODY, 0.6, "it begins as an agency's report does"
        elif state is State.BODY:
            named = _inside(page, at, sure[at], last=at == body[-1])
        elif not page.shapes[at].words:
            named = Kind.CHROME, 1.0, "no word in it"
        else:
            beside = top - 2 <= at <= body[-1] + 2
            named = (_beside(page, at, before) if beside else None) or _chrome(page, at, state, sure[at])
        before = named[0]
        yield named


def _ended(page: Page, stands: Sequence[State]) -> list[State]:
    """The states without an end of the body that introduces what is none (a short line with cue words), or owns it."""
    found = list(stands)
    for at in range(len(found) - 1, 0, -1):
        shape = page.shapes[at]
        introduces = shape.words <= 12 and shape.cues and shape.ending in "cn"
        owns = shape.words <= 20 and "legal" in shape.cues and "©" in shape.head
        if found[at] is State.BODY and not ((introduces or owns) and found[at - 1] is State.BODY):
            break
        found[at] = State.BEHIND
    return found


def _inside(page: Page, at: int, sure: float, *, last: bool) -> Named:
    """What a block is that the model takes for body: captions and headings stand among the paragraphs."""
    shape = page.shapes[at]
    if is_caption(shape, strict=True):
        return Kind.CAPTION, 0.7, "it ends as captions do, with who took the picture"
    if is_credit(shape, strict=True):
        return Kind.CREDIT, 0.7, "it names only who took the picture"
    if is_lead(shape):
        return Kind.CHROME, 0.6, "words that lead to other articles"
    if not last and is_heading(shape):
        return Kind.HEADING, sure, "a short line without a stop between paragraphs"
    return Kind.BODY, sure, why_body(page, at)


def _beside(page: Page, at: int, before: Kind | None) -> Named | None:
    """What a block is that stands beside the body, if it belongs to the article at all."""
    shape = page.shapes[at]
    if is_byline(shape):
        return Kind.BYLINE, 0.8, "it says who wrote it, or when"
    if is_caption(shape, strict=True):
        return Kind.CAPTION, 0.7, "it ends as captions do, with who took the picture"
    if is_credit(shape, strict=False):
        return Kind.CREDIT, 0.7, "it names who took the picture"
    if is_caption(shape, strict=False):
        return Kind.CAPTION, 0.7, "it ends as captions do, with who took the picture"
    following = page.shapes[at + 1] if at + 1 < len(page.shapes) else None
    if is_name(shape) and (before in (Kind.TITLE, Kind.BYLINE, Kind.STANDFIRST) and following and is_byline(following)):
        return Kind.BYLINE, 0.6, "a name beside the date"
    if following and is_credit(following, strict=False) and shape.words >= 5 and not shape.cues:
        return Kind.CAPTION, 0.6, "a sentence above a picture's credit"
    return None


def _chrome(page: Page, at: int, state: State, sure: float) -> Named:
    return Kind.CHROME, 1 - sure, why_chrome(page.shapes[at], state)


def _standfirst(page: Page, stands: Sequence[State], title: int | None, body: int) -> int | None:
    """The first block behind the title that reads like a summary, if it is none of the body's paragraphs."""
    if title is None:
        return None
    for at in range(title + 1, min(title + 6, len(stands) - 1)):
        shape = page.shapes[at]
        if is_byline(shape) or is_credit(shape, strict=False) or is_caption(shape, strict=False):
            continue
        if stands[at] is State.BODY and (at > body or shape.ending in "sqce"):
            return None
        if is_standfirst(shape) and shape.key != page.shapes[title].key:
            return at
    return None
