"""One row an annotation: the words, where they stand, what is said of them, and who said it when. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from annotations.anchor import Exact, Located, Orphaned, locate
from annotations.annotation import Annotation
from annotations.codec import time
from annotations.export import cells
from annotations.export.coded import Coded
from annotations.export.fields import Fields
from annotations.export.surroundings import Paragraphs
from annotations.relocate import placed
from seeds.article import Article
from seeds.span import Span

ARTICLE = (
    "article_id", "article_file", "article_title", "publication", "author", "published_at", "retrieved_at", "url",
    "language", "article_status", "article_sha256",
)  # fmt: skip
PLACE = (
    "tag", "text", "text_exact", "start", "end", "spans", "block_kind", "paragraph_no", "sentence_no",
    "context_before", "sentence", "context_after",
)  # fmt: skip
REST = (
    "within_ids", "linked_ids", "link_types", "note", "confidence", "origin", "coder", "created_at", "modified_at",
    "anchor_status",
)  # fmt: skip
FIXED = ("annotation_id", *ARTICLE, *PLACE, *REST)


def header(fields: Fields) -> list[str]:
    """The columns, in their order."""
    return ["annotation_id", *ARTICLE, *PLACE, *fields.columns, *REST]


def rows(coded: Sequence[Coded], fields: Fields, tags: frozenset[str] = frozenset()) -> Iterator[dict[str, str]]:
    """The rows of one article, by all the coders given, in the order of its text; of some tags only, if any are named.

    Columns of which there is nothing to say are not named.
    """
    if not coded:
        return
    article = coded[0].article
    paragraphs = Paragraphs(article)
    found = [
        (annotation, each, within[annotation.id])
        for each in coded
        for within in [enclosing(each.layer.in_order)]
        for annotation in each.layer.in_order
        if not tags or annotation.tag in tags
    ]
    for annotation, each, within in sorted(found, key=lambda one: _order(one[0], one[1].coder)):
        row = {"annotation_id": annotation.label} | cells.about(article, each.layer.status)
        there = locate(article.text, annotation)
        row |= _placed(article, annotation, there, paragraphs) | fields.cells(_named(article, annotation, there))
        yield row | _said(annotation, each.coder, within)


def enclosing(annotations: Sequence[Annotation]) -> dict[int, list[int]]:
    """For each annotation, by id, those on whose words its own words lie; the same words lie on each other.

    `annotations` are in the order of the text, of those that begin together the longer one first.
    """
    found: dict[int, list[int]] = {}
    around: list[Annotation] = []
    for whole, group in groupby(annotations, key=lambda each: each.whole):
        members = list(group)
        around = [each for each in around if each.whole.end > whole.start] + members
        for one in members:
            found[one.id] = [other.id for other in around if other is not one and _covers(other.spans, one.spans)]
    return found


def _covers(outer: Sequence[Span], inner: Sequence[Span]) -> bool:
    return bool(inner) and all(any(span in each for each in outer) for span in inner)


def _order(annotation: Annotation, coder: str) -> tuple[int, int, str, int]:
    return annotation.whole.start, -annotation.whole.end, coder, annotation.id


def _named(article: Article, annotation: Annotation, found: Located) -> Annotation:
    """The annotation with the places of names moved along, where its words are not where they stood."""
    return annotation if isinstance(found, Exact) else placed(article.text, [annotation])[1][0]


def _placed(article: Article, annotation: Annotation, found: Located, paragraphs: Paragraphs) -> dict[str, str]:
    """The cells that say which words they are; without a place for those that are nowhere in the text any more."""
    row = {"tag": annotation.tag, "anchor_status": status(found)}
    if isinstance(found, Orphaned):
        lost = annotation.exact
        return row | {"text": cells.PART.join(map(cells.one_line, lost)), "text_exact": cells.PART.join(lost)}
    if not found.spans:
        return row
    there = paragraphs.around(found.spans)
    return row | {
        "text": cells.words(article.text, found.spans),
        "text_exact": cells.exact(article.text, found.spans),
        "start": str(found.spans[0].start),
        "end": str(found.spans[-1].end),
        "spans": cells.offsets(found.spans),
        "block_kind": there.kind,
        "paragraph_no": there.paragraph,
        "sentence_no": there.sentence_no,
        "context_before": there.before,
        "sentence": there.sentence,
        "context_after": there.after,
    }


def status(found: Located) -> str:
    """What is said of an anchor: "exact", "moved" or "orphaned"."""
    return type(found).__name__.lower()


def _said(annotation: Annotation, coder: str, within: Iterable[int]) -> dict[str, str]:
    return {
        "within_ids": cells.values(f"a{each}" for each in within),
        "linked_ids": cells.values(f"a{link.to}" for link in annotation.links),
        "link_types": cells.values(link.type for link in annotation.links),
        "note": annotation.note,
        "confidence": "" if annotation.confidence is None else str(annotation.confidence),
        "origin": annotation.origin,
        "coder": coder,
        "created_at": time(annotation.created),
        "modified_at": time(annotation.modified),
    }
