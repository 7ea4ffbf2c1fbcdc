"""Say in a few words why a block was taken for body or folded away, for the reader who wants to flip it."""

from seeds.clean.page import Page
from seeds.clean.sequence import State
from seeds.clean.shape import Shape

_PURPOSES = {
    "appeal": "words of an appeal for support",
    "subscribe": "words of a newsletter or subscription box",
    "related": "words that lead to other articles",
    "share": "words of a share bar",
    "comment": "words of a comment section",
    "legal": "words of a legal notice",
    "advertise": "words of an advertisement",
    "machine": "words of the page's machinery",
    "navigate": "words of a menu",
    "tags": "a line of tags",
    "stamp": "a line of dates",
    "writer": "about the writers",
    "photo": "words of a picture's credit",
}

_PLACES = {
    State.ABOVE: "it stands above the article",
    State.HOLE: "unlike the paragraphs before and behind it",
    State.BEHIND: "it stands behind the article's end",
}


def why_chrome(shape: Shape, state: State) -> str:
    """The purpose that the block's words give away most often, else its place."""
    if shape.words > 120:
        return _PLACES.get(state, _PLACES[State.HOLE])
    strongest = max(_PURPOSES, key=lambda cue: shape.cues.get(cue, 0))
    return _PURPOSES[strongest] if shape.cues else _PLACES.get(state, _PLACES[State.HOLE])


def why_body(page: Page, at: int) -> str:
    """Whether the block itself reads like an article, or only stands in one."""
    if page.shapes[at].prose:
        return "sentences in a run of prose"
    return "a list among paragraphs" if page.shapes[at].lines > 1 else "it stands among the article's paragraphs"
