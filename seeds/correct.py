"""What people corrected of an article outranks what the program made of it, for ever. Pure.

A block that was flipped may be cut otherwise by a later cleaner. Then what the reader wants to see holds for each block
of which more than half stands in what was flipped, and for one that holds more than half of that. What the reader
folded away holds only for a block that is little else: rather a line too many is shown than one too few. Where a flip
does not begin and end with a line, the text is another than the reader saw, and it holds for none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from seeds.article import Article, Block, Kind, Meta
from seeds.span import Span

REASON = "the reader's word"

EXTRA = "meta_"
"""What stands before the name of a column that a corpus or a table brought along, where it is a field among others."""

PLACE = re.compile(r"kind ([0-9]{1,12})-([0-9]{1,12})")
FOLDED = 0.75
"""The share of a block that the reader folded away from which on all of it is."""

KINDS = {kind.value: kind for kind in Kind}


class Flip(NamedTuple):
    """What the reader said that a block is, and where that block stood."""

    span: Span
    kind: Kind


def corrected(article: Article, corrections: Mapping[str, str]) -> Article:
    """The article with its corrections: "title", "publication", "author", "published_at", "url", "language",
    "meta_NAME" for what a corpus or a table says besides, and "kind START-END" for what stands there.

    No block moves. What fits nothing in this article is left alone.
    """
    return article._replace(meta=_told(article.meta, corrections), blocks=_flipped(article, flips(corrections)))


def _told(meta: Meta, corrections: Mapping[str, str]) -> Meta:
    told = {name.removeprefix(EXTRA): said for name, said in corrections.items() if name.startswith(EXTRA)}
    return meta._replace(
        title=corrections.get("title", meta.title),
        publication=corrections.get("publication", meta.publication),
        author=corrections.get("author", meta.author),
        published_at=corrections.get("published_at", meta.published_at),
        url=corrections.get("url", meta.url),
        language=corrections.get("language", meta.language),
        extra={**meta.extra, **told} if told else meta.extra,
    )


def flips(corrections: Mapping[str, str]) -> Iterator[Flip]:
    """The flips among some corrections."""
    for name, said in corrections.items():
        if (place := PLACE.fullmatch(name)) and said in KINDS and int(place[1]) < int(place[2]):
            yield Flip(Span(int(place[1]), int(place[2])), KINDS[said])


def _flipped(article: Article, found: Iterable[Flip]) -> tuple[Block, ...]:
    """The blocks with the flips that hold for them: of two that hold for one block the one that fits it better."""
    fits: dict[Span, tuple[float, Kind]] = {}
    for flip in found:
        for block in article.touched(flip.span):
            fit = _fit(block.span, flip) if block.span == flip.span or _of_lines(article.text, flip.span) else 0.0
            if fit > fits.get(block.span, (0.0, flip.kind))[0]:
                fits[block.span] = fit, flip.kind
    if not fits:
        return article.blocks
    return tuple(
        block._replace(kind=fits[block.span][1], score=1.0, reason=REASON) if block.span in fits else block
        for block in article.blocks
    )


def _fit(span: Span, flip: Flip) -> float:
    """How well a flip fits a block, from 0 (it does not hold for it) to 1 (it is the very block)."""
    shared = min(span.end, flip.span.end) - max(span.start, flip.span.start)
    needed = FOLDED * len(span) if flip.kind is Kind.CHROME else min(len(span), len(flip.span)) / 2
    return shared / (len(span) + len(flip.span) - shared) if shared > needed else 0.0


def _of_lines(text: str, span: Span) -> bool:
    """Whether a span begins and ends with a line of the text, but for white space."""
    words, first, last = span.of(text), text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    whole = span.end <= len(text) and words and words == words.rstrip()
    behind = text[span.end :] if last < 0 else text[span.end : last]
    return bool(whole) and not text[first : span.start].strip() and not behind.strip()
