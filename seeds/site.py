"""What stands on several pages of one site is its furniture: fold it where it is none of the article's own words. Pure.

A cleaner sees one page, and is sure of most of it. Where it is not, other pages of the site tell. A line that stands on
PAGES of them is folded away unless it may be the article's:

- what is no body and no heading stays: titles, standfirsts, bylines, captions, credits;
- so does what the cleaner is sure of, what begins with a quotation mark or as an agency's report does, what ends in a
  comma or a dash, as datelines do, and the title's own words, whatever they are labelled;
- what stands between two paragraphs that are this article's alone stays: a refrain ("No comment."), a heading of every
  report ("What happened"), background that is told again each time;
- above the first and behind the last of these paragraphs a sentence is folded only where its words are those of
  furniture ("Subscribe to …"), a short one only beyond other furniture; above it the nearest line without a stop stays,
  as it may be a heading, and so does behind it a name of three words or less, as it may sign, but beyond furniture.

What a reader folded away is folded on each page of that site, wherever it stands, and what a reader made body never is.
Nothing is folded where no paragraph would be the article's own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import urlsplit

from seeds.article import Article, Block, Kind, Meta
from seeds.clean.shape import HEAD, Shape
from seeds.printable import printable

PAGES = 3
"""Pages of a site on which a line has to stand, that of the article among them."""

SURE = 0.9
"""How sure the cleaner is, from 0 to 1, of what no other page can talk it out of."""

SHORT, NAME = 8, 3
"""Words below which a sentence is short, and up to which a line may be a name."""

LONGEST = 2000
"""Code points of a block that may be furniture."""

BEGINNING = 300
"""Code points of a line by which it is known: what begins like this goes on alike."""

LONGEST_NAME = 100
"""Code points of a site's name."""

_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_SPEECH = tuple("\"'“”„«»「『‘–—")
_OWN = frozenset({Kind.BODY})
_JUDGED = frozenset({Kind.BODY, Kind.HEADING})


class Seen(NamedTuple):
    """What is known of a site: on how many other pages lines stand, by their keys, and what readers said of lines:
    `folded` away, or `shown`."""

    name: str
    pages: Mapping[int, int]
    folded: Set[int] = frozenset()
    shown: Set[int] = frozenset()


def site(meta: Meta) -> str:
    """The site of an article: the host of its address, else its publication; "" where neither is known."""
    try:
        host = urlsplit(meta.url).hostname or ""
    except ValueError:
        host = ""
    return printable(host.removeprefix("www.") or meta.publication)[:LONGEST_NAME]


def key(words: str) -> int | None:
    """What is the same for the same line on another page, whatever its case, signs and numbers, of 63 bits; None for
    one without a word, or far too long for furniture."""
    if len(words) > LONGEST:
        return None
    folded = _DIGITS.sub("#", " ".join(_WORD.findall(words[:BEGINNING].casefold())))
    if not folded.strip("# "):
        return None
    return int.from_bytes(blake2b(folded.encode("utf-8", "replace"), digest_size=8).digest()) >> 1


def keys(article: Article) -> list[int | None]:
    """The keys of an article's blocks, in order."""
    return [key(block.span.of(article.text)) for block in article.blocks]


def judged(article: Article, known: Sequence[int | None], seen: Seen) -> Article:
    """The article with the furniture of its site folded away. `known` are the keys of its blocks."""
    title = key(article.meta.title)
    repeated = {
        at
        for at, one in enumerate(known)
        if one is not None and one not in seen.shown and (one in seen.folded or seen.pages.get(one, 0) + 1 >= PAGES)
    }
    own = [at for at, block in enumerate(article.blocks) if block.kind in _OWN and at not in repeated]
    if not repeated or not own:
        return article
    found = list(article.blocks)
    for at in sorted({*_above(article, own[0], repeated), *_behind(article, own[-1], repeated)}):
        pages = seen.pages.get(known[at] or 0, 0) + 1
        if pages >= PAGES and known[at] != title:
            found[at] = _folded(found[at], f"the same line stands on {pages} pages of {seen.name}")
    for at in repeated:
        if known[at] in seen.folded and found[at].kind not in (Kind.TITLE, Kind.CHROME) and known[at] != title:
            found[at] = _folded(found[at], f"a reader folded this line away on {seen.name}")
    return article._replace(blocks=tuple(found))


def _folded(block: Block, reason: str) -> Block:
    return block._replace(kind=Kind.CHROME, score=SURE, reason=reason)


def _above(article: Article, first: int, repeated: Set[int]) -> Iterator[int]:
    """The blocks above the first paragraph of its own that are furniture."""
    nearest = True
    for at in range(first - 1, -1, -1):
        block = article.blocks[at]
        if block.kind not in _JUDGED:
            continue
        shape = _shape(article, block)
        label = shape.ending not in "sq"
        furniture = (bool(shape.cues) and (label or shape.words >= SHORT)) or (label and not nearest)
        if furniture and at in repeated and _doubtful(block, shape):
            yield at
        elif label:
            nearest = False


def _behind(article: Article, last: int, repeated: Set[int]) -> Iterator[int]:
    """The blocks behind the last paragraph of its own that are furniture."""
    beyond = False
    for at in range(last + 1, len(article.blocks)):
        block = article.blocks[at]
        beyond = beyond or block.kind is Kind.CHROME
        if at not in repeated or block.kind not in _JUDGED:
            continue
        shape = _shape(article, block)
        if shape.ending in "sq":
            folds = beyond or shape.words >= SHORT if shape.cues else beyond and shape.words < SHORT
        else:
            folds = bool(shape.cues) or beyond or shape.words > NAME
        if folds and _doubtful(block, shape):
            beyond = True
            yield at


def _shape(article: Article, block: Block) -> Shape:
    words = block.span.of(article.text)
    return Shape(words[:HEAD], len(words), words[-8:])


def _doubtful(block: Block, shape: Shape) -> bool:
    """Whether other pages may tell what a block is."""
    return (
        block.score < SURE
        and not (shape.dateline or shape.ending == "k")
        and not shape.head.lstrip().startswith(_SPEECH)
    )
